#!/bin/bash
# What stands in the documents is configuration.
cat <<EOF | kind create cluster --config -
kind: Cluster
apiVersion: kind.x-k8s.io/v1alpha4
nodes:
  - role: control-plane
    image: kindest/node:v1.35.0
EOF

kubectl apply -f - <<-'YAML'
	apiVersion: dapr.io/v1alpha1
	kind: Component
	spec:
	  type: state.redis
YAML

ssh node <<END
docker run nginx:1.29
END
echo $((1 << BITS))
minikube start
