"""Flips over /v1/: move, take back, ask and approve."""

from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import IsOperator
from metrics_portal.closed import Closed
from metrics_portal.pagination import Pages, page_of
from routing.asking import asker_of, person
from routing.flipping import requests, services
from routing.models import FlipRequest, Origin, RouteChange


class FlipAsk(Closed):
    """Where to, and why. Without a fresh parity report that says equal, a reason is needed; `expected_backend`
    refuses the flip (409) when the route is not there any more."""

    backend: str
    reason: str = ""
    expected_backend: str | None = None


class UndoAsk(Closed):
    expected_backend: str | None = None


class ChangeOutput(serializers.ModelSerializer[RouteChange]):
    """A move of a metric from one backend to another, and what it stands on."""

    metric = serializers.CharField(source="metric.name", read_only=True)
    report = serializers.IntegerField(source="report_id", allow_null=True, read_only=True)
    undoes = serializers.IntegerField(source="undoes_id", allow_null=True, read_only=True)

    class Meta:
        model = RouteChange
        fields = [
            "id",
            "metric",
            "from_backend",
            "to_backend",
            "reason",
            "report",
            "undoes",
            "origin",
            "actor_name",
            "at",
        ]
        read_only_fields = fields


class FlipRequestOutput(serializers.ModelSerializer[FlipRequest]):
    """A flip that waits for a second person, or was decided by one."""

    metric = serializers.CharField(source="metric.name", read_only=True)
    report = serializers.IntegerField(source="report_id", allow_null=True, read_only=True)
    change = serializers.IntegerField(source="change_id", allow_null=True, read_only=True)

    class Meta:
        model = FlipRequest
        fields = [
            "id",
            "metric",
            "from_backend",
            "to_backend",
            "reason",
            "report",
            "status",
            "proposed_by_name",
            "proposed_at",
            "decided_by_name",
            "decided_at",
            "change",
        ]
        read_only_fields = fields


class RouteFlip(APIView):
    permission_classes = [IsOperator]

    @extend_schema(
        tags=["routes"],
        operation_id="route_flip",
        summary="Move a metric to another backend (operators)",
        request=FlipAsk,
        responses={200: ChangeOutput, 202: FlipRequestOutput},
    )
    def post(self, request: Request, metric: str) -> Response:
        """200 with the change; 202 with a request where the route needs two people; 409 `parity_required` without
        proof and reason."""
        asked = FlipAsk.model_validate(request.data)
        flipped = services.flip(
            metric_name=metric,
            backend=asked.backend,
            reason=asked.reason,
            expected_backend=asked.expected_backend,
            asker=asker_of(request),
            at=timezone.now(),
        )
        if flipped.request is not None:
            return Response(FlipRequestOutput(flipped.request).data, status=202)
        return Response(ChangeOutput(flipped.change).data)


class RouteUndo(APIView):
    permission_classes = [IsOperator]

    @extend_schema(
        tags=["routes"],
        operation_id="route_undo",
        summary="Take a metric's last move back (operators)",
        request=UndoAsk,
        responses={200: ChangeOutput},
    )
    def post(self, request: Request, metric: str) -> Response:
        """Needs no report: the metric goes back to where it was. 409 `nothing_to_undo` after an undo."""
        asked = UndoAsk.model_validate(request.data)
        change = services.undo(
            metric_name=metric, expected_backend=asked.expected_backend, asker=asker_of(request)
        )
        return Response(ChangeOutput(change).data)


class FlipRequests(APIView):
    permission_classes = [IsOperator]

    @extend_schema(
        tags=["routes"],
        operation_id="flip_requests",
        summary="Flips that wait for a second person, and those decided; newest first (operators)",
        responses={200: page_of(FlipRequestOutput, name="FlipRequestPage")},
    )
    def get(self, request: Request) -> Response:
        pages = Pages()
        page = pages.paginate_queryset(FlipRequest.objects.select_related("metric"), request, self) or ()
        return pages.get_paginated_response(FlipRequestOutput(page, many=True).data)


class FlipRequestApproval(APIView):
    permission_classes = [IsOperator]

    @extend_schema(
        tags=["routes"],
        operation_id="flip_request_approve",
        summary="Approve a flip somebody else asked for (operators, signed in themselves)",
        request=None,
        responses={200: FlipRequestOutput},
    )
    def post(self, request: Request, number: int) -> Response:
        """403 for its author and for tokens; 409 when the route or the definition changed since."""
        asker = asker_of(request)
        done = requests.approve(
            request_id=number,
            actor=person(request),
            token=asker.token,
            origin=Origin.API,
            at=timezone.now(),
        )
        return Response(FlipRequestOutput(done).data)


class FlipRequestWithdrawal(APIView):
    permission_classes = [IsOperator]

    @extend_schema(
        tags=["routes"],
        operation_id="flip_request_withdraw",
        summary="Withdraw or decline a flip that was asked for (operators)",
        request=None,
        responses={200: FlipRequestOutput},
    )
    def post(self, request: Request, number: int) -> Response:
        done = requests.withdraw(request_id=number, actor=person(request), at=timezone.now())
        return Response(FlipRequestOutput(done).data)
