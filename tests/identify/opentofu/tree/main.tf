terraform {
  required_version = ">= 1.10"
}

resource "kubectl_manifest" "certificate" {
  yaml_body = <<-YAML
    apiVersion: cert-manager.io/v1
    kind: Certificate
  YAML
}

resource "kubernetes_manifest" "secret" {
  manifest = {
    apiVersion = "external-secrets.io/v1"
    kind       = "ExternalSecret"
  }
}

module "addons" {
  releases = {
    mesh = {
      chart      = "istiod"
      repository = "https://istio-release.storage.googleapis.com/charts"
    }
    local = {
      chart = "linkerd-control-plane"
    }
  }
  enable_kube_prometheus_stack = true
}
