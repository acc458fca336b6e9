"""Measurements: what is claimed is a ratio against a baseline of the same run. `make bench` runs them all."""
