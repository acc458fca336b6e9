"""What arguments of some functions may be: where the text of an argument decides what the engine does or how much."""

from collections.abc import Callable
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.arities import miscounted
from sqlgen.guard.calls import (
    NUMBERING,
    distinct_in_place,
    of_an_aggregate,
    over_a_window,
    sorted_in_place,
)
from sqlgen.guard.functions import EXPLODED
from sqlgen.guard.groups import grouped_by, groupings
from sqlgen.guard.json_fields import FIELDS, json_field
from sqlgen.guard.lambdas import lambda_in_place
from sqlgen.guard.likes import like_pattern
from sqlgen.guard.lists import of_lists, quantified, written_list
from sqlgen.guard.literals import is_cast_to, is_text, is_whole
from sqlgen.guard.named import MAX_FORMAT, named, parse_url
from sqlgen.guard.parse import MISREAD_FORMAT, OF_DAYS, TOO_MANY_ARGUMENTS
from sqlgen.guard.places import in_brackets, of_a_slice
from sqlgen.guard.regular import regular, similar, split, substring
from sqlgen.guard.spines import SERIES, check_explode, check_series
from sqlgen.guard.stored_lists import in_from
from sqlgen.guard.times import extracted_part, interval_part, known_unit, two_pairs
from sqlgen.guard.units import UNITS
from sqlgen.guard.violation import GuardViolation

MAX_PAD: Final = 255
MAX_EXPONENT: Final = 100
MAX_GROUPING_SETS: Final = 64
MAX_ACCURACY: Final = 10_000

Rule = Callable[[exp.Expr, Dialect], GuardViolation | None]

_APPROXIMATE = frozenset({exp.DType.FLOAT, exp.DType.DOUBLE})
_ORDERED = (exp.PercentileCont, exp.PercentileDisc)


def _format(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A format is a short text: `%c%c%c…` makes long texts of small values, and one from a column hides it."""
    given = node.args.get("format")
    if node.meta.get(MISREAD_FORMAT):
        letters = "" if dialect == "postgres" else ", no Y (a week's year: write y), and at most four y or E"
        return GuardViolation("forbidden_literal", f"A format has no letter behind %{letters}.")
    if given is None or (is_text(given) and len(given.name) <= MAX_FORMAT):
        return None
    return GuardViolation(
        "forbidden_literal", f"Write the format as a text of at most {MAX_FORMAT} characters."
    )


def _pad(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    length, fill = node.expression, node.args.get("fill_pattern")
    if is_whole(length) and int(length.name) <= MAX_PAD and (fill is None or is_text(fill)):
        return None
    return GuardViolation("too_large", f"Texts may be padded to {MAX_PAD} characters, written as a number.")


def _power(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """PostgreSQL reckons exact powers with every digit: 9.9 to the power of 100,000 has as many."""
    base, exponent = node.this, node.expression
    number = exponent.this if isinstance(exponent, exp.Neg) else exponent
    if dialect != "postgres" or any(is_cast_to(side, _APPROXIMATE) for side in (base, exponent)):
        return None
    if isinstance(number, exp.Literal) and number.is_number and float(number.name) <= MAX_EXPONENT:
        return None
    return GuardViolation(
        "too_large", f"Write POWER(CAST(x AS DOUBLE PRECISION), n), or an exponent of at most {MAX_EXPONENT}."
    )


def _accuracy(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Memory is taken by accuracy: Spark's own is 10,000."""
    accuracy = node.args.get("accuracy")
    if accuracy is None or (is_whole(accuracy) and int(accuracy.name) <= MAX_ACCURACY):
        return None
    return GuardViolation("too_large", f"Write the accuracy as a number of at most {MAX_ACCURACY}.")


def _list_size(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if dialect == "postgres" and node.args.get("expression") is None:
        return GuardViolation("unsupported", "ARRAY_LENGTH takes a dimension: ARRAY_LENGTH(x, 1).")
    return None


def _lateral(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.args.get("cross_apply") is None:
        return None
    return GuardViolation("forbidden_node", "APPLY may not be used: write JOIN LATERAL (…).")


def _join(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """A join that keeps rows says for which. DuckDB's ASOF JOIN finds for each row the nearest of the other side."""
    conditioned = bool(node.args.get("on") or node.args.get("using"))
    if node.args.get("side") and not conditioned:
        return GuardViolation(
            "missing_join_condition",
            f"{node.args['side']} JOIN takes a condition: ON TRUE where every row has a partner.",
        )
    if node.args.get("side") in ("RIGHT", "FULL") and isinstance(node.this, exp.Unnest | exp.Lateral):
        return GuardViolation(
            "forbidden_node", "What is made of each row of the left side stands in no RIGHT or FULL JOIN."
        )
    if node.args.get("kind") == "CROSS" and conditioned and dialect != "databricks":
        return GuardViolation("forbidden_node", "CROSS JOIN takes no condition: write JOIN … ON.")
    if node.args.get("method") is None:
        return None
    plain = node.args.get("on") is not None and node.args.get("kind") in (None, "", "INNER", "OUTER")
    if dialect == "duckdb" and plain and node.args.get("side") in (None, "", "LEFT"):
        return None
    return GuardViolation(
        "forbidden_node", "ASOF joins are DuckDB's, and take a condition: ASOF JOIN t ON …."
    )


def _date(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.args.get("this") is not None:
        return None
    return GuardViolation("unsupported", "DATE takes a value.")


def _bucket(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """TIME_BUCKET(width, x, origin): sqlglot makes a bare word of a text there that could be a unit."""
    origin = node.args.get("unit")
    if not isinstance(origin, exp.Var) or origin.name.upper() not in UNITS:
        return None
    return GuardViolation("forbidden_literal", "Where buckets begin is a date: DATE '2024-01-01'.")


def _if(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """IF(a, b) has no else: DuckDB and Spark have none such."""
    if node.args.get("false") is not None or isinstance(node.parent, exp.Case):
        return None
    return GuardViolation("unsupported", "IF takes three values: IF(a, b, NULL).")


def _star(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.args.get("replace") and dialect != "duckdb":
        return GuardViolation("forbidden_node", "* REPLACE is DuckDB's.")
    if isinstance(node.parent, exp.Count) and (node.args.get("replace") or node.args.get("except_")):
        return GuardViolation("forbidden_node", "COUNT takes * as it is.")
    return None


def _in(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """`x IN tags`: DuckDB searches a list behind IN."""
    if node.args.get("field") is None or dialect == "duckdb":
        return None
    return GuardViolation("forbidden_node", "Behind IN stand values or a query in brackets.")


def _anonymous(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    refused = named(node)
    told = miscounted(node.name.upper(), node.expressions, dialect)
    if refused is None and told is not None:
        return GuardViolation("unsupported", told)
    return refused or (_not_over_a_window(node, dialect) if node.name.upper() == "HISTOGRAM" else None)


def _not_over_a_window(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Over a window each row of a table gets all of its texts: a million rows, and a million million texts."""
    around = node.parent
    while isinstance(around, exp.Filter | exp.WithinGroup | exp.IgnoreNulls | exp.RespectNulls):
        around = around.parent
    if isinstance(around, exp.Window):
        return GuardViolation("too_large", "Texts may be joined in a group, not over a window.")
    return None


def _joined(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if dialect == "postgres" and node.args.get("separator") is None:
        return GuardViolation("unsupported", "STRING_AGG takes a separator: STRING_AGG(x, ', ').")
    return _not_over_a_window(node, dialect)


def _percentile(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.meta.get(TOO_MANY_ARGUMENTS):
        return GuardViolation("unsupported", "PERCENTILE takes a value and a share.")
    return None


def _distinct(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """What an engine does not have here, sqlglot writes as a CASE or as a query that holds each value twice."""
    if dialect == "databricks":
        fits = node.args.get("on") is None
    else:
        fits = isinstance(node.parent, exp.Select) or len(node.expressions) < 2
    if fits:
        return distinct_in_place(node)
    return GuardViolation(
        "unsupported", f"{dialect} has no such DISTINCT: write SELECT DISTINCT a, b in a query of its own."
    )


def _between(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if not node.args.get("symmetric") or dialect == "postgres":
        return None
    return GuardViolation(
        "unsupported", "BETWEEN SYMMETRIC is PostgreSQL's: BETWEEN LEAST(a, b) AND GREATEST(a, b)."
    )


def _within_group(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """DuckDB: sqlglot writes what a percentile is taken of twice, and other aggregates in an order of their own."""
    misplaced = of_an_aggregate(node, dialect)
    if misplaced is not None:
        return misplaced
    if dialect == "duckdb" and not isinstance(node.this, _ORDERED):
        return GuardViolation(
            "unsupported",
            "duckdb takes WITHIN GROUP behind percentiles; write MODE(x), LISTAGG(x, ',' ORDER BY y).",
        )
    if dialect != "duckdb" or node.expression.find(exp.Query, exp.AggFunc) is None:
        return None
    return GuardViolation(
        "unsupported", "WITHIN GROUP sorts by columns here: take the percentile of a query."
    )


def _time_trunc(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if dialect == "duckdb" and node.args.get("zone") is not None:
        return GuardViolation(
            "unsupported", "DATE_TRUNC takes no zone in duckdb: write x AT TIME ZONE 'UTC'."
        )
    return known_unit(node, dialect)


def _date_add(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if node.meta.get(OF_DAYS):
        return GuardViolation("unsupported", "DATE_ADD takes an interval here: a day and a number are x + 3.")
    return known_unit(node, dialect)


def _collate(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Sorting by code point, as every other engine does: what the compiler asks of PostgreSQL."""
    if dialect == "postgres" and isinstance(node.expression, exp.Identifier) and node.expression.name == "C":
        return None
    return GuardViolation("forbidden_function", 'The only collation is "C", in PostgreSQL.')


def _group(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if not grouped_by(node) and not node.args.get("all"):
        return GuardViolation("parse_error", "GROUP BY names nothing.")
    count = groupings(node)
    if count > MAX_GROUPING_SETS:
        return GuardViolation("too_large", f"GROUP BY may make {MAX_GROUPING_SETS} groupings.")
    # DuckDB 2.0.0 takes such a query for no longer than its table, and leaves out a LIMIT above that.
    if dialect == "duckdb" and count > 1 and not _aggregates(node.parent_select):
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


RULES: Final[dict[type[exp.Expr], Rule]] = {
    **dict.fromkeys(
        (
            *(exp.TimeToStr, exp.ToChar, exp.StrToTime, exp.StrToDate, exp.StrToUnix, exp.UnixToStr),
            *(exp.TsOrDsToDate, exp.ToNumber),
        ),
        _format,
    ),
    **dict.fromkeys(
        (
            exp.RegexpLike,
            exp.RegexpILike,
            exp.RegexpExtract,
            exp.RegexpReplace,
            exp.RegexpSubstr,
            exp.RegexpCount,
            exp.RegexpInstr,
            exp.RegexpExtractAll,
            exp.RegexpFullMatch,
        ),
        regular,
    ),
    exp.RegexpSplit: split,
    exp.Bracket: in_brackets,
    exp.ArraySlice: of_a_slice,
    exp.Lateral: _lateral,
    **dict.fromkeys(FIELDS, json_field),
    exp.Like: like_pattern,
    exp.ILike: like_pattern,
    exp.TimestampTrunc: _time_trunc,
    exp.DateAdd: _date_add,
    exp.Quantile: _percentile,
    exp.Distinct: _distinct,
    exp.Between: _between,
    exp.WithinGroup: _within_group,
    **dict.fromkeys((exp.Filter, exp.Window), of_an_aggregate),
    exp.Order: sorted_in_place,
    **dict.fromkeys(NUMBERING, over_a_window),
    exp.Pad: _pad,
    exp.Pow: _power,
    exp.Substring: substring,
    exp.Group: _group,
    exp.Collate: _collate,
    exp.SimilarTo: similar,
    exp.ApproxQuantile: _accuracy,
    exp.ArraySize: _list_size,
    exp.Array: written_list,
    **dict.fromkeys((exp.ArrayContainsAll, exp.ArrayContainedBy, exp.ArrayOverlaps), of_lists),
    exp.Any: quantified,
    exp.All: quantified,
    exp.Anonymous: _anonymous,
    exp.Extract: extracted_part,
    exp.Overlaps: two_pairs,
    exp.Kwarg: interval_part,
    exp.If: _if,
    exp.DateBin: _bucket,
    exp.Star: _star,
    exp.Date: _date,
    exp.Join: _join,
    exp.ParseUrl: parse_url,
    exp.Lambda: lambda_in_place,
    exp.In: _in,
    **dict.fromkeys(EXPLODED, check_explode),
    exp.Unnest: in_from,
    **dict.fromkeys(SERIES, check_series),
    **dict.fromkeys(
        (
            *(
                exp.DateTrunc,
                exp.DateDiff,
                exp.TimestampDiff,
                exp.TimestampAdd,
            ),
            exp.TsOrDsAdd,
        ),
        known_unit,
    ),
    exp.GroupConcat: _joined,
    **dict.fromkeys((exp.ArrayAgg, exp.ArrayUniqueAgg), _not_over_a_window),
}
