"""What lies on disk for DuckDB: one database file, or a folder of Parquet files shown as tables.

A folder holds `<schema>/<table>.parquet` or `<schema>/<table>/*.parquet`. Either way a *version* says what is
there now, and `prepare` makes it readable as the catalog `lake` of a fresh in-memory instance. (DuckDB hands
out an open instance again for the same path, whatever file lies there by now; an in-memory one is always
new.)
"""

import logging
import os
import re
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import duckdb
from sqlglot import exp

logger = logging.getLogger(__name__)

CATALOG = "lake"
_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_RESCAN_SECONDS = 1.0

FileState = tuple[str, int, int, int]  # path, inode, mtime in ns, size


@dataclass(frozen=True, slots=True)
class Version:
    """What is on disk. Two equal versions hold the same bytes, as far as file times tell."""

    files: tuple[FileState, ...]
    tables: tuple[
        tuple[str, tuple[str, ...]], ...
    ] = ()  # "schema.table" → its Parquet files; of a folder only

    @property
    def changed_at_ns(self) -> int:
        return max((mtime for _, _, mtime, _ in self.files), default=0)


class Lakehouse:
    """The file or folder at `path`. `clock` gives monotonic seconds: a folder is listed again after one
    second."""

    def __init__(self, path: Path, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.path = path
        self._clock = clock
        self._listed: tuple[float, Version] | None = None

    def version(self) -> Version:
        """What is there now; raises FileNotFoundError (or another OSError) when nothing is."""
        if not self.path.is_dir():
            self._listed = None
            return Version((_state(self.path),))
        now = self._clock()
        if self._listed is None or now - self._listed[0] >= _RESCAN_SECONDS:
            self._listed = (now, _list(self.path.resolve()))
        return self._listed[1]

    def prepare(self, connection: duckdb.DuckDBPyConnection, version: Version) -> None:
        """Make the version readable as the catalog `lake`, and nothing else; before external access is
        closed."""
        if not version.tables and not self.path.is_dir():
            path = exp.Literal.string(str(self.path.resolve())).sql("duckdb")
            connection.execute(f"ATTACH {path} AS {CATALOG} (READ_ONLY)")
            return
        connection.execute(f"ATTACH ':memory:' AS {CATALOG}")
        for table, files in version.tables:
            schema, _, name = table.partition(".")
            connection.execute(f'CREATE SCHEMA IF NOT EXISTS {CATALOG}."{schema}"')
            connection.execute(_view(schema, name, files))
        allowed = exp.array(*(exp.Literal.string(path) for path, *_ in version.files)).sql("duckdb")
        connection.execute(f"SET allowed_paths = {allowed}")


def stored_at_ns(version: Version, table: str) -> int:
    """When the newest file behind "schema.table" was changed, in ns since 1970."""
    files = dict(version.tables).get(table)
    states = [state for state in version.files if files is None or state[0] in files]
    return Version(tuple(states)).changed_at_ns


def _view(schema: str, name: str, files: tuple[str, ...]) -> str:
    paths = exp.array(*(exp.Literal.string(path) for path in files))
    return exp.Create(
        this=exp.table_(name, db=schema, catalog=CATALOG, quoted=True),
        kind="VIEW",
        expression=exp.select("*").from_(exp.func("READ_PARQUET", paths, dialect="duckdb")),
    ).sql("duckdb")


def _list(root: Path) -> Version:
    tables: dict[str, tuple[str, ...]] = {}
    for schema in _folders(root):
        tables.update(_tables_of(schema))
    states = tuple(_state(Path(path)) for paths in tables.values() for path in paths)
    return Version(states, tuple(sorted(tables.items())))


def _tables_of(schema: Path) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for folder in _folders(schema):
        if files := tuple(sorted(str(file) for file in folder.glob("*.parquet"))):
            found[f"{schema.name}.{folder.name}"] = files
    for file in sorted(schema.glob("*.parquet")):
        key = f"{schema.name}.{file.stem}"
        if not _NAME.fullmatch(file.stem):
            logger.warning("%s is left out: a table's name has letters, digits and _ only", file)
        elif key in found:
            logger.warning("%s is left out: there is also a folder of that name", file)
        else:
            found[key] = (str(file),)
    return found


def _folders(parent: Path) -> Iterator[Path]:
    for child in sorted(parent.iterdir()):
        if child.is_dir() and _NAME.fullmatch(child.name):
            yield child


def _state(path: Path) -> FileState:
    found = os.stat(path)
    return (str(path), found.st_ino, found.st_mtime_ns, found.st_size)
