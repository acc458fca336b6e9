"""Bounds of what models may be asked, and of what is kept, are told at the start where they cannot be."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings as django_settings
from django.core.checks import run_checks

from metrics_portal import boot
from sqlgen.checks import generation_bounds


def test_the_defaults_have_no_finding() -> None:
    assert generation_bounds() == []


@pytest.mark.parametrize(
    ("name", "bounds"),
    [
        ("GENERATION_DAILY_LIMIT", "1 to 100,000"),
        ("GENERATION_DAILY_TOKENS", "2,000 to 1,000,000,000,000"),
        ("GENERATION_BACKOFF_SECONDS", "1 to 86,400"),
        ("GENERATION_UNAPPROVED_LIMIT", "1 to 10,000"),
        ("GENERATION_PENDING_DAYS", "1 to 3,650"),
        ("GENERATION_LOG_DAYS", "1 to 3,650"),
        ("EVALUATION_DAYS", "1 to 3,650"),
    ],
)
@pytest.mark.parametrize("value", [0, -1, 10**13])
@pytest.mark.django_db
def test_a_bound_that_cannot_be_is_told_at_the_start(
    settings: Any, name: str, bounds: str, value: int
) -> None:
    settings.SQL_MODEL_PROVIDER = ""
    setattr(settings, name, value)

    (finding,) = [one for one in run_checks() if one.id == "sqlgen.E007"]
    with pytest.raises(boot.BootRefused) as refused:
        boot.validate()

    assert f"{name}={value} is out of bounds" in finding.msg
    assert bounds in str(finding.hint)
    assert f"{name}={value}" in str(refused.value)


def test_a_day_of_fewer_tokens_than_one_answer_may_have_is_refused(settings: Any) -> None:
    settings.SQL_MODEL_MAX_OUTPUT_TOKENS, settings.GENERATION_DAILY_TOKENS = 32_000, 31_999

    (finding,) = generation_bounds()

    assert "32,000" in str(finding.hint)


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("GENERATION_DAILY_LIMIT", "plenty", "GENERATION_DAILY_LIMIT='plenty' is no whole number."),
        ("GENERATION_LOG_DAYS", "", "GENERATION_LOG_DAYS='' is no whole number."),
        ("SQL_MODEL_DEADLINE_SECONDS", "soon", "SQL_MODEL_DEADLINE_SECONDS='soon' is no number."),
    ],
)
def test_what_is_no_number_is_told_with_its_setting_and_value(name: str, value: str, told: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import metrics_portal.settings"],
        env={**os.environ, name: value}, cwd=django_settings.BASE_DIR, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert told in done.stderr
