"""Widgets and their answers over /v1/: load, call, present."""

from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.permissions import BasePermission, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.models import ApiToken, User
from accounts.permissions import IsAnalyst
from metrics_portal.pagination import Pages
from routing.asking import viewer_of
from widgets import selectors, services
from widgets.api_schema import AnswerBody, WidgetBody, WidgetChange, WidgetCreate, WidgetPage
from widgets.asking import DataRequest, flag, intent_from_query
from widgets.contracts import Form, Question
from widgets.models import Widget
from widgets.resolver import resolve
from widgets.responses import data_response
from widgets.specs import WidgetSpec

REFERENCE = OpenApiParameter(
    "reference", str, OpenApiParameter.PATH, description="The widget's id, or its key"
)
IF_NONE_MATCH = OpenApiParameter(
    "If-None-Match", str, OpenApiParameter.HEADER, description="An ETag held already"
)

ASKED_OF_A_METRIC = [
    OpenApiParameter("dimensions", str, description="Names, separated by commas or repeated"),
    OpenApiParameter(
        "window", str, description="last_30_days, mtd, 2026-01-01..2026-02-01 (end exclusive), …"
    ),
    OpenApiParameter("grain", str, enum=["day", "week", "month", "quarter", "year"]),
    OpenApiParameter(
        "filter",
        str,
        many=True,
        description="dimension:operator:value,value, for example region:in:Benelux,DACH; repeated, "
        "all hold. A comma inside a value is written \\,",
    ),
    OpenApiParameter("compare", str, enum=["previous_period", "previous_year"]),
    OpenApiParameter("order", str, description="value, bucket or a dimension; - in front for descending"),
    OpenApiParameter("limit", int),
]


class WidgetData(APIView):
    """A saved widget's answer."""

    @extend_schema(
        operation_id="widget_data",
        parameters=[REFERENCE, IF_NONE_MATCH],
        request=DataRequest,
        responses={200: AnswerBody, 304: None},
    )
    def post(self, request: Request, reference: str) -> HttpResponse:
        """Ask a widget. `refresh` asks its engine whatever the cache holds; `dry_run` only shows the SQL."""
        asked = DataRequest.model_validate(request.data)
        return _answer(request, _question(request, reference), asked)

    @extend_schema(
        operation_id="widget_data_read",
        parameters=[REFERENCE, IF_NONE_MATCH],
        responses={200: AnswerBody, 304: None},
    )
    def get(self, request: Request, reference: str) -> HttpResponse:
        """A widget's answer as it was saved; the same as an empty POST."""
        return _answer(request, _question(request, reference), DataRequest())


class MetricData(APIView):
    """A metric asked directly."""

    @extend_schema(
        operation_id="metric_data",
        parameters=[
            *ASKED_OF_A_METRIC,
            OpenApiParameter("totals", bool, description="The whole window's value beside the series"),
            OpenApiParameter("refresh", bool),
            OpenApiParameter("dry_run", bool),
            IF_NONE_MATCH,
        ],
        responses={200: AnswerBody, 304: None},
    )
    def get(self, request: Request, name: str) -> HttpResponse:
        """Ask a metric, by the same path as a tile: route, guard, cache, one flight, provenance."""
        query = request.query_params
        question = selectors.question_of_metric(intent_from_query(name, query), version=version_of(request))
        asked = DataRequest(refresh=flag(query, "refresh"), dry_run=flag(query, "dry_run"))
        return _answer(request, question, asked)


class Widgets(APIView):
    """Saved widgets."""

    def get_permissions(self) -> list[BasePermission]:
        return [IsAnalyst()] if self.request.method == "POST" else [IsAuthenticated()]

    @extend_schema(
        operation_id="widgets",
        parameters=[
            OpenApiParameter("metric", str, description="Only widgets of this metric"),
            OpenApiParameter("page", int),
            OpenApiParameter("page_size", int, description="At most 200"),
        ],
        responses={200: WidgetPage},
    )
    def get(self, request: Request) -> Response:
        """Every widget, by title."""
        pages = Pages()
        page = pages.paginate_queryset(
            selectors.widgets(metric=request.query_params.get("metric", "")), request, self
        )
        return pages.get_paginated_response([_told(widget) for widget in page or ()])

    @extend_schema(operation_id="widget_create", request=WidgetCreate, responses={201: WidgetBody})
    def post(self, request: Request) -> Response:
        """Save a widget of one's own. Its question is compiled for its engine before it is saved."""
        wanted = WidgetCreate.model_validate(request.data)
        widget = services.create_widget(spec=wanted.spec, key=wanted.key, actor=user_of(request))
        return Response(_told(widget), status=201, headers={"Location": _url("widget-api", widget)})


class WidgetDetail(APIView):
    """One saved widget."""

    def get_permissions(self) -> list[BasePermission]:
        return [IsAuthenticated()] if self.request.method in ("GET", "HEAD", "OPTIONS") else [IsAnalyst()]

    @extend_schema(operation_id="widget", parameters=[REFERENCE], responses={200: WidgetBody})
    def get(self, request: Request, reference: str) -> Response:
        """A widget and its spec."""
        return Response(_told(selectors.widget(reference)))

    @extend_schema(
        operation_id="widget_change",
        parameters=[REFERENCE],
        request=WidgetChange,
        responses={200: WidgetBody},
    )
    def patch(self, request: Request, reference: str) -> Response:
        """Change a widget; its owner or an operator may."""
        wanted = WidgetChange.model_validate(request.data)
        widget = services.update_widget(
            widget=selectors.widget(reference), actor=user_of(request), spec=wanted.spec, title=wanted.title
        )
        return Response(_told(selectors.widget(widget.pk)))

    @extend_schema(operation_id="widget_delete", parameters=[REFERENCE], responses={204: None})
    def delete(self, request: Request, reference: str) -> Response:
        """Delete a widget and take it off every dashboard; its owner or an operator may."""
        services.delete_widget(widget=selectors.widget(reference), actor=user_of(request))
        return Response(status=204)


class WidgetSchema(APIView):
    """The JSON Schema of a widget's spec."""

    @extend_schema(operation_id="widget_schema", responses={200: OpenApiTypes.OBJECT})
    def get(self, request: Request) -> Response:
        """What a spec may say. What one visual has no use for is refused beyond it, by name."""
        return Response(WidgetSpec.model_json_schema())


def _question(request: Request, reference: str) -> Question:
    return selectors.question_of_widget(reference, version=version_of(request))


def version_of(request: Request) -> int | None:
    """The configuration's version, which only a token brings along: a session asks for the question itself."""
    return request.auth.configuration_version if isinstance(request.auth, ApiToken) else None


def _answer(request: Request, question: Question, asked: DataRequest) -> HttpResponse:
    answer = resolve(
        question,
        viewer_of(request),
        now=timezone.now(),
        overrides=asked.overrides(),
        refresh=asked.refresh,
        dry_run=asked.dry_run,
        form=Form.JSON,
    )
    return data_response(request._request, question, answer)


def _told(widget: Widget) -> dict[str, Any]:
    return {
        "id": str(widget.pk),
        "key": widget.key,
        "title": widget.title,
        "metric": widget.metric.name,
        "spec": widget.spec,
        "owner": widget.owner.get_username() if widget.owner else None,
        "created_at": widget.created_at,
        "updated_at": widget.updated_at,
        "data_url": _url("widget-data", widget),
    }


def _url(name: str, widget: Widget) -> str:
    return reverse(name, args=[widget.pk])


def user_of(request: Request) -> User:
    """The signed-in user: every view here asks for one."""
    user = request.user
    if not isinstance(user, User):
        raise TypeError("A view without authentication asked for its user.")
    return user
