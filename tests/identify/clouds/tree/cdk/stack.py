from aws_cdk import (
    aws_cognito as cognito,
)
