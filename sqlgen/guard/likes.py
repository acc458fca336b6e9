"""LIKE on Databricks: Spark makes a regular expression of a pattern, so it has few parts of open length."""

from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.literals import is_text
from sqlgen.guard.violation import GuardViolation

MAX_WILDCARDS: Final = 3

_TOO_WILD = GuardViolation(
    "forbidden_literal", f"A LIKE pattern has at most {MAX_WILDCARDS} % on Databricks."
)

_LISTED = GuardViolation(
    "unsupported", "LIKE ANY ('a%', 'b%') is Databricks': write x LIKE 'a%' OR x LIKE 'b%'."
)

_MADE = GuardViolation(
    "forbidden_literal",
    "On Databricks a LIKE pattern is a text, or columns and texts joined; no % stands elsewhere then.",
)

# What a pattern may be made of: each of its texts comes once.
_MAKING = frozenset(
    {
        *(exp.Column, exp.Identifier, exp.Literal, exp.DPipe, exp.Paren, exp.Lower, exp.Upper, exp.Trim),
        *(exp.Concat, exp.Cast, exp.DataType, exp.DataTypeParam, exp.Coalesce),
    }
)


def like_pattern(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A pattern that is a text: four `%` took Spark 15 seconds over one value of 200 letters."""
    if dialect != "databricks":
        # sqlglot would write the left side once for each pattern.
        listed = isinstance(node.expression, exp.Any | exp.All) and isinstance(
            node.expression.this, exp.Tuple
        )
        return _LISTED if listed else None
    counted = [pattern.name.count("%") for pattern in _patterns(node) if is_text(pattern)]
    return _TOO_WILD if max(counted, default=0) > MAX_WILDCARDS else None


def glob(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """DuckDB's `x GLOB '*.csv'`: it tries a pattern anew behind each `*`."""
    pattern = node.expression
    if dialect == "duckdb" and is_text(pattern) and pattern.name.count("*") <= MAX_WILDCARDS:
        return None
    return GuardViolation(
        "forbidden_literal", f"GLOB is DuckDB's and takes a text with at most {MAX_WILDCARDS} *."
    )


def made_patterns(root: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """The same for patterns put together in the query; looks at the whole of it, once."""
    if dialect != "databricks":
        return None
    patterns = [pattern for like in root.find_all(exp.Like, exp.ILike) for pattern in _patterns(like)]
    made = [pattern for pattern in patterns if not is_text(pattern)]
    if not made:
        return None
    if not all(type(part) in _MAKING for pattern in made for part in pattern.walk()):
        return _MADE
    wild = [sum(text.name.count("%") for text in pattern.find_all(exp.Literal)) for pattern in patterns]
    if max(wild) > MAX_WILDCARDS:
        return _TOO_WILD
    # One more could come into a pattern by a column, as often as that is named.
    everywhere = sum(text.name.count("%") for text in root.find_all(exp.Literal))
    return _MADE if everywhere > sum(wild) else None


def _patterns(like: exp.Expr) -> list[exp.Expr]:
    listed = like.expression.this if isinstance(like.expression, exp.Any | exp.All) else like.expression
    return listed.expressions if isinstance(listed, exp.Tuple) else [listed]
