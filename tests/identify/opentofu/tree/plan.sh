tofu plan -out plan
