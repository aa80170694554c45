#!/bin/sh
curl -fsSL https://github.com/etcd-io/etcd/releases/download/v3.6.0/etcd.tar.gz -o etcd.tar.gz
kubectl apply -f https://raw.githubusercontent.com/kubernetes/autoscaler/master/vertical-pod-autoscaler/deploy/vpa-rbac.yaml
wget "$MIRROR/argoproj/argo-cd/releases/download/v3.4.0/argocd-linux-amd64"
kubeconform "${options[@]}"
# Words stand before what looks like subcommands of Flux and of Docker.
flux kvs get name
docker compose logs
helm version
