"""Expired entries leave the cache's table; what is still good stays."""

from datetime import datetime, timedelta

import pytest
from django.core.cache import caches

from widgets.housekeeping import purge_expired

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("governed")]


def test_only_expired_answers_are_deleted(now: datetime) -> None:
    caches["answers"].set("short", "answer", 60)
    caches["answers"].set("long", "answer", 86_400)

    deleted = purge_expired("answers", now=now + timedelta(hours=1))

    assert deleted == 1
    assert caches["answers"].get("long") == "answer"


def test_a_cache_that_is_no_table_has_nothing_to_purge(now: datetime) -> None:
    assert purge_expired("default", now=now) == 0
