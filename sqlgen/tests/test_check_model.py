"""manage.py check_model: exit 0 when the model wrote SQL, else 1 and what to do."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.emulators.bedrock import BedrockServer
from tests.emulators.fixtures import BEDROCK_MODEL
from tests.emulators.model_serving import ModelServingServer

pytestmark = pytest.mark.django_db  # the last sign of life is kept where every process finds it


def run(*arguments: str) -> tuple[int, str]:
    written = io.StringIO()
    try:
        call_command("check_model", *arguments, stdout=written)
    except SystemExit as ended:
        return int(ended.code or 0), written.getvalue()
    return 0, written.getvalue()


def test_a_model_that_answers(bedrock: BedrockServer) -> None:
    code, told = run()

    assert code == 0
    assert told.startswith(f"Amazon Bedrock, {BEDROCK_MODEL}: up in ")


def test_as_json(model_serving: ModelServingServer) -> None:
    code, told = run("--json")

    answer = json.loads(told)
    assert (code, answer["ok"], answer["findings"]) == (0, True, [])
    assert (answer["model"]["provider"], answer["model"]["up"]) == ("databricks", True)


def test_a_model_that_refuses_says_what_to_do(bedrock: BedrockServer) -> None:
    bedrock.fails_with("AccessDeniedException", "is not authorized to perform: bedrock:InvokeModel")

    code, told = run()

    assert code == 1
    assert ": down. The portal may not use" in told
    assert "bedrock:InvokeModel" in told


def test_a_probe_that_gets_no_answer_names_no_setting_that_would_not_help(
    bedrock: BedrockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sqlgen.models_llm.calling.PROBE_SECONDS", 0.5)
    bedrock.is_slow(60)

    _, told = run()

    assert "gave no answer to a question of one line within 0.5 s" in told
    assert "SQL_MODEL_DEADLINE_SECONDS" not in told


def test_a_probe_whose_answer_is_too_long_says_what_to_try(bedrock: BedrockServer) -> None:
    bedrock.stops_with("max_tokens", {"text": "Let me think."})

    _, told = run()

    assert "needed more than 200 tokens for a question of one line" in told
    assert "Raise SQL_MODEL_MAX_OUTPUT_TOKENS" not in told


def test_a_failure_is_one_line_of_the_log(bedrock: BedrockServer, caplog: pytest.LogCaptureFixture) -> None:
    bedrock.fails_with("ExpiredTokenException", "The security token is expired")

    run()

    (line,) = (record for record in caplog.records if record.name == "sqlgen.models_llm.calling")
    assert line.exc_info is None
    assert line.getMessage().endswith("(ExpiredTokenException: The security token is expired)")


def test_wrong_settings_are_told_and_nothing_is_asked(bedrock: BedrockServer, settings: Any) -> None:
    settings.SQL_MODEL = "no model"

    code, told = run("--json")

    answer = json.loads(told)
    assert (code, answer["ok"], answer["model"]) == (1, False, None)
    assert answer["findings"][0]["id"] == "sqlgen.E003"
    assert not bedrock.requests


def test_without_a_model_it_says_how_to_have_one(settings: Any) -> None:
    settings.SQL_MODEL_PROVIDER = settings.SQL_MODEL = ""

    code, told = run()

    assert code == 1
    assert "Set SQL_MODEL_PROVIDER to bedrock or databricks" in told


def test_without_the_portals_database_it_still_says_what_the_model_said(bedrock: BedrockServer) -> None:
    bedrock.fails_with("AccessDeniedException", "is not authorized to perform: bedrock:InvokeModel")
    model = {"SQL_MODEL_PROVIDER": "bedrock", "SQL_MODEL": BEDROCK_MODEL, "AWS_REGION": "eu-west-1"}

    done = subprocess.run(
        [sys.executable, "manage.py", "check_model", "--json"],
        cwd=Path(__file__).parents[2],
        env={**os.environ, **model, "DATABASE_URL": "postgres://nobody@127.0.0.1:9/none"},
        capture_output=True,
        text=True,
        timeout=120,
    )

    assert done.returncode == 1
    assert "bedrock:InvokeModel" in json.loads(done.stdout)["model"]["detail"]
