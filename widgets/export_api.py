"""A metric's rows as a file over /v1/."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from routing.asking import viewer_of
from widgets import selectors
from widgets.api import ASKED_OF_A_METRIC, user_of, version_of
from widgets.asking import EXPORT_PARAMETERS, intent_from_query
from widgets.csv_file import CsvFile
from widgets.engine import asked_as
from widgets.exporting import Export, export

_TOLD = {
    "Portal-Metric": "The metric's name",
    "Portal-Revision": "The definition's revision",
    "Portal-Definition-Hash": "The definition's hash",
    "Portal-Backend": "The backend that answers",
    "Portal-Asked-As": "By whose rights the engine answers: portal, or reader",
    "Portal-Generation": "compiled, model or template, as `provenance.generation` of an answer",
    "Portal-Query-Id": "The engine's own id of the query where it has one",
    "Portal-Asked-At": "When the engine was asked",
    "Portal-Data-Loaded-At": "When the source was last loaded, or `unknown`",
    "Portal-Window": "The window as `start/end`, end exclusive; empty without one",
    "Portal-Time-Zone": "The zone days are counted in",
    "Portal-Row-Cap": "The most rows this file may have",
    "X-Correlation-ID": "The log has what happened under it",
}


class MetricExport(APIView):
    """A metric's rows as a file."""

    http_method_names = ["get", "options"]  # a HEAD would ask an engine for rows that nobody takes

    def perform_content_negotiation(self, request: Request, force: bool = False) -> Any:
        # The file is CSV whatever a caller accepts, and a problem is a problem.
        return super().perform_content_negotiation(request, force=True)

    @extend_schema(
        operation_id="metric_export",
        parameters=[
            *ASKED_OF_A_METRIC,
            *(
                OpenApiParameter(name, str, OpenApiParameter.HEADER, description=words, response=[200])
                for name, words in _TOLD.items()
            ),
        ],
        responses={
            (200, "text/csv"): OpenApiResponse(
                OpenApiTypes.STR,
                description="The rows, streamed; cut off without its end where the engine fails",
            )
        },
    )
    def get(self, request: Request, name: str) -> StreamingHttpResponse:
        """Every row of a metric as CSV, streamed from the engine under the caller's row policy.

        The rows are the engine's: where it has none for a bucket, none is written. With `grain` and `compare` a
        column `period` tells the current from the previous one. A file that reached the row cap says so in a last
        record. What fails before the first byte is a problem; a failure after it breaks the connection off."""
        intent = intent_from_query(name, request.query_params, EXPORT_PARAMETERS)
        user = user_of(request)
        question = selectors.question_of_metric(intent, version=version_of(request))
        viewer = viewer_of(request)
        found = export(question, user, viewer, now=timezone.now())
        response = StreamingHttpResponse(
            CsvFile(found, taken_by=viewer.name), content_type="text/csv; charset=utf-8"
        )
        response.headers["Content-Disposition"] = content_disposition_header(True, f"{name}.csv")
        response.headers["Cache-Control"] = "private, no-store"
        for header, value in _provenance(found).items():
            response.headers[header] = value
        return response


def _provenance(found: Export) -> dict[str, str]:
    metric, window, rows = found.plan.asked.metric, found.plan.asked.intent.window, found.rows
    return {
        "Portal-Metric": metric.name,
        "Portal-Revision": str(metric.revision),
        "Portal-Definition-Hash": metric.hash,
        "Portal-Backend": found.plan.route.backend,
        "Portal-Asked-As": asked_as(found.plan),
        "Portal-Generation": found.statement.credit.generation,
        "Portal-Query-Id": rows.query_id,
        "Portal-Asked-At": rows.asked_at.isoformat(),
        "Portal-Data-Loaded-At": _told(found.data_loaded_at),
        "Portal-Window": f"{window.start.isoformat()}/{window.end.isoformat()}" if window else "",
        "Portal-Time-Zone": settings.TIME_ZONE,
        "Portal-Row-Cap": str(rows.row_cap),
    }


def _told(moment: datetime | None) -> str:
    return moment.isoformat() if moment else "unknown"
