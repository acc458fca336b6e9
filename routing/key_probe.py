"""Asks an engine whether columns identify a table's rows: what a join may end at."""

import logging

from sqlglot import exp

from catalog.contracts import LiveTable
from routing.contracts import Backend, BackendError
from sqlgen.guard import Policy, check

logger = logging.getLogger(__name__)


def is_key(backend: Backend, table: LiveTable, columns: tuple[str, ...]) -> bool | None:
    """Whether the columns are filled and different in every row; None when the engine did not say in time."""
    name = f"{table.schema}.{table.name}"
    types = {column.name: column.type for column in table.columns}
    policy = Policy.from_allowlist({"row_cap": 1, "tables": {name: {"columns": types}}})
    query = check(_repeated(table, columns).sql(backend.dialect), dialect=backend.dialect, policy=policy)
    try:
        return not backend.execute(query).rows
    except BackendError as error:
        logger.warning("%s: whether %s is a key is not known: %s", name, ", ".join(columns), error.detail)
        return None


def _repeated(table: LiveTable, columns: tuple[str, ...]) -> exp.Select:
    """One row for a value that is there twice, or missing; no row when the columns are a key."""
    names = [exp.column(column, quoted=True) for column in columns]
    several = exp.Count(this=exp.Star()) > 1
    missing = [exp.EQ(this=exp.Count(this=name.copy()), expression=exp.Literal.number(0)) for name in names]
    source = exp.table_(table.name, db=table.schema, quoted=True)
    return exp.select(*names).from_(source).group_by(*names).having(exp.or_(several, *missing)).limit(1)
