from setuptools import setup

requirements = [
    "confluent-kafka>=2",
    # "pika",
]

setup(name="x", install_requires=requirements, extras_require={
    "pymongo": ["psycopg2"],
}, keywords=["elasticsearch"])
