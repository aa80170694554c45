package main

const sidecar = "docker.io/envoyproxy/envoy:v1.36"

var manifest = `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
`
