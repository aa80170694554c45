import com.pulumi.aws.cloudwatch.EventRule;
