"""Databricks SQL warehouses, over Thrift or the Statement Execution API. See docs/databricks.md."""
