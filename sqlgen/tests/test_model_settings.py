"""Settings of the language model that cannot work are told before anything is asked."""

import os
import subprocess
import sys
from typing import Any

import pytest
from django.conf import settings as django_settings

from sqlgen.checks import language_model
from sqlgen.models_llm import registry
from sqlgen.models_llm.bedrock_models import cache_minimum, has_valid_form, profile_for, regions_fit
from sqlgen.models_llm.contracts import ModelError

PROFILE = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"


@pytest.fixture
def sound(settings: Any) -> Any:
    settings.SQL_MODEL_PROVIDER, settings.SQL_MODEL, settings.AWS_REGION = "bedrock", PROFILE, "eu-west-1"
    settings.DATABRICKS_HOST = settings.DATABRICKS_TOKEN = ""
    settings.DATABRICKS_CLIENT_ID = settings.DATABRICKS_CLIENT_SECRET = ""
    registry.start_afresh()
    return settings


def found() -> list[tuple[str, str]]:
    return [(str(one.id), f"{one.msg} {one.hint}") for one in language_model()]


def test_sound_settings_have_no_finding(sound: Any) -> None:
    assert not found()
    assert registry.configured()


def test_no_model_is_no_finding(sound: Any) -> None:
    sound.SQL_MODEL_PROVIDER = sound.SQL_MODEL = ""

    assert not found()
    with pytest.raises(ModelError, match="Set SQL_MODEL_PROVIDER to bedrock or databricks") as raised:
        registry.provider()
    assert (raised.value.reason, raised.value.transient) == ("not_configured", False)


@pytest.mark.parametrize(
    ("changes", "finding", "words"),
    [
        (
            {"SQL_MODEL_PROVIDER": "bedrok"},
            "sqlgen.E001",
            ["'bedrok'", "Did you mean bedrock?", "databricks"],
        ),
        ({"SQL_MODEL_PROVIDER": ""}, "sqlgen.W001", [PROFILE, "bedrock, databricks"]),
        ({"SQL_MODEL": ""}, "sqlgen.E002", ["SQL_MODEL is empty", "inference profile"]),
        ({"SQL_MODEL": "claude sonnet"}, "sqlgen.E003", ["'claude sonnet'", "global", "eu.anthropic."]),
        ({"AWS_REGION": "us-east-1"}, "sqlgen.W002", [PROFILE, "'us-east-1'", "global. profile"]),
        ({"AWS_REGION": ""}, "sqlgen.W003", ["AWS_REGION", "eu-west-1"]),
        (
            {"SQL_MODEL_PROVIDER": "databricks"},
            "sqlgen.E004",
            ["DATABRICKS_HOST and DATABRICKS_TOKEN are empty"],
        ),
        ({"SQL_MODEL_DEADLINE_SECONDS": 0.0}, "sqlgen.E005", ["SQL_MODEL_DEADLINE_SECONDS=0", "1 to 300"]),
        (
            {"SQL_MODEL_MAX_OUTPUT_TOKENS": 10},
            "sqlgen.E005",
            ["SQL_MODEL_MAX_OUTPUT_TOKENS=10", "200 to 32000"],
        ),
        ({"SQL_MODEL_TEMPERATURE": "hot"}, "sqlgen.E006", ["SQL_MODEL_TEMPERATURE='hot'", "0 to 2"]),
        ({"SQL_MODEL_TEMPERATURE": "3"}, "sqlgen.E006", ["SQL_MODEL_TEMPERATURE='3'"]),
        ({"SQL_MODEL_CACHE_MIN_TOKENS": "-1"}, "sqlgen.E006", ["SQL_MODEL_CACHE_MIN_TOKENS='-1'", "whole"]),
    ],
)
def test_what_cannot_work_is_told_with_its_setting_value_and_choices(
    sound: Any, changes: dict[str, Any], finding: str, words: list[str]
) -> None:
    for name, value in changes.items():
        setattr(sound, name, value)

    ((identifier, told),) = found()

    assert identifier == finding
    assert all(word in told for word in words), told


@pytest.mark.parametrize(
    ("prices", "finding"),
    [
        ({"input": "three", "output": "15"}, "sqlgen.E006"),
        ({"input": "-3", "output": "15"}, "sqlgen.E006"),
        ({"input": "3"}, "sqlgen.W004"),
        ({"input": "3", "output": "15"}, None),
    ],
)
def test_prices_are_amounts_and_come_in_pairs(
    sound: Any, prices: dict[str, str], finding: str | None
) -> None:
    empty = {"input": "", "output": "", "cache_read": "", "cache_write": ""}
    sound.SQL_MODEL_PRICES = {**empty, **prices}

    assert [identifier for identifier, _ in found()] == ([finding] if finding else [])


@pytest.mark.parametrize(
    ("given", "missing"),
    [
        ({}, ("DATABRICKS_HOST", "DATABRICKS_TOKEN")),
        ({"DATABRICKS_HOST": "h"}, ("DATABRICKS_TOKEN",)),
        ({"DATABRICKS_HOST": "h", "DATABRICKS_TOKEN": "t"}, ()),
        ({"DATABRICKS_HOST": "h", "DATABRICKS_CLIENT_ID": "c"}, ("DATABRICKS_CLIENT_SECRET",)),
        ({"DATABRICKS_HOST": "h", "DATABRICKS_CLIENT_ID": "c", "DATABRICKS_CLIENT_SECRET": "s"}, ()),
    ],
)
def test_databricks_needs_a_host_and_one_login(
    sound: Any, given: dict[str, str], missing: tuple[str, ...]
) -> None:
    sound.SQL_MODEL_PROVIDER, sound.SQL_MODEL = "databricks", "endpoint"
    for name, value in given.items():
        setattr(sound, name, value)

    assert registry.missing_settings() == missing
    assert registry.configured() is not bool(missing)


@pytest.mark.parametrize(
    ("model", "region", "fits"),
    [
        (PROFILE, "eu-central-1", True),
        (PROFILE, "us-east-1", False),
        ("us.amazon.nova-pro-v1:0", "us-west-2", True),
        ("us.amazon.nova-pro-v1:0", "us-gov-west-1", False),
        ("us-gov.anthropic.claude-3-7-sonnet-20250219-v1:0", "us-gov-west-1", True),
        ("global.anthropic.claude-sonnet-4-5-20250929-v1:0", "sa-east-1", True),
        ("apac.amazon.nova-lite-v1:0", "ap-south-1", True),
        ("jp.anthropic.claude-sonnet-4-5-20250929-v1:0", "ap-southeast-2", False),
        ("anthropic.claude-3-7-sonnet-20250219-v1:0", "eu-west-1", True),
        ("moonshotai.kimi-k2.5", "eu-west-1", True),
        ("arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc", "eu-west-1", True),
        (
            "arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.amazon.nova-pro-v1:0",
            "eu-west-1",
            False,
        ),
    ],
)
def test_a_profile_belongs_to_regions(model: str, region: str, fits: bool) -> None:
    assert has_valid_form(model)
    assert regions_fit(model, region) is fits


@pytest.mark.parametrize(
    "model",
    ["", "claude", "Anthropic.Claude", "us..x", "us.anthropic.claude/../x", "arn:aws:s3:::bucket", "a.b c"],
)
def test_what_is_no_model_id(model: str) -> None:
    assert not has_valid_form(model)


@pytest.mark.parametrize(
    ("region", "profile"),
    [("us-east-1", "us.x.y"), ("us-gov-west-1", "us-gov.x.y"), ("eu-north-1", "eu.x.y"), ("ap-south-1", "apac.x.y"),
     ("sa-east-1", "global.x.y"), ("ca-central-1", "us.x.y")],
)  # fmt: skip
def test_the_profile_of_a_model_by_region(region: str, profile: str) -> None:
    assert profile_for("x.y", region) == profile


def test_a_profile_of_another_geography_gives_its_place_to_the_regions_own() -> None:
    assert profile_for("us.amazon.nova-pro-v1:0", "eu-west-1") == "eu.amazon.nova-pro-v1:0"


@pytest.mark.parametrize(
    ("model", "tokens"),
    [
        (PROFILE, 1_024),
        ("us.anthropic.claude-opus-4-5-20251101-v1:0", 4_096),
        ("us.anthropic.claude-opus-4-1-20250805-v1:0", 1_024),
        ("global.anthropic.claude-haiku-4-5-20251001-v1:0", 4_096),
        ("amazon.nova-pro-v1:0", 1_000),
        ("meta.llama3-1-70b-instruct-v1:0", None),
        ("arn:aws:bedrock:eu-west-1:123456789012:application-inference-profile/abc", None),
    ],
)
def test_from_how_many_tokens_a_prompt_is_cached(model: str, tokens: int | None) -> None:
    assert cache_minimum(model) == tokens


def test_no_client_is_imported_before_a_model_is_asked() -> None:
    code = (
        "import django, sys; django.setup()\n"
        "from sqlgen.models_llm import registry; from sqlgen.checks import language_model\n"
        "assert registry.configured() and not language_model()\n"
        "print(sorted({'boto3', 'botocore', 'databricks.sdk'} & sys.modules.keys()))"
    )
    environment = {
        **os.environ,
        "DJANGO_SETTINGS_MODULE": "metrics_portal.settings",
        "AWS_REGION": "eu-west-1",
    }
    environment |= {"SQL_MODEL_PROVIDER": "bedrock", "SQL_MODEL": PROFILE}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, cwd=django_settings.BASE_DIR, capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert done.stdout.strip() == "[]", done.stderr
