resource cluster 'Microsoft.ContainerService/managedClusters@2025-05-01' = {
  name: 'shop'
}
