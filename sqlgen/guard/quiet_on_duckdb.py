"""What never fails on DuckDB, whatever a row holds: columns, and comparisons of likes or with what is written."""

from collections.abc import Iterable
from typing import Final

from sqlglot import exp

from sqlgen.guard.postgres_kinds import Kind
from sqlgen.guard.quiet import Quiet

_VALUES: Final = (exp.Column, exp.Literal, exp.Null, exp.Boolean, exp.Identifier)
_AROUND_VALUES: Final = (exp.Alias, exp.Paren, exp.Group, exp.Order, exp.Ordered, exp.Distinct, exp.Tuple)
_NUMBERS: Final[frozenset[Kind | None]] = frozenset({"whole", "decimal", "double"})
_MOST_DIGITS: Final = 18  # so many fit into one DECIMAL with any BIGINT


class QuietOnDuckDB(Quiet):
    """As `Quiet`, but that all sides are of one kind: DuckDB makes them one, a day a moment and a text a number."""

    def never_fails(self, part: exp.Expr) -> bool:
        """Whether an expression, a clause or a join gives an answer whatever the rows hold."""
        if isinstance(part, exp.Where):
            return self.is_quiet(part)
        if isinstance(part, exp.Join):
            return self.joins_quietly(part)
        stack = [part]
        while stack:
            node = stack.pop()
            if isinstance(node, _AROUND_VALUES):
                stack.extend(node.iter_expressions())
            elif not isinstance(node, _VALUES):
                return False
        return True

    def _is_quiet_part(self, part: exp.Expr) -> bool:
        if isinstance(part, exp.Like | exp.ILike):
            return isinstance(part.this, exp.Column) and isinstance(part.expression, exp.Literal)
        if isinstance(part, exp.In) and part.args.get("query") is not None:
            given = part.args["query"].unnest().expressions
            return len(given) == 1 and self._are_of((), (part.this, *given))
        if isinstance(part, (exp.Column, exp.Literal)):  # of a text DuckDB makes a truth value
            return self._kind(part) == "truth"
        return super()._is_quiet_part(part)

    def _are_of(self, likes: Iterable[frozenset[Kind]], sides: Iterable[exp.Expr]) -> bool:
        listed = [side.unalias().unnest() for side in sides]
        kinds = {self._kind(side) for side in listed} - {"written"}
        if "number" in kinds:
            kinds -= {"number"}
            if not kinds <= _NUMBERS or any(map(_is_long, listed)):
                return False
        if "moment" in kinds and sum(isinstance(side, exp.Column) for side in listed) > 1:
            return False  # one may have a zone, and the other none
        return len(kinds) < 2 and kinds.isdisjoint({None, "gathered"})


def _is_long(side: exp.Expr) -> bool:
    value = side.this if isinstance(side, exp.Neg) else side
    return isinstance(value, exp.Literal) and len(value.name) > _MOST_DIGITS
