"""A warehouse's tables and views, by statements that Unity Catalog, a Hive metastore and plain Spark all know."""

from collections.abc import Iterator

from sqlglot import exp

from catalog.contracts import LiveColumn, LiveTable
from routing.backends.base import Session
from routing.backends.databricks.faults import Fault, Trouble

_MANY = 10_000


def live_tables(session: Session, schema: str, table: str | None) -> tuple[LiveTable, ...]:
    """The tables and views of a schema, or the one named `table`, by name; none where the schema is not."""
    try:
        names = [table] if table else sorted(_names(session, schema))
    except Fault as fault:
        if fault.trouble is Trouble.NO_SUCH:
            return ()
        raise
    described = ((name, _columns(session, schema, name)) for name in names)
    return tuple(
        LiveTable(schema=schema, name=name, columns=columns, row_estimate=None)
        for name, columns in described
        if columns
    )


def _names(session: Session, schema: str) -> Iterator[str]:
    columns, rows = session.fetch(f"SHOW TABLES IN {_quoted(schema)}", limit=_MANY)
    places = {column.name.lower(): place for place, column in enumerate(columns)}
    name, temporary = places["tablename"], places.get("istemporary")
    for row in rows:
        if temporary is None or not row[temporary]:
            yield str(row[name])


def _columns(session: Session, schema: str, table: str) -> tuple[LiveColumn, ...]:
    """Its columns in their order; none where there is no such table."""
    try:
        _, rows = session.fetch(f"DESCRIBE TABLE {_quoted(schema)}.{_quoted(table)}", limit=_MANY)
    except Fault as fault:
        if fault.trouble is Trouble.NO_SUCH:
            return ()
        raise
    found: list[LiveColumn] = []
    for name, kind, *_ in rows:
        if not name or str(name).startswith("#"):  # partitions and metadata come after the columns
            break
        found.append(LiveColumn(name=str(name), type=str(kind).lower(), nullable=True))
    return tuple(found)


def _quoted(name: str) -> str:
    return exp.to_identifier(name, quoted=True).sql(dialect="databricks")
