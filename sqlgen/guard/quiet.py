"""What never fails in PostgreSQL, whatever a row holds: conditions that need no fence (`fence.py`).

A short list, and everything else counts as what may fail: stored columns of plain types, and what aggregates give,
compared with their likes or with written values. PostgreSQL itself lets these comparisons go before a security
barrier (`pg_proc.proleakproof`; a test asks it), but for DECIMALs, and days beside moments, which it compares whatever
they hold. A DECIMAL and a DOUBLE are no likes: of 1e400 there is no DOUBLE, nor of 1e-400, and how many digits a
stored DECIMAL has only PostgreSQL knows for certain.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from sqlglot import exp

from sqlgen.guard.collations import Collations
from sqlgen.guard.columns import Columns
from sqlgen.guard.postgres_constants import is_reckoned
from sqlgen.guard.postgres_kinds import Kind, kind_of_type
from sqlgen.guard.scope import OutputColumn
from sqlgen.guard.spines import SPINES

_JOINED: Final = (exp.Where, exp.Having, exp.And, exp.Or, exp.Not, exp.Paren)
_COMPARED: Final = (
    *(exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE),
    *(exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between),
)
_GATHERING: Final = (exp.AggFunc, exp.Filter, exp.WithinGroup)
_LISTED: Final[tuple[frozenset[Kind], ...]] = (
    frozenset({"whole", "number", "double"}),
    frozenset({"whole", "number", "decimal"}),
    frozenset({"number", "gathered"}),
)
# PostgreSQL compares days with moments as they are, and makes none of the other, but in a list (IN).
_ALIKE: Final[tuple[frozenset[Kind], ...]] = (
    *_LISTED,
    frozenset({"whole", "number", "gathered"}),
    frozenset({"date", "moment", "gathered"}),
    frozenset({"text", "gathered"}),
)


class Quiet:
    """What is quiet in one resolved statement."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._collations = Collations(columns)
        self._known: dict[int, Kind | None] = {}  # by id of the output

    def is_quiet(self, condition: exp.Expr) -> bool:
        """Whether no part of a condition fails for any row."""
        return all(map(self._is_quiet_part, _parts(condition)))

    def joins_quietly(self, join: exp.Join) -> bool:
        """Whether a condition is quiet, and what USING names is of one type: it is compared, and made one."""
        for key in join.args.get("using") or ():
            shared = self._columns.shared[id(key)]
            kinds = set(map(self._of_output, shared))
            if len(kinds) > 1 or not kinds.isdisjoint({None, "moment", "gathered"}):
                return False
            if self._collations.may_differ_of(shared):
                return False
        on = join.args.get("on")
        return on is None or self.is_quiet(on)

    def _is_quiet_part(self, part: exp.Expr) -> bool:
        if isinstance(part, exp.Is):
            if isinstance(part.this, exp.Column) and self._is_stored(part.this):
                return True  # of any type
            return self._is_quiet_part(part.this.unnest())
        if isinstance(part, (*_COMPARED, exp.In)) and self._collations.may_differ(part):
            return False
        if isinstance(part, _COMPARED):
            return self._are_of(_ALIKE, part.iter_expressions())
        if isinstance(part, exp.In):
            return not part.args.get("query") and self._are_listed(part)
        return self._kind(part) is not None

    def _are_listed(self, part: exp.In) -> bool:
        """PostgreSQL makes what stands in IN one type: a day a moment, a moment without a zone one with it."""
        moments = [side for side in part.iter_expressions() if self._kind(side) == "moment"]
        return len(moments) < 2 and self._are_of(_LISTED, part.iter_expressions())

    def _are_of(self, likes: Iterable[frozenset[Kind]], sides: Iterable[exp.Expr]) -> bool:
        kinds = {self._kind(side) for side in sides} - {"written"}
        return None not in kinds and (len(kinds) < 2 or any(kinds <= alike for alike in likes))

    def _kind(self, node: exp.Expr) -> Kind | None:
        """The kind of a stored, gathered or written value; None for what is reckoned of any, and may fail."""
        node = node.unalias().unnest()
        if isinstance(node, exp.Column):
            bound = self._columns.owners.get(id(node))
            return self._of_output(bound.column) if bound is not None else None
        if isinstance(node, _GATHERING):
            return self._gathered(node)
        if is_reckoned(node):
            return "moment"
        value = node.this if isinstance(node, exp.Cast) else node
        value = value.this if isinstance(value, exp.Neg) else value
        if not isinstance(value, exp.Literal | exp.Null | exp.Boolean):
            return None
        if isinstance(node, exp.Cast):
            return kind_of_type(node.to.sql("postgres"))
        return "number" if isinstance(value, exp.Literal) and not value.is_string else "written"

    def _of_output(self, output: OutputColumn) -> Kind | None:
        if id(output) not in self._known:
            self._known[id(output)] = self._of_made(output)
        return self._known[id(output)]

    def _of_made(self, output: OutputColumn) -> Kind | None:
        """The kind of a column; what set operations put below each other must be of one."""
        if not output.made:
            return kind_of_type(output.kind)
        kinds = set(map(self._of_one, output.made)) - {"written"}
        if len(kinds) > 1 or (
            len(output.made) > 1 and kinds == {"moment"}
        ):  # some with a zone, and some without
            return None
        return kinds.pop() if kinds else "text"

    def _of_one(self, made: exp.Expr) -> Kind | None:
        made = made.unalias().unnest()
        series = made.this if isinstance(made, exp.Cast) else made
        if isinstance(series, SPINES) or isinstance(made, exp.Window):
            return self._gathered(made)
        kind = self._kind(made)
        # In a row 1e400 is a DECIMAL, and only becomes a DOUBLE when it is compared.
        return "decimal" if kind == "number" else kind

    def _is_stored(self, column: exp.Column) -> bool:
        bound = self._columns.owners.get(id(column))
        return bound is not None and bound.source.table is not None

    def _gathered(self, part: exp.Expr) -> Kind | None:
        """Of rows that have passed, or of a series. Of which type nobody asks, but it is none of the strange ones."""
        known = (self._kind(column) for column in part.find_all(exp.Column))
        return None if part.find(exp.Query) or None in known else "gathered"


def _parts(condition: exp.Expr) -> Iterator[exp.Expr]:
    stack = [condition]
    while stack:  # chains may be long
        part = stack.pop()
        if isinstance(part, _JOINED):
            stack.extend(part.iter_expressions())
        else:
            yield part
