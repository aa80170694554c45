using Pulumi;
using Pulumi.AzureNative.KeyVault;

var vault = new Vault("v");
