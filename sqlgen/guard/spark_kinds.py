"""What fails for no value on Databricks: likes compared with likes, and dates reckoned from a fixed day or today.

Spark makes a number, a date or a truth value of a text that stands beside one, and that fails where the text is
none (ANSI mode). So it matters of what kind a value is: the policy tells of what is stored, and of what a query makes
the expression does. What is not known here counts as what may fail.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.filled import filled
from sqlgen.guard.scope import OutputColumn, fold
from sqlgen.guard.spark_constants import (
    RECKONED,
    TIMES,
    is_a_moment,
    is_a_zone,
    is_escaped,
    reckoned,
)
from sqlgen.guard.spark_types import Kind, kind_of_literal, kind_of_type

_COMPARED: Final = (exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ)
_CONDITIONS: Final = (exp.Where, exp.Having, exp.Qualify)
_AROUND: Final = (exp.Group, exp.Distinct, exp.Order, exp.Ordered, exp.Alias, exp.Paren)
_PARTS_OF_TIMES: Final = (exp.Year, exp.Quarter, exp.Month, exp.Week, exp.Day, exp.Hour, exp.DayOfWeek)
_ROWS: Final = (exp.Explode, exp.ExplodeOuter, exp.Posexplode, exp.PosexplodeOuter)
_TEXTS: Final = frozenset({exp.DType.TEXT, exp.DType.VARCHAR})


class Kinds:
    """Of what kind the columns of one statement are, and with that, what in it never fails."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._outputs: dict[int, list[OutputColumn]] = {}  # by id of the column node
        self._aliases: dict[int, dict[str, list[exp.Expr]]] = {}  # by id of the SELECT
        self._known: dict[int, Kind] = {}  # by id of what is in there
        self._by_type: dict[type[exp.Expr], Callable[[exp.Expr], Kind | None]] = {
            **dict.fromkeys(_COMPARED, self._comparison),
            **dict.fromkeys(_PARTS_OF_TIMES, lambda node: "whole" if self.of(node.this) == "time" else None),
            **dict.fromkeys((*RECKONED, exp.Anonymous), reckoned),
            **dict.fromkeys((exp.And, exp.Or, exp.Not), self._connection),
            **dict.fromkeys((exp.Upper, exp.Lower, exp.Trim), self._text),
            **dict.fromkeys((exp.CurrentDate, exp.CurrentTimestamp), lambda _: "time"),
            **dict.fromkeys((exp.TimestampTrunc, exp.DateTrunc, exp.TsOrDsToDate), self._of_a_time),
            **dict.fromkeys((exp.Coalesce, exp.Nullif), lambda node: self.alike(node.iter_expressions())),
            **dict.fromkeys((exp.Like, exp.ILike), self._like),
            exp.Column: self._column,
            exp.Literal: kind_of_literal,
            exp.Null: lambda _: "null",
            exp.Boolean: lambda _: "truth",
            exp.Star: lambda _: "",
            exp.Identifier: lambda _: "",
            exp.Between: lambda node: self._truth(self.alike(node.iter_expressions())),
            exp.In: self._in,
            exp.Is: self._is,
            exp.Exists: lambda node: "truth" if isinstance(node.this, exp.Query) else None,
            exp.Cast: self._cast,
            exp.TryCast: self._tried,
            exp.Case: self._case,
            exp.If: self._if,
            exp.Count: self._count,
            exp.Min: lambda node: self.of(node.this),
            exp.Max: lambda node: self.of(node.this),
            exp.Extract: lambda node: "number" if self.of(node.expression) == "time" else None,
            exp.AtTimeZone: lambda node: self.of(node.this) if is_a_zone(node.args.get("zone")) else None,
            exp.Escape: lambda node: self._matched(node.this.this) if is_escaped(node) else None,
        }

    def stacks_alike(self, union: exp.SetOperation) -> bool:
        """Whether nothing has to be made of anything for the branches of a set operation to stand above each other."""
        return all(self.alike(row) is not None for row in _stacked(union))

    def outputs(self, column: exp.Column) -> list[OutputColumn]:
        """What a column may mean: one of a source, or an alias of its own query; both where both are called so."""
        if id(column) not in self._outputs:
            bound, held = self._columns.owners.get(id(column)), self._columns.held.get(id(column))
            found = [OutputColumn(None, made=(made,)) for made in self._aliased(column)]
            if bound is not None:
                found.append(bound.column)
            elif held is not None and held.source.table is not None:  # a field of what is stored
                found.append(OutputColumn(None, kind=held.kind))
            self._outputs[id(column)] = found or [OutputColumn(None)]
        return self._outputs[id(column)]

    def shared(self, key: exp.Expr) -> list[OutputColumn]:
        """The columns that a name in USING joins."""
        return self._columns.shared[id(key)]

    def _aliased(self, column: exp.Column) -> list[exp.Expr]:
        select = column.find_ancestor(exp.Select)
        if select is None or column.args.get("table") is not None:
            return []
        if id(select) not in self._aliases:
            named = self._aliases[id(select)] = {}
            for item in select.expressions:
                if isinstance(item, exp.Alias):
                    named.setdefault(fold(item.alias, "databricks"), []).append(item.this)
        return self._aliases[id(select)].get(fold(column.name, "databricks"), [])

    def never_fails(self, part: exp.Expr) -> bool:
        """Whether an expression, a clause or a join gives an answer whatever the rows hold."""
        if isinstance(part, _CONDITIONS):
            return self.is_condition(part.this)
        if isinstance(part, exp.Join):
            on = part.args.get("on")
            keys = part.args.get("using") or ()
            return all(self._one_kind(self.shared(key)) for key in keys) and (
                on is None or self.is_condition(on)
            )
        if isinstance(part, exp.Lateral):  # a query in it is read for itself
            made = part.this
            return isinstance(made, exp.Subquery) or (
                isinstance(made, _ROWS) and self.of(made.this) is not None
            )
        if isinstance(part, _AROUND):
            return all(self.never_fails(inner) for inner in part.iter_expressions())
        return self.of(part) is not None

    def is_condition(self, part: exp.Expr) -> bool:
        """Whether this is true, false or NULL whatever the rows hold, and nothing has to be made a truth value."""
        return self.of(part) in ("truth", "null")

    def of(self, node: exp.Expr) -> Kind | None:
        """The kind of what never fails; None for what may."""
        if isinstance(node, exp.Alias | exp.Paren):
            return self.of(node.this)
        reckon = self._by_type.get(type(node))
        return reckon(node) if reckon is not None else None

    def _column(self, node: exp.Expr) -> Kind:
        return self._one_kind(self.outputs(node)) if isinstance(node, exp.Column) else ""

    def _one_kind(self, outputs: Iterable[OutputColumn]) -> Kind:
        kinds = set(map(self._of_output, outputs))
        return kinds.pop() if len(kinds) == 1 else ""

    def _of_output(self, output: OutputColumn) -> Kind:
        if id(output) not in self._known:
            self._known[id(output)] = ""  # aliases may name each other
            made = self.alike(output.made) or ""
            self._known[id(output)] = made if output.made else kind_of_type(output.kind)
        return self._known[id(output)]

    def alike(self, nodes: Iterable[exp.Expr]) -> Kind | None:
        """The one kind of all of these; None where one may fail or something would be made of it."""
        listed = list(nodes)
        kinds = {self.of(node) for node in listed} - {"null"}
        if not kinds:
            return "null"
        if kinds == {"time", "text"} and all(is_a_moment(x) for x in listed if self.of(x) == "text"):
            return "time"
        if kinds == {"whole", "number"}:
            return "number"
        return kinds.pop() if len(kinds) == 1 and not kinds & {None, ""} else None

    def _truth(self, kind: Kind | None) -> Kind | None:
        return None if kind is None else "truth"

    def _comparison(self, node: exp.Expr) -> Kind | None:
        return self._truth(self.alike((node.this, node.expression)))

    def _connection(self, node: exp.Expr) -> Kind | None:
        stack, kinds = [node], set[Kind | None]()
        while stack:  # chains may be long
            part = stack.pop()
            if isinstance(part, exp.And | exp.Or | exp.Not | exp.Paren):
                stack.extend(part.iter_expressions())
            else:
                kinds.add(self.of(part))
        return "truth" if kinds <= {"truth", "null"} else None

    def _text(self, node: exp.Expr) -> Kind | None:
        return "text" if all(self.of(part) == "text" for part in node.iter_expressions()) else None

    def _of_a_time(self, node: exp.Expr) -> Kind | None:
        strange = filled(node) - {"this", "unit"}
        return "time" if self.of(node.this) == "time" and not strange else None

    def _like(self, node: exp.Expr) -> Kind | None:
        pattern = node.expression
        plain = isinstance(pattern, exp.Literal) and pattern.is_string and "\\" not in pattern.name
        return self._matched(node.this) if plain else None

    def _matched(self, node: exp.Expr) -> Kind | None:
        return "truth" if self.of(node) == "text" else None

    def _in(self, node: exp.Expr) -> Kind | None:
        query = node.args.get("query")
        if query is None:
            return self._truth(self.alike((node.this, *node.expressions)))
        inner = query.this if isinstance(query, exp.Subquery) else query
        given = inner.expressions if isinstance(inner, exp.Select) else []
        return self._truth(self.alike((node.this, *given))) if len(given) == 1 else None

    def _is(self, node: exp.Expr) -> Kind | None:
        kind = self.of(node.this)
        plain = isinstance(node.expression, exp.Null) or kind == "truth"
        return "truth" if plain and kind is not None else None

    def _cast(self, node: exp.Expr) -> Kind | None:
        kind = node.args["to"].this
        if node.args.get("format") or node.args.get("default"):
            return None
        if kind in TIMES:
            return (
                "time" if self.of(node.this) in ("time", "null") or self._tells_a_moment(node.this) else None
            )
        return "text" if kind in _TEXTS and self.of(node.this) else None

    def _tells_a_moment(self, node: exp.Expr) -> bool:
        """A written moment, or a column of such, as VALUES list them."""
        if not isinstance(node, exp.Column):
            return is_a_moment(node)
        return all(output.made and all(map(is_a_moment, output.made)) for output in self.outputs(node))

    def _tried(self, node: exp.Expr) -> Kind | None:
        """What TRY_CAST makes. A moment of a text or a number may be so far that it cannot be compared or cut."""
        held = self.of(node.this)
        if held is None or node.args.get("format"):
            return None
        made = kind_of_type(node.args["to"].sql(dialect="databricks"))
        return "" if made == "time" and held not in ("time", "null") else made

    def _if(self, node: exp.Expr) -> Kind | None:
        if not self.is_condition(node.this):
            return None
        return self.alike(filter(None, (node.args.get("true"), node.args.get("false"))))

    def _count(self, node: exp.Expr) -> Kind | None:
        return "whole" if all(self.never_fails(part) for part in node.iter_expressions()) else None

    def _case(self, node: exp.Expr) -> Kind | None:
        branches: list[exp.Expr] = node.args["ifs"]
        asked = [branch.this for branch in branches]
        told = node.args.get("this")
        tested = self.alike((told, *asked)) if told is not None else self.alike(asked)
        if tested is None or (told is None and tested not in ("truth", "null")):
            return None
        default = node.args.get("default")
        values = [branch.args["true"] for branch in branches] + ([default] if default is not None else [])
        return self.alike(values)


def _stacked(union: exp.SetOperation) -> Iterator[tuple[exp.Expr, ...]]:
    """What stands above each other in the branches."""
    selects = [_first_of(branch) for branch in (union.this, union.expression)]
    yield from zip(*(select.expressions for select in selects), strict=False)


def _first_of(branch: exp.Expr) -> exp.Expr:
    """The first SELECT of a branch: the others are looked at where their own set operation is."""
    while isinstance(branch, exp.SetOperation | exp.Subquery):
        branch = branch.this
    return branch
