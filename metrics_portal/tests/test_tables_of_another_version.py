"""Tables that another version made keep the portal from starting, with what to do about it."""

import pytest
from django.db import connection

from metrics_portal import boot
from metrics_portal.up.report import CannotStart
from metrics_portal.up.steps import _migrate

pytestmark = pytest.mark.django_db


@pytest.fixture
def older_tables() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE routing_route DROP COLUMN shadow")


def test_tables_of_this_version_are_no_finding() -> None:
    assert not [finding for finding in boot.findings() if finding.id == "portal.E001"]


@pytest.mark.usefixtures("older_tables")
def test_a_process_does_not_start_on_them() -> None:
    with pytest.raises(boot.BootRefused, match=r"routing_route\.shadow are missing") as refused:
        boot.validate()

    assert "→" in str(refused.value)


@pytest.mark.usefixtures("older_tables")
def test_make_up_says_so_before_anything_else_fails() -> None:
    with pytest.raises(CannotStart, match="made by another version"):
        _migrate()
