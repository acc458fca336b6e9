"""The query that tells when a table was last loaded."""

from datetime import UTC, date, datetime, time

from sqlglot import exp

from catalog.contracts import Dictionary
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery, Policy, check


def last_load_query(dictionary: Dictionary, table: str, dialect: Dialect) -> GuardedQuery | None:
    """SELECT the newest value of the table's loaded_at_column, guarded; None where the dictionary names
    none."""
    described = dictionary.tables.get(table)
    if described is None or not described.loaded_at_column:
        return None
    newest = exp.Max(this=exp.column(described.loaded_at_column, quoted=True)).as_("loaded_at", quoted=True)
    tree = exp.select(newest).from_(exp.table_(described.name, db=described.schema, quoted=True))
    policy = Policy.from_dictionary(dictionary, dialect=dialect, row_cap=1)
    return check(tree.sql(dialect=dialect), dialect=dialect, policy=policy)


def as_instant(loaded: object) -> datetime | None:
    """An aware instant in UTC. A value without a zone is read as UTC, a date as its first moment."""
    if isinstance(loaded, datetime):
        return loaded.astimezone(UTC) if loaded.tzinfo else loaded.replace(tzinfo=UTC)
    if isinstance(loaded, date):
        return datetime.combine(loaded, time.min, tzinfo=UTC)
    return None
