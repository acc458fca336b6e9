"""`make up`: from nothing to a running portal on one machine, and back to nothing on Ctrl-C."""
