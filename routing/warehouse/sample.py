"""A few rows of a table that metrics really read: what stands behind "it answers"."""

from collections.abc import Iterator

from sqlglot import exp

from catalog.contracts import Dictionary, Table
from catalog.selectors import definitions_in_force, dictionary
from metrics_portal.problems import NotFound
from sqlgen.contracts import Dialect
from sqlgen.guard import GuardedQuery, Policy, check

ROWS = 5


def sample_query(backend: str, dialect: Dialect) -> GuardedQuery:
    """Five rows of one readable column, guarded like any query; raises NotFound when no table can be sampled."""
    words = dictionary()
    table = next(_candidates(words, backend), None)
    if table is None:
        raise NotFound("The dictionary has no table with a readable column to sample. Describe one.")
    column = next(name for name, column in table.columns.items() if not column.restricted)
    tree = (
        exp.select(exp.column(column, table="s", quoted=True))
        .from_(exp.table_(table.name, db=table.schema, quoted=True).as_("s"))
        .limit(ROWS)
    )
    policy = Policy.from_dictionary(words, dialect=dialect, row_cap=ROWS)
    return check(tree.sql(dialect=dialect), dialect=dialect, policy=policy)


def _candidates(words: Dictionary, backend: str) -> Iterator[Table]:
    """Tables that metrics read there, by name, before any other table."""
    read = {
        source.table
        for definition in definitions_in_force().values()
        for source in definition.sources
        if backend in source.backends
    }
    for key in (*sorted(read), *sorted(words.tables)):
        table = words.tables.get(key)
        if table and any(not column.restricted for column in table.columns.values()):
            yield table
