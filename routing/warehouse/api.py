"""The warehouse's health over HTTP."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from metrics_portal.problems import PortalProblem
from routing.warehouse.models import Status
from routing.warehouse.services import WarehouseHealth
from routing.warehouse.shared import shared_look


class WarehouseDown(PortalProblem):
    """It gave no sample; `status` of the warehouse, its state and its last success are members of the problem."""

    status = 503
    code = "warehouse_unavailable"
    title = "The warehouse gave no answer"


class WarehouseFacts(serializers.Serializer[Any]):
    id = serializers.CharField(source="warehouse_id", help_text="Empty for a cluster.")
    name = serializers.CharField(source="warehouse_name")
    state = serializers.CharField(
        source="warehouse_state", help_text="running, starting, stopped, gone, or unknown when nobody tells."
    )
    size = serializers.CharField(source="warehouse_size")


class WarehouseHealthOutput(serializers.Serializer[Any]):
    """A look at the warehouse, with a sample of real rows."""

    status = serializers.CharField(help_text="up: it answered.")
    latency_ms = serializers.FloatField()
    rows_sampled = serializers.IntegerField()
    warehouse = WarehouseFacts(source="*")
    last_success = serializers.DateTimeField()
    checked_at = serializers.DateTimeField()


class DatabricksHealth(APIView):
    @extend_schema(
        tags=["routes"],
        operation_id="databricks_health",
        summary="Whether the Databricks warehouse answers, by a sample of real rows",
        description="A warehouse that is asleep is not woken: it is told as a problem (503) with its state."
        " A look at a warehouse that runs is a query, and puts off its going to sleep. One look is told to all who"
        " ask within five seconds; `checked_at` is when it was made.",
        responses=WarehouseHealthOutput,
    )
    def get(self, request: Request) -> Response:
        health = shared_look()
        if health.status is not Status.UP:
            raise _problem(health)
        return Response(WarehouseHealthOutput(health).data)


def _problem(health: WarehouseHealth) -> WarehouseDown:
    problem = WarehouseDown(
        health.detail,
        retry_after=health.retry_after,
        warehouse_status=health.status.value,
        warehouse=WarehouseFacts(health).data,
        last_success=health.last_success.isoformat() if health.last_success else None,
        checked_at=health.checked_at.isoformat(),
    )
    if health.status is not Status.DOWN:
        problem.code = f"warehouse_{health.status.value}"
        problem.title = f"The warehouse is {health.status.value}"
    return problem
