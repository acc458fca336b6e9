"""Where boto3 finds no credentials for Bedrock, or no region: what the operator is told."""

from pathlib import Path
from typing import Any

import pytest

from sqlgen.tests.asking_models import failure_of
from tests.emulators.bedrock import BedrockServer


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
    session = "[sso-session portal]\nsso_region = eu-west-1\nsso_start_url = https://portal.invalid/start\n"
    config = tmp_path / "config"
    config.write_text(f"{session}[profile portal]\n{profile}\n")
    for name in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_BEARER_TOKEN_BEDROCK"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_EC2_METADATA_DISABLED", "true")
    monkeypatch.setenv("AWS_SHARED_CREDENTIALS_FILE", "/nowhere/credentials")
    monkeypatch.setenv("AWS_CONFIG_FILE", str(config))
    monkeypatch.setenv("AWS_PROFILE", "portal")

    error = failure_of()

    assert (error.reason, error.transient) == ("credentials", False)
    assert words in error.detail


def test_no_region_is_told(bedrock: BedrockServer, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.AWS_REGION = ""
    for name in ("AWS_REGION", "AWS_DEFAULT_REGION", "AWS_PROFILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("AWS_CONFIG_FILE", "/nowhere/config")

    error = failure_of()

    assert error.reason == "not_configured"
    assert "Set AWS_REGION" in error.detail
