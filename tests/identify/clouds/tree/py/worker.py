import boto3

table = boto3.resource('dynamodb')
keys = boto3.client("kms")
