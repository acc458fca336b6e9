"""The catalog over /v1/: load, present."""

from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from catalog import selectors
from catalog.api_schema import Impact, MetricDetail, MetricPage, MetricSummary, RevisionDetail, RevisionPage
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.schema import metric_schema
from metrics_portal.pagination import Pages

_PAGE = OpenApiParameter("page", int)
_PAGE_SIZE = OpenApiParameter("page_size", int, description="At most 200")
_NAME = OpenApiParameter("name", str, OpenApiParameter.PATH, description="The metric's name")


class Metrics(APIView):
    """Governed metrics."""

    @extend_schema(
        operation_id="metrics",
        parameters=[
            OpenApiParameter("search", str, description="In names, labels, descriptions and synonyms"),
            OpenApiParameter("domain", str, description="Only metrics of this domain"),
            _PAGE,
            _PAGE_SIZE,
        ],
        responses={200: MetricPage},
    )
    def get(self, request: Request) -> Response:
        """Every live metric, by name."""
        query = request.query_params
        found = selectors.search(
            search=query.get("search", "").strip(), domain=query.get("domain", "").strip()
        )
        pages = Pages()
        page = pages.paginate_queryset(found, request, self) or ()
        return pages.get_paginated_response(
            [_summary(metric.live_revision) for metric in page if metric.live_revision]
        )


class MetricByName(APIView):
    """One governed metric."""

    @extend_schema(operation_id="metric", parameters=[_NAME], responses={200: MetricDetail})
    def get(self, request: Request, name: str) -> Response:
        """A metric's live definition, and what it can be cut by on each backend."""
        return Response(MetricDetail.of(selectors.governed_metric(name)).model_dump(mode="json"))


class MetricRevisions(APIView):
    """A metric's history."""

    @extend_schema(
        operation_id="metric_revisions", parameters=[_NAME, _PAGE, _PAGE_SIZE], responses={200: RevisionPage}
    )
    def get(self, request: Request, name: str) -> Response:
        """Every revision of a metric, newest first; of a retired one too."""
        pages = Pages()
        page = pages.paginate_queryset(selectors.revisions(name), request, self) or ()
        return pages.get_paginated_response(
            [RevisionDetail.of(revision).model_dump(mode="json") for revision in page]
        )


class MetricImpact(APIView):
    """What stands on a metric."""

    @extend_schema(operation_id="metric_impact", parameters=[_NAME], responses={200: Impact})
    def get(self, request: Request, name: str) -> Response:
        """The metrics whose numbers a change of this one would change."""
        impact = Impact(metric=name, derived_metrics=selectors.impact(name))
        return Response(impact.model_dump(mode="json"))


class MetricSchema(APIView):
    """The schema of definitions."""

    @extend_schema(operation_id="metric_schema", responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request) -> Response:
        """The JSON Schema of a metric's definition: metrics.yaml, the admin and the API share it."""
        return Response(metric_schema())


def _summary(revision: MetricRevision) -> dict[str, Any]:
    definition = MetricDefinition.model_validate(revision.definition)
    return MetricSummary.of(definition, revision=revision.number, digest=revision.hash).model_dump(
        mode="json"
    )
