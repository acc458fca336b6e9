"""Trees as text of one dialect: the last step, and the only place where SQL becomes a string."""

from sqlglot import exp

from sqlgen.contracts import Dialect


def render(query: exp.Query, dialect: Dialect, *, pretty: bool = False) -> str:
    """The query as SQL, names quoted; on one line unless `pretty`. Raises when the dialect cannot say a part
    of it.
    """
    return query.sql(dialect=dialect, identify=True, pretty=pretty, copy=True, comments=False)
