package main

/*
A deployment of it:

	image: docker.io/library/nginx:1.27
*/
const cacheImage = "docker.io/library/memcached:1.6"
