"""The steps between a running database and a portal that may start, in this process: Django loads once."""

from collections.abc import Callable, Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import OperationalError, ProgrammingError, connection, connections
from django.db.migrations.exceptions import MigrationSchemaMissing
from django.db.migrations.executor import MigrationExecutor
from psycopg.errors import InsufficientPrivilege

from metrics_portal import boot, schema_drift
from metrics_portal.shared_cache import cache_failures
from metrics_portal.up.report import CannotStart, Stopped, step
from metrics_portal.up.static_files import collect_if_changed


def prepare(var_dir: Path, is_stopping: Callable[[], bool]) -> None:
    """Migrate, collect, seed and sync; raises CannotStart with what to do when a step refuses.

    Raises Stopped before a step when it is stopping by then. A step is never cut short.
    """
    for name, run in _steps(var_dir):
        if is_stopping():
            raise Stopped
        _step(name, run)
    for one in connections.all():
        one.close()


def _steps(var_dir: Path) -> Iterator[tuple[str, Callable[[], str | list[str]]]]:
    yield "migrations", _migrate
    if settings.REDIS_URL:
        yield "Redis", _reach_redis
    yield "static files", lambda: _collect(var_dir)
    if settings.DEMO:
        yield "demo data", lambda: _command("seed_demo", by_make_up=True)
    yield "catalog", lambda: _command("sync_catalog")
    yield "routes", lambda: _lines("sync_routing", brief=True)
    if settings.DEMO:
        yield "dashboards", lambda: _command("apply_demo_dashboards")
    yield "boot checks", check_boot


def _step(name: str, run: Callable[[], str | list[str]]) -> None:
    """Run it; what it returns is its outcome, of several lines the last one."""
    with step(name) as progress:
        try:
            said = run()
            *progress.details, progress.outcome = [said] if isinstance(said, str) else said
        except CommandError as error:
            raise CannotStart(str(error)) from error


def _migrate() -> str:
    try:
        connection.ensure_connection()
    except OperationalError as error:
        raise CannotStart(
            f"The portal's database at {_where()} gave no answer: {_first_line(error)}. "
            "Check DATABASE_URL and that the server runs; without DATABASE_URL the portal starts its own."
        ) from error
    try:
        pending = _bring_up_to_date()
    except (ProgrammingError, MigrationSchemaMissing) as error:
        if isinstance(error, ProgrammingError) and not isinstance(error.__cause__, InsufficientPrivilege):
            raise
        raise CannotStart(
            f"The portal may not make its tables in {_where()}: {_first_line(error)}. Make the role of DATABASE_URL "
            "the owner of that database and run `make up` again."
        ) from error
    if drifted := boot.errors_of(schema_drift.findings()):
        raise CannotStart(boot.told(drifted))
    return f"{pending} applied" if pending else "nothing pending"


def _bring_up_to_date() -> int:
    """Make what is missing; gives the number of migrations that were applied."""
    executor = MigrationExecutor(connection)
    pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if pending:
        call_command("migrate", interactive=False, verbosity=0)
    # Also where nothing is pending: a run before this one may have had Redis, or may have been killed right here.
    call_command("createcachetable", verbosity=0)
    return pending


def _reach_redis() -> str:
    parts = urlsplit(settings.REDIS_URL)
    where = f"{parts.hostname}:{parts.port or 6379}" if parts.hostname else parts.path
    try:
        caches["answers"].get("make-up")
    except cache_failures() as error:
        raise CannotStart(
            f"Redis at {where} gave no answer: {str(error).rstrip('.')}. "
            "Check REDIS_URL and that the server runs; without REDIS_URL the portal needs none."
        ) from error
    return f"{where} answers"


def _first_line(error: Exception) -> str:
    return str(error).strip().splitlines()[0].rstrip(".")


def _where() -> str:
    """Host, port and database; never the password."""
    chosen = connection.settings_dict
    host = chosen["HOST"] or chosen["OPTIONS"].get("host", "localhost")
    return f"{host}:{chosen['PORT'] or 5432}/{chosen['NAME']}"


def _collect(var_dir: Path) -> str:
    return "collected" if collect_if_changed(var_dir / "static.stamp") else "unchanged"


def _command(name: str, **options: bool) -> str:
    """Run a command of ours; the last line it writes."""
    return _lines(name, **options)[-1]


def _lines(name: str, **options: bool) -> list[str]:
    """Run a command of ours; what it writes, at least one line."""
    said = StringIO()
    call_command(name, stdout=said, no_color=True, **options)
    return said.getvalue().strip().splitlines() or [""]


def check_boot() -> str:
    """Every error at once, each with its hint."""
    messages = list(run_checks())
    messages += [finding for finding in boot.findings() if finding not in messages]
    errors = boot.errors_of(messages)
    if errors:
        raise CannotStart(boot.told(errors))
    warnings = [f"{message.id}: {message.msg}" for message in messages]
    return "; ".join(warnings) if warnings else "clean"
