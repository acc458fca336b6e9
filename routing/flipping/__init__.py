"""Moving a metric to another backend: what it takes, who may, and the way back."""
