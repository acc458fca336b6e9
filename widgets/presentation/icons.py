"""References to the page's symbols (templates/partials/icons.html)."""

_ENGINES = {"PostgreSQL": ("pg", "e-pg"), "DuckDB": ("duck", "e-duck"), "Databricks": ("dbx", "e-dbx")}


def icon(name: str, style: str = "") -> str:
    return f'<svg class="i{" " + style if style else ""}" aria-hidden="true"><use href="#{name}"/></svg>'


def engine_mark(engine_label: str) -> str:
    """The engine's shape: the name beside it is always written, the tint is extra."""
    style, symbol = _ENGINES.get(engine_label, ("any", "e-any"))
    return f'<svg class="eng {style}" aria-hidden="true"><use href="#{symbol}"/></svg>'


def arrow(rose: bool | None) -> str:
    if rose is None:
        return ""
    name, word = ("up", "up ") if rose else ("dn", "down ")
    return f'<svg aria-hidden="true"><use href="#{name}"/></svg><span class="vh">{word}</span>'
