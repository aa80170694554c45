object Dependencies {
  val spark = "org.apache.spark" %% "spark-sql" % "4" // "redis.clients" % "jedis"
}
