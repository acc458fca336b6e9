"""The table behind each chart: the same numbers, exact."""

from collections.abc import Sequence
from html import escape


def table_html(
    caption: str, head: Sequence[str], rows: Sequence[Sequence[str]], *, text_columns: int = 1
) -> str:
    """A table whose first `text_columns` cells of a row name it, the others are numbers. Everything is escaped."""
    heads = "".join(
        f'<th scope="col"{"" if index < text_columns else " class=num"}>{escape(name)}</th>'
        for index, name in enumerate(head)
    )
    body = "".join(f"<tr>{_cells(row, text_columns)}</tr>" for row in rows)
    return (
        f'<table class="hair"><caption class="vh">{escape(caption)}</caption>'
        f"<thead><tr>{heads}</tr></thead><tbody>{body}</tbody></table>"
    )


def behind(table: str, label: str) -> str:
    """The table a chart stands before: the tile's menu brings it forward."""
    return f'<div class="behind scroll" tabindex="0" role="region" aria-label="{escape(label)}" hidden>{table}</div>'


def _cells(row: Sequence[str], text_columns: int) -> str:
    return "".join(
        f'<th scope="row">{escape(cell)}</th>'
        if index == 0 and text_columns
        else f"<td>{escape(cell)}</td>"
        if index < text_columns
        else f"<td class=num>{escape(cell)}</td>"
        for index, cell in enumerate(row)
    )
