"""Fields of JSON: `x -> 'a'`, `x ->> 'a'`, `x #>> '{a,b}'`, JSON_EXTRACT and its kin, with paths that are written out.

Arrows bind as `||` does, to PostgreSQL, DuckDB and sqlglot alike; but `->` binds weaker than AND in DuckDB. So what
stands on their left is a column, a cast, a field or something in brackets, and they want brackets of their own behind
an operator as strong, and in DuckDB beside any.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.colons import colon_path
from sqlgen.guard.literals import is_text
from sqlgen.guard.marks import ODD_KEY
from sqlgen.guard.parse import DIALECTS
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation

FIELDS: Final = (exp.JSONExtract, exp.JSONExtractScalar, exp.JSONBExtract, exp.JSONBExtractScalar)
_NAME = "[A-Za-z_][A-Za-z0-9_]{0,62}"
_BRACED = re.compile(rf"\{{(?:{_NAME}|[0-9]{{1,4}})(?:,(?:{_NAME}|[0-9]{{1,4}})){{0,7}}\}}")
_AROUND = (exp.Binary, exp.Not, exp.Neg, exp.Between, exp.In)
_OPERATORS = (exp.DPipe, exp.RegexpLike, exp.RegexpILike)  # as strong as an arrow

_UNCLEAR = GuardViolation("forbidden_node", "Put x -> 'a' in brackets here: arrows bind weakly.")
_PATH = GuardViolation("forbidden_literal", "Write a path into JSON as a text like $.a.b[0] or {a,b}.")


def read_arrows(root: exp.Expr, dialect: Dialect) -> None:
    """Inside a call sqlglot takes `x -> 'a'` for a function of x: make it the field that it is to the engine."""
    if dialect == "databricks":
        return
    for node in list(root.find_all(exp.Lambda)):
        first = node.this
        while isinstance(first, FIELDS):
            first = first.this
        if is_text(first) and len(node.expressions) == 1 and isinstance(node.expressions[0], exp.Identifier):
            field = exp.JSONExtract(
                this=exp.Column(this=node.expressions[0]),
                expression=DIALECTS[dialect].to_json_path(first.copy()),
                only_json_types=dialect == "postgres",
            )
            whole = first is node.this
            swap(first, field)
            swap(node, field if whole else node.this)


def json_field(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a field of JSON may not be read as it stands; None where it may."""
    if dialect == "databricks" and isinstance(node, exp.JSONExtract):
        return colon_path(node, dialect)
    if isinstance(node, exp.JSONBExtract | exp.JSONBExtractScalar):
        if not is_text(node.expression) or not _BRACED.fullmatch(node.expression.name):
            return _PATH
    elif node.meta.get(ODD_KEY):
        return _PATH
    return _arrow(node, dialect) if _is_arrow(node) else None


def bracket_arrows(root: exp.Expr, dialect: Dialect) -> None:
    """PostgreSQL: an arrow stands in brackets of its own."""
    if dialect != "postgres":
        return
    for node in list(root.find_all(*FIELDS)):
        if _is_arrow(node) and not isinstance(node.parent, exp.Paren):
            brackets = exp.Paren()
            swap(node, brackets)
            brackets.set("this", node)


def name_functions(root: exp.Expr, dialect: Dialect) -> None:
    """DuckDB: reach into JSON by a function; sqlglot would write arrows."""
    if dialect != "duckdb":
        return
    for node in list(root.find_all(exp.JSONExtractScalar, exp.JSONExtract)):
        path = exp.Literal.string(f"${''.join(_step(part) for part in node.expression.expressions[1:])}")
        called = "JSON_EXTRACT_STRING" if isinstance(node, exp.JSONExtractScalar) else "JSON_EXTRACT"
        swap(node, exp.Anonymous(this=called, expressions=[node.this, path]))


def _is_arrow(node: exp.Expr) -> bool:
    # sqlglot sets the second, to true or false, for an arrow and not for a function.
    return isinstance(node, exp.JSONBExtract | exp.JSONBExtractScalar) or "only_json_types" in node.args


def _arrow(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    base = node.this.unnest()
    if isinstance(base, exp.Cast):
        fits = base.to.args["this"] == exp.DType.JSON
    else:
        fits = isinstance(base, (exp.Column, exp.Bracket, *FIELDS))
    before = isinstance(node.parent, _OPERATORS) and node.arg_key == "expression"
    weak = dialect == "duckdb" and _is_operand(node) and _holds_weak(node)
    return None if fits and not before and not weak else _UNCLEAR


def _is_operand(field: exp.Expr) -> bool:
    around = field.parent
    return isinstance(around, _AROUND) and not isinstance(around, FIELDS)


def _holds_weak(field: exp.Expr) -> bool:
    """Whether `->` stands in a chain of arrows."""
    while isinstance(field, FIELDS):
        if isinstance(field, exp.JSONExtract):
            return True
        field = field.this
    return False


def _step(part: exp.Expr) -> str:
    return f".{part.args['this']}" if isinstance(part, exp.JSONPathKey) else f"[{part.args['this']}]"
