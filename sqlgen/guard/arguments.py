"""What arguments of some functions may be: where the text of an argument decides what the engine does or how much."""

from collections.abc import Callable
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.amounts import RULES as AMOUNTS
from sqlgen.guard.arities import miscounted
from sqlgen.guard.bits import BITS, of_bits
from sqlgen.guard.calls import (
    NUMBERING,
    of_an_aggregate,
    over_a_window,
    sorted_in_place,
)
from sqlgen.guard.chosen import choice_in_place
from sqlgen.guard.encodings import encoded, json_of
from sqlgen.guard.frames import frame
from sqlgen.guard.functions import EXPLODED
from sqlgen.guard.growth import GATHERED_BY_NAME
from sqlgen.guard.json_fields import FIELDS, json_field
from sqlgen.guard.lambdas import lambda_in_place
from sqlgen.guard.likes import glob, like_pattern
from sqlgen.guard.lists import of_lists, quantified, written_list
from sqlgen.guard.marks import OF_DAYS
from sqlgen.guard.named import named, parse_url
from sqlgen.guard.of_aggregates import (
    accuracy,
    distinct,
    group,
    joined,
    not_over_a_window,
    percentile,
    within_group,
)
from sqlgen.guard.of_joins import join, lateral
from sqlgen.guard.of_sizes import collate, pad, power, time_format
from sqlgen.guard.places import in_brackets, of_a_slice
from sqlgen.guard.regular import regular, similar, split, substring
from sqlgen.guard.searched import KEYS, json_key, matched
from sqlgen.guard.source_columns import is_column
from sqlgen.guard.spines import SERIES, check_explode, check_series
from sqlgen.guard.stored_lists import in_from
from sqlgen.guard.structures import field_of_one, structure
from sqlgen.guard.templates import formatted
from sqlgen.guard.times import extracted_part, interval_part, known_unit, two_pairs
from sqlgen.guard.tuples import several_names
from sqlgen.guard.units import UNITS
from sqlgen.guard.violation import GuardViolation
from sqlgen.guard.with_ties import ties_in_place

Rule = Callable[[exp.Expr, Dialect], GuardViolation | None]


def _list_size(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if dialect == "postgres" and node.args.get("expression") is None:
        return GuardViolation("unsupported", "ARRAY_LENGTH takes a dimension: ARRAY_LENGTH(x, 1).")
    return None


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
    made = node.args.get("replace") or node.args.get("rename")
    if made and dialect != "duckdb":
        return GuardViolation("forbidden_node", "* REPLACE and * RENAME are DuckDB's.")
    if isinstance(node.parent, exp.Count) and (made or node.args.get("except_")):
        return GuardViolation("forbidden_node", "COUNT takes * as it is.")
    if any(not is_column(alias.this) for alias in node.args.get("rename") or ()):
        return GuardViolation("forbidden_node", "* RENAME takes columns: * RENAME (a AS b).")
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
    return refused or (not_over_a_window(node, dialect) if node.name.upper() in GATHERED_BY_NAME else None)


def _between(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    if not node.args.get("symmetric") or dialect == "postgres":
        return None
    return GuardViolation(
        "unsupported", "BETWEEN SYMMETRIC is PostgreSQL's: BETWEEN LEAST(a, b) AND GREATEST(a, b)."
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


RULES: Final[dict[type[exp.Expr], Rule]] = {
    **dict.fromkeys(
        (
            *(exp.TimeToStr, exp.ToChar, exp.StrToTime, exp.StrToDate, exp.StrToUnix, exp.UnixToStr),
            *(exp.TsOrDsToDate, exp.ToNumber),
        ),
        time_format,
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
    exp.Struct: structure,
    exp.PropertyEQ: field_of_one,
    **dict.fromkeys(KEYS, json_key),
    exp.MatchAgainst: matched,
    **AMOUNTS,
    **dict.fromkeys(BITS, of_bits),
    exp.Glob: glob,
    exp.Format: formatted,
    exp.WindowSpec: frame,
    exp.Lateral: lateral,
    exp.LimitOptions: ties_in_place,
    exp.Aliases: several_names,
    **dict.fromkeys(
        (*(exp.Hex, exp.Unhex, exp.ToBase64, exp.FromBase64), exp.Encode, exp.Decode, exp.SHA2Digest), encoded
    ),
    exp.JSONFormat: json_of,
    **dict.fromkeys(FIELDS, json_field),
    exp.Like: like_pattern,
    exp.ILike: like_pattern,
    exp.TimestampTrunc: _time_trunc,
    exp.DateAdd: _date_add,
    exp.Quantile: percentile,
    exp.Distinct: distinct,
    exp.Between: _between,
    exp.WithinGroup: within_group,
    **dict.fromkeys((exp.Filter, exp.Window), of_an_aggregate),
    exp.Order: sorted_in_place,
    **dict.fromkeys(NUMBERING, over_a_window),
    exp.Pad: pad,
    exp.Pow: power,
    exp.Substring: substring,
    exp.Group: group,
    exp.Collate: collate,
    exp.SimilarTo: similar,
    exp.ApproxQuantile: accuracy,
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
    exp.Columns: choice_in_place,
    exp.Date: _date,
    exp.Join: join,
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
    exp.GroupConcat: joined,
    **dict.fromkeys(
        (exp.ArrayAgg, exp.ArrayUniqueAgg, exp.JSONArrayAgg, exp.JSONObjectAgg, exp.JSONBObjectAgg),
        not_over_a_window,
    ),
}
