"""Parity over /v1/: compare, list, look."""

from typing import Any

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from pydantic import Field
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import IsSteward
from catalog.selectors import governed_metric
from metrics_portal.closed import Closed
from metrics_portal.pagination import Pages, page_of
from routing.asking import check_sees_every_row, person
from routing.models import ParityReport
from routing.parity.models import Trigger
from routing.parity.selectors import report_by_id, sides_of
from routing.parity.services import run_parity
from sqlgen.contracts import Grain


class ParityAsk(Closed):
    """What to compare. Left out: the route's backend with its shadow or the other backend, and the metric's own
    closed window, grain and first common dimension."""

    backend_a: str | None = None
    backend_b: str | None = None
    window: str | None = Field(
        None, max_length=40, description="Whole days that are over; an open one is cut"
    )
    dimensions: tuple[str, ...] | None = Field(None, max_length=4)
    grain: Grain | None = None


class ReasonOutput(serializers.Serializer[Any]):
    code = serializers.CharField()
    detail = serializers.CharField()


class DifferenceOutput(serializers.Serializer[Any]):
    """One group on both sides; numbers are exact, as text, null where that side has none."""

    bucket = serializers.DateField(allow_null=True)
    dimensions = serializers.ListField(child=serializers.CharField())
    a = serializers.CharField(allow_null=True)
    b = serializers.CharField(allow_null=True)
    absolute = serializers.CharField(allow_null=True)
    relative = serializers.CharField(allow_null=True, help_text="Of the larger of the two")
    within = serializers.BooleanField(help_text="Within the tolerance")
    missing = serializers.CharField(
        allow_blank=True, help_text="a or b: the side that has no row; empty: neither"
    )


class SideOutput(serializers.Serializer[Any]):
    """One side's receipt."""

    backend = serializers.CharField()
    engine_label = serializers.CharField()
    sql = serializers.CharField()
    query_id = serializers.CharField()
    query_url = serializers.CharField(allow_blank=True)
    asked_at = serializers.DateTimeField()
    execution_ms = serializers.FloatField()
    row_count = serializers.IntegerField()
    data_loaded_at = serializers.DateTimeField(allow_null=True, help_text="null: unknown")


class ParitySummary(serializers.ModelSerializer[ParityReport]):
    """A comparison of one metric on two backends, in short."""

    metric = serializers.CharField(source="metric.name", read_only=True)
    reasons = ReasonOutput(many=True, read_only=True)
    total = DifferenceOutput(read_only=True)

    class Meta:
        model = ParityReport
        fields = [
            "id",
            "metric",
            "backend_a",
            "backend_b",
            "verdict",
            "reasons",
            "notes",
            "window_label",
            "window_start",
            "window_end",
            "grain",
            "dimensions",
            "relative_tolerance",
            "absolute_tolerance",
            "total",
            "group_count",
            "differing_count",
            "missing_a_count",
            "missing_b_count",
            "revision",
            "closure_hash",
            "trigger",
            "actor_name",
            "at",
            "duration_ms",
        ]
        read_only_fields = fields


class ParityOutput(ParitySummary):
    """A comparison of one metric on two backends: `groups` are the worst ones, `group_count` counts all."""

    groups = DifferenceOutput(many=True, read_only=True)
    sides = SideOutput(many=True, read_only=True)

    class Meta(ParitySummary.Meta):
        fields = [*ParitySummary.Meta.fields, "groups", "sides", "correlation_id"]
        read_only_fields = fields


class RouteParity(APIView):
    """Comparisons of a routed metric. No row policy binds them, so whoever has one may not look."""

    permission_classes = [IsSteward]

    @extend_schema(
        tags=["parity"],
        operation_id="parity_run",
        summary="Compare a metric on two backends now (stewards)",
        request=ParityAsk,
        responses={200: ParityOutput},
    )
    def post(self, request: Request, metric: str) -> Response:
        actor = person(request)
        check_sees_every_row(actor)
        asked = ParityAsk.model_validate(request.data)
        a, b = sides_of(metric, asked.backend_a, asked.backend_b)
        report = run_parity(
            metric_name=metric,
            backend_a=a,
            backend_b=b,
            now=timezone.now(),
            actor=actor,
            trigger=Trigger.MANUAL,
            window=asked.window,
            dimensions=asked.dimensions,
            grain=asked.grain,
        )
        return Response(ParityOutput(report).data)

    @extend_schema(
        tags=["parity"],
        operation_id="parity_list",
        summary="A metric's parity reports, newest first (stewards)",
        responses={200: page_of(ParitySummary, name="ParityPage")},
    )
    def get(self, request: Request, metric: str) -> Response:
        check_sees_every_row(person(request))
        governed_metric(metric)  # raises for an unknown name
        pages = Pages()
        reports = (
            ParityReport.objects.filter(metric__name=metric).defer("groups", "sides").select_related("metric")
        )
        page = pages.paginate_queryset(reports, request, self) or ()
        return pages.get_paginated_response(ParitySummary(page, many=True).data)


class ParityReportDetail(APIView):
    permission_classes = [IsSteward]

    @extend_schema(
        tags=["parity"],
        operation_id="parity_report",
        summary="One parity report with its groups and receipts (stewards)",
        responses={200: ParityOutput},
    )
    def get(self, request: Request, report: int) -> Response:
        check_sees_every_row(person(request))
        return Response(ParityOutput(report_by_id(report)).data)
