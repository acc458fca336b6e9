"""Routes and the health of engines, over HTTP."""

from typing import Any

from drf_spectacular.utils import extend_schema, extend_schema_view
from rest_framework import serializers
from rest_framework.generics import ListAPIView, RetrieveAPIView
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.permissions import IsOperator
from metrics_portal.problems import NotFound
from routing import selectors
from routing.backends import registry
from routing.health import backend_health
from routing.models import Route


class RouteOutput(serializers.ModelSerializer[Route]):
    """Which backend answers a metric, and how long its answers may be kept."""

    metric = serializers.CharField(source="metric.name", read_only=True)
    engine = serializers.SerializerMethodField(
        help_text="The engine's name; null where the backend is not configured."
    )

    class Meta:
        model = Route
        fields = [
            "metric",
            "backend",
            "engine",
            "cache_seconds",
            "stale_seconds",
            "generation",
            "trust",
            "warm",
            "shadow",
            "two_people",
            "changed_at",
        ]
        read_only_fields = fields

    def get_engine(self, route: Route) -> str | None:
        try:
            return registry.engine_of(route.backend).label
        except registry.UnknownBackendError:
            return None


class HealthOutput(serializers.Serializer[Any]):
    """Whether an engine answers, asked at most 10 s ago."""

    backend = serializers.CharField()
    engine_label = serializers.CharField()
    up = serializers.BooleanField()
    latency_ms = serializers.FloatField(
        allow_null=True, help_text="Milliseconds; null when the engine is down."
    )
    detail = serializers.CharField(help_text="Why it is down; empty when it is up.")
    checked_at = serializers.DateTimeField()
    state = serializers.CharField(
        help_text="running, starting or stopped, where the engine sleeps and wakes; else empty."
    )


@extend_schema_view(
    get=extend_schema(
        tags=["routes"], operation_id="routes_list", summary="All routes, by metric name (operators)"
    )
)
class RouteList(ListAPIView[Route]):
    permission_classes = [IsOperator]
    serializer_class = RouteOutput
    queryset = selectors.routes()


@extend_schema_view(
    get=extend_schema(
        tags=["routes"], operation_id="routes_retrieve", summary="One metric's route (operators)"
    )
)
class RouteDetail(RetrieveAPIView[Route]):
    permission_classes = [IsOperator]
    serializer_class = RouteOutput
    queryset = selectors.routes()
    lookup_field = "metric__name"
    lookup_url_kwarg = "metric"

    def get_object(self) -> Route:
        name = self.kwargs[self.lookup_url_kwarg]
        route = self.get_queryset().filter(metric__name=name).first()
        if route is None:
            raise NotFound(f"There is no route for {name}. See GET /v1/routes for all of them.", metric=name)
        return route


class BackendHealth(APIView):
    @extend_schema(
        tags=["routes"],
        operation_id="backends_health",
        summary="Which engines answer right now",
        responses=HealthOutput(many=True),
    )
    def get(self, request: Request) -> Response:
        return Response(HealthOutput(backend_health(), many=True).data)
