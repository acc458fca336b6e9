"""The pieces that a text may be made of, by dialect, as patterns that read a whole text at once.

Every pattern is possessive and linear, so no text makes it slow.
"""

import re
from dataclasses import dataclass
from typing import Final

from sqlgen.guard.colons import COLON_PATH, SUFFIXED

_SPACE = r"[ \t\n]|\r\n"
_COMMENT = (
    r"--[\t\x20-\x7e]*+(?=\r?\n|\Z)"
    r"|/\*(?![+!])(?:[^*/\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\U0010ffff]|\*(?!/)|/(?!\*))*+\*/"
)
# What Databricks is advised about a plan. It says nothing of the answer, and reaches no engine.
_HINT = r"/\*\+[A-Za-z0-9_(),. \t\r\n]*+\*/"
_TEXT = r"\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff"  # never, not even in a literal
_NAMED = (
    r"\x00-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u206f'\"`\\;$"
)
_AFTER = r"(?![A-Za-z0-9_'\"`$&]|\s*+')"
_NUMBER = r"(?:[0-9]++(?:\.[0-9]*+)?|\.[0-9]++)(?:[eE][+-]?[0-9]{1,3}+)?(?![A-Za-z0-9_'\"`$.])"
_WORD = r"[A-Za-z_][A-Za-z0-9_]*+(?!['\"`$&])"
_TYPED = r"(?i:DATE|TIME|TIMESTAMP|TIMESTAMPTZ|INTERVAL)(?=')"  # no prefix to any reader: DATE'2024-01-01'
_PLACE = "-?[0-9]{1,5} *+"
PLACES = rf"\[ *+(?:{_PLACE}(?:: *+(?:{_PLACE})?+)?+|: *+{_PLACE})\]"
# A key of a map or a field of a structure.
_KEY = r"\[ *+'[A-Za-z0-9_][A-Za-z0-9_ .-]{0,62}+' *+\]"
# A place that a column gives, or that the list itself is asked for: x[i], x[SIZE(x) - 1], x[ARRAY_UPPER(x, 1)].
_PART = {
    dialect: rf"(?:[A-Za-z_][A-Za-z0-9_]*+|{quote}[A-Za-z_][A-Za-z0-9_ ]*+{quote})"
    for dialect, quote in (("postgres", '"'), ("duckdb", '"'), ("databricks", "`"))
}
_ASKED = {
    dialect: rf"\[ *+{part}(?: *+\. *+{part})?+ *+(?:[-+] *+[0-9]{{1,5}} *+)?+\](?!\s*+\[)"
    r"|\[(?= *+(?i:SIZE|CARDINALITY|ARRAY_SIZE|ARRAY_UPPER|ARRAY_LENGTH|LENGTH|LEN) *+\()"
    for dialect, part in _PART.items()
}
# One subscript behind another is read anew by sqlglot, and again.
_SUBSCRIPT = {
    "postgres": rf"{PLACES}(?: *+{PLACES}){{0,2}}+(?!\s*+\[)",
    "duckdb": rf"(?:{PLACES}|{_KEY})(?: *+(?:{PLACES}|{_KEY})){{0,2}}+(?!\s*+\[)",
}
# Where a list opens that is written out, and what a list of which type is called.
_LIST_TYPE = (
    r"(?i:TEXT|VARCHAR|INT|INT2|INT4|INT8|INTEGER|BIGINT|SMALLINT|NUMERIC|DECIMAL|DOUBLE|FLOAT8|DATE|BOOLEAN|UUID)"
    r"\[\](?!\s*+\[)"
)
_LIST = {
    "postgres": rf"(?i:ARRAY)\s*+\[(?!\s*+\])|\](?!\s*+\[)|{_LIST_TYPE}",
    "duckdb": (
        r"(?:(?i:ARRAY|IN|SELECT|DISTINCT|WHEN|THEN|ELSE|AND|OR|NOT|BY|WHERE|HAVING)\s*+|(?:@>|<@|&&|<>|!=|\|\||[(,=<>])\s*+)"
        rf"\[(?!\s*+\])|\](?!\s*+\[)|{_LIST_TYPE}"
    ),
}
_NAME = "[A-Za-z_][A-Za-z0-9_]{0,62}"
# Behind the field an arrow reaches for nothing stands that binds stronger than the arrow.
_FIELD_ENDS = r"(?!\s*+(?:::|[\[.+*/%]|-(?!>)|(?i:AT|COLLATE)\b))"
_ARROW = rf"->>?+(?=\s*+(?:'{_NAME}'|[0-9]{{1,4}}(?![0-9])){_FIELD_ENDS})"
_BODY = r"->(?=\s*+[A-Za-z_(\"])"  # of a lambda
_PARAMETER = rf"(?:{_NAME}|\"{_NAME}\")"
_LAMBDA = rf"(?i:LAMBDA) ++{_PARAMETER}(?: *+, *+{_PARAMETER})?+ *+:(?![:=])"
_OPERATOR = r"<>|!=|<=(?!>)|>=|\|\||::(?!:)|[(),.+=<>%]|/(?![/*])|\*(?![*/])|-(?![->])"

_STANDARD = rf"'(?:[^'{_TEXT}]|'')*+'{_AFTER}|\"[^{_NAMED}]++\"{_AFTER}"
_PLAIN = {
    "postgres": _STANDARD,
    "duckdb": _STANDARD,
    # A doubled quote is a quote to some Databricks runtimes and nothing to others: only \' and \\ may stand.
    "databricks": (
        rf"'(?:[^'\\$\t\n\r{_TEXT}]|\$(?!\{{)|\\['\\])*+'{_AFTER}(?!\s*+\")"
        rf"|\"[^{_NAMED}]*+\"{_AFTER}(?!\s*+\")|`[^{_NAMED}]++`{_AFTER}"
    ),
}
_SYMBOL = r"(?![-+*/<>=~!@#%^&|`?])"
_BITS = rf"(?<![-+*/<>=~!@#%^&|`?])[&|^]{_SYMBOL}"
_HASH = _BITS.replace("[&|^]", "#")  # PostgreSQL's XOR
_SEARCHED = r"\?[|&]?+(?=\s)|@@(?=\s)"  # keys of JSONB, words of texts
# DuckDB's structures: {'a': x}, {a: x}, STRUCT_PACK(a := x).
_STRUCTURE = (
    rf"\{{(?=\s*+(?:'{_NAME}'|{_NAME}|\"{_NAME}\")\s*+:)|\}}|'{_NAME}'\s*+:(?![:=])|{_NAME}\s*+:=(?=\s)"
)
# DuckDB's `week: DATE_TRUNC(…)` is an alias that stands before.
_PREFIXED = rf"{_NAME}:(?=\s)"
_MORE = {
    "postgres": rf"{_BITS}|{_HASH}|{_SEARCHED}|@>|<@|&&|!?~\*?+(?!~)|{_ARROW}|#>>?+(?=\s*+'\{{[^']*+'{_FIELD_ENDS})",
    "duckdb": (
        rf"{_BITS}|@>|<@|&&|{_BODY}|//(?!\*)|==|{_ARROW}"
        rf"|->>?+(?=\s*+'\$(?:\.{_NAME}|\[[0-9]{{1,4}}\])++'{_FIELD_ENDS})"
    ),
    "databricks": rf"{_BITS}|<=>|==|->(?!>)|{COLON_PATH}|{SUFFIXED}",
}


def _token_pattern(dialect: str, *, comments: bool) -> str:
    layout = f"{_SPACE}|{_COMMENT}|{_TYPED}" if comments else " "
    layout = f"{layout}|{_STRUCTURE}" if dialect == "duckdb" else layout
    layout = f"{_HINT}|{layout}" if comments and dialect == "databricks" else layout
    subscript = _SUBSCRIPT["postgres" if dialect == "postgres" else "duckdb"]
    lists = f"{_LIST[dialect]}|" if dialect in _LIST else ""
    lists = f"{_LAMBDA}|{lists}" if dialect == "duckdb" else lists
    lists = f"{_PREFIXED}|{lists}" if dialect == "duckdb" and comments else lists
    more = f"{_MORE[dialect]}|{subscript}|{_ASKED[dialect]}"
    more = rf"{more}|\](?!\s*+\[)" if dialect == "databricks" else more
    return f"{layout}|{_PLAIN[dialect]}|{_NUMBER}|{lists}{_WORD}|{more}|{_OPERATOR}"


# PostgreSQL takes a sign apart from its number: '1 month - 1 day'.
_SIGN: Final = {"postgres": "(?:[-+] ?)?", "duckdb": "[-+]?", "databricks": "[-+]?"}
_AMOUNTS: Final = {
    dialect: re.compile(
        rf"\s*+[-+]?[0-9]{{1,9}}+\s*+(?:[A-Za-z]++(?:\s++{sign}[0-9]{{1,9}}+\s++[A-Za-z]++){{0,5}}+\s*+)?"
    )
    for dialect, sign in _SIGN.items()
}


@dataclass(frozen=True, slots=True)
class Patterns:
    """How a dialect's texts are read."""

    given: re.Pattern[str]  # what may come in
    final: re.Pattern[str]  # what may go out: without comments and line breaks
    quoted: re.Pattern[str]  # one literal, quoted name or comment
    tail: re.Pattern[str]  # what may stand behind the statement
    texts: str  # the marks of texts, names excluded
    amounts: re.Pattern[str]  # of an interval


PATTERNS: Final[dict[str, Patterns]] = {
    dialect: Patterns(
        given=re.compile(f"(?:{_token_pattern(dialect, comments=True)})*+"),
        final=re.compile(f"(?:{_token_pattern(dialect, comments=False)})*+"),
        quoted=re.compile(f"{_PLAIN[dialect]}|{_COMMENT}|{_HINT}"),
        tail=re.compile(rf"(?:;|{_SPACE}|{_COMMENT})*+"),
        texts="'\"" if dialect == "databricks" else "'",
        amounts=_AMOUNTS[dialect],
    )
    for dialect in _PLAIN
}
