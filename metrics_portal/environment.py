"""Settings of the environment: one that cannot be read is told by its name, with its value where that is no secret."""

from typing import Any
from urllib.parse import urlsplit

import environ
from django.core.exceptions import ImproperlyConfigured

_NO = ("false", "off", "no", "n", "0", "")


class Environment(environ.Env):  # type: ignore[misc]
    """django-environ's, whose own words for a number it cannot read leave the setting's name out, and for which any
    word it does not know is a no."""

    def bool(self, var: str, default: Any = environ.Env.NOTSET) -> Any:
        given = str(self.ENVIRON.get(var, "")).strip().lower()
        if given not in (*_NO, *self.BOOLEAN_TRUE_STRINGS):
            raise ImproperlyConfigured(f"{var}={self.ENVIRON.get(var)!r} is neither yes nor no. Give 1 or 0.")
        return super().bool(var, default=default)

    def postgres_url(self, var: str) -> str:
        """The URL, or nothing where none is given."""
        return self._address(var, ("postgresql", "postgres"), "postgresql://user:password@host:5432/database")

    def redis_url(self, var: str) -> str:
        """The URL, or nothing where none is given."""
        return self._address(var, ("redis", "rediss", "unix"), "redis://:password@host:6379/0")

    def _address(self, var: str, schemes: tuple[str, ...], example: str) -> str:
        given = str(self(var, default=""))
        if given and not _is_of(given, schemes):
            # Not repeated: it may hold a password.
            raise ImproperlyConfigured(f"{var} is no address of that kind of server. Give {example}.")
        return given

    def int(self, var: str, default: Any = environ.Env.NOTSET) -> Any:
        try:
            return super().int(var, default=default)
        except ValueError as error:
            raise ImproperlyConfigured(f"{var}={self.ENVIRON.get(var)!r} is no whole number.") from error

    def float(self, var: str, default: Any = environ.Env.NOTSET) -> Any:
        try:
            return super().float(var, default=default)
        except ValueError as error:
            raise ImproperlyConfigured(f"{var}={self.ENVIRON.get(var)!r} is no number.") from error


def _is_of(given: str, schemes: tuple[str, ...]) -> bool:
    try:
        parts = urlsplit(given)
        # PostgreSQL's may name several hosts, each with its port.
        return parts.scheme in schemes and ("," in parts.netloc or parts.port != 0)
    except ValueError:  # a bracket that stands alone, a port that is no number
        return False
