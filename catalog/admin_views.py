"""The data dictionary in the admin, to be read: its files are the truth."""

from typing import Any

from django.views.generic import TemplateView
from unfold.views import UnfoldModelAdminViewMixin

from catalog.contracts import Dictionary, Table
from catalog.selectors import dictionary


class DictionaryView(UnfoldModelAdminViewMixin, TemplateView):  # type: ignore[misc]
    """Every table with its columns; `?q=` keeps those whose name, description or columns hold the words."""

    title = "Data dictionary"
    permission_required = ("catalog.view_metric",)
    template_name = "catalog/admin/dictionary.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        wanted = self.request.GET.get("q", "").strip()
        words = dictionary()
        return super().get_context_data(
            **kwargs, q=wanted, dictionary=words, tables=_matching(words, wanted.lower())
        )


def _matching(words: Dictionary, wanted: str) -> list[Table]:
    return [table for _, table in sorted(words.tables.items()) if wanted in _text(table)]


def _text(table: Table) -> str:
    synonyms = (word for column in table.columns.values() for word in column.synonyms)
    return " ".join((table.key, table.description, *table.columns, *synonyms)).lower()
