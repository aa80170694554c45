module example.org/site

require (
	go.opentelemetry.io/otel/sdk v1.40.0
	github.com/nats-io/nats.go v1.40.0
	github.com/hashicorp/consul/api v1.0.0 // indirect
)
