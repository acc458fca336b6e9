"""The steps between a running database and a portal that may start, in this process: Django loads once."""

from collections.abc import Callable
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.core.cache import caches
from django.core.checks import run_checks
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection, connections
from django.db.migrations.executor import MigrationExecutor

from metrics_portal import boot, schema_drift
from metrics_portal.shared_cache import cache_failures
from metrics_portal.up.report import CannotStart, step
from metrics_portal.up.static_files import collect_if_changed


def prepare(var_dir: Path) -> None:
    """Migrate, collect, seed and sync; raises CannotStart with what to do when a step refuses."""
    _step("migrations", _migrate)
    if settings.REDIS_URL:
        _step("Redis", _reach_redis)
    _step("static files", lambda: _collect(var_dir))
    if settings.DEMO:
        _step("demo data", lambda: _command("seed_demo", by_make_up=True))
    _step("catalog", lambda: _command("sync_catalog"))
    _step("routes", lambda: _lines("sync_routing", brief=True))
    if settings.DEMO:
        _step("dashboards", lambda: _command("apply_demo_dashboards"))
    _step("boot checks", check_boot)
    for one in connections.all():
        one.close()


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
            f"The portal's database at {_where()} gave no answer: {str(error).strip().splitlines()[0]}. "
            "Check DATABASE_URL and that the server runs; without DATABASE_URL the portal starts its own."
        ) from error
    executor = MigrationExecutor(connection)
    pending = len(executor.migration_plan(executor.loader.graph.leaf_nodes()))
    if pending:
        call_command("migrate", interactive=False, verbosity=0)
        call_command("createcachetable", verbosity=0)
    if drifted := boot.errors_of(schema_drift.findings()):
        raise CannotStart(boot.told(drifted))
    return f"{pending} applied" if pending else "nothing pending"


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
