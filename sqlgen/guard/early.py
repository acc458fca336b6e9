"""What Spark may test before it has met a row: conditions that read only what names a partition.

Where a table is partitioned by a column, conditions on that column alone are tested against the names of partitions,
those of hidden rows among them, whatever the row rule says: what fails for a name tells that it is there. A policy
does not know which columns name partitions, so any condition counts. What an inner query makes of its columns counts
where a condition uses it: Spark puts it in there. What is reckoned of an aggregate is reckoned of rows.
"""

from collections.abc import Iterable, Iterator

from sqlglot import exp

from sqlgen.guard.anded import anded
from sqlgen.guard.position import position_of
from sqlgen.guard.scope import OutputColumn, Source
from sqlgen.guard.spark_kinds import Kinds
from sqlgen.guard.surely import surely_read
from sqlgen.guard.violation import GuardViolation

_MAKE_ROWS = (exp.Lateral, exp.Unnest, exp.Explode, exp.Inline)
_TAKE_ONE = (exp.AnyValue, exp.First, exp.FirstValue)
_AROUND_AGGREGATES = (exp.Filter, exp.IgnoreNulls, exp.RespectNulls)


def may_fail_early(root: exp.Expr, kinds: Kinds, base: Iterable[Source]) -> bool:
    """Whether a condition of the statement, or anything that one may be made of, could fail for some value."""
    early = _Early(kinds)
    projections = {id(source.node) for source in base}
    return (
        any(early.fails_as_condition(part) for part in _conditions(root, projections))
        or any(early.join_fails(join) for join in root.find_all(exp.Join))
        or any(early.fails(part) for maker in root.find_all(*_MAKE_ROWS) for part in _made_of(maker))
        or not all(map(kinds.stacks_alike, root.find_all(exp.Intersect, exp.Except)))  # these are joins
    )


def check_taken(root: exp.Expr, kinds: Kinds) -> None:
    """Refuse ANY_VALUE, FIRST and FIRST_VALUE of what could fail, where they are aggregates.

    Spark reckons that for one row of each part of the files alone, and which row that is follows how many rows are
    hidden. Over a window it is reckoned when the rows were gathered. Raises GuardViolation.
    """
    early = _Early(kinds)
    for node in root.find_all(*_TAKE_ONE):
        if not _is_over_a_window(node) and early.fails(node.this):
            raise GuardViolation(
                "unsupported",
                "Rows are hidden from you: here ANY_VALUE and FIRST take stored columns, or what never fails."
                " MIN and MAX take anything.",
                position_of(node),
            )


def _is_over_a_window(node: exp.Expr) -> bool:
    around = node.parent
    while isinstance(around, _AROUND_AGGREGATES):
        around = around.parent
    return isinstance(around, exp.Window)


class _Early:
    """What fails once what inner queries make of columns is put in their place."""

    def __init__(self, kinds: Kinds) -> None:
        self._kinds = kinds
        self._failing: dict[int, bool] = {}  # by id of the output
        self._gathered: dict[int, bool] = {}  # likewise

    def fails_as_condition(self, part: exp.Expr) -> bool:
        return not self._is_of_rows(part) and (
            not self._kinds.is_condition(part) or self._reads_what_fails(part)
        )

    def join_fails(self, join: exp.Join) -> bool:
        keys = (output for key in join.args.get("using") or () for output in self._kinds.shared(key))
        on = join.args.get("on")
        return (
            not self._kinds.never_fails(join)
            or any(map(self._is_made_failing, keys))
            or (on is not None and self._reads_what_fails(on))
        )

    def fails(self, part: exp.Expr) -> bool:
        return self._kinds.of(part) is None or self._reads_what_fails(part)

    def _reads_what_fails(self, part: exp.Expr) -> bool:
        return any(
            self._is_made_failing(made) for read in _read_by(part) for made in self._kinds.outputs(read)
        )

    def _is_made_failing(self, output: OutputColumn) -> bool:
        if not output.made:
            return not output.kind  # neither stored nor known
        if id(output) not in self._failing:
            self._failing[id(output)] = True  # aliases may name each other
            parts = [made for made in output.made if not self._is_of_rows(made)]
            stacked = len(output.made) == 1 or self._kinds.alike(output.made) is not None
            self._failing[id(output)] = not stacked or any(map(self.fails, parts))
        return self._failing[id(output)]

    def _is_of_rows(self, part: exp.Expr) -> bool:
        """Whether no engine can reckon this without an aggregate. IN of a query is a join: its column is another's."""
        if isinstance(part, exp.In) and part.args.get("query") is not None:
            return False
        sides = part.iter_expressions() if isinstance(part, exp.Predicate) else [part]
        return any(isinstance(side.unalias().unnest(), exp.Window) or self._gathers(side) for side in sides)

    def _gathers(self, side: exp.Expr) -> bool:
        return any(
            all(map(self._is_gathered, self._kinds.outputs(read))) if isinstance(read, exp.Column) else True
            for read in surely_read(side)
        )

    def _is_gathered(self, output: OutputColumn) -> bool:
        if id(output) not in self._gathered:
            self._gathered[id(output)] = False  # aliases may name each other
            self._gathered[id(output)] = bool(output.made) and all(map(self._is_of_rows, output.made))
        return self._gathered[id(output)]


def _conditions(root: exp.Expr, projections: set[int]) -> Iterator[exp.Expr]:
    """What rows are tested by, each part of it alone; not the row rules in rebuilt text."""
    for node in root.find_all(exp.Where, exp.Having, exp.Qualify):
        around = node.parent
        ruled = around is not None and id(around.parent) in projections
        if not ruled and not isinstance(around, exp.Filter):  # an aggregate's own sees rows only
            yield from anded(node.this)


def _read_by(part: exp.Expr) -> Iterator[exp.Column]:
    """The columns of an expression. Of a query in it what it gives; what it tests counts by itself."""
    stack = [part]
    while stack:
        node = stack.pop()
        if isinstance(node, exp.Column):
            yield node
        else:
            stack.extend(node.expressions if isinstance(node, exp.Select) else node.iter_expressions())


def _made_of(maker: exp.Expr) -> Iterator[exp.Expr]:
    """What rows are made of here: Spark tests first whether a list has anything in it."""
    if not isinstance(maker, exp.Lateral):
        yield from maker.iter_expressions()
    elif not isinstance(maker.this, exp.Subquery | exp.Query | exp.Explode | exp.Inline):
        yield maker.this
