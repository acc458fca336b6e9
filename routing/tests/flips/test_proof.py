"""Which parity report proves a move, and which does not."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from rest_framework.test import APIClient

from catalog.models import Metric
from routing.models import ParityReport
from routing.tests.flips.moving import compare, move
from routing.tests.parity_world import WINDOW, daily, govern, route, source
from sqlgen.contracts import Grain

pytestmark = pytest.mark.usefixtures("trade")


def test_an_old_report_proves_nothing(taken: Metric, operator_api: APIClient, settings: Any) -> None:
    compare(now=timezone.now() - timedelta(minutes=settings.PARITY_FRESH_MINUTES + 1))

    refused = move(operator_api)

    assert refused.status_code == 409
    assert "one is good for 60 minutes" in refused.json()["detail"]


def test_a_report_of_another_definition_proves_nothing(taken: Metric, operator_api: APIClient) -> None:
    compare()
    govern("taken", daily("books"), source("lakehouse"), label="Taken, renamed", default={"window": WINDOW})

    refused = move(operator_api)

    assert refused.status_code == 409
    assert "definition changed since the last report" in refused.json()["detail"]


def test_the_newest_report_counts(operator_api: APIClient) -> None:
    govern("taken", source("books", "lakehouse", table="trade.altered"))
    route("taken", "books")
    compare(window="2026-05-10..2026-05-20")  # where nothing was altered
    compare(window="2026-06-01..2026-06-20")

    refused = move(operator_api)

    assert (refused.status_code, refused.json()["verdict"]) == (409, "different")


def test_a_part_of_the_metrics_own_window_proves_nothing(taken: Metric, operator_api: APIClient) -> None:
    compare(window="2026-06-02..2026-07-01")

    refused = move(operator_api)

    assert (refused.status_code, refused.json()["verdict"]) == (409, "equal")
    told = "equal, but over 2026-06-02..2026-07-01 only. A move needs 2026-06-01..2026-07-01, the metric's own window."
    assert told in refused.json()["detail"]


def test_more_than_the_metrics_own_window_proves_it(taken: Metric, operator_api: APIClient) -> None:
    compare(window="2026-05-15..2026-07-05")

    assert move(operator_api).status_code == 200


def test_a_later_look_at_a_part_of_it_takes_no_proof_away(taken: Metric, operator_api: APIClient) -> None:
    proof = compare(now=timezone.now() - timedelta(minutes=2))
    compare(window="2026-06-02..2026-06-03")

    answer = move(operator_api)

    assert (answer.status_code, answer.json()["report"]) == (200, proof.pk)


def test_less_detail_does_not_talk_a_difference_away(operator_api: APIClient) -> None:
    govern("taken", source("books", "lakehouse", table="trade.altered"), default={"window": WINDOW})
    route("taken", "books")
    found = compare(now=timezone.now() - timedelta(minutes=2))
    assert found.verdict == "different"
    coarse = compare(window=WINDOW, dimensions=[], grain=Grain.YEAR)
    ParityReport.objects.filter(pk=coarse.pk).update(verdict="equal")  # as where a difference cancels out

    refused = move(operator_api)

    assert (refused.status_code, refused.json()["verdict"]) == (409, "different")


def test_as_much_detail_does(operator_api: APIClient) -> None:
    govern("taken", source("books", "lakehouse", table="trade.altered"), default={"window": WINDOW})
    route("taken", "books")
    compare(now=timezone.now() - timedelta(minutes=2))
    mended = compare(window=WINDOW)
    ParityReport.objects.filter(pk=mended.pk).update(verdict="equal")  # as after the data was mended

    assert move(operator_api).status_code == 200


def test_a_report_in_the_other_direction_counts_too(taken: Metric, operator_api: APIClient) -> None:
    compare(backend_a="lakehouse", backend_b="books")

    assert move(operator_api).status_code == 200
