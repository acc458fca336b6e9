"""What a service said of a failure, fit for the log; and how long it asks us to wait."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from django.conf import settings

LONGEST_WAIT_SECONDS = 3_600
_LONGEST_TEXT = 400
_SECRET_SETTINGS = ("DATABRICKS_TOKEN", "DATABRICKS_CLIENT_SECRET")
# Access keys, session tokens, signatures, personal access tokens: services repeat requests in their refusals.
_SECRET = re.compile(r"(?:AKIA|ASIA)[A-Z0-9]{16}|[A-Za-z0-9+/=_%]{32,}|eyJ[\w-]+\.[\w-]+\.[\w-]+")


class UpstreamSaid(Exception):
    """Stands for a client's error in the log: its kind and words, short, without secrets or configuration."""

    def __init__(self, kind: str, words: str) -> None:
        super().__init__(f"{kind}: {without_secrets(words)}" if words else kind)


def without_secrets(words: str) -> str:
    """The words on one line, cut where a client would tell its configuration, with anything like a secret masked."""
    plain = " ".join(words.partition("Config: ")[0].split())
    for name in _SECRET_SETTINGS:
        if secret := getattr(settings, name):
            plain = plain.replace(secret, "…")
    return _SECRET.sub("…", plain)[:_LONGEST_TEXT]


def retry_after_of(headers: Mapping[str, str], *, now: datetime | None = None) -> int | None:
    """Seconds the answer's Retry-After (RFC 9110, seconds or a date) or x-amz-retry-after (milliseconds) asks for,
    1 to 3,600; None without one. Header names are in lower case."""
    if (milliseconds := headers.get("x-amz-retry-after", "")).isdigit():
        return _bounded(-(-int(milliseconds) // 1_000))
    asked = headers.get("retry-after", "").strip()
    if asked.isdigit():
        return _bounded(int(asked))
    try:
        at = parsedate_to_datetime(asked)
    except ValueError:
        return None
    at = at if at.tzinfo else at.replace(tzinfo=UTC)
    return _bounded(int((at - (now or datetime.now(UTC))).total_seconds()))


def _bounded(seconds: int) -> int:
    return max(1, min(seconds, LONGEST_WAIT_SECONDS))
