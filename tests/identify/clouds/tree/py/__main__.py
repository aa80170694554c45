import pulumi
from pulumi_aws import sfn, lambda_ as functions
from pulumi_gcp import container, storage

container.Cluster("k")
storage.Bucket("b")
