"""Moves from the command line, and the routing file written back."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import User
from routing.flipping.services import Asker, flip
from routing.models import FlipRequest, Origin, Route, RouteChange
from routing.sync import sync_routing
from routing.tests.parity_world import govern, route, source

REASON = "The operational server is moved tonight."
FILE = """\
# Which backend answers which metric.
# A second line of comment.

sold:   {backend: books,  cache_seconds: 300,  generation: compiled}   # counted
taken:  {backend: books, cache_seconds: 60}
"""
pytestmark = pytest.mark.usefixtures("trade")


@pytest.fixture
def file(db: None, settings: Any, tmp_path: Path) -> Path:
    settings.ROUTING_FILE = tmp_path / "metric_routing.yaml"
    for name in ("taken", "sold"):
        govern(name, source("books", "lakehouse"))
    settings.ROUTING_FILE.write_text(FILE)
    assert sync_routing(path=settings.ROUTING_FILE).applied
    return Path(settings.ROUTING_FILE)


def run(*arguments: str) -> str:
    out = StringIO()
    call_command(*arguments, stdout=out)
    return out.getvalue()


def backends() -> dict[str, str]:
    return {row.metric.name: row.backend for row in Route.objects.select_related("metric")}


def test_many_move_at_once_and_back(file: Path) -> None:
    told = run("reroute", "taken", "sold", "lakehouse", "--reason", REASON)

    assert backends() == {"taken": "lakehouse", "sold": "lakehouse"}
    assert "taken: books → lakehouse, on no report; The operational server is moved tonight." in told
    assert RouteChange.objects.latest("pk").origin == "command"
    assert "taken: back from lakehouse to books." in run("reroute", "--undo", "taken")
    assert backends() == {"taken": "books", "sold": "lakehouse"}


def test_none_moves_when_one_may_not(file: Path) -> None:
    govern("sold", source("books"))

    with pytest.raises(CommandError, match=r"sold cannot be answered by lakehouse.*Nothing was moved"):
        run("reroute", "taken", "sold", "lakehouse", "--reason", REASON)

    assert backends() == {"taken": "books", "sold": "books"}


def test_none_is_taken_back_when_one_cannot_be(file: Path) -> None:
    run("reroute", "sold", "lakehouse", "--reason", REASON)

    with pytest.raises(CommandError, match=r"taken has not moved.*Nothing was moved"):
        run("reroute", "--undo", "sold", "taken")

    assert backends() == {"taken": "books", "sold": "lakehouse"}


def test_without_proof_or_reason_nothing_moves(file: Path) -> None:
    with pytest.raises(CommandError, match="Compare again, or give a written reason"):
        run("reroute", "taken", "lakehouse")


def test_what_is_there_already_is_told(file: Path) -> None:
    assert "taken: answered by books already." in run("reroute", "taken", "books")


def test_who_acts_is_named_where_two_people_are_needed(file: Path, operator: User) -> None:
    Route.objects.update(two_people=True)

    with pytest.raises(CommandError, match="Say who asks"):
        run("reroute", "taken", "lakehouse", "--reason", REASON)
    told = run("reroute", "taken", "lakehouse", "--reason", REASON, "--by", "operator")

    assert "somebody else approves it" in told
    assert FlipRequest.objects.get().proposed_by == operator
    with pytest.raises(CommandError, match="no active operator"):
        run("reroute", "taken", "lakehouse", "--by", "nobody")


def test_the_file_is_written_back_with_its_comments_and_the_lines_that_hold(
    file: Path, operator: User
) -> None:
    asker = Asker(user=operator, origin=Origin.ADMIN)
    flip(metric_name="taken", backend="lakehouse", asker=asker, at=timezone.now(), reason=REASON)
    route("taken", "lakehouse", shadow="books", two_people=True)

    run("export_routing")

    assert file.read_text() == FILE.replace(
        "taken:  {backend: books, cache_seconds: 60}",
        "taken:  {backend: lakehouse, cache_seconds: 60, generation: compiled, shadow: books, two_people: true}",
    )
    assert {step.action.value for step in sync_routing(path=file).steps} <= {"same", "adopt"}
    assert "says what the database says" in run("export_routing", "--check")


def test_lines_end_as_they_did_in_the_file(file: Path) -> None:
    file.write_text(FILE, newline="\r\n")
    route("taken", "lakehouse")

    run("export_routing")

    written = file.read_bytes()
    assert b"lakehouse" in written
    assert written.count(b"\r\n") == written.count(b"\n") == FILE.count("\n")
    assert "says what the database says" in run("export_routing", "--check")


def test_differences_are_told_and_fail_the_check(file: Path) -> None:
    route("taken", "lakehouse")
    file.write_text("taken: {backend: books, cache_seconds: 60}\nlost: {backend: books}\n")
    out = StringIO()

    with pytest.raises(CommandError, match="differ in 3 places"):
        call_command("export_routing", "--check", stdout=out)

    assert out.getvalue().splitlines() == [
        "lost: the file has a line, the database no route.",
        "sold: the database has a route to books, the file no readable line.",
        f"taken: backend is {json.dumps('lakehouse')}, the file says {json.dumps('books')}.",
    ]


def test_a_file_that_is_not_there_yet_is_written_whole(file: Path, settings: Any) -> None:
    file.unlink()

    run("export_routing")

    assert {step.action.value for step in sync_routing(path=file).steps} == {"same"}
    assert "sold:" in run("export_routing", "--out", "-")
