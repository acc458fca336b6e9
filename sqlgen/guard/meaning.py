"""What sqlglot would write otherwise than it was read, kept as it was meant."""

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.rewrite import (
    keep_date_parts,
    keep_dates,
    keep_formats,
    keep_logarithms,
    keep_percentiles,
    keep_separators,
    keep_sizes,
    keep_written_formats,
)


def keep_meaning(tree: exp.Expr, dialect: Dialect) -> None:
    """Change what sqlglot would write as something else, such as an exact percentile of Databricks as an approximate
    one; raises GuardViolation where it cannot be said. For every text that is read and written again.
    """
    keep_percentiles(tree, dialect)
    keep_dates(tree, dialect)
    keep_sizes(tree, dialect)
    keep_formats(tree, dialect)
    keep_written_formats(tree, dialect)
    keep_logarithms(tree)
    keep_date_parts(tree)
    keep_separators(tree, dialect)
