// Nothing is set up here: aws.msk.Cluster
