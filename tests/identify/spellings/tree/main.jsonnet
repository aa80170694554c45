{
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'Prometheus',
  spec: { image: 'quay.io/thanos/thanos:v0.40' },
}
