"""manage.py draft_dictionary: a data dictionary, metrics and routes to start from, out of a real schema."""

from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from catalog.contracts import LiveTable
from catalog.drafting import draft_folder
from metrics_portal.problems import PortalProblem
from routing import backends
from routing.key_probe import is_key

ROUTES = "metric_routing.yaml"


class Command(BaseCommand):
    requires_system_checks = ()  # they would refuse for a catalog that is still to be drafted
    help = "Write a data dictionary, metrics.yaml and routes to start from, out of a backend's schema."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("--backend", required=True, help="A configured backend, for example postgres.")
        parser.add_argument("--schema", required=True, action="append", help="A schema; may be repeated.")
        parser.add_argument("--out", help="The folder to write to (default: DATA_DICTIONARY_URI).")
        parser.add_argument("--force", action="store_true", help="Overwrite files that are there.")

    def handle(self, *args: Any, **options: Any) -> None:
        name = options["backend"]
        try:
            tables = _introspect(name, options["schema"])
            probe = partial(is_key, backends.get(name))
            files, metrics = draft_folder(tables, backend=name, is_key=probe)
        except PortalProblem as problem:
            raise CommandError(problem.detail) from problem
        files[ROUTES] = _routes(metrics, name)
        folder = Path(options["out"]) if options["out"] else _configured_folder()
        _write(folder, files, force=options["force"])
        self.stdout.write(f"Drafted {len(tables)} tables and {len(metrics)} metrics into {folder}:")
        for file in sorted(files):
            self.stdout.write(f"  {file}")
        self.stdout.write(
            "Read them through: roles, restricted columns, joins. Then set "
            f"DATA_DICTIONARY_URI={folder} and ROUTING_FILE={folder / ROUTES}, and run "
            "manage.py validate_dictionary, sync_catalog and sync_routing."
        )


def _introspect(name: str, schemas: list[str]) -> tuple[LiveTable, ...]:
    if name not in backends.configured():
        raise CommandError(f"No backend {name}. Configured: {', '.join(backends.configured()) or 'none'}.")
    tables = tuple(table for schema in schemas for table in backends.get(name).introspect(schema))
    if not tables:
        raise CommandError(f"{name} shows no tables in {', '.join(schemas)}. Check the name and the grants.")
    return tables


def _configured_folder() -> Path:
    uri = settings.DATA_DICTIONARY_URI
    parts = urlsplit(uri)
    return Path(unquote(parts.path)) if parts.scheme == "file" else Path(uri)


def _write(folder: Path, files: dict[str, str], *, force: bool) -> None:
    there = sorted(name for name in files if (folder / name).exists())
    if there and not force:
        raise CommandError(
            f"{folder} has {', '.join(there)} already. Choose another --out, or overwrite with --force."
        )
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")


def _routes(metrics: list[str], backend: str) -> str:
    lines = (
        f"{name}: {{backend: {backend}, cache_seconds: 300, generation: compiled}}\n" for name in metrics
    )
    return "".join(("# Which backend answers which metric.\n", *lines))
