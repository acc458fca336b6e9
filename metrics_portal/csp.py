"""The Content-Security-Policy of our pages and of the admin."""

_COMMON = (
    "default-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
)


def policy(nonce: str) -> str:
    """The policy of every page; `nonce` admits inline scripts and styles that carry it."""
    return "; ".join((*_COMMON, f"script-src 'self' 'nonce-{nonce}'", f"style-src 'self' 'nonce-{nonce}'"))
