"""Functions over the values of a list: FILTER(tags, t -> t LIKE 'a%'), LIST_TRANSFORM(items, LAMBDA i : i.qty * 2).

A lambda's parameter is a new name. It may be no name that is in sight, so that it means one thing to every reader; what
the lambda says of it is made of the same expressions as all else, without queries, aggregates and further lambdas.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.functions_by_name import AGGREGATES_BY_NAME
from sqlgen.guard.violation import GuardViolation

MAX_MADE: Final = 32  # letters of a text that stands in what is made for each value
WIDE: Final = 16  # what a longer text, a day's name or a digest counts that is made of a letter
KEEPING, MAKING, TESTING, RECKONING = "keeping", "making", "testing", "reckoning"
COMPARING, PICKING, MAPPING, ZIPPING = "comparing", "picking", "mapping", "zipping"  # of two values each
_TYPED: Final[dict[type[exp.Expr], str]] = {
    exp.ArrayFilter: KEEPING,
    exp.Transform: MAKING,
    exp.Exists: TESTING,
    exp.Reduce: RECKONING,
    exp.ArraySort: COMPARING,
}
_NAMED: Final[dict[Dialect, dict[str, str]]] = {
    "postgres": {},
    "duckdb": {
        **dict.fromkeys(("LIST_APPLY", "ARRAY_APPLY", "ARRAY_TRANSFORM"), MAKING),
        **dict.fromkeys(("LIST_REDUCE", "ARRAY_REDUCE"), RECKONING),
    },
    "databricks": {
        "FORALL": TESTING,
        "MAP_FILTER": PICKING,
        "TRANSFORM_KEYS": MAPPING,
        "TRANSFORM_VALUES": MAPPING,
        "ZIP_WITH": ZIPPING,
    },
}
MAKES: Final = frozenset({MAKING, MAPPING, ZIPPING})
_OF_TWO: Final = dict.fromkeys((COMPARING, PICKING, MAPPING, ZIPPING), (2, 2))
LAMBDA_NAMES: Final = frozenset(name for named in _NAMED.values() for name in named)
_PARAMETERS: Final = {KEEPING: (1, 2), MAKING: (1, 2), TESTING: (1, 1), RECKONING: (2, 2), **_OF_TWO}
_NEVER: Final = (
    exp.Query,
    exp.AggFunc,
    exp.Window,
    exp.Lambda,
    exp.Star,
    exp.Explode,
    exp.Inline,
    exp.Unnest,
)
# Makes of a letter no more than a few.
_NARROW: Final = (
    *(
        exp.Identifier,
        exp.Dot,
        exp.Paren,
        exp.Upper,
        exp.Lower,
        exp.Initcap,
        exp.Trim,
        exp.Substring,
        exp.Left,
    ),
    *(exp.Right, exp.Replace, exp.RegexpReplace, exp.Round, exp.Abs, exp.Null, exp.Boolean),
)
_NARROW_TYPES: Final = frozenset(
    {exp.DType.TEXT, exp.DType.VARCHAR, exp.DType.INT, exp.DType.BIGINT, exp.DType.DOUBLE, exp.DType.FLOAT}
)
_FEW: Final = 4
# Of numbers, and never longer than they are: a text or a list would double with each value.
_RECKONED: Final = (
    *(exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Paren, exp.Neg, exp.Abs, exp.Greatest, exp.Least, exp.Coalesce),
    *(exp.Case, exp.If, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.And, exp.Or, exp.Not, exp.Is),
    *(exp.Null, exp.Boolean, exp.Identifier, exp.Dot, exp.Column),
)
_NUMBERS: Final = frozenset(
    {
        exp.DType.TINYINT,
        exp.DType.SMALLINT,
        exp.DType.INT,
        exp.DType.BIGINT,
        exp.DType.INT128,
        exp.DType.FLOAT,
    }
    | {exp.DType.DOUBLE, exp.DType.DECIMAL}
)

_REFUSED: Final = GuardViolation(
    "forbidden_node",
    "A function of x -> … stands in FILTER, TRANSFORM, EXISTS, FORALL, AGGREGATE, ARRAY_SORT, ZIP_WITH, MAP_FILTER, "
    "TRANSFORM_VALUES (Databricks), LIST_FILTER, "
    "LIST_TRANSFORM, LIST_REDUCE (DuckDB), holds no query, aggregate or other function, and names its own values only. "
    "A JSON field wants brackets: (x -> 'a').",
)
_NO_NUMBERS: Final = GuardViolation(
    "too_large", "What goes over a list value by value reckons with numbers: (acc, x) -> acc + x."
)
_NO_COLUMNS: Final = GuardViolation(
    "too_large",
    "What is made for each value of a list is made of that value: no column, padding or long text beside it.",
)


class Call(NamedTuple):
    """A call that takes a list and a lambda."""

    kind: str
    listed: exp.Expr
    lambdas: list[exp.Lambda]
    others: list[exp.Expr]


def call_of(node: exp.Expr, dialect: Dialect) -> Call | None:
    """What a call of a function of lambdas is made of; None for any other node."""
    if isinstance(node, exp.Anonymous):
        kind = _NAMED[dialect].get(node.name.upper())
        parts = list(node.expressions)
    else:
        kind = _TYPED.get(type(node))
        parts = list(node.iter_expressions())
    lambdas = [part for part in parts if isinstance(part, exp.Lambda)]
    if kind is None or not parts or not lambdas or isinstance(parts[0], exp.Lambda):
        return None
    return Call(kind, parts[0], lambdas, [part for part in parts[1:] if part not in lambdas])


def lambda_in_place(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a lambda may not stand where it does, or say what it says; None where it may."""
    call = call_of(node.parent, dialect) if node.parent is not None else None
    if call is None or not any(node is one for one in call.lambdas):
        return _REFUSED
    finishing = node.arg_key == "finish"
    least, most = (1, 1) if finishing else _PARAMETERS[call.kind]
    names = [name.this.lower() for name in node.expressions if isinstance(name, exp.Identifier)]
    if not least <= len(names) <= most or len(names) != len(node.expressions) or len(set(names)) < len(names):
        return _REFUSED
    if any(_is_never(part) for part in node.this.walk()) or not all(used in names for used in _used(node)):
        return _REFUSED
    if call.kind in MAKES and any(map(_is_wide, node.this.walk())):
        return _NO_COLUMNS
    if call.kind == RECKONING and not all(_is_reckoned(part) for part in node.this.walk()):
        return _NO_NUMBERS
    return None


def parameters_in(node: exp.Expr) -> Iterator[exp.Identifier]:
    """The places in a lambda's body where a value of the list is meant."""
    for identifier in node.this.find_all(exp.Identifier):
        around = identifier.parent
        field = isinstance(around, exp.Dot) and identifier.arg_key == "expression"
        if not field and not isinstance(around, exp.Column):
            yield identifier


def holds_lambda(node: exp.Expr) -> GuardViolation | None:
    """A function that is known for its lambda has one, and no more than it takes."""
    parts = node.expressions
    if node.name.upper() == "ZIP_WITH":
        return None if len(parts) == 3 and isinstance(parts[2], exp.Lambda) else _REFUSED
    fits = len(parts) in (2, 3) and isinstance(parts[1], exp.Lambda)
    return None if fits and (len(parts) == 2 or node.name.upper().endswith("REDUCE")) else _REFUSED


def _is_wide(part: exp.Expr) -> bool:
    """What could be longer than the value it is made for: a list of a million numbers would become one of texts."""
    long = isinstance(part, exp.Literal) and part.is_string and len(part.name) > MAX_MADE
    return long or isinstance(part, exp.Column | exp.Pad)


def is_narrow(part: exp.Expr) -> bool:
    """Whether a text that is made of a value is about as long as the value: no digest, no literal, no date."""
    if isinstance(part, exp.Literal):  # what is searched, cut or put in: growth.py counts its letters
        return part.arg_key != "this" or len(part.name) <= _FEW
    if isinstance(part, exp.Cast):
        return part.to.args["this"] in _NARROW_TYPES and is_narrow(part.this)
    return isinstance(part, _NARROW) and all(map(is_narrow, part.iter_expressions()))


def _used(node: exp.Expr) -> Iterator[str]:
    return (identifier.this.lower() for identifier in parameters_in(node))


def _is_never(part: exp.Expr) -> bool:
    named = isinstance(part, exp.Anonymous) and part.name.upper() in AGGREGATES_BY_NAME
    return named or isinstance(part, _NEVER)


def _is_reckoned(part: exp.Expr) -> bool:
    if isinstance(part, exp.Literal):
        return not part.is_string
    if isinstance(part, exp.Cast):
        return part.to.args["this"] in _NUMBERS
    if isinstance(part, exp.DataType):
        return part.args["this"] in _NUMBERS
    return isinstance(part, (*_RECKONED, exp.DataTypeParam))
