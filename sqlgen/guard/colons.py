"""Databricks' `payload:a.b[0]`: a path into a column that the policy says is a text or a VARIANT.

It is written again as it stood, since no function means the same: in a text Databricks minds no case in such a path,
as GET_JSON_OBJECT does. A key in brackets, `payload:['a']`, is the same to both, and is written as that.
"""

import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.columns import Columns
from sqlgen.guard.position import position_of
from sqlgen.guard.swap import swap
from sqlgen.guard.violation import GuardViolation

_NAME: Final = "[A-Za-z_][A-Za-z0-9_]{0,62}"
_STEP: Final = rf"(?:\.{_NAME}|\[[0-9]{{1,4}}\]|\['{_NAME}'\])"
# What stands behind belongs to no path: no further step, no call.
_ENDS: Final = r"(?![A-Za-z0-9_])(?!\s*+(?:[.(\['\"`]|:(?!:)))"
COLON_PATH: Final = rf"(?<=[A-Za-z0-9_`]):(?:{_NAME}|\['{_NAME}'\]){_STEP}{{0,7}}+{_ENDS}"
# 0D, 1L, 2.5BD
SUFFIXED: Final = (
    r"(?:[0-9]{1,38}+(?:\.[0-9]{0,38}+)?|\.[0-9]{1,38}+)(?:[LSYDFlsydf]|[bB][dD])(?![A-Za-z0-9_'\"`$.])"
)
_WRITTEN: Final = re.compile(rf":{_NAME}(?:\.{_NAME}|\[[0-9]{{1,4}}\])*+")
_TEXT: Final = re.compile(r"(?:string|text|varchar|char)(?: ?\([0-9]+\))?")
_UNCLEAR: Final = GuardViolation(
    "forbidden_node",
    "A path behind a colon reaches into a column that the policy says is a text or a VARIANT; keys in brackets stand "
    "beside no others. Or write GET_JSON_OBJECT(x, '$.a.b'), VARIANT_GET(x, '$.a.b', 'string').",
)
_NO_ARROW: Final = GuardViolation(
    "forbidden_function",
    "Databricks has no arrows into JSON: GET_JSON_OBJECT(x, '$.a.b') or x:a.b for a text, x:a.b::INT for a VARIANT.",
)


def is_colon(node: exp.Expr) -> bool:
    """Whether a node is such a path."""
    return isinstance(node, exp.JSONExtract) and bool(node.args.get("variant_extract"))


def colon_path(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """Why a path may not stand as it is; None where it may."""
    if not is_colon(node):
        return _NO_ARROW
    return None if isinstance(node.this, exp.Column) else _UNCLEAR


def check_colon(node: exp.Expr, columns: Columns) -> None:
    """Refuse a path into anything but a stored text or VARIANT, and make one whose keys stand in brackets what it is
    to every reader; raises GuardViolation."""
    held = columns.held.get(id(node.this))
    kind = held.kind.strip().lower() if held is not None else ""
    keys = [step for step in node.expression.expressions if isinstance(step, exp.JSONPathKey)]
    exact = [bool(key.args.get("quoted")) for key in keys]
    for key in keys if kind == "variant" or all(exact) else ():
        key.set("quoted", False)  # a VARIANT minds the case of either
    if kind == "variant":
        return
    if not _TEXT.fullmatch(kind) or (any(exact) and not all(exact)):
        raise GuardViolation(_UNCLEAR.code, _UNCLEAR.message, position_of(node))
    if all(exact):
        swap(node, exp.JSONExtractScalar(this=node.this, expression=node.expression))


def without_paths(bare: str) -> str:
    """A rebuilt text without such paths, whose words are names."""
    return _WRITTEN.sub(":", bare)
