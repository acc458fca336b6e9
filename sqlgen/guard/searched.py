"""What PostgreSQL searches by operators: JSONB by `?` and `@>`, spans of days by `@>`, texts by `@@`.

Their operators bind as `||` does; so a side is a column, a call, or in brackets.
"""

import json
import re
from typing import Final

from sqlglot import exp

from sqlgen.contracts import Dialect
from sqlgen.guard.json_fields import FIELDS
from sqlgen.guard.literals import is_text
from sqlgen.guard.violation import GuardViolation

SPANS: Final = frozenset({"DATERANGE", "TSRANGE", "TSTZRANGE", "NUMRANGE", "INT4RANGE", "INT8RANGE"})
WORDS: Final = frozenset(
    {"TO_TSVECTOR", "TO_TSQUERY", "PLAINTO_TSQUERY", "PHRASETO_TSQUERY", "WEBSEARCH_TO_TSQUERY"}
)
KEYS: Final = (exp.JSONBContainsTopKey, exp.JSONBContainsAnyTopKeys, exp.JSONBContainsAllTopKeys)

MAX_KEYS: Final = 100

_EDGES: Final = frozenset({"[]", "[)", "(]", "()"})
_LONG: Final = re.compile(r"[eE][-+]?[0-9]{3}")
_BRACED: Final = re.compile(r"\{[A-Za-z0-9_ -]++(?:,[A-Za-z0-9_ -]++)*+\}")
_CONTAINING: Final = (exp.ArrayContainsAll, exp.ArrayContainedBy)

_KEYS: Final = GuardViolation(
    "forbidden_node", "Keys of JSON are asked for by texts: payload ? 'a', payload ?| ARRAY['a', 'b']."
)
_SPAN: Final = GuardViolation(
    "forbidden_function", "A span stands beside @>, <@ or &&: DATERANGE(a, b, '[)') @> day."
)
_MATCHED: Final = GuardViolation(
    "forbidden_function",
    "Words are searched so: TO_TSVECTOR('english', note) @@ TO_TSQUERY('english', 'a & b').",
)


def json_key(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """`payload ? 'gift'`, `payload ?| ARRAY['a', 'b']`, `payload ?& ARRAY['a', 'b']`."""
    key = node.expression
    if isinstance(node, exp.JSONBContainsTopKey):
        fits = is_text(key)
    else:
        fits = (
            isinstance(key, exp.Array)
            and len(key.expressions) <= MAX_KEYS
            and all(map(is_text, key.expressions))
        )
    return None if fits and _is_stored(node.this) else _KEYS


def asked_in(node: exp.Expr) -> exp.Expr | None:
    """What is searched for a written text, which the policy has to call JSON or a list (`reach.py`)."""
    if isinstance(node, KEYS):
        left: exp.Expr = node.this
        return left
    if isinstance(node, _CONTAINING):
        sides: tuple[exp.Expr, exp.Expr] = (node.this, node.expression)
        if any(map(is_text, sides)):
            return sides[0] if is_text(sides[1]) else sides[1]
    return None


def contains(node: exp.Expr) -> bool:
    """`payload @> '{"gift": true}'`, `tags @> '{a,b}'`, `DATERANGE(a, b) @> day`, either way round."""
    sides = (node.this, node.expression)
    if any(map(is_span, sides)):
        return not any(isinstance(side, exp.Array) for side in sides) and all(
            is_span(side) or isinstance(side, exp.Column | exp.Cast | exp.Func | exp.Paren) for side in sides
        )
    if not isinstance(node, _CONTAINING):
        return False
    written = [side for side in sides if is_text(side)]
    return len(written) == 1 and _is_plain(written[0].name) and any(map(_is_stored, sides))


def is_span(node: exp.Expr) -> bool:
    return isinstance(node, exp.Anonymous) and node.name.upper() in SPANS


def span(node: exp.Expr) -> GuardViolation | None:
    """DATERANGE(a, b), DATERANGE(a, b, '[)'): fails where b is before a, and so is no answer of its own."""
    edges = node.expressions[2:]
    fits = isinstance(node.parent, (*_CONTAINING, exp.ArrayOverlaps)) and len(node.expressions) in (2, 3)
    return None if fits and all(is_text(edge) and edge.name in _EDGES for edge in edges) else _SPAN


def matched(node: exp.Expr, dialect: Dialect) -> GuardViolation | None:
    """TO_TSVECTOR(note) @@ TO_TSQUERY('a & b'): sqlglot keeps the sides the other way round."""
    asked, text = node.this, node.expressions[0] if len(node.expressions) == 1 else None
    both = [side.name.upper() if isinstance(side, exp.Anonymous) else "" for side in (text, asked)]
    fits = both[0] == "TO_TSVECTOR" and both[1] in WORDS - {"TO_TSVECTOR"}
    return None if fits and dialect == "postgres" else _MATCHED


def words(node: exp.Expr) -> GuardViolation | None:
    """TO_TSVECTOR('english', x), TO_TSQUERY('english', 'a'): only beside @@; the question is a text that is written."""
    *language, said = node.expressions or [exp.Null()]
    fits = isinstance(node.parent, exp.MatchAgainst) and len(language) < 2 and all(map(is_text, language))
    return None if fits and (node.name.upper() == "TO_TSVECTOR" or is_text(said)) else _MATCHED


def _is_stored(node: exp.Expr) -> bool:
    while isinstance(node, (exp.Paren, *FIELDS)):
        node = node.this
    return isinstance(node, exp.Column)


def _is_plain(text: str) -> bool:
    """JSON without long numbers, which JSONB writes out with every digit; or a list in braces."""
    if _BRACED.fullmatch(text):
        return True
    try:
        json.loads(text)
    except ValueError:
        return False
    return _LONG.search(text) is None
