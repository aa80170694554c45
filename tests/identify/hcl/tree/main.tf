terraform {
  cloud {
    organization = "example"
  }
}

/* not any more
resource "helm_release" "old" {
  chart = "argo-cd"
}
*/

provider "flux" {}

module "eks" {
  source = "git::https://github.com/terraform-aws-modules/terraform-aws-eks.git//modules/karpenter?ref=v21.0.0"
}

resource "ssh_resource" "install" {
  commands = concat([
    "k3s kubectl get nodes",
    "helm upgrade --install \"web\" ./chart",
  ], var.more)
  inline = ["minikube start"]
}
