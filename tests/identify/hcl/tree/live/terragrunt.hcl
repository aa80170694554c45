inputs = {
  cert-manager = {
    enabled = true
  }
  metrics_server = { enabled = true }
  external-dns = {
    image   = "registry.k8s.io/external-dns/external-dns:v0.20.0"
    enabled = false
  }
  velero = { enabled = false, image = "velero/velero:v1.17.0" }
}
