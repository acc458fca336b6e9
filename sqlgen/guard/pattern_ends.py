"""PostgreSQL tries LIKE on values of a column, hidden ones among them, while it plans: no such try may fail.

For a pattern that it knows by then it counts how many of the most common values fit, behind every fence. A pattern
that ends in its escape character fails for those of which it comes so far (`'%cret\\'`), and so an error would tell of
a hidden text. A pattern made in the query is known by then where nothing that is stored is in it.
"""

from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.literals import is_text
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import OutputColumn
from sqlgen.guard.violation import GuardViolation

_ESCAPE: Final = "\\"
# What is not known before it runs if anything in it is not.
_KEEPING: Final = (
    *(exp.DPipe, exp.Concat, exp.Lower, exp.Upper, exp.Trim, exp.Replace, exp.Substring, exp.Left),
    *(exp.Right, exp.Cast, exp.Paren),
)


def _escape_of(like: exp.Expr) -> str:
    """The escape character of a LIKE; none after ESCAPE ''."""
    around = like.parent
    return str(around.expression.name) if isinstance(around, exp.Escape) else _ESCAPE


def _ends_in(text: str, escape: str) -> bool:
    """Whether a pattern ends in an escape character that is not itself escaped."""
    return bool(escape) and (len(text) - len(text.rstrip(escape))) % 2 == 1


def check_ends(root: exp.Expr, columns: Columns) -> None:
    """Raise GuardViolation for a pattern that could be known to PostgreSQL and end in its escape character."""
    for like in root.find_all(exp.Like, exp.ILike):
        ends = _Ends(columns, _escape_of(like))
        if not all(map(ends.is_sure, _patterns(like.expression))):
            raise GuardViolation(
                "unsupported",
                "For viewers with row rules a LIKE pattern on PostgreSQL is a text, or texts and what is stored"
                " joined (x LIKE y || '%'). No text in it ends in its escape character.",
                position_of(like),
            )


def _patterns(pattern: exp.Expr) -> list[exp.Expr]:
    listed = pattern.this if isinstance(pattern, exp.Any | exp.All) else pattern
    inner = listed.unnest()
    return inner.expressions if isinstance(inner, exp.Array) else [listed]


class _Ends:
    """How patterns with one escape character end."""

    def __init__(self, columns: Columns, escape: str) -> None:
        self._escape = escape
        self._columns = columns
        self._known: dict[int, bool] = {}  # by id of the output

    def is_sure(self, pattern: exp.Expr) -> bool:
        """Whether a pattern is not known before it runs, or ends in anything but the escape character."""
        if not self._escape:
            return True
        if is_text(pattern.unnest()):
            return not _ends_in(pattern.unnest().name, self._escape)
        return self._is_stored(pattern) or self._ends_well(pattern)

    def _is_stored(self, part: exp.Expr) -> bool:
        """Whether something that is stored is in a pattern."""
        if isinstance(part, exp.Column):
            bound = self._columns.owners.get(id(part))
            return bound is not None and bound.source.table is not None
        return isinstance(part, _KEEPING) and any(map(self._is_stored, part.iter_expressions()))

    def _ends_well(self, part: exp.Expr) -> bool:
        bound = self._columns.owners.get(id(part))
        if bound is not None:  # a column, or a query that is a value
            return self._made_well(bound.column)
        if isinstance(part, exp.DPipe | exp.Concat):
            *before, last = part.expressions or (part.this, part.expression)
            if is_text(last) and last.name:
                before.clear()  # what is empty ends in what stands before it
            return all(map(self._ends_well, (*before, last)))
        if isinstance(part, exp.Paren):
            return self._ends_well(part.this)
        return isinstance(part, exp.Null) or (is_text(part) and not part.name.endswith(self._escape))

    def _made_well(self, output: OutputColumn) -> bool:
        if id(output) not in self._known:
            known = [made for made in output.made if not self._is_stored(made)]
            self._known[id(output)] = bool(output.made) and all(map(self._ends_well, known))
        return self._known[id(output)]
