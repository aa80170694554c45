terraform {
  required_providers {
    vault = {
      source  = "hashicorp/vault"
    }
  }
}

resource "helm_release" "metrics" {
  chart      = "metrics-server"
  repository = "https://kubernetes-sigs.github.io/metrics-server/"
}

module "cluster" {
  source = "terraform-aws-modules/eks/aws//modules/karpenter"
}
