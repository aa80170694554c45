job "[[ var "job_name" . ]]" {
  task "promtail" {
    config {
      image         = "grafana/promtail:[[ var "version_tag" . ]]"
      sidecar_image = "envoyproxy/envoy:v1.36"
    }
  }
}
