from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.test import Client
from django.utils import timezone

from accounts.models import User
from accounts.tasks import purge_expired_sessions
from metrics_portal.celery import app


@pytest.mark.django_db
def test_expired_sessions_are_deleted_and_others_stay(viewer: User) -> None:
    for _ in range(2):
        Client().force_login(viewer)
    old, recent = Session.objects.all()
    Session.objects.filter(pk=old.pk).update(expire_date=timezone.now() - timedelta(seconds=1))

    purge_expired_sessions()

    assert [session.pk for session in Session.objects.all()] == [recent.pk]


def test_it_is_done_every_night() -> None:
    app.finalize()
    app.loader.import_default_modules()

    assert "accounts: purge sessions" in app.conf.beat_schedule
