"""What is deleted by age: evaluations, with all their questions."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from sqlgen import tasks
from sqlgen.generation.upkeep import delete_old_evaluations
from sqlgen.models import EvaluationCase, EvaluationRun

NOW = datetime(2026, 3, 5, 9, 0, tzinfo=UTC)


def evaluated(started_at: datetime) -> EvaluationRun:
    run = EvaluationRun.objects.create(
        suite="demo",
        suite_hash="h",
        dictionary_version="v",
        provider="rules",
        repeats=1,
        actor_name="operator",
        as_of=NOW,
    )
    EvaluationCase.objects.create(
        run=run, case="revenue", repeat=1, question="?", verdict="correct", correlation_id="test"
    )
    EvaluationRun.objects.filter(pk=run.pk).update(started_at=started_at)
    return run


@pytest.mark.django_db
def test_evaluations_are_kept_for_their_days(settings: Any) -> None:
    settings.EVALUATION_DAYS = 100
    evaluated(NOW - timedelta(days=101))
    young = evaluated(NOW - timedelta(days=99))

    deleted = delete_old_evaluations(now=NOW)

    assert deleted == 1
    assert [case.run for case in EvaluationCase.objects.all()] == [young]


@pytest.mark.django_db
def test_a_worker_deletes_them(settings: Any) -> None:
    settings.EVALUATION_DAYS = 1
    evaluated(NOW - timedelta(days=9_999))

    assert tasks.delete_evaluations() == 1
