"""Who asks: a warehouse takes a bearer token, Spark's HTTP service knows Basic only."""

import base64

# Spark runs without authentication: any name will do, but the header must be there.
SPARK_USER = "anonymous"
SPARK_AUTHORIZATION = "Basic " + base64.b64encode(f"{SPARK_USER}:x".encode()).decode()


def bearer_of(header: str | None) -> str | None:
    """The token of an Authorization header, None where there is none: such a request is answered 401."""
    scheme, _, token = (header or "").partition(" ")
    return token.strip() or None if scheme.lower() == "bearer" else None
