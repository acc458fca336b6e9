"""A translator between the Databricks connector and an open-source Spark Thrift server.

It holds no SQL engine and no canned answers: every statement is run by Spark. It re-encodes the calls in which the
two protocols differ. `python -m tests.engines.shim --help` runs it by itself; README.md beside it lists each
difference.
"""
