"""How conditions are read: comparisons, lists, NULL and LIKE."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.comparing import like, pattern_of, searched
from sqlgen.faithfulness.errors import Unproven, not_followed
from sqlgen.faithfulness.logic import conjunction, disjunction, is_null, negation, not_null
from sqlgen.faithfulness.terms import Term, is_literal, value_of

if TYPE_CHECKING:
    from sqlgen.faithfulness.reading import Reader


def comparison(op: str) -> Callable[["Reader", exp.Expr], Term]:
    def read(reader: "Reader", node: exp.Expr) -> Term:
        return reader.compare(op, reader.term(node.this), reader.term(node.expression))

    return read


def in_list(reader: "Reader", node: exp.Expr) -> Term:
    if node.args.get("query"):
        raise Unproven(
            "A condition IN (SELECT …) can be followed where it must hold alone: join the table instead."
        )
    this, values = reader.term(node.this), node.expressions
    if len(values) == 1 and isinstance(values[0], exp.Values):
        values = listed_texts(values[0]) or values
    return disjunction(reader.compare("eq", this, reader.term(one)) for one in values)


def listed_texts(values: exp.Expr) -> list[exp.Expr] | None:
    """The texts of `VALUES ('a'), ('b')`; None where it holds anything else."""
    rows = [one.expressions if isinstance(one, exp.Tuple) else [one] for one in values.expressions]
    if not all(len(row) == 1 and isinstance(row[0], exp.Literal) and row[0].is_string for row in rows):
        return None
    return [row[0] for row in rows]


def held_by_list(reader: "Reader", node: exp.Expr) -> Term:
    """`LIST_CONTAINS(['a', 'b'], x)`, which is `x IN ('a', 'b')` where the list is written out."""
    this, held = reader.term(node.expression), node.this
    if not isinstance(held, exp.Array) or not held.expressions:
        raise not_followed(node, reader.dialect)
    values = reader.terms(held.expressions)
    if not all(is_literal(one, "text") for one in values) or this.family is not Family.TEXT:
        raise not_followed(node, reader.dialect)
    return disjunction(reader.compare("eq", this, one) for one in values)


def between(reader: "Reader", node: exp.Expr) -> Term:
    if node.args.get("symmetric"):
        raise Unproven("BETWEEN SYMMETRIC cannot be followed.")
    this = reader.term(node.this)
    low, high = reader.term(node.args["low"]), reader.term(node.args["high"])
    return conjunction((reader.compare("ge", this, low), reader.compare("le", this, high)))


def is_test(reader: "Reader", node: exp.Expr) -> Term:
    this, other = reader.term(node.this), node.expression
    if isinstance(other, exp.Null):
        found = is_null(this)
    elif isinstance(other, exp.Boolean):
        found = conjunction((this if other.this else negation(this), not_null(this)))
    else:
        raise not_followed(node, reader.dialect)
    return negation(found) if node.args.get("negate") else found


def like_test(reader: "Reader", node: exp.Expr) -> Term:
    default = "" if reader.dialect == "duckdb" else "\\"
    return _matched(reader, node, default)


def escape(reader: "Reader", node: exp.Expr) -> Term:
    escape = reader.term(node.expression)
    if not isinstance(node.this, exp.Like) or not is_literal(escape, "text") or len(value_of(escape)) != 1:
        raise not_followed(node, reader.dialect)
    return _matched(reader, node.this, value_of(escape))


def _matched(reader: "Reader", node: exp.Expr, escape: str) -> Term:
    this, text = reader.term(node.this), reader.term(node.expression)
    pattern = pattern_of(value_of(text), escape) if is_literal(text, "text") else None
    if pattern is None:
        raise not_followed(node, reader.dialect)
    found = like(this, pattern)
    return negation(found) if node.args.get("negate") else found


def search(*, ahead: bool) -> Callable[["Reader", exp.Expr], Term]:
    def read(reader: "Reader", node: exp.Expr) -> Term:
        sought = reader.term(node.expression)
        if not is_literal(sought, "text"):
            raise not_followed(node, reader.dialect)
        return searched(reader.term(node.this), value_of(sought), ahead=ahead)

    return read
