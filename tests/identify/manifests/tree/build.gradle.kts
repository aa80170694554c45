plugins {
    id("com.google.cloud.tools.jib") version "3"
    // id("io.quarkus")
}
/* dependencies {
    implementation("com.rabbitmq:amqp-client:5")
*/
repositories { maven { url = uri("https://example.org/") } } // implementation("redis.clients:jedis:6")
dependencies {
    implementation(group = "io.grpc", name = "grpc-netty", version = "1")
    exclude("org.mongodb:mongodb-driver-sync")
}
