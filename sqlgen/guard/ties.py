"""Which conditions hold two sources to each other: those that compare a column of one with one of the other.

`a.x = a.x + 0 * b.y` names both sides and is true for every pair; it ties nothing. A column that is the same
in every row of a query (`SELECT 1 AS k, …`) ties nothing either.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from sqlglot import exp

from sqlgen.guard.bits import BITS
from sqlgen.guard.columns import Bound
from sqlgen.guard.lambdas import LAMBDA_NAMES
from sqlgen.guard.scope import Source
from sqlgen.guard.searched import KEYS, is_span

Pair = frozenset[int]
Owners = Mapping[int, Bound]
Ids = frozenset[int]

MAX_TYING_LIST: Final = 24

_NOTHING: Ids = frozenset()
_ANY: Final = -1  # the id of nothing
_VARYING: Ids = frozenset({_ANY})
_EQUAL = (exp.EQ, exp.NullSafeEQ, exp.EqualNull)
_COMPARED = (
    *(*_EQUAL, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.Like, exp.ILike),
    *(exp.StartsWith, exp.EndsWith, exp.Contains),
)
_TRUTHS = (
    *(exp.Predicate, exp.Connector, exp.Not, exp.StartsWith, exp.EndsWith, exp.Contains, exp.IsNan),
    *(
        exp.Exists,
        exp.ArrayFilter,
        exp.Transform,
        exp.Reduce,
        exp.MapContainsKey,
        exp.RegexpFullMatch,
        exp.IsInf,
    ),
    # Of any value they may make the same.
    *KEYS,
    *(*BITS, exp.Repeat, exp.Space, exp.Format, exp.Chr, exp.ApproxTopK),
    *(exp.ArrayContains, exp.ArrayContainsAll, exp.ArrayContainedBy, exp.ArrayOverlaps, exp.Overlaps),
)
_TRUE_BY_NAME: Final = (
    frozenset({"LIST_HAS_ANY", "LIST_HAS_ALL", "ARRAYS_OVERLAP", "MAP_CONTAINS", "JSON_EXISTS", "JSON_VALID"})
    | {
        "PRINTF",
        "ROW",
        "BAR",
        "BIT_COUNT",
        "EQUI_WIDTH_BINS",
        "HAMMING",
        "DAMERAU_LEVENSHTEIN",
        "SCHEMA_OF_JSON",
    }
    | LAMBDA_NAMES
)
_CARRYING = (exp.Func, exp.Binary, exp.Paren, exp.Neg, exp.AtTimeZone)
_CONTAINED = (exp.ArrayContainsAll, exp.ArrayContainedBy)
_DIFFERENCES = (exp.Sub, exp.DateDiff, exp.TimestampDiff)
_COUNTING = (exp.Count, exp.Sum)
_NUMBERING = (exp.RowNumber, exp.Ntile)


def ties(condition: exp.Expr | None, owners: Owners) -> set[Pair]:
    """The pairs of sources (by id) that hold each other whenever the condition is true."""
    if isinstance(condition, exp.Paren):
        return ties(condition.this, owners)
    if isinstance(condition, exp.And):
        return ties(condition.this, owners) | ties(condition.expression, owners)
    if isinstance(condition, exp.Or):
        return ties(condition.this, owners) & ties(condition.expression, owners)
    if isinstance(condition, exp.Between):
        low, high = (_compared(condition.this, condition.args[edge], owners) for edge in ("low", "high"))
        return low & high if condition.args.get("symmetric") else low | high
    if isinstance(condition, exp.In):
        return _in_list(condition, owners)
    if isinstance(condition, _EQUAL) and _are_tuples(condition.this, condition.expression):
        pairs = zip(condition.this.expressions, condition.expression.expressions, strict=False)
        return set().union(*(_compared(ours, theirs, owners) for ours, theirs in pairs))
    if isinstance(condition, _CONTAINED) and any(map(is_span, (condition.this, condition.expression))):
        return _compared(condition.this, condition.expression, owners)
    if isinstance(condition, _COMPARED):
        return _compared(condition.this, condition.expression, owners)
    return set()


def _in_list(condition: exp.In, owners: Owners) -> set[Pair]:
    """What every value of the list ties. A longer one ties nothing: each of them is another walk over both sides."""
    if not 0 < len(condition.expressions) <= MAX_TYING_LIST:
        return set()
    tied = _compared(condition.this, condition.expressions[0], owners)
    for one in condition.expressions[1:]:
        if not tied:
            break
        tied &= _compared(condition.this, one, owners)
    return tied


def is_constant(
    expression: exp.Expr, sources: Iterable[Source], owners: Owners, followed: dict[int, Ids]
) -> bool:
    """Whether an output expression is the same in every row its query gives, as far as its text tells.

    `followed` keeps for a statement what its inner queries follow, so that no query is walked once for each around it.
    """
    varying = _followed(expression, owners, followed, grouped=True)
    return _ANY not in varying and not any(id(source) in varying for source in sources)


def _followed(node: exp.Expr, owners: Owners, followed: dict[int, Ids], *, grouped: bool) -> Ids:
    """The sources with whose rows a value may vary; _ANY is among them where it may whatever they are."""
    if isinstance(node, exp.Column):
        bound = owners.get(id(node))
        # What is bound to no source (a field of a struct, an alias) may well vary.
        if bound is None:
            return _VARYING
        return _NOTHING if bound.column.constant else frozenset({id(bound.source)})
    if isinstance(node, exp.Array):  # its length is the same in every row
        return _NOTHING
    if isinstance(node, _NUMBERING) or (grouped and isinstance(node, _COUNTING)):
        return _VARYING
    if id(node) in followed:
        return followed[id(node)]
    # Over a window or in a query of its own a count is the same for every row of this one.
    inner = isinstance(node, exp.Query)
    grouped = grouped and not inner and not isinstance(node, exp.Window)
    varying: set[int] = set()
    for part in node.iter_expressions():
        varying |= _followed(part, owners, followed, grouped=grouped)
    if inner:
        followed[id(node)] = frozenset(varying)
    return frozenset(varying)


def _are_tuples(left: exp.Expr, right: exp.Expr) -> bool:
    return isinstance(left, exp.Tuple) and isinstance(right, exp.Tuple)


def _compared(left: exp.Expr, right: exp.Expr, owners: Owners) -> set[Pair]:
    left, right = _difference(left, right) or _difference(right, left) or (left, right)
    ours, theirs = _deciding(left, owners), _deciding(right, owners)
    if not ours or not theirs or ours & theirs:
        return set()
    # One comparison holds one source. Further ones it names (`a.x = b.y + c.z`) need a condition of their own.
    return {frozenset((min(ours), min(theirs)))}


def _difference(node: exp.Expr, limit: exp.Expr) -> tuple[exp.Expr, exp.Expr] | None:
    """The two sides of `a.x - b.y` where it is compared with a value: `a.x - b.y = 0` says `a.x = b.y`."""
    while isinstance(node, (exp.Paren, exp.Cast, exp.Abs)):
        node = node.this
    if isinstance(node, _DIFFERENCES) and not _columns(limit):
        return node.this, node.expression
    return None


def _deciding(node: exp.Expr, owners: Owners) -> Ids:
    """The sources whose columns a value follows; none when it is the same, or merely true, whatever they are."""
    if isinstance(node, exp.Column):
        bound = owners.get(id(node))
        return _NOTHING if bound is None or bound.column.constant else frozenset({id(bound.source)})
    if isinstance(node, _TRUTHS) or (isinstance(node, exp.Anonymous) and node.name.upper() in _TRUE_BY_NAME):
        return _NOTHING
    rule = _RULES.get(type(node))
    if rule is not None:
        return rule(node, owners)
    if isinstance(node, _CARRYING):
        return _NOTHING.union(*(_deciding(part, owners) for part in node.iter_expressions()))
    return _NOTHING


def _first(node: exp.Expr, owners: Owners) -> Ids:
    """COALESCE and NULLIF follow their first argument, unless the others take it away."""
    rest = (part for part in node.iter_expressions() if part is not node.this)
    if isinstance(node, exp.Nullif) and any(_columns(part) for part in rest):
        return _NOTHING
    return _deciding(node.this, owners)


def _chosen(node: exp.Expr, owners: Owners) -> Ids:
    """CASE and IF follow a column when each of their results does."""
    results = [branch.args["true"] for branch in node.args.get("ifs") or (node,)]
    otherwise = node.args.get("default") or node.args.get("false")
    if otherwise is not None and not isinstance(otherwise, exp.Null):
        results.append(otherwise)
    followed = [_deciding(result, owners) for result in results]
    return _NOTHING.union(*followed) if all(followed) else _NOTHING


def _reckoned(node: exp.Expr, owners: Owners) -> Ids:
    """Arithmetic follows its columns while they cannot cancel out: `x - x` and `0 * x` follow none."""
    left, right = node.this, node.expression
    ours, theirs = _deciding(left, owners), _deciding(right, owners)
    if ours and theirs:
        return _NOTHING if _columns(left) & _columns(right) else ours | theirs
    plain = right if ours else left
    if _columns(plain) or (isinstance(node, exp.Mul) and not _is_a_factor(plain)):
        return _NOTHING
    return ours if isinstance(node, exp.Div) else ours | theirs


def _is_a_factor(node: exp.Expr) -> bool:
    number = node.unnest()
    number = number.this if isinstance(number, exp.Neg) else number
    return isinstance(number, exp.Literal) and number.is_number and float(number.name) != 0


def _columns(node: exp.Expr) -> set[tuple[str, str]]:
    return {(column.table, column.name) for column in node.find_all(exp.Column)}


_RULES: dict[type[exp.Expr], Callable[[exp.Expr, Owners], Ids]] = {
    exp.Array: lambda node, owners: _NOTHING,
    exp.Coalesce: _first,
    exp.Nullif: _first,
    exp.Case: _chosen,
    exp.If: _chosen,
    exp.Add: _reckoned,
    exp.Sub: _reckoned,
    exp.Mul: _reckoned,
    exp.Div: _reckoned,
}
