"""What never fails in PostgreSQL, whatever a row holds: conditions that need no fence (`fence.py`).

Reckoning does fail (too big, by zero), and so does most of the rest. What inner queries gather of many rows, or write
out, may be far from all that is stored: a choice between such a value and a stored one makes one kind of both, and of
the year 300000 there is no moment, of 1e400 no DOUBLE.
"""

import re
from collections.abc import Iterator
from typing import Final

from sqlglot import exp

from sqlgen.guard.anded import anded
from sqlgen.guard.columns import Columns
from sqlgen.guard.kinds import element, is_list, is_moment
from sqlgen.guard.postgres_kinds import is_odd, is_wide
from sqlgen.guard.scope import OutputColumn
from sqlgen.guard.zones import is_known_zone

# These never fail, whatever value they meet.
_QUIET: Final = frozenset(
    {
        *(exp.Where, exp.Having, exp.Alias, exp.Identifier, exp.Paren, exp.Tuple, exp.Star),
        *(exp.Null, exp.Boolean, exp.Interval, exp.Var, exp.CurrentDate, exp.CurrentTimestamp),
        *(exp.And, exp.Or, exp.Not, exp.Is, exp.In, exp.Coalesce, exp.Nullif, exp.Case, exp.If),
        *(exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between),
        *(exp.Upper, exp.Lower, exp.Trim, exp.Concat),
    }
)
_COMPARISONS: Final = (
    *(exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ, exp.Between),
)
_COMPARED: Final = (*_COMPARISONS, exp.Like, exp.ILike)
# A choice may make a moment of a day, or a DOUBLE of a DECIMAL, once it is made. So what is chosen looks like neither;
# what is only compared with is read before any row.
_FAR_TEXT: Final = re.compile(
    r"(?<![0-9])(?<!:[0-9]{2}\.)[0-9]{6}|[0-9]{30}|[eE][-+]?[0-9]{2}|(?i:(?<![a-z])bc(?![a-z]))"
)
_FAR_NUMBER: Final = re.compile(r"[eE][-+]?[0-9]{2}|.{30}")
_TIMES: Final = frozenset({exp.DType.DATE, exp.DType.TIMESTAMP, exp.DType.TIMESTAMPTZ})
_TEXTS: Final = frozenset({exp.DType.TEXT, exp.DType.VARCHAR})
# Times are cut by the other parts in no row: "unit dow not supported". By weeks an interval is not.
_CUT_BY: Final = frozenset(
    f"{unit}{plural}"
    for unit in ("MICROSECOND", "MILLISECOND", "SECOND", "MINUTE", "HOUR", "DAY", "MONTH", "YEAR")
    for plural in ("", "S")
) | {"QUARTER", "DECADE", "CENTURY"}
_WEEKS: Final = frozenset({"WEEK", "WEEKS"})
_MOMENTS: Final = (exp.AtTimeZone, exp.CurrentDate, exp.CurrentTimestamp)
# Compared with each other, none of these is made a DOUBLE; and each is equal to itself, as a list, too.
_EXACT: Final = re.compile(
    r"(?:small|big)?(?:int|serial)[248]?|integer|(?:numeric|decimal|varchar|char|character(?: varying)?)"
    r"(?: ?\([0-9, ]*\))?|text|string|bool(?:ean)?|uuid|date"
    r"|time(?:stamp)?(?:tz)?(?: ?\([0-9]\))?(?: with(?:out)? time zone)?"
)
_INEXACT: Final = frozenset({exp.DType.FLOAT, exp.DType.DOUBLE})


class Quiet:
    """What is quiet in one resolved statement. `listed`: some column of the policy could be a list."""

    def __init__(self, columns: Columns, *, listed: bool) -> None:
        self._columns = columns
        self._listed = listed
        self._far: dict[int, bool] = {}  # by id of the output
        self._gathered: dict[int, bool] = {}  # likewise
        self._exact: dict[int, bool] = {}  # likewise
        self._alike: dict[int, bool] = {}  # by id of the comparison

    def is_quiet(self, part: exp.Expr) -> bool:
        """Whether nothing in an expression fails for any row."""
        if isinstance(part.unalias(), exp.Column):
            return True
        return all(map(self._is_quiet_node, _reckoned(part))) and not any(map(self._mixes, anded(part)))

    def joins_quietly(self, join: exp.Join) -> bool:
        """Whether the columns that USING names are compared, and made one, whatever they hold."""
        shared = (self._columns.shared[id(key)] for key in join.args.get("using") or ())
        return all(
            len(set(map(self._is_far_output, sides))) < 2
            and all(_is_ordered_kind(side.kind) for side in sides)
            for sides in shared
        )

    def _is_quiet_node(self, node: exp.Expr) -> bool:
        """Whether a node fails for no row. A query inside is not quiet: it may fail by its rows."""
        if isinstance(node, exp.Column):
            return self._is_ordered(node)
        if type(node) in _QUIET:
            return True
        if isinstance(node, exp.Literal):
            return _is_compared(node) or _is_near(node)
        if isinstance(node, exp.Neg):
            return isinstance(node.this, exp.Literal) and _is_near(node.this)
        if isinstance(node, exp.DPipe):
            return not self._listed  # of lists in lists and others PostgreSQL makes none
        if isinstance(node, exp.Like | exp.ILike):
            return isinstance(node.expression, exp.Literal) and "\\" not in node.expression.name
        if isinstance(node, exp.AtTimeZone):
            return is_known_zone(node.args.get("zone"))
        if isinstance(node, exp.TimestampTrunc):
            return self._cuts(node)
        if isinstance(node, exp.Cast):
            kind = node.to.args["this"]
            if isinstance(node.this, exp.Literal):
                return _is_compared(node) or _is_near(node.this)
            return kind in _TEXTS or (
                kind in _TIMES and isinstance(node.this, exp.AtTimeZone | exp.TimestampTrunc)
            )
        return False

    def _cuts(self, node: exp.TimestampTrunc) -> bool:
        unit, zone = node.text("unit").upper(), node.args.get("zone")
        if zone is not None:
            return is_known_zone(zone) and unit in _CUT_BY | _WEEKS
        return unit in _CUT_BY or (unit in _WEEKS and self._is_moment(node.this))

    def _is_moment(self, node: exp.Expr) -> bool:
        """Whether a value is surely no interval."""
        while isinstance(node, exp.TimestampTrunc | exp.Paren):
            node = node.this
        if isinstance(node, exp.Column):
            bound = self._columns.owners.get(id(node))
            return bound is not None and is_moment(bound.column.kind)
        if isinstance(node, exp.Cast):
            return node.to.args["this"] in _TIMES
        return isinstance(node, _MOMENTS)

    def _is_ordered(self, column: exp.Column) -> bool:
        """Whether a value may be compared."""
        return all(_is_ordered_kind(output.kind) for output in self._outputs(column))

    def _mixes(self, condition: exp.Expr) -> bool:
        """Whether a value that may be far meets one of a row, in more than a comparison of likes."""
        read = [node for node in _reckoned(condition) if isinstance(node, exp.Column)]
        far = [column for column in read if self._is_far(column)]
        if not far or all(map(self._is_gathered, read)):
            return False
        return not all(self._stands_alone(column, condition) for column in far)

    def _stands_alone(self, column: exp.Column, condition: exp.Expr) -> bool:
        """Whether a column is compared with its likes, or stands there as it is."""
        around: exp.Expr = column
        while around is not condition and isinstance(around.parent, exp.Paren | exp.Alias):
            around = around.parent
        compared = None if around is condition else around.parent
        if compared is None or isinstance(compared, exp.Is):
            return True
        if not isinstance(compared, (*_COMPARISONS, exp.In)) or compared.args.get("query") is not None:
            return False
        if id(compared) not in self._alike:
            self._alike[id(compared)] = all(
                self._is_like(side.unnest()) for side in compared.iter_expressions()
            )
        return self._alike[id(compared)]

    def _is_like(self, side: exp.Expr) -> bool:
        """Whether a side of a comparison is such a value itself, or holds none and is no DOUBLE."""
        if isinstance(side, exp.Column):
            return self._is_far(side) or self._is_made_exact(side)
        return not any(map(self._is_far, side.find_all(exp.Column))) and self._is_made_exact(side)

    def _is_far(self, column: exp.Column) -> bool:
        return any(map(self._is_far_output, self._outputs(column)))

    def _outputs(self, column: exp.Column) -> list[OutputColumn]:
        bound = self._columns.owners.get(id(column))
        return [bound.column if bound is not None else OutputColumn(None)]

    def _is_far_output(self, output: OutputColumn) -> bool:
        """Whether a value may be far: gathered, written out, of nobody knows where, or stored with many digits."""
        if not output.made:
            return not output.kind or is_wide(output.kind)
        if id(output) not in self._far:
            self._far[id(output)] = any(map(self._is_made_far, output.made))
        return self._far[id(output)]

    def _is_made_far(self, part: exp.Expr) -> bool:
        for node in part.walk():
            if isinstance(node, exp.AggFunc | exp.Window | exp.Query):
                return True
            if isinstance(node, exp.Literal) and not _is_near(node):
                return True
            if isinstance(node, exp.Column) and self._is_far(node):
                return True
        return False

    def _is_gathered(self, column: exp.Column) -> bool:
        """Whether no row has to be met for a value but those that passed already."""
        output = self._outputs(column)[0]
        if id(output) not in self._gathered:
            self._gathered[id(output)] = bool(output.made) and all(map(self._is_of_many, output.made))
        return self._gathered[id(output)]

    def _is_of_many(self, part: exp.Expr) -> bool:
        columns = list(part.find_all(exp.Column))
        return part.find(exp.AggFunc, exp.Window) is not None or all(map(self._is_gathered, columns))

    def _is_exact(self, output: OutputColumn) -> bool:
        """Whether a value is surely no DOUBLE, nor of a type that nobody knows."""
        if not output.made or output.kind:
            return _is_exact_kind(output.kind)
        if id(output) not in self._exact:
            self._exact[id(output)] = all(map(self._is_made_exact, output.made))
        return self._exact[id(output)]

    def _is_made_exact(self, part: exp.Expr) -> bool:
        casts = [cast.to.args["this"] for cast in part.find_all(exp.Cast)]
        columns = part.find_all(exp.Column)
        return _INEXACT.isdisjoint(casts) and all(
            self._is_exact(output) for column in columns for output in self._outputs(column)
        )


def _reckoned(part: exp.Expr) -> Iterator[exp.Expr]:
    """What is reckoned for each row. An aggregate sees only rows that passed; a written value is read once."""
    stack = [part]
    while stack:
        node = stack.pop()
        if isinstance(node, exp.AggFunc | exp.Window):
            continue
        yield node
        if not isinstance(node, exp.Cast | exp.Neg):
            stack.extend(node.iter_expressions())
        elif not isinstance(node.this, exp.Literal):
            stack.append(node.this)


def _is_compared(value: exp.Expr) -> bool:
    """Whether a value that is written out is compared with, and with nothing else made another type before."""
    around = value.parent
    if isinstance(around, exp.In) and value.arg_key == "expressions":
        casts = {one.to.sql() for one in around.expressions if isinstance(one, exp.Cast)}
        return len(casts) < 2
    return isinstance(around, _COMPARED)


def _is_near(value: exp.Literal) -> bool:
    return not (_FAR_TEXT if value.is_string else _FAR_NUMBER).search(value.name)


def _is_ordered_kind(kind: str) -> bool:
    """Whether values of a type may be compared: there is no order in json[]."""
    return not is_odd(kind) and (not is_list(kind) or _is_exact_kind(element(kind)))


def _is_exact_kind(kind: str) -> bool:
    return _EXACT.fullmatch(kind.strip().lower()) is not None
