"""Numbers of the environment: one that cannot be read is told with its name and its value."""

from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured


class Environment(environ.Env):  # type: ignore[misc]
    """django-environ's, whose own words for a number it cannot read leave the setting's name out."""

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
