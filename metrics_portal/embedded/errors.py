class EmbeddedServerError(RuntimeError):
    """An embedded PostgreSQL server could not be started or stopped; says why and what to do next."""
