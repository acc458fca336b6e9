"""A model is asked once per shape of question, whoever and however many ask: threads, and processes."""

import socket
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connections
from django.utils import timezone
from pytest_django import Settings

from accounts.contracts import Viewer
from accounts.models import User
from metrics_portal import leases
from sqlgen.generation import pinning
from sqlgen.generation.asking import Asking
from sqlgen.generation.errors import EarlierRefusal
from sqlgen.guard import GuardViolation
from sqlgen.models import GenerationLog, PinnedSql
from tests.emulators.bedrock import BedrockServer
from tests.emulators.fixtures import BEDROCK_MODEL
from widgets.contracts import Answer, Form
from widgets.resolver import resolve
from widgets.tests import model_writer, world
from widgets.tests.processes import told_by
from widgets.tests.test_one_flight import at_once

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.usefixtures("governed")]
PROCESSES = 2


def asked_at_once(count: int, asker: User, now: datetime) -> list[Any]:
    """What `count` people get who ask for the same on purpose at the same moment: a pin, or the refusal."""
    (question,) = model_writer.atoms("revenue", now=now)

    def ask() -> object:
        try:
            return pinning.pinned_or_written(question, Asking(asker=asker, at=now), trust="reviewed")
        except (GuardViolation, EarlierRefusal) as refusal:
            return refusal

    return at_once(count, ask)


def test_two_processes_ask_once(engines: Path, bedrock: BedrockServer, now: datetime) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)
    bedrock.is_slow(1.0)

    processes = told_by(
        "widgets.tests.model_asker",
        count=PROCESSES,
        world=engines,
        SQL_MODEL_PROVIDER="bedrock",
        SQL_MODEL=BEDROCK_MODEL,
        AWS_REGION="eu-west-1",
    )
    told = [one for process in processes for one in process]

    assert {one["error"] for one in told} == {None}
    assert len({one["etag"] for one in told}) == 1
    assert len(bedrock.requests) == 1
    assert PinnedSql.objects.count() == GenerationLog.objects.count() == 1


def test_who_had_the_sql_written_and_comes_late_takes_the_answer_others_got_by_it(
    bedrock: BedrockServer, now: datetime, somebody: Viewer, settings: Settings
) -> None:
    model_writer.route("revenue", trust="checked")
    model_writer.writes_well(bedrock, "revenue", now=now)

    def ask() -> Answer:
        try:
            return resolve(world.ask_for("revenue"), somebody, now=now, form=Form.JSON)
        finally:
            connections.close_all()

    # Who had the SQL written tells the worker of it first, and this broker takes the call and says nothing.
    with socket.create_server(("127.0.0.1", 0)) as broker, ThreadPoolExecutor(2) as threads:
        settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{broker.getsockname()[1]}/0"
        settings.CELERY_BROKER_TRANSPORT_OPTIONS = {}
        broker.settimeout(60)
        writer = threads.submit(ask)
        call, _ = broker.accept()
        other = threads.submit(ask).result()
        call.close()
        broker.close()
        told = (writer.result(), other)

    assert [one.error for one in told] == [None, None]
    assert sum(one.executed for one in told) == 1
    assert len({one.ready.etag for one in told if one.ready}) == 1
    assert len(bedrock.requests) == 1


def test_who_waited_gets_what_the_first_one_was_given(
    bedrock: BedrockServer, now: datetime, analyst: User
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)
    bedrock.is_slow(0.5)

    told = asked_at_once(6, analyst, now)

    assert sum(asked for _, asked in told) == 1
    assert {pin.pk for pin, _ in told} == {PinnedSql.objects.get().pk}
    assert len(bedrock.requests) == 1


def test_who_waited_for_a_refusal_gets_the_same_refusal(
    bedrock: BedrockServer, now: datetime, analyst: User
) -> None:
    bedrock.replies_with(sql="SELECT COUNT(*) AS value FROM pg_catalog.pg_class")
    bedrock.is_slow(0.5)

    told = asked_at_once(6, analyst, now)

    assert sum(isinstance(one, GuardViolation) for one in told) == 1
    assert {(one.status, one.code, one.detail) for one in told} == {(422, told[0].code, told[0].detail)}
    assert len(bedrock.requests) == 2  # the first one's, and its second try


def test_a_leader_that_died_blocks_nobody_for_ever(
    bedrock: BedrockServer, now: datetime, analyst: User
) -> None:
    model_writer.writes_well(bedrock, "revenue", now=now)
    (question,) = model_writer.atoms("revenue", now=now)
    leases.take_lease(f"generation:{':'.join(question.key)}", seconds=1)

    pin, asked = pinning.pinned_or_written(
        question, Asking(asker=analyst, at=timezone.now()), trust="reviewed"
    )

    assert asked
    assert pin.status == "proposed"
