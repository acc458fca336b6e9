"""How lists are paged: `{count, next, previous, results}`."""

from typing import Any

from drf_spectacular.utils import inline_serializer
from rest_framework import serializers
from rest_framework.pagination import PageNumberPagination


class Pages(PageNumberPagination):
    """`?page=` and `?page_size=` (at most 200)."""

    page_size = 50
    page_size_query_param = "page_size"
    max_page_size = 200


def page_of(rows: type[serializers.BaseSerializer[Any]], *, name: str) -> serializers.Serializer[Any]:
    """A page of such rows, by the name it has in the API's description: for views that page by hand."""
    return inline_serializer(
        name,
        {
            "count": serializers.IntegerField(),
            "next": serializers.CharField(allow_null=True),
            "previous": serializers.CharField(allow_null=True),
            "results": rows(many=True),
        },
    )
