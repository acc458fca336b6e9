"""A model that fills the gaps of a series by itself: its days follow the window, and the tile is the compiled one."""

from datetime import datetime, timedelta

import pytest

from accounts.models import User
from sqlgen.models import PinnedSql
from tests.emulators.bedrock import Answer, Asked, BedrockServer, Script, writes
from tests.emulators.obedient_model import sql_for
from widgets.comparing import compare_pin
from widgets.contracts import TileState
from widgets.tests import model_writer
from widgets.tests.model_reader import answer, members

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]
ASKED = {"window": "last_90_days", "grain": "day"}  # sales began 60 days ago


def laid_beside_days(now: datetime) -> Script:
    first, last = (f"{now - timedelta(days=days):%Y-%m-%d}" for days in (90, 1))

    def script(asked: Asked) -> Answer:
        grouped, tables = sql_for(asked.question)
        series = f"generate_series(DATE '{first}', DATE '{last}', INTERVAL 1 DAY) AS days(day)"
        beside = f"LEFT JOIN ({grouped}) AS sales ON sales.bucket = days.day"
        return writes(
            f"SELECT days.day AS bucket, COALESCE(sales.value, 0) AS value FROM {series} {beside}", tables
        )

    return script


def test_it_answers_what_the_compiled_sql_answers_on_the_next_day_too(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    tomorrow = now + timedelta(days=1)
    compiled = [members(answer(viewer, at, **ASKED))["data"] for at in (now, tomorrow)]
    model_writer.route("revenue", trust="checked")
    bedrock.replies_with(laid_beside_days(now))

    found = [answer(viewer, at, **ASKED) for at in (now, tomorrow)]

    assert [one.state for one in found] == [TileState.FRESH] * 2, [one.error for one in found]
    assert [members(one)["data"] for one in found] == compiled
    assert {row["value"] == 0 for row in compiled[0]} == {True, False}
    assert len(bedrock.requests) == 1


def test_days_without_sales_are_no_difference_to_who_approves(
    viewer: User, now: datetime, bedrock: BedrockServer
) -> None:
    model_writer.route("revenue")
    bedrock.replies_with(laid_beside_days(now))
    answer(viewer, now, **ASKED)

    compared = compare_pin(PinnedSql.objects.get())

    assert compared.verdict == "equal"
    assert compared.written_rows > compared.compiled_rows
