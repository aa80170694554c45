module "mesh" {
  source     = "./mesh"
  enable_cni = true
}
