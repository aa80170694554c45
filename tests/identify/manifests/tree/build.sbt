libraryDependencies += "com.typesafe.akka" %% "akka-actor" % "2"
