echo "helm upgrade would do it"
# terraform apply
be kind
