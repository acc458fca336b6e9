"""What the dashboard, the gallery and the metric page are made of: plain values for their templates."""
