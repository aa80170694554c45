param location string
resource cluster 'Microsoft.ContainerService/managedClusters@2025-01-01' = {
  name: 'shop'
  properties: {
    addonProfiles: {
      ingressApplicationGateway: {
        enabled: true
      }
    }
  }
}
