local memcached = import 'github.com/grafana/jsonnet-libs/memcached/memcached.libsonnet';
local k = import 'ksonnet-util/kausal.libsonnet';
{
  labels: {
    'linkerd.io/inject': inject,
  },
}
