module github.com/nats-io/nats.go

go 1.26

require github.com/google/go-containerregistry v0.20.0

tool (
	github.com/mikefarah/yq/v4
)
