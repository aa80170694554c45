{
  outputs = { nixpkgs, ... }: {
    devShells.x86_64-linux.default = let pkgs = nixpkgs.legacyPackages.x86_64-linux; in pkgs.mkShell {
      packages = with pkgs; [
        kubeconform # manifests
        go
      ];
      KUBE = "${pkgs.kubernetes-helm}/bin/helm";
    };
  };
}
