"""Where boto3 finds no credentials for Bedrock, or no region: what the operator is told."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from sqlgen.tests.asking_models import failure_of
from tests.emulators.bedrock import BedrockServer
from tests.emulators.http import LoopbackServer, Reply, Route


def test_no_credentials_are_told_with_where_they_may_come_from(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_PROFILE", "AWS_BEARER_TOKEN_BEDROCK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials")
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere/config")

    error = failure_of()

    assert (error.reason, error.transient) == ("credentials", False)
    assert "AWS_BEARER_TOKEN_BEDROCK" in error.detail


@pytest.mark.parametrize(
    ("profile", "words"),
    [
        ("sso_session = portal\nsso_account_id = 123456789012\nsso_role_name = reader", "aws sso login"),
        ("credential_process = /bin/false", "has no AWS credentials"),
        ("login_session = arn:aws:sts::123456789012:assumed-role/reader/somebody", "has no AWS credentials"),
    ],
    ids=["signed out", "process", "login"],
)
def test_a_profile_that_gives_no_credentials_is_told(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, profile: str, words: str
) -> None:
    session = "[sso-session portal]\nsso_region = eu-west-1\nsso_start_url = https://portal.invalid/start"
    _with_profile(monkeypatch, tmp_path, f"{profile}\n{session}")

    error = failure_of()

    assert (error.reason, error.transient) == ("credentials", False)
    assert words in error.detail


def test_an_api_key_is_not_sent_in_the_clear(bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AWS_BEARER_TOKEN_BEDROCK", "loopback-api-key")

    error = failure_of()

    assert (error.reason, error.transient) == ("not_configured", False)
    assert "an API key goes over nothing else" in error.detail
    assert not bedrock.requests


class _NoRoles:
    """AWS STS, which lets nobody take a role."""

    def routes(self) -> Iterable[Route]:
        yield Route("POST", "/", lambda request: Reply(status=403, body=_DENIED))


_DENIED = (
    b"<ErrorResponse><Error><Type>Sender</Type><Code>AccessDenied</Code><Message>Not authorized to perform "
    b"sts:AssumeRole</Message></Error><RequestId>r</RequestId></ErrorResponse>"
)


def test_a_role_that_may_not_be_taken_is_told(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    source = "[profile source]\naws_access_key_id = AKIALOOPBACKLOOPBACK\naws_secret_access_key = loopback"
    role = "role_arn = arn:aws:iam::123456789012:role/reader\nsource_profile = source"
    _with_profile(monkeypatch, tmp_path, f"{role}\n{source}")
    with LoopbackServer(_NoRoles()) as sts:
        monkeypatch.setenv("AWS_ENDPOINT_URL_STS", sts.url)
        error = failure_of()

    assert (error.reason, error.transient) == ("credentials", False)
    assert "does not let the portal take its role" in error.detail
    assert not bedrock.requests


def test_a_configuration_that_cannot_be_read_is_told(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    _with_profile(monkeypatch, tmp_path, "no assignment")

    error = failure_of()

    assert (error.reason, error.transient) == ("credentials", False)
    assert "AWS_CONFIG_FILE" in error.detail


def _with_profile(monkeypatch: pytest.MonkeyPatch, folder: Path, lines: str) -> None:
    config = folder / "config"
    config.write_text(f"[profile portal]\n{lines}\n")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_BEARER_TOKEN_BEDROCK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_PROFILE", "portal")


def test_no_region_is_told(bedrock: BedrockServer, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.AWS_REGION = ""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere/config")

    error = failure_of()

    assert error.reason == "not_configured"
    assert "Set AWS_REGION" in error.detail
