"""`make chaos` says what held and what did not, and fails when something did not."""

import pytest

from tests import chaos


def test_its_suites_are_there() -> None:
    paths = [path for suite in chaos.SUITES for path in suite.paths]

    assert [path for path in paths if not (chaos.ROOT / path).exists()] == []


def test_what_failed_is_said_and_fails_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chaos, "missing", lambda marker: "")
    broken = chaos.SUITES[1]

    code = chaos.main(lambda suite: (suite is not broken, f"report of {suite.paths[0]}"))

    said = capsys.readouterr().out
    assert code == 1
    assert f"{broken.line} … ✗" in said
    assert f"{chaos.SUITES[0].line} … ✓" in said
    assert said.count("report of") == 1


def test_what_cannot_be_tried_is_said_and_is_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(chaos, "missing", lambda marker: f"{marker} is missing")

    code = chaos.main(lambda suite: (True, ""))

    assert code == 0
    assert "… – not tried, redis is missing" in capsys.readouterr().out
