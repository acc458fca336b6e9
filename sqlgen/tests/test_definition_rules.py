"""A definition whose default window names none is refused where it is saved, not when somebody asks."""

import pytest

from catalog.definitions import MetricDefinition
from catalog.validation import Issue, issues_of
from sqlgen.tests.example import dictionary, metric


def issues_with(window: str) -> tuple[Issue, ...]:
    plain = metric("claims").definition.model_dump(mode="json", exclude_defaults=True)
    definition = MetricDefinition.model_validate({**plain, "default": {"window": window}})
    return issues_of([definition], known={definition.name: definition}, dictionary=dictionary())


@pytest.mark.parametrize("window", ["mtd", "last_15_minutes", "2026-01-01..2026-02-01"])
def test_a_window_that_resolves_is_taken(window: str) -> None:
    assert issues_with(window) == ()


@pytest.mark.parametrize(
    ("window", "hint"),
    [
        ("previous_mnth", "previous_month"),
        ("last_0_days", "last_N_days"),
        ("2026-02-30..2026-03-01", "YYYY-MM-DD..YYYY-MM-DD"),
    ],
)
def test_any_other_is_refused_with_the_nearest(window: str, hint: str) -> None:
    (issue,) = issues_with(window)

    assert issue.where == "default.window"
    assert hint in issue.hint
