"""A warehouse's tables and views: from Unity Catalog's information_schema, else by statements that a Hive
metastore and plain Spark know too."""

from collections import defaultdict
from collections.abc import Iterator

from sqlglot import exp

from catalog.contracts import LiveColumn, LiveTable
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.session import WarehouseSession

_MANY = 100_000
# The values are parameters that the warehouse binds. A view has columns here like a table.
_COLUMNS = """
    SELECT table_name, column_name, full_data_type, is_nullable
    FROM information_schema.columns
    WHERE table_schema = :schema AND (:name = '' OR table_name = :name)
    ORDER BY table_name, ordinal_position
"""


def live_tables(session: WarehouseSession, schema: str, table: str | None) -> tuple[LiveTable, ...]:
    """The tables and views of a schema, or the one named `table`, by name; none where the schema is not.

    The warehouse keeps no row estimate, and its keys are promises nobody checks, so both are left out.
    """
    try:
        columns = _from_unity_catalog(session, schema, table)
    except Fault as fault:
        if fault.trouble is not Trouble.NO_SUCH:
            raise
        columns = _described(session, schema, table)  # no Unity Catalog here
    return tuple(
        LiveTable(schema=schema, name=name, columns=tuple(found))
        for name, found in sorted(columns.items())
        if found
    )


def _from_unity_catalog(
    session: WarehouseSession, schema: str, table: str | None
) -> dict[str, list[LiveColumn]]:
    _, rows = session.fetch(_COLUMNS, limit=_MANY, parameters={"schema": schema, "name": table or ""})
    columns: dict[str, list[LiveColumn]] = defaultdict(list)
    for name, column, kind, nullable in rows:
        columns[str(name)].append(
            LiveColumn(name=str(column), type=str(kind).lower(), nullable=nullable != "NO")
        )
    return columns


def _described(session: WarehouseSession, schema: str, table: str | None) -> dict[str, list[LiveColumn]]:
    try:
        names = [table] if table else list(_names(session, schema))
        return {name: list(_columns(session, schema, name)) for name in names}
    except Fault as fault:
        if fault.trouble is Trouble.NO_SUCH:
            return {}
        raise


def _names(session: WarehouseSession, schema: str) -> Iterator[str]:
    columns, rows = session.fetch(f"SHOW TABLES IN {_quoted(schema)}", limit=_MANY)
    places = {column.name.lower(): place for place, column in enumerate(columns)}
    name, temporary = places["tablename"], places.get("istemporary")
    for row in rows:
        if temporary is None or not row[temporary]:
            yield str(row[name])


def _columns(session: WarehouseSession, schema: str, table: str) -> Iterator[LiveColumn]:
    _, rows = session.fetch(f"DESCRIBE TABLE {_quoted(schema)}.{_quoted(table)}", limit=_MANY)
    for name, kind, *_ in rows:
        if not name or str(name).startswith("#"):  # partitions and metadata come after the columns
            return
        yield LiveColumn(name=str(name), type=str(kind).lower(), nullable=True)


def _quoted(name: str) -> str:
    return exp.to_identifier(name, quoted=True).sql(dialect="databricks")
