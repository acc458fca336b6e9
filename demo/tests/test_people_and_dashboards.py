"""Sign-ins are made once and told in a private file; dashboards are files that fit their schema."""

import json
import stat
from pathlib import Path

import pytest
from rest_framework.test import APIClient

from accounts.models import ApiToken, User
from demo.dashboards import load
from demo.people import ensure_people

URL = "http://127.0.0.1:8000"


@pytest.mark.django_db
def test_each_role_can_sign_in_and_use_its_token(tmp_path: Path) -> None:
    assert ensure_people(var_dir=tmp_path, base_url=URL)

    told = json.loads((tmp_path / "demo-credentials.json").read_text())
    assert told["base_url"] == URL
    assert set(told["users"]) == {"viewer", "analyst", "steward", "operator"}
    for role, person in told["users"].items():
        user = User.objects.get(username=person["username"])
        assert user.role == role
        assert user.check_password(person["password"])
        client = APIClient()
        client.credentials(HTTP_AUTHORIZATION=f"Bearer {person['token']}")
        assert client.get("/v1/metrics").status_code == 200


@pytest.mark.django_db
def test_the_file_is_for_its_owner_only(tmp_path: Path) -> None:
    ensure_people(var_dir=tmp_path, base_url=URL)

    assert stat.S_IMODE((tmp_path / "demo-credentials.json").stat().st_mode) == 0o600


@pytest.mark.django_db
def test_good_credentials_are_kept(tmp_path: Path) -> None:
    ensure_people(var_dir=tmp_path, base_url=URL)
    before = (tmp_path / "demo-credentials.json").read_text()

    assert not ensure_people(var_dir=tmp_path, base_url=URL)
    assert (tmp_path / "demo-credentials.json").read_text() == before


@pytest.mark.django_db
def test_credentials_of_another_database_are_made_anew(tmp_path: Path) -> None:
    ensure_people(var_dir=tmp_path, base_url=URL)
    ApiToken.objects.all().delete()

    assert ensure_people(var_dir=tmp_path, base_url=URL)
    told = json.loads((tmp_path / "demo-credentials.json").read_text())
    assert User.objects.get(username="viewer").check_password(told["users"]["viewer"]["password"])


def test_every_dashboard_file_fits_its_schema_and_one_has_24_tiles() -> None:
    dashboards = {dashboard.slug: dashboard for dashboard in load()}

    claims = dashboards["device-claims"]
    assert sum(tile.section == "kpi" for tile in claims.tiles) == 6
    assert sum(tile.section == "main" for tile in claims.tiles) >= 8
    assert len(dashboards["wall"].tiles) == 24
    assert all(tile.spec.sample for dashboard in dashboards.values() for tile in dashboard.tiles if tile.spec)
