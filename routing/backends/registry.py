"""Which engines there are, and the backends settings name, made once per process when first used."""

import importlib
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, cast

from django.conf import settings

from routing.contracts import Backend
from sqlgen.contracts import Dialect


@dataclass(frozen=True, slots=True, kw_only=True)
class Engine:
    """A kind of software SQL runs on. `backend_class` is a dotted path: its driver is imported when first used, or
    before a web server forks, where it starts no threads (`forks`). `by_reader` tells that it can answer a reader by
    their own rights (`backends.readers`)."""

    name: str
    label: str
    dialect: Dialect
    backend_class: str
    forks: bool
    by_reader: bool = False


ENGINES: Mapping[str, Engine] = {
    engine.name: engine
    for engine in (
        Engine(
            name="postgres",
            label="PostgreSQL",
            dialect="postgres",
            backend_class="routing.backends.postgres.PostgresBackend",
            forks=True,
        ),
        Engine(
            name="duckdb",
            label="DuckDB",
            dialect="duckdb",
            backend_class="routing.backends.duckdb.DuckDBBackend",
            forks=True,
        ),
        Engine(
            name="databricks",
            label="Databricks",
            dialect="databricks",
            backend_class="routing.backends.databricks.backend.DatabricksBackend",
            forks=False,  # its connector imports numpy, which has threads of its own from then on
            by_reader=True,
        ),
    )
}


class UnknownBackendError(LookupError):
    """No backend of that name is configured, or its engine is not one we know; says which are."""


_lock = threading.Lock()
_instances: dict[str, Backend] = {}
_inherited: list[
    Backend
] = []  # a parent process's: kept, unused, because closing them here would harm the parent


def configured() -> tuple[str, ...]:
    """Names of the backends in settings.SQL_BACKENDS, sorted."""
    return tuple(sorted(settings.SQL_BACKENDS))


def engine_of(name: str) -> Engine:
    """The engine of a configured backend, without importing its driver; raises UnknownBackendError."""
    if name not in settings.SQL_BACKENDS:
        raise UnknownBackendError(f"No backend is named {name!r}{_nearest(name, configured())}.")
    engine = str(settings.SQL_BACKENDS[name].get("engine", ""))
    if engine not in ENGINES:
        raise UnknownBackendError(
            f"Backend {name!r} has the unknown engine {engine!r}{_nearest(engine, tuple(sorted(ENGINES)))}."
        )
    return ENGINES[engine]


def label_of(name: str) -> str:
    """A backend for people: by its engine's name, and by its own where that says more.

    One that is not configured here is named as well as it can be.
    """
    engine = engine_of(name) if name in settings.SQL_BACKENDS else ENGINES.get(name)
    if engine is None:
        return name
    return engine.label if name == engine.name else f"{engine.label} ({name})"


def get(name: str) -> Backend:
    """The backend of that name, the same one on every call in this process; raises UnknownBackendError.

    It is asked as the portal itself. What is asked for a reader goes by `backends.for_reader`.
    """
    backend = _instances.get(name)
    if backend is not None:
        return backend
    with _lock:
        if name not in _instances:
            _instances[name] = _make(name)
        return _instances[name]


def load_drivers() -> None:
    """Import what the configured backends need and workers can inherit, so that they share it and no first question
    waits for it. Nothing is connected."""
    for name in configured():
        if (engine := engine_of(name)).forks:
            _class_of(engine)


def _make(name: str) -> Backend:
    engine = engine_of(name)
    backend_class = _class_of(engine)
    options: dict[str, Any] = settings.SQL_BACKENDS[name]
    return cast(Backend, backend_class.from_options(name, engine, options))


def _class_of(engine: Engine) -> Any:
    module, _, class_name = engine.backend_class.rpartition(".")
    return getattr(importlib.import_module(module), class_name)


def _nearest(name: str, choices: tuple[str, ...]) -> str:
    close = get_close_matches(name, choices, n=1)
    guess = f"; did you mean {close[0]!r}?" if close else ";"
    return f"{guess} there is {', '.join(choices) or 'none'}"


def _start_afresh() -> None:
    """In a forked child: neither pools nor embedded engines survive a fork, so each is made again when asked
    for."""
    global _lock
    _lock = threading.Lock()
    _inherited.extend(_instances.values())
    _instances.clear()


os.register_at_fork(after_in_child=_start_afresh)
