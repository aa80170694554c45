module "cluster" {
  addons = {
    external-dns = {}
    node-group   = {}
  }
}
