release = {
    "chart": "ingress-nginx",
}
