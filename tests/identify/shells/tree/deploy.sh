#!/bin/bash
cat <<EOF | kubectl apply -f -
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
EOF
declare -A ports
ports["promtail"]="3101"
["promtail"]="3101"
bash -c 'velero backup create now'
