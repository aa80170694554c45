#!/bin/sh
# helm install mesh istio/istiod \
helm upgrade --install certificates \
  --namespace cert-manager \
  --set crds.enabled=true \
  jetstack/cert-manager
kubectl exec db -- \
  psql -c 'select 1'
