module "addons" {
  source = "aws-ia/eks-blueprints-addons/aws"

  enable_metrics_server = true
  enable_velero         = false
  enable_argo_cd        = true
}
