"""What arguments of some functions may be: where the text of an argument decides what the engine does or how much."""

from collections.abc import Callable
from math import prod
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.functions import UNITS
from sqlgen.guard.patterns import is_tame
from sqlgen.guard.violation import GuardViolation

MAX_FORMAT: Final = 64
MAX_PAD: Final = 255
MAX_EXPONENT: Final = 100
MAX_GROUPING_SETS: Final = 64
MAX_REPLACEMENT: Final = 64
MAX_WILDCARDS: Final = 3
MAX_ACCURACY: Final = 10_000
MAX_PLACES: Final = 10

_TOO_WILD = GuardViolation(
    "forbidden_literal", f"A LIKE pattern has at most {MAX_WILDCARDS} % on Databricks."
)

Rule = Callable[[exp.Expr, Dialect], GuardViolation | None]

_APPROXIMATE = frozenset({exp.DType.FLOAT, exp.DType.DOUBLE})
_WHOLE = frozenset({exp.DType.TINYINT, exp.DType.SMALLINT, exp.DType.INT, exp.DType.BIGINT})
_OF_A_PART = frozenset({"DATE_PART", "DATEPART", "DATE_SUB", "DATESUB"})
_INTERVAL_PARTS = frozenset({"years", "months", "weeks", "days", "hours", "mins", "secs"})
_SHORT_UNITS = frozenset({"YYYY", "YY", "MON", "MM"})  # TRUNC(day, 'MM') of Databricks
_LISTS = (exp.ArrayAgg, exp.ArrayUniqueAgg, exp.ArraySort, exp.ArrayDistinct)
# What is a number by its form: PostgreSQL has no sum of texts.
_NUMBERS = (exp.Neg, exp.Add, exp.Sub, exp.Mul, exp.Div, exp.Mod, exp.StrPosition, exp.Length)


def _format(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A format is a short text: `%c%c%c…` makes long texts of small values, and one from a column hides it."""
    given = node.args.get("format")
    if given is None or (_is_text(given) and len(given.name) <= MAX_FORMAT):
        return None
    return GuardViolation(
        "forbidden_literal", f"Write the format as a text of at most {MAX_FORMAT} characters."
    )


def _pad(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    length, fill = node.expression, node.args.get("fill_pattern")
    if _is_whole(length) and int(length.name) <= MAX_PAD and (fill is None or _is_text(fill)):
        return None
    return GuardViolation("too_large", f"Texts may be padded to {MAX_PAD} characters, written as a number.")


def _power(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL reckons exact powers with every digit: 9.9 to the power of 100,000 has as many."""
    base, exponent = node.this, node.expression
    number = exponent.this if isinstance(exponent, exp.Neg) else exponent
    if dialect != "postgres" or any(_is_cast_to(side, _APPROXIMATE) for side in (base, exponent)):
        return None
    if isinstance(number, exp.Literal) and number.is_number and float(number.name) <= MAX_EXPONENT:
        return None
    return GuardViolation(
        "too_large", f"Write POWER(CAST(x AS DOUBLE PRECISION), n), or an exponent of at most {MAX_EXPONENT}."
    )


def _substring(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """SUBSTRING(text FROM text) is a regular expression in PostgreSQL, whatever the text comes from."""
    start = node.args.get("start")
    if dialect != "postgres" or start is None:
        return None
    if _is_text(start) and node.args.get("length") is None:
        return _untamed(start)
    start = start.unnest()
    if isinstance(start, _NUMBERS) or _is_whole(start) or _is_cast_to(start, _WHOLE):
        return None
    return GuardViolation("forbidden_literal", "Write where SUBSTRING starts as a number, or CAST(x AS INT).")


def _regular(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    replacement, modifiers = node.args.get("replacement"), node.args.get("modifiers")
    if replacement is not None and not (_is_text(replacement) and len(replacement.name) <= MAX_REPLACEMENT):
        return GuardViolation(
            "forbidden_literal", f"A replacement is a text of at most {MAX_REPLACEMENT} characters."
        )
    if modifiers is not None and not (_is_text(modifiers) and set(modifiers.name) <= {"g", "i"}):
        return GuardViolation("forbidden_literal", "A regular expression takes the options g and i.")
    group = node.args.get("group")
    if group is not None and not _is_whole(group):
        return GuardViolation("forbidden_literal", "Write the group of a regular expression as a number.")
    return _untamed(node.expression)


def _untamed(pattern: exp.Expr) -> GuardViolation | None:
    if _is_text(pattern) and is_tame(pattern.name):
        return None
    return GuardViolation(
        "forbidden_literal",
        "Write a regular expression as a short text, with few parts of open length and none inside another.",
    )


def _similar(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL makes a regular expression of it, in which % is a part of open length."""
    pattern = node.expression
    if _is_text(pattern) and is_tame(pattern.name.replace("%", ".*")):
        return None
    return _untamed(exp.Null())


def _accuracy(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Memory is taken by accuracy: Spark's own is 10,000."""
    accuracy = node.args.get("accuracy")
    if accuracy is None or (_is_whole(accuracy) and int(accuracy.name) <= MAX_ACCURACY):
        return None
    return GuardViolation("too_large", f"Write the accuracy as a number of at most {MAX_ACCURACY}.")


def _list_size(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Databricks has SIZE (-1 for no list) and ARRAY_SIZE (null): to sqlglot both are one, so it must be a list."""
    if dialect != "databricks" or isinstance(node.this, _LISTS):
        return None
    return GuardViolation("unsupported", "On Databricks, write CARDINALITY(x) for the length of a list.")


def _extract(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A part is a bare word or a text; on Databricks sqlglot writes what stands inside the text, without quotes."""
    part = node.this
    if isinstance(part, exp.Var):
        return None  # its word is looked at like any other
    return _unit(part)


def _unit(part: exp.Expr | None) -> GuardViolation | None:
    if part is not None and _is_text(part) and part.name.upper() in UNITS:
        return None
    return GuardViolation("forbidden_unit", "Write the part of a time as one known word, like 'month'.")


def _overlaps(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if len(node.this.expressions) == len(node.expression.expressions) == 2:
        return None
    return GuardViolation("forbidden_node", "OVERLAPS takes two pairs.")


def _keyword(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """`MAKE_INTERVAL(days => x)`; the names are rendered as they stand."""
    if not isinstance(node.parent, exp.MakeInterval) or node.name.lower() not in _INTERVAL_PARTS:
        return GuardViolation("forbidden_node", "Only MAKE_INTERVAL has named arguments: days, hours and the like.")
    if _is_text(node.expression):
        return GuardViolation("forbidden_literal", "A part of MAKE_INTERVAL is a number.")
    return None


def _star(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.args.get("replace") and dialect != "duckdb":
        return GuardViolation("forbidden_node", "* REPLACE is DuckDB's.")
    if isinstance(node.parent, exp.Count) and (node.args.get("replace") or node.args.get("except_")):
        return GuardViolation("forbidden_node", "COUNT takes * as it is.")
    return None


def _known_unit(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    unit = node.args.get("unit")
    if unit is None or isinstance(unit, exp.Var):
        return None  # a word like any other
    if isinstance(node, exp.DateTrunc) and unit.name.upper() in _SHORT_UNITS and _is_text(unit):
        return None
    return _unit(unit)


def _anonymous(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """The functions known by name only whose arguments decide more than a value."""
    called = node.name.upper()
    if called == "JSONB_EXTRACT_PATH_TEXT":
        return _stored_json(node)
    if called in _OF_A_PART:
        return _unit(node.expressions[0] if node.expressions else None)
    if called == "FORMAT_NUMBER":
        places = node.expressions[1] if len(node.expressions) == 2 else None
        if places is None or not _is_whole(places) or int(places.name) > MAX_PLACES:
            return GuardViolation("forbidden_literal", f"FORMAT_NUMBER takes at most {MAX_PLACES} places.")
    return None


def _stored_json(node: exp.Expr) -> GuardViolation | None:
    """A bare text here becomes JSONB, which writes the number 1e99999 out with every digit."""
    if node.expressions and isinstance(node.expressions[0], exp.Column):
        return None
    return GuardViolation("forbidden_literal", "JSONB_EXTRACT_PATH_TEXT reads a column of type JSONB.")


def _not_over_a_window(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Over a window each row of a table gets all of its texts: a million rows, and a million million texts."""
    around = node.parent
    while isinstance(around, exp.Filter | exp.WithinGroup | exp.IgnoreNulls | exp.RespectNulls):
        around = around.parent
    if isinstance(around, exp.Window):
        return GuardViolation("too_large", "Texts may be joined in a group, not over a window.")
    return None


def _collate(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Sorting by code point, as every other engine does: what the compiler asks of PostgreSQL."""
    if dialect == "postgres" and isinstance(node.expression, exp.Identifier) and node.expression.name == "C":
        return None
    return GuardViolation("forbidden_function", 'The only collation is "C", in PostgreSQL.')


def _like(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Spark makes a regular expression of a pattern: four `%` took it 15 seconds over one text of 200 letters."""
    if dialect != "databricks":
        return None
    counted = [pattern.name.count("%") for pattern in _patterns(node) if _is_text(pattern)]
    return _TOO_WILD if max(counted, default=0) > MAX_WILDCARDS else None


def made_patterns(root: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """The same for patterns made of what stands elsewhere in the query; looks at the whole of it, once."""
    if dialect != "databricks" or all(
        _is_text(pattern) for like in root.find_all(exp.Like, exp.ILike) for pattern in _patterns(like)
    ):
        return None
    if root.find(exp.Replace, exp.RegexpReplace, exp.Translate, exp.GroupConcat):
        return GuardViolation("forbidden_literal", "Databricks SQL takes a LIKE pattern as a text here.")
    counted = sum(text.name.count("%") for text in root.find_all(exp.Literal))
    return _TOO_WILD if counted > MAX_WILDCARDS else None


def _patterns(like: exp.Expr) -> list[exp.Expr]:
    listed = like.expression.this if isinstance(like.expression, exp.Any | exp.All) else like.expression
    return listed.expressions if isinstance(listed, exp.Tuple) else [listed]


def _group(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    parts = [part for slot in ("expressions", "rollup", "cube") for part in node.args.get(slot) or ()]
    if not parts and not node.args.get("all"):
        return GuardViolation("parse_error", "GROUP BY names nothing.")
    groupings = prod(_sets(part, len(node.expressions)) for part in parts)
    if groupings > MAX_GROUPING_SETS:
        return GuardViolation("too_large", f"GROUP BY may make {MAX_GROUPING_SETS} groupings.")
    # DuckDB 2.0.0 takes such a query for no longer than its table, and leaves out a LIMIT above that.
    if dialect == "duckdb" and groupings > 1 and not _aggregates(node.parent_select):
        return GuardViolation(
            "unsupported", "DuckDB needs an aggregate, COUNT(*) say, beside several groupings."
        )
    return None


def _aggregates(select: exp.Select | None) -> bool:
    own = select.walk(prune=lambda node: isinstance(node, exp.Query) and node is not select) if select else ()
    return any(
        isinstance(node, exp.AggFunc)
        and not isinstance(node, exp.Grouping | exp.GroupingId)
        and not isinstance(node.parent, exp.Window)
        for node in own
    )


def _sets(part: exp.Expr, outside: int) -> int:
    """How many groupings one part of GROUP BY makes. WITH ROLLUP and WITH CUBE count what stands outside them."""
    if isinstance(part, exp.Cube):
        return int(2 ** (len(part.expressions) or outside))
    if isinstance(part, exp.Rollup):
        return (len(part.expressions) or outside) + 1
    if isinstance(part, exp.GroupingSets):
        return sum(_sets(inner, 0) for inner in part.expressions)
    return 1


def _is_text(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_string


def _is_whole(node: exp.Expr) -> bool:
    return isinstance(node, exp.Literal) and node.is_int and len(node.name) <= 9


def _is_cast_to(node: exp.Expr, kinds: frozenset[exp.DType]) -> bool:
    node = node.unnest()
    return isinstance(node, exp.Cast) and node.to.args["this"] in kinds


RULES: Final[dict[type[exp.Expr], Rule]] = {
    **dict.fromkeys(
        (
            *(exp.TimeToStr, exp.ToChar, exp.StrToTime, exp.StrToDate, exp.StrToUnix, exp.UnixToStr),
            exp.TsOrDsToDate,
        ),
        _format,
    ),
    **dict.fromkeys((exp.RegexpLike, exp.RegexpILike, exp.RegexpExtract, exp.RegexpReplace), _regular),
    exp.Like: _like,
    exp.ILike: _like,
    exp.Pad: _pad,
    exp.Pow: _power,
    exp.Substring: _substring,
    exp.Group: _group,
    exp.Collate: _collate,
    exp.SimilarTo: _similar,
    exp.ApproxQuantile: _accuracy,
    exp.ArraySize: _list_size,
    exp.Anonymous: _anonymous,
    exp.Extract: _extract,
    exp.Overlaps: _overlaps,
    exp.Kwarg: _keyword,
    exp.Star: _star,
    **dict.fromkeys(
        (
            *(
                exp.TimestampTrunc,
                exp.DateTrunc,
                exp.DateDiff,
                exp.TimestampDiff,
                exp.DateAdd,
                exp.TimestampAdd,
            ),
            exp.TsOrDsAdd,
        ),
        _known_unit,
    ),
    **dict.fromkeys((exp.GroupConcat, exp.ArrayAgg, exp.ArrayUniqueAgg), _not_over_a_window),
}
