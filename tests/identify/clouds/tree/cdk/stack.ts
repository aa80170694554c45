import * as ecr from 'aws-cdk-lib/aws-ecr';
import { aws_events as events, aws_iam as iam } from 'aws-cdk-lib';
