"""Pytest plugin: the services on loopback, and the portal's settings that lead to them."""

import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:  # what a test does not ask for is not imported
    from tests.emulators.bedrock import BedrockServer
    from tests.emulators.model_serving import ModelServingServer

BEDROCK_MODEL = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"


@pytest.fixture
def bedrock(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator["BedrockServer"]:
    """Amazon Bedrock as the configured language model; script it with `replies_with`, `fails_with`."""
    from sqlgen.models_llm import registry
    from tests.emulators.bedrock import BedrockServer

    settings.SQL_MODEL_PROVIDER = "bedrock"
    settings.SQL_MODEL = BEDROCK_MODEL
    settings.AWS_REGION = "eu-west-1"
    with BedrockServer() as server:
        monkeypatch.setenv("AWS_ENDPOINT_URL_BEDROCK_RUNTIME", server.url)
        monkeypatch.setenv("AWS_ACCESS_KEY_ID", "AKIALOOPBACKLOOPBACK")
        monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", "loopback-secret-key")
        registry.start_afresh()
        yield server
    _wait_for_given_up_calls()
    registry.start_afresh()


@pytest.fixture
def model_serving(settings: Any) -> Iterator["ModelServingServer"]:
    """Databricks Model Serving as the configured language model, signed in with a token."""
    from sqlgen.models_llm import registry
    from tests.emulators import model_serving as emulator

    settings.SQL_MODEL_PROVIDER = "databricks"
    settings.SQL_MODEL = emulator.ENDPOINT
    with emulator.ModelServingServer() as server:
        settings.DATABRICKS_HOST, settings.DATABRICKS_TOKEN = server.url, emulator.TOKEN
        registry.start_afresh()
        yield server
    _wait_for_given_up_calls()
    registry.start_afresh()


def _wait_for_given_up_calls() -> None:
    """A call nobody waits for goes on, and may only now read the settings: those of the next test, whose server it
    would ask. With its own server gone it ends soon."""
    for thread in threading.enumerate():
        if thread.name.startswith("model-"):
            thread.join(timeout=30)
            assert not thread.is_alive(), f"{thread.name} still asks a server that is gone"
