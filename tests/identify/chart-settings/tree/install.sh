#!/bin/sh
helm upgrade --install web charts/web --set hubble.ui.enabled=true,pgbouncer.enabled=false \
  --set=velero.enabled=true
helm install functions https://openfunction.github.io/charts/openfunction-v1.2.0.tgz
eksctl create addon --name aws-ebs-csi-driver --cluster shop
aws eks create-addon --cluster-name shop --addon-name metrics-server
kubectl argo rollouts promote web
kubectl oidc-login setup --oidc-issuer-url https://id.example.org
CACHE_IMAGE=memcached:1.6
