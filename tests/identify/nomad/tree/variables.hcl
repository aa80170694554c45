variable "database_image" {
  description = "not mysql:9"
  default     = "postgres:17"
}

variable "greeting" { default = "rabbitmq:4" }
