"""A metric's value is a number. Where an engine gives a list, a text or a time, every form says so, and none breaks."""

import csv
import io
from datetime import datetime
from typing import Any

import pytest
from rest_framework.test import APIClient

from accounts.contracts import Viewer
from catalog.definitions import MetricDefinition
from catalog.models import MetricRevision
from catalog.services import save_definition
from routing.contracts import ErrorKind
from widgets.contracts import Form, TileState
from widgets.resolver import resolve
from widgets.selectors import question_of_widget
from widgets.services import create_widget
from widgets.tests import world

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]

# Validation does not judge GREATEST: only what is no number for certain is refused there.
_MEASURES = {
    "list": "GREATEST(ARRAY_AGG(region), ARRAY_AGG(region))",
    "text": "GREATEST(MAX(status), MIN(status))",
    "time": "GREATEST(MAX(sold_at), MIN(sold_at))",
    "true or false": "GREATEST(BOOL_OR(status = 'paid'), BOOL_AND(status = 'paid'))",
}


def _odd(measure: str, backend: str) -> None:
    plain = {"name": "odd", "label": "Odd", "sources": [{**world.SALE, "measure": measure}]}
    save_definition(
        definition=MetricDefinition.model_validate(plain), author=None, origin=MetricRevision.Origin.FILE
    )
    world.route("odd", backend)


@pytest.mark.parametrize("backend", ["lake", "ops"])
@pytest.mark.parametrize("kind", _MEASURES)
@pytest.mark.parametrize("visual", ["kpi", "line", "bar", "table"])
def test_a_tile_says_what_the_engine_gave(
    visual: str, kind: str, backend: str, somebody: Viewer, now: datetime
) -> None:
    _odd(_MEASURES[kind], backend)
    cut: dict[str, Any] = {"line": {"grain": "day"}, "bar": {"dimensions": ["status"]}}.get(visual, {})
    spec = {"title": "T", "visual": visual, "intent": {"metric": "odd", "window": "last_7_days", **cut}}
    widget = create_widget(spec=spec, actor=None)

    answer = resolve(question_of_widget(str(widget.pk)), somebody, now=now, form=Form.TILE)

    assert answer.state is TileState.FAILED
    assert answer.error is not None
    assert answer.error.kind is ErrorKind.NOT_A_NUMBER
    assert kind in answer.error.detail


@pytest.mark.parametrize("backend", ["lake", "ops"])
@pytest.mark.parametrize("kind", _MEASURES)
def test_the_api_says_so_too(kind: str, backend: str, api: APIClient) -> None:
    _odd(_MEASURES[kind], backend)

    response = api.get("/v1/metrics/odd/data?window=last_7_days")

    assert response.status_code == 200
    assert response.json()["error_kind"] == "not_a_number"
    assert response.json()["data"] == []


@pytest.mark.parametrize("backend", ["lake", "ops"])
def test_a_file_holds_it_as_text_that_no_spreadsheet_runs(backend: str, api: APIClient) -> None:
    _odd("GREATEST(MAX('=1+1'), MIN('=1+1'))", backend)

    response: Any = api.get("/v1/metrics/odd/export?window=last_7_days")

    text = b"".join(response.streaming_content).decode()
    assert list(csv.reader(io.StringIO(text))) == [["value"], ["'=1+1"]]
