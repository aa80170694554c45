{
  _config+:: { version: '0.41.0' },
  thanos:: { image: 'quay.io/thanos/thanos:%s' % $._config.version },
  _images+:: {
    loki: 'grafana/loki:3.6.0',
    policy: 'Always',
  },
}
