"""The Databricks warehouse looked after: its health, the history of it, and keeping it warm. docs/databricks.md."""
