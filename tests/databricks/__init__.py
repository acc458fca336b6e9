"""The portal against a Databricks workspace on loopback: what it says, does and leaves behind when things break."""
