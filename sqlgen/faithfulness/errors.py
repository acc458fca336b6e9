"""What is said of SQL that cannot be shown to compute a metric."""

from sqlglot import exp

from metrics_portal.problems import PortalProblem
from sqlgen.contracts import Dialect

_SHOWN = 60


class UnfaithfulSql(PortalProblem):
    """The SQL cannot be shown to compute exactly the metric that was asked for.

    `missing` are sentences for a person: what is missing, what is there beside it, what cannot be followed.
    """

    status = 422
    code = "unfaithful_sql"
    title = "The SQL does not compute the metric"

    def __init__(self, missing: tuple[str, ...]) -> None:
        super().__init__(" ".join(missing), missing=list(missing))
        self.missing = missing

    def __reduce__(self) -> tuple[type["UnfaithfulSql"], tuple[tuple[str, ...]]]:
        return type(self), (self.missing,)


class Unproven(Exception):
    """A construct whose meaning is not followed; the message is a sentence for a person."""


def not_followed(node: exp.Expr, dialect: Dialect) -> Unproven:
    """The refusal of an expression that no rule reads."""
    text = node.sql(dialect=dialect, comments=False)
    return Unproven(f"{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'} cannot be followed.")
