"""Visits every node of a tree: a type, slot or value that is on no list is refused."""

from collections.abc import Callable, Sequence, Set
from typing import Any, Final, NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.absent import ABSENT
from sqlgen.guard.arguments import RULES as ARGUMENTS
from sqlgen.guard.arguments import Rule
from sqlgen.guard.foreign import FOREIGN_NAME, LEFT_OUT, MISCOUNTED
from sqlgen.guard.instead import instead, instead_of
from sqlgen.guard.likes import made_patterns
from sqlgen.guard.parse import DIALECTS
from sqlgen.guard.position import position_of, words_of
from sqlgen.guard.slots import NODES, STRUCTURE, Slot
from sqlgen.guard.tuples import IN_LIST, is_tuple
from sqlgen.guard.values import RULES as VALUES
from sqlgen.guard.values import forbidden_type
from sqlgen.guard.violation import GuardViolation

MAX_NODES: Final = 6_500
MAX_MEANT: Final = 4_000  # of them those that are no values written out
MAX_TREE_DEPTH: Final = 120


_PIVOT: Final = (
    "PIVOT takes a table, CTE or query whose columns are seen, one aggregate or several with names, and FOR column IN "
    "('a', 'b'); UNPIVOT (value FOR name IN (a, b)). Or write SUM(x) FILTER (WHERE …)."
)


_LAMBDA: Final = "No function of x -> … may stand here. A JSON field wants brackets: (x -> 'a')."
_RECORDS: Final = (
    "jsonb_to_recordset(t.items) AS x(sku text, qty int) stands in FROM on PostgreSQL, its columns of plain types; "
    "beside USING write x.* and not *."
)
_JOINS: Final = (
    "Brackets in FROM hold joins, each with its condition: a LEFT JOIN (b JOIN c ON c.x = b.x) ON b.y = a.y."
)
_ROWS: Final = (
    "Only a series with an end, or a list that is written out, may be made rows, under a name: "
    "UNNEST(ARRAY['a', 'b']) AS t(x). A part of a text is SPLIT_PART(x, '_', 1), a part of a list x[1], a "
    "field in one i.sku of FROM t, UNNEST(t.items) AS u(i)."
)


_WRITTEN: Final = {exp.Literal, exp.DataType, exp.Tuple}
_MARKS: Final = {FOREIGN_NAME, LEFT_OUT, MISCOUNTED}
_PATTERNED: Final = {exp.Like, exp.ILike}
_SAMPLE: Final = (
    "A sample is another one each time: MOD(id, 10) = 0 takes one row in ten, and the same ones again."
)
_IN_PLACE: Final = {"pivots": _PIVOT, "laterals": _ROWS, "sample": _SAMPLE}


def check_nodes(root: exp.Expr, dialect: Dialect) -> Set[type[exp.Expr]]:
    """Visit every node once, refusing types, slots and values that are not known; gives the types that were met."""
    known = _KNOWN[dialect]
    stack: list[tuple[exp.Expr, int]] = [(root, 0)]
    seen = meant = 0
    met: set[type[exp.Expr]] = set()
    foreign: exp.Expr | None = None
    while stack:
        node, depth = stack.pop()
        seen += 1
        meant += type(node) not in _WRITTEN
        if depth > MAX_TREE_DEPTH or seen > MAX_NODES or meant > MAX_MEANT:
            raise GuardViolation(
                "too_deep", "The SQL is nested too deep or has too many parts.", position_of(node)
            )
        kind = known.get(type(node))
        if kind is None:
            raise _forbidden(node, dialect)
        met.add(type(node))
        if not _MARKS.isdisjoint(node.meta):
            foreign = node
        depth += 1
        for name, value in node.args.items():
            if value is not None and value is not False:
                stack.extend([(child, depth) for child in _children(node, name, value, kind, dialect)])
        for rule in kind.rules:
            rule(node, dialect)
    if foreign is not None:
        raise _foreign(foreign, dialect)
    refused = made_patterns(root, dialect) if met & _PATTERNED else None
    if refused is not None:
        raise GuardViolation(refused.code, refused.message)
    return met


def _children(node: exp.Expr, name: str, value: Any, kind: "_Kind", dialect: Dialect) -> Sequence[exp.Expr]:
    """The nodes in one slot; a slot or a value that is not known is refused."""
    if name not in kind.slots:
        if value == []:
            return ()
        raise _forbidden_slot(node, name, dialect)
    slot = kind.slots[name]
    if slot is None or (isinstance(slot, frozenset) and "*child" in slot and isinstance(value, exp.Expr)):
        children: Sequence[exp.Expr] = value if type(value) is list else (value,)
        wanted = kind.structure.get(name)
        for child in children:
            if not isinstance(child, exp.Expr):
                raise _forbidden_slot(node, name, dialect)
            if wanted is not None and type(child) not in wanted:
                raise _misplaced(child, node, name, dialect)
        return children
    if not _is_known(value, slot):
        raise _forbidden_slot(node, name, dialect)
    return ()


def _is_known(value: Any, slot: Slot) -> bool:
    """Whether a value that is no node may stand in a slot: a flag, one of its words, a text or a type."""
    if not isinstance(slot, frozenset):
        return slot is True and value is True
    if isinstance(value, str):
        return "*text" in slot or value in slot
    if type(value) is int:
        return "*number" in slot
    return isinstance(value, exp.DType) and "*type" in slot


def _forbidden(node: exp.Expr, dialect: Dialect) -> GuardViolation:
    at = position_of(node)
    if isinstance(node, exp.Lambda):
        return GuardViolation("forbidden_node", _LAMBDA, at)
    if isinstance(node, exp.Unnest):
        return GuardViolation("forbidden_function", _ROWS, at)
    if isinstance(node, exp.Func):
        other = next(filter(None, (instead(name, dialect) for name in node.sql_names())), "")
        return GuardViolation(
            "forbidden_function", f"The function {node.sql_name().lower()} may not be used.{other}", at
        )
    other = instead_of(type(node).__name__, dialect)
    return GuardViolation("forbidden_node", f"{words_of(type(node))} may not be used.{other}", at)


def _foreign(node: exp.Expr, dialect: Dialect) -> GuardViolation:
    name = node.meta.get(FOREIGN_NAME)
    if name is None and MISCOUNTED in node.meta:
        return GuardViolation("unsupported", node.meta[MISCOUNTED], position_of(node))
    if name is None:
        return GuardViolation(
            "unsupported", f"{node.meta[LEFT_OUT]} may not have all of these arguments.", position_of(node)
        )
    return GuardViolation(
        "unknown_function",
        f"The function {name.lower()} may not be used on {dialect}.{instead(name, dialect)}",
        position_of(node),
    )


def _forbidden_slot(node: exp.Expr, name: str, dialect: Dialect) -> GuardViolation:
    at = position_of(node)
    if isinstance(node, exp.With) and name == "recursive":
        return GuardViolation(
            "recursive_cte",
            "How often WITH RECURSIVE goes round is not in the text: days and numbers are a series, levels of a tree "
            f"are joined one by one.{instead_of(name, dialect)}",
            at,
        )
    if isinstance(node, exp.Limit | exp.Fetch | exp.LimitOptions):
        return GuardViolation("forbidden_limit", "LIMIT takes one whole number: LIMIT 10.", at)
    if isinstance(node, exp.DataType):
        return forbidden_type(node)
    if name == "locks":
        return GuardViolation("forbidden_node", "A query may not lock rows: leave FOR … out.", at)
    if name == "into":
        return GuardViolation("forbidden_node", "SELECT INTO may not be used.", at)
    if name == "laterals" and any(is_tuple(view.this) for view in node.args[name]):
        return GuardViolation("forbidden_node", IN_LIST.message, at)
    if name == "joins":
        return GuardViolation("forbidden_node", _JOINS, at)
    if name in _IN_PLACE:
        return GuardViolation("forbidden_node", _IN_PLACE[name], at)
    if name == "method":
        method = str(node.args[name]).upper()
        other = instead_of(method, dialect)
        return GuardViolation("forbidden_node", f"{method} joins may not be used.{other}", at)
    return GuardViolation(
        "forbidden_node", f"{words_of(type(node))} may not have {name.strip('_')} here.", at
    )


def _dotted(called: exp.Func, name: str, dialect: Dialect) -> str:
    if name == "expression":
        return "Call a function by its name, as UPPER(x), not as x.upper()."
    named = called.name if isinstance(called, exp.Anonymous) else called.sql_name()
    other = instead(named, dialect)
    return f"A field is read of a column, or of what the text shows to be a structure.{other}"


def _misplaced(child: exp.Expr, node: exp.Expr, name: str, dialect: Dialect) -> GuardViolation:
    if isinstance(child, exp.Unnest | exp.Explode):
        return GuardViolation("forbidden_function", _ROWS, position_of(child))
    if isinstance(node, exp.From | exp.Join) and name == "this" and isinstance(child, exp.Func):
        return GuardViolation("forbidden_function", "A table function may not be used.", position_of(child))
    if isinstance(child, exp.ColumnDef):
        return GuardViolation("forbidden_node", _RECORDS, position_of(node))
    if isinstance(node, exp.Dot) and isinstance(child, exp.Func):
        return GuardViolation("forbidden_node", _dotted(child, name, dialect), position_of(child))
    return GuardViolation(
        "forbidden_node",
        f"{words_of(type(child))} may not stand in {words_of(type(node))}.",
        position_of(child),
    )


class _Kind(NamedTuple):
    """What is known of one type of node in one dialect."""

    slots: dict[str, Slot]
    structure: dict[str, tuple[type[exp.Expr], ...]]
    rules: tuple[Callable[[exp.Expr, Dialect], None], ...]


def _kind(kind: type[exp.Expr]) -> _Kind:
    rules = tuple(rule for table in (VALUES, _ARGUMENTS) if (rule := table.get(kind)) is not None)
    return _Kind(NODES[kind], STRUCTURE.get(kind, {}), rules)


def _check_argument(argument: Rule) -> Callable[[exp.Expr, Dialect], None]:
    def check(node: exp.Expr, dialect: Dialect) -> None:
        refused = argument(node, dialect)
        if refused is not None:
            raise GuardViolation(refused.code, refused.message, position_of(node))

    return check


_ARGUMENTS: Final = {kind: _check_argument(argument) for kind, argument in ARGUMENTS.items()}
_KNOWN: Final[dict[Dialect, dict[type[exp.Expr], _Kind]]] = {
    dialect: {kind: _kind(kind) for kind in NODES if kind not in ABSENT[dialect]} for dialect in DIALECTS
}
