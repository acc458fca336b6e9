"""The data dictionary: its files, its rules, and the ways from one table to another."""
