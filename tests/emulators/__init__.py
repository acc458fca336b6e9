"""Loopback servers that speak the protocols of services we cannot have here; see README.md."""
