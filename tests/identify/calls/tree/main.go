package main

var a = []any{
	{
		"apiVersion": "cert-manager.io/v1",
		"kind": "Certificate",
	}, {
		"kind": "Backup",
		"apiVersion": "velero.io/v1",
	},
}

func run() {
	x := Container{
		Image: pulumi.String("nginx:1"),
	}
}
