"""Neither the reader's words nor the log hold a connection string or the driver's own text."""

import logging

import pytest
from django.core.exceptions import ImproperlyConfigured

from routing.contracts import BackendError
from routing.tests.conftest import MakeBackend, Server, guarded

PASSWORD = "s3cr3t-passphrase"


def _with_password(url: str) -> str:
    return url.replace("portal_reader@", f"portal_reader:{PASSWORD}@")


def test_a_failed_connection_tells_no_password(
    make_postgres: MakeBackend, server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    backend = make_postgres(url=_with_password(server.reader_url).replace("host=", "host=%2Fnowhere"))

    with caplog.at_level(logging.DEBUG), pytest.raises(BackendError) as failed:
        backend.execute(guarded("SELECT COUNT(*) AS n FROM shop.sale", "postgres"))

    assert failed.value.__cause__ is not None
    assert "nowhere" not in failed.value.detail
    assert PASSWORD not in failed.value.detail + caplog.text


def test_a_failed_query_tells_our_words_and_logs_the_cause(
    make_postgres: MakeBackend, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BackendError) as failed:
        make_postgres().execute(guarded("SELECT SUM(1 / (id - id)) AS n FROM shop.sale", "postgres"))

    assert "zero" not in failed.value.detail
    assert "division by zero" in caplog.text


def test_a_malformed_url_is_refused_without_being_repeated(make_postgres: MakeBackend) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        make_postgres(url=f"postgresql//portal:{PASSWORD}@host/db")

    assert PASSWORD not in str(refused.value)
    assert refused.value.__suppress_context__
