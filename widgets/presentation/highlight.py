"""SQL for reading: keywords, functions, strings and comments told apart."""

import re
from html import escape

_KEYWORDS = (
    "SELECT FROM WHERE AND OR NOT IN IS NULL AS ON JOIN LEFT INNER OUTER CROSS LATERAL GROUP BY ORDER HAVING LIMIT "
    "WITH UNION ALL CASE WHEN THEN ELSE END OVER PARTITION ROWS RANGE BETWEEN PRECEDING FOLLOWING CURRENT ROW ASC DESC "
    "NULLS FIRST LAST DISTINCT FILTER INTERVAL TIMESTAMP TIMESTAMPTZ DATE LIKE ESCAPE TRUE FALSE USING VALUES"
)
_TOKEN = re.compile(
    r"(?P<c>--[^\n]*|/\*.*?\*/)|(?P<s>'(?:[^']|'')*')|(?P<q>\"(?:[^\"]|\"\")*\"|`[^`]*`)"
    rf"|(?P<k>\b(?:{'|'.join(_KEYWORDS.split())})\b)|(?P<f>\b[A-Za-z_][A-Za-z0-9_]*(?=\())",
    re.DOTALL,
)


def highlight(sql: str) -> str:
    """The statement as markup; every character of it is kept and escaped."""
    parts: list[str] = []
    at = 0
    for found in _TOKEN.finditer(sql):
        parts.append(escape(sql[at : found.start()], quote=False))
        text = escape(found.group(), quote=False)
        parts.append(text if found.lastgroup == "q" else f'<span class="{found.lastgroup}">{text}</span>')
        at = found.end()
    return "".join(parts) + escape(sql[at:], quote=False)


def sql_block(sql: str, label: str = "Compiled SQL") -> str:
    """The statement in a box, reachable by keyboard, with a button that copies it."""
    return (
        '<div class="sql"><button class="btn quiet sm copy" type="button" data-act="copy">'
        '<svg class="i i-sm" aria-hidden="true"><use href="#copy"/></svg><span>Copy</span></button>'
        f'<pre tabindex="0" role="region" aria-label="{escape(label)}"><code>{highlight(sql)}</code></pre></div>'
    )
