"""Which settings make a warehouse, and what is refused before anything is sent anywhere."""

import subprocess
import sys
from typing import Any

import pytest
from django.core.checks import run_checks
from django.core.exceptions import ImproperlyConfigured
from pytest_django import Settings

from routing.backends.databricks.backend import DatabricksBackend
from routing.backends.registry import ENGINES

GIVEN: dict[str, Any] = {
    "host": "adb-1.2.azuredatabricks.net",
    "http_path": "/sql/1.0/warehouses/abc",
    "token": "dapi-1",
    "deadline_seconds": 20,
    "max_rows": 100,
    "slots": 2,
}


def made(**changes: Any) -> DatabricksBackend:
    return DatabricksBackend.from_options("databricks", ENGINES["databricks"], {**GIVEN, **changes})


def refusal(**changes: Any) -> str:
    with pytest.raises(ImproperlyConfigured) as refused:
        made(**changes)
    return str(refused.value)


@pytest.mark.parametrize("host", ["adb-1.2.azuredatabricks.net", "https://adb-1.2.azuredatabricks.net/"])
def test_a_host_is_reached_through_tls(host: str) -> None:
    assert made(host=host).warehouse.url == "https://adb-1.2.azuredatabricks.net"


@pytest.mark.parametrize("host", ["http://127.0.0.1:8080", "http://localhost:8080", "http://[::1]:8080"])
def test_this_machine_alone_may_be_spoken_to_in_the_clear(host: str) -> None:
    assert made(host=host).warehouse.url == host


@pytest.mark.parametrize(
    "host", ["http://adb-1.2.azuredatabricks.net", "http://10.0.0.1", "http://localhost.evil.org"]
)
def test_a_token_is_not_sent_in_the_clear(host: str) -> None:
    assert "in the clear" in refusal(host=host)


@pytest.mark.parametrize("host", ["https://x.net/path", "https://me:secret@x.net", "https://", "x.net?o=1"])
def test_an_address_that_is_no_workspace_is_refused(host: str) -> None:
    assert "DATABRICKS_HOST" in refusal(host=host)


def test_one_way_to_sign_in_is_needed() -> None:
    assert "DATABRICKS_TOKEN" in refusal(token="")
    assert "not both" in refusal(client_id="c", client_secret="s")
    assert "belong together" in refusal(token="", client_id="c")


def test_no_refusal_repeats_a_secret() -> None:
    assert "dapi-1" not in refusal(client_id="c", client_secret="s3cret")
    assert "s3cret" not in refusal(client_id="c", client_secret="s3cret")


def test_an_unknown_transport_is_told_with_the_choices() -> None:
    assert "thrift or statement" in refusal(transport="odbc")


def test_statements_need_a_warehouse_not_a_cluster() -> None:
    cluster = "/sql/protocolv1/o/1/0123-abc"

    assert "/sql/1.0/warehouses/<id>" in refusal(transport="statement", http_path=cluster)
    assert made(http_path=cluster).warehouse.id == ""


@pytest.mark.parametrize(
    "path", ["sql/1.0/warehouses/abc", "/sql/1.0/endpoints/abc", "/sql/1.0/warehouses/abc/"]
)
def test_the_warehouse_is_named_in_the_path(path: str) -> None:
    assert made(http_path=path).warehouse.id == "abc"


def test_three_variables_configure_a_backend() -> None:
    asked = (
        "import django; django.setup(); import sys; from routing import backends; backend = backends.get('databricks');"
        "print(backend.dialect, *(name in sys.modules for name in ('databricks.sql', 'databricks.sdk', 'pyarrow')))"
    )
    given = {
        "DJANGO_SETTINGS_MODULE": "metrics_portal.settings",
        "DATABRICKS_HOST": "adb-1.2.azuredatabricks.net",
        "DATABRICKS_HTTP_PATH": "/sql/1.0/warehouses/abc",
        "DATABRICKS_TOKEN": "dapi-1",
    }

    said = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, env=given, check=True
    )

    assert said.stdout.split() == ["databricks", "False", "False", "False"]


def test_settings_that_could_never_work_stop_the_start(settings: Settings) -> None:
    settings.SQL_BACKENDS = {"databricks": {**GIVEN, "engine": "databricks", "token": ""}}

    found = run_checks()

    assert [(each.id, "DATABRICKS_TOKEN" in each.msg) for each in found] == [("routing.E011", True)]


def test_settings_that_may_work_are_not_asked_about_anywhere(settings: Settings) -> None:
    settings.SQL_BACKENDS = {"databricks": {**GIVEN, "engine": "databricks"}}

    assert run_checks() == []
