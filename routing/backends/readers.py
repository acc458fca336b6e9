"""Backends that answer each reader by their own rights, with the sign-in that came with their request."""

from typing import Protocol, cast

from django.conf import settings

from accounts.contracts import Reader
from routing.backends import registry
from routing.backends.errors import came_without_sign_in
from routing.contracts import Backend


class AsksAsReaders(Backend, Protocol):
    def as_user(self, person: str, token: str) -> Backend:
        """The same backend as a person, by the token they bring along; raises NotSignedIn without one."""


def by_reader(name: str) -> bool:
    """Whether a backend answers each reader by their own rights: DATABRICKS_USER_TOKEN_HEADER says so for those that
    can. A backend that is not configured answers nobody."""
    if not settings.DATABRICKS_USER_TOKEN_HEADER:
        return False
    engine = registry.ENGINES.get(str(settings.SQL_BACKENDS.get(name, {}).get("engine", "")))
    return engine is not None and engine.by_reader


def for_reader(name: str, reader: Reader | None) -> Backend:
    """The backend as it answers a reader: by their own rights where it answers so, else as it answers everybody.

    Raises NotSignedIn where it has to know them and cannot: the portal's own rights never stand in. Raises
    UnknownBackendError.
    """
    if not by_reader(name):
        return registry.get(name)
    check_signed_in(name, reader)
    assert reader is not None  # noqa: S101 - checked
    return cast(AsksAsReaders, registry.get(name)).as_user(reader.person, reader.token)


def check_signed_in(name: str, reader: Reader | None) -> None:
    """Raises NotSignedIn where a reader of such a backend brought nothing that tells who they are."""
    if reader is None:
        raise came_without_sign_in(registry.engine_of(name).label, name)
