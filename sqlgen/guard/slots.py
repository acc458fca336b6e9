"""The node types a query may be made of, and what each of their slots may hold."""

from typing import Final

from sqlglot import exp

from sqlgen.guard.bits import BITS
from sqlgen.guard.functions import EXPLODED, FUNCTIONS, KEEPING_ONE
from sqlgen.guard.searched import KEYS

# What a slot may hold: None means child nodes, True a flag, a set one of its words. Marked with a star:
# `*child` a child node too, `*text` any text (a rule below checks it), `*number` a whole number, `*type` a data type.
Slot = bool | frozenset[str] | None
_SIDES = frozenset({"PRECEDING", "FOLLOWING"})
_EDGES = frozenset({"UNBOUNDED", "CURRENT ROW", "*child"})


def _slots(spec: str, **words: frozenset[str]) -> dict[str, Slot]:
    named: dict[str, Slot] = {name.lstrip("?"): name.startswith("?") or None for name in spec.split()}
    return {**named, **words}


_BINARY = (
    *(exp.And, exp.Or, exp.EQ, exp.NEQ, exp.GT, exp.GTE, exp.LT, exp.LTE, exp.NullSafeEQ, exp.NullSafeNEQ),
    *(exp.Add, exp.Sub, exp.Mul, exp.Escape),
)
_SET = "with_ this expression order limit offset ?distinct"

NODES: Final[dict[type[exp.Expr], dict[str, Slot]]] = {
    **{kind: _slots(spec) for kind, spec in FUNCTIONS.items()},
    **{kind: _slots("this expression") for kind in _BINARY},
    exp.Select: _slots(
        "with_ expressions distinct from_ joins where group having qualify windows order limit offset"
    ),
    exp.Union: _slots(_SET),
    exp.Intersect: _slots(_SET),
    exp.Except: _slots(_SET),
    exp.Subquery: _slots("this alias order limit offset"),
    exp.With: _slots("expressions"),
    exp.CTE: _slots("this alias ?materialized"),
    exp.TableAlias: _slots("this columns"),
    exp.Table: _slots("this db catalog alias"),
    exp.Values: _slots("expressions alias"),
    exp.Lateral: _slots("this alias"),
    exp.ExplodingGenerateSeries: _slots("start end step"),  # where, and of what: see spines
    exp.GenerateSeries: _slots("start end step ?is_end_exclusive"),
    **{kind: _slots("this") for kind in EXPLODED},
    exp.Unnest: _slots("expressions alias", offset=frozenset({"*child"})),  # of what: see stored_lists
    exp.Aliases: _slots("this expressions"),
    exp.From: _slots("this"),
    exp.Join: _slots(
        "this on using",
        side=frozenset({"LEFT", "RIGHT", "FULL"}),
        kind=frozenset({"INNER", "OUTER", "CROSS", "SEMI", "ANTI"}),
        method=frozenset({"ASOF"}),  # of DuckDB: see arguments
    ),
    exp.Where: _slots("this"),
    exp.Having: _slots("this"),
    exp.Qualify: _slots("this"),
    exp.Group: _slots("expressions rollup cube ?all"),
    exp.Rollup: _slots("expressions"),
    exp.Cube: _slots("expressions"),
    exp.GroupingSets: _slots("expressions"),
    exp.Order: _slots("this expressions"),
    exp.Ordered: _slots("this ?desc ?nulls_first"),
    exp.Limit: _slots("expression"),
    exp.Fetch: _slots("count limit_options", direction=frozenset({"FIRST", "NEXT"})),
    exp.LimitOptions: _slots("?rows ?with_ties"),
    exp.Offset: _slots("expression"),
    exp.Distinct: _slots("expressions on"),
    exp.Star: _slots("except_ replace rename"),
    exp.Columns: _slots("this"),
    exp.Column: _slots("this table db catalog"),
    exp.Alias: _slots("this alias"),
    exp.Identifier: _slots("?quoted", this=frozenset({"*text"})),
    exp.Literal: _slots("?is_string", this=frozenset({"*text"})),
    exp.Var: _slots("", this=frozenset({"*text"})),
    exp.Null: {},
    exp.Boolean: _slots("?this"),
    exp.DataType: _slots("expressions ?nested", this=frozenset({"*type"})),
    exp.DataTypeParam: _slots("this"),
    exp.Paren: _slots("this"),
    exp.Tuple: _slots("expressions"),
    exp.Not: _slots("this"),
    exp.Neg: _slots("this"),
    exp.Is: _slots("this expression ?negate"),
    exp.In: _slots("this expressions query field"),
    exp.Between: _slots("this low high ?symmetric"),
    exp.Like: _slots("this expression ?negate"),
    exp.ILike: _slots("this expression ?negate"),
    exp.SimilarTo: _slots("this expression"),
    exp.Overlaps: _slots("this expression"),
    exp.Kwarg: _slots("this expression"),  # of MAKE_INTERVAL only: see arguments
    exp.Bracket: _slots("this expressions ?safe", offset=frozenset({"*number"})),  # what in it: see places
    exp.Slice: _slots("this expression"),
    exp.Dot: _slots("this expression"),  # a field of a place in a list: items[0].sku
    exp.JSONPath: _slots("expressions"),
    exp.JSONPathRoot: {},
    exp.JSONPathKey: _slots("?quoted", this=frozenset({"*text"})),
    exp.JSONPathSubscript: _slots("", this=frozenset({"*number"})),
    exp.Any: _slots("this"),
    exp.All: _slots("this"),
    exp.Exists: _slots("this expression"),
    exp.Lambda: _slots("this expressions"),
    **{kind: _slots("this expression") for kind in BITS},
    exp.PropertyEQ: _slots("this expression"),
    **{kind: _slots("this expression") for kind in KEYS},
    exp.MatchAgainst: _slots("this expressions"),
    exp.Glob: _slots("this expression"),
    exp.Div: _slots("this expression ?typed ?safe"),
    exp.Case: _slots("this ifs default"),
    exp.Cast: _slots("this to"),
    exp.TryCast: _slots("this to ?safe"),
    exp.Filter: _slots("this expression"),
    exp.Window: _slots("this partition_by order spec alias", over=frozenset({"OVER"})),
    exp.WindowSpec: _slots(
        "",
        kind=frozenset({"ROWS", "RANGE", "GROUPS"}),
        exclude=frozenset({"*child"}),
        start=_EDGES,
        end=_EDGES,
        start_side=_SIDES,
        end_side=_SIDES,
    ),
    exp.WithinGroup: _slots("this expression"),
    exp.IgnoreNulls: _slots("this"),
    exp.RespectNulls: _slots("this"),
    exp.Interval: _slots("this unit"),
    exp.Anonymous: _slots("expressions", this=frozenset({"*text"})),
    exp.Collate: _slots("this expression"),  # "C" only: see arguments
    exp.Trim: _slots("this expression", position=frozenset({"BOTH", "LEADING", "TRAILING"})),
}

# Slots whose nodes must be of a certain type: the resolver relies on these.
STRUCTURE: Final[dict[type[exp.Expr], dict[str, tuple[type[exp.Expr], ...]]]] = {
    exp.Select: {
        "with_": (exp.With,),
        "from_": (exp.From,),
        "joins": (exp.Join,),
        "limit": (exp.Limit, exp.Fetch),
        "offset": (exp.Offset,),
        "order": (exp.Order,),
        "group": (exp.Group,),
        "where": (exp.Where,),
        "windows": (exp.Window,),
        "distinct": (exp.Distinct,),
    },
    exp.Subquery: {"alias": (exp.TableAlias,), "limit": (exp.Limit, exp.Fetch), "offset": (exp.Offset,)},
    exp.With: {"expressions": (exp.CTE,)},
    exp.CTE: {"alias": (exp.TableAlias,)},
    exp.TableAlias: {"this": (exp.Identifier,), "columns": (exp.Identifier,)},
    exp.Table: {"db": (exp.Identifier,), "catalog": (exp.Identifier,), "alias": (exp.TableAlias,)},
    exp.Values: {"expressions": (exp.Tuple,), "alias": (exp.TableAlias,)},
    exp.From: {"this": (exp.Table, exp.Subquery, exp.Values, exp.Unnest)},
    exp.Lateral: {"this": (exp.Subquery, *EXPLODED), "alias": (exp.TableAlias,)},
    exp.Unnest: {"alias": (exp.TableAlias,), "offset": (exp.Identifier,)},
    exp.WindowSpec: {"exclude": (exp.Var,)},
    exp.Aliases: {"this": (*EXPLODED, exp.Anonymous), "expressions": (exp.Identifier,)},
    exp.Join: {
        "this": (exp.Table, exp.Subquery, exp.Values, exp.Lateral, exp.Unnest),
        "using": (exp.Identifier,),
    },
    exp.Column: dict.fromkeys(("table", "db", "catalog"), (exp.Identifier,)),
    exp.Star: {"except_": (exp.Identifier, exp.Column), "replace": (exp.Alias,), "rename": (exp.Alias,)},
    exp.Overlaps: {"this": (exp.Tuple,), "expression": (exp.Tuple,)},
    exp.Kwarg: {"this": (exp.Var,)},
    exp.Alias: {"alias": (exp.Identifier,)},
    exp.Order: {"expressions": (exp.Ordered,)},
    exp.Filter: {"expression": (exp.Where,)},
    exp.WithinGroup: {"expression": (exp.Order,)},
    exp.Window: {"alias": (exp.Identifier,), "order": (exp.Order,), "spec": (exp.WindowSpec,)},
    exp.Case: {"ifs": (exp.If,)},
    exp.Cast: {"to": (exp.DataType,)},
    exp.WidthBucket: {"threshold": (exp.Array,)},
    exp.TryCast: {"to": (exp.DataType,)},
    exp.Collate: {"expression": (exp.Identifier, exp.Literal)},
    exp.In: {"query": (exp.Subquery,), "field": (exp.Column,)},
    exp.Lambda: {"expressions": (exp.Identifier,)},
    exp.Exists: {"expression": (exp.Lambda,)},
    exp.ArrayFilter: {"expression": (exp.Lambda,)},
    exp.Transform: {"expression": (exp.Lambda,)},
    exp.ArraySort: {"expression": (exp.Lambda,)},
    exp.Reduce: {"merge": (exp.Lambda,), "finish": (exp.Lambda,)},
    exp.Struct: {"expressions": (exp.PropertyEQ,)},
    exp.PropertyEQ: {"this": (exp.Identifier,)},
    exp.Dot: {
        "this": (exp.Bracket, exp.Dot, exp.Identifier, exp.Struct, *KEEPING_ONE),
        "expression": (exp.Identifier,),
    },
    exp.StructExtract: {"expression": (exp.Literal,)},
    exp.MapContainsKey: {"key": (exp.Literal,)},
    exp.JSONExtract: {"expression": (exp.JSONPath,)},
    exp.JSONExtractScalar: {"expression": (exp.JSONPath,)},
}
