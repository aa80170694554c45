resource "helm_release" "web" {
  values = [<<-EOT
    podAnnotations:
      linkerd.io/inject: enabled
    image: docker.io/library/redis:7
    EOT
  ]
}

resource "terraform_data" "apply" {
  provisioner "local-exec" {
    command = <<-EOT
      # is it there?
      cat <<YAML | kubectl apply -f -
      apiVersion: cert-manager.io/v1
      kind: Certificate
      YAML
      argocd app sync web
    EOT
  }
}
