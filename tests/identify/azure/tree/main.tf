resource "azapi_resource" "app" {
  type = "Microsoft.App/containerApps@2025-01-01"
}
