"""How constants, choices, arithmetic and the remaining functions are read."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from sqlglot import exp

from sqlgen.compiler.types import Family
from sqlgen.faithfulness.buckets import made_date, part_of
from sqlgen.faithfulness.choices import Choice
from sqlgen.faithfulness.conditions import search
from sqlgen.faithfulness.conversions import extract, whole_seconds, zoned
from sqlgen.faithfulness.decimals import has_few_digits, is_repeated
from sqlgen.faithfulness.errors import Unproven, not_followed
from sqlgen.faithfulness.logic import clauses_of, is_null, negation
from sqlgen.faithfulness.terms import FALSE, NULL, TRUE, Clauses, Term, is_literal, literal, value_of
from sqlgen.faithfulness.values import (
    ZERO,
    coalesce,
    divide,
    literal_number,
    multiply,
    nullif,
    subtract,
)
from sqlgen.faithfulness.weekdays import from_sunday

if TYPE_CHECKING:
    from sqlgen.faithfulness.reading import Reader


def constant(reader: "Reader", node: exp.Expr) -> Term:
    if node.args.get("is_string"):
        return literal("text", node.name, Family.TEXT)
    if reader.dialect == "databricks" and not has_few_digits(node.name):
        found = literal_number(
            node.name
        )  # 1.000000000000 is 1, but takes twelve digits from a quotient; so does 0
        return Term("cast", node.name, (found,), Family.NUMBER) if value_of(found) in (0, 1) else found
    return literal_number(node.name)


def boolean(reader: "Reader", node: exp.Expr) -> Term:
    return TRUE if node.args.get("this") else FALSE


def case(reader: "Reader", node: exp.Expr) -> Term:
    subject = node.args.get("this")
    whens: list[tuple[Clauses, Term]] = []
    for when in node.args["ifs"]:
        test = reader.term(when.this)
        if subject is not None:
            test = reader.compare("eq", reader.term(subject), test)
        whens.append((clauses_of(test), reader.term(when.args["true"])))
    default = node.args.get("default")
    return Choice(reader.compare)(whens, reader.term(default) if default is not None else NULL)


def if_else(reader: "Reader", node: exp.Expr) -> Term:
    default = node.args.get("false")
    when = (reader.clauses(node.this), reader.term(node.args["true"]))
    return Choice(reader.compare)([when], reader.term(default) if default is not None else NULL)


def first_value(reader: "Reader", node: exp.Expr) -> Term:
    values = reader.terms([node.this, *node.expressions])
    if any(one.family is Family.TEXT for one in values) and any(is_literal(one, "num") for one in values):
        raise Unproven("A number stands in for a text: engines refuse that, or make numbers of both.")
    return coalesce(values)


def plain_function(name: str, family: Family | None = None) -> Callable[["Reader", exp.Expr], Term]:
    """A function that is equal to itself alone, over equal arguments in the same places."""

    def read(reader: "Reader", node: exp.Expr) -> Term:
        given = {key: value for key, value in node.args.items() if value}
        parts = [value for value in given.values() if isinstance(value, exp.Expr)]
        if any(isinstance(value, list) for value in given.values()):
            raise not_followed(node, reader.dialect)
        args = reader.terms(parts)
        places = tuple(
            (key, "" if isinstance(value, exp.Expr) else str(value)) for key, value in given.items()
        )
        return Term(name, places, args, family or (args[0].family if args else Family.OTHER))

    return read


def anonymous(reader: "Reader", node: exp.Expr) -> Term:
    name, given = node.name.upper(), node.expressions
    if name == "TIMEZONE" and len(given) == 2:
        return zoned(reader, given[1], given[0])
    if name == "PREFIX" and len(given) == 2:
        return search(ahead=False)(reader, exp.StartsWith(this=given[0], expression=given[1]))
    if name in ("ISNULL", "ISNOTNULL") and len(given) == 1:
        found = is_null(reader.term(given[0]))
        return found if name == "ISNULL" else negation(found)
    if name == "MAKE_DATE" and len(given) == 3:
        return made_date(reader, node, given)
    if name == "WEEKDAY" and len(given) == 1 and reader.dialect == "databricks":
        return subtract(part_of("weekday", reader.term(given[0])), literal_number("1"))
    if name == "WEEKDAY" and len(given) == 1 and reader.dialect == "duckdb":
        return from_sunday(reader, given[0])
    if name == "DATE_PART" and len(given) == 2:
        return extract(reader, exp.Extract(this=exp.Var(this=given[0].name), expression=given[1]))
    if name in ("DATE_SUB", "DATESUB") and len(given) == 3 and reader.dialect == "duckdb":
        return whole_seconds(reader, *given)
    raise Unproven(f"The function {name.lower()} cannot be followed.")


def find(reader: "Reader", node: exp.Expr) -> Term:
    held, sought = reader.term(node.this), reader.term(node.args["substr"])
    if not is_literal(sought, "text"):
        raise not_followed(node, reader.dialect)
    return Term("find", None, (held, sought), Family.INTEGER)


def product(reader: "Reader", node: exp.Expr) -> Term:
    found = multiply(reader.term(node.this), reader.term(node.expression))
    if reader.dialect == "databricks" and is_repeated(node):
        return Term("cast", "* 1.0", (found,), Family.NUMBER)
    return found


def division(reader: "Reader", node: exp.Expr) -> Term:
    return divide(reader.term(node.this), reader.term(node.expression), reader.dialect)


def safe_divide(reader: "Reader", node: exp.Expr) -> Term:
    return divide(reader.term(node.this), nullif(reader.term(node.expression), ZERO), reader.dialect)


def aggregate_with_filter(reader: "Reader", node: exp.Expr) -> Term:
    return reader.scope.aggregate(node.this, reader.clauses(node.expression.this), reader)
