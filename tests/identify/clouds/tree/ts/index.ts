import * as aws from "@pulumi/aws";
import * as digitalocean from "@pulumi/digitalocean";
import * as app from "@pulumi/azure-native/app";

const queue = new aws.sqs.Queue("q");
const laws = laws.sns.Topic;
const cluster = new digitalocean.KubernetesCluster("k", {});
new app.ContainerApp("a", {});
