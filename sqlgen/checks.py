"""Can the language model be asked, and what it wrote be kept, as the settings have it? Every fault names its setting,
its value and the choices.

Nothing is asked to find out: `manage.py check_model` does that.
"""

from collections.abc import Callable, Iterator
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, Warning, register

from catalog.findings import suggestion
from metrics_portal import databricks_auth
from metrics_portal.boot import BOOT_TAG
from sqlgen.models_llm.bedrock_models import GEOGRAPHIES, has_valid_form, regions_fit
from sqlgen.models_llm.options import PROVIDERS, price

_EXAMPLE = "eu.anthropic.claude-sonnet-4-5-20250929-v1:0"
_DEADLINE = (1.0, 300.0)
_OUTPUT_TOKENS = (200, 32_000)
_DAYS = (1, 3_650)


@register(Tags.security, BOOT_TAG)
def language_model(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The settings of the language model; none is wanted where no provider is chosen."""
    chosen = settings.SQL_MODEL_PROVIDER
    if not chosen:
        return [*_left_over()]
    if chosen not in PROVIDERS:
        said = f"SQL_MODEL_PROVIDER={chosen!r} is no provider of language models."
        return [Error(said, hint=_choices(chosen), id="sqlgen.E001")]
    own = {"bedrock": _bedrock, "databricks": _databricks}[chosen]
    return [*_named(), *own(), *_numbers()]


@register(Tags.security, BOOT_TAG)
def generation_bounds(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """The bounds of what models are asked and of what is kept of it. They hold without a model too: what is pinned
    runs without one, and old rows are deleted."""
    fewest = max(1_000, settings.SQL_MODEL_MAX_OUTPUT_TOKENS)  # with less, no question could be asked
    return [
        *_counted("GENERATION_DAILY_LIMIT", 1, 100_000, "calls one person may cause in a day"),
        *_counted("GENERATION_DAILY_TOKENS", fewest, 10**12, "tokens one person may cause in a day"),
        *_counted("GENERATION_BACKOFF_SECONDS", 1, 86_400, "seconds a refused model is left alone"),
        *_counted("GENERATION_UNAPPROVED_LIMIT", 1, 10_000, "texts of a metric that nobody approved"),
        *_counted("GENERATION_PENDING_DAYS", *_DAYS, "days that SQL waits for approval"),
        *_counted("GENERATION_LOG_DAYS", *_DAYS, "days that the generation log is kept"),
        *_counted("EVALUATION_DAYS", *_DAYS, "days that evaluations are kept"),
    ]


def _counted(name: str, least: int, most: int, what: str) -> Iterator[CheckMessage]:
    value = getattr(settings, name)
    if not least <= value <= most:
        hint = f"The {what}: a whole number from {least:,} to {most:,}."
        yield Error(f"{name}={value} is out of bounds.", hint=hint, id="sqlgen.E007")


def _choices(chosen: str) -> str:
    return f"{suggestion(chosen, PROVIDERS)} Choices: {', '.join(PROVIDERS)}; empty: no model.".strip()


def _left_over() -> Iterator[CheckMessage]:
    if settings.SQL_MODEL:
        yield Warning(
            f"SQL_MODEL={settings.SQL_MODEL!r} is not used: SQL_MODEL_PROVIDER is empty.",
            hint=f"Set SQL_MODEL_PROVIDER to one of: {', '.join(PROVIDERS)}.",
            id="sqlgen.W001",
        )


def _named() -> Iterator[CheckMessage]:
    if not settings.SQL_MODEL:
        yield Error(
            f"SQL_MODEL is empty, and SQL_MODEL_PROVIDER is {settings.SQL_MODEL_PROVIDER}.",
            hint=f"Set it to an inference profile, for example {_EXAMPLE}, or to the name of a serving endpoint.",
            id="sqlgen.E002",
        )


def _bedrock() -> Iterator[CheckMessage]:
    model, region = settings.SQL_MODEL, settings.AWS_REGION
    if model and not has_valid_form(model):
        yield Error(
            f"SQL_MODEL={model!r} is neither a Bedrock model id, nor an inference profile, nor an ARN.",
            hint=f"Profiles begin with {', '.join(sorted(GEOGRAPHIES))} and a dot, for example {_EXAMPLE}.",
            id="sqlgen.E003",
        )
    elif region and model and not regions_fit(model, region):
        yield Warning(
            f"SQL_MODEL={model!r} does not look as if it could be asked from AWS_REGION={region!r}.",
            hint="Use a profile of that region's geography, a global. profile, or another region.",
            id="sqlgen.W002",
        )
    if not region:
        yield Warning(
            "AWS_REGION is empty, so the AWS profile's region is used, if it has one.",
            hint="Set AWS_REGION to the region in which Amazon Bedrock is asked, for example eu-west-1.",
            id="sqlgen.W003",
        )


def _databricks() -> Iterator[CheckMessage]:
    if lacking := databricks_auth.missing_settings():
        yield Error(
            f"Databricks Model Serving cannot be asked: {' and '.join(lacking)} "
            f"{'is' if len(lacking) == 1 else 'are'} empty.",
            hint="Set DATABRICKS_HOST, and DATABRICKS_TOKEN or DATABRICKS_CLIENT_ID with DATABRICKS_CLIENT_SECRET.",
            id="sqlgen.E004",
        )


def _numbers() -> Iterator[CheckMessage]:
    yield from _within("SQL_MODEL_DEADLINE_SECONDS", _DEADLINE, "seconds a model may take")
    yield from _within("SQL_MODEL_MAX_OUTPUT_TOKENS", _OUTPUT_TOKENS, "tokens an answer may have")
    yield from _readable("SQL_MODEL_TEMPERATURE", _temperature, "a number from 0 to 2, or nothing")
    yield from _readable("SQL_MODEL_CACHE_MIN_TOKENS", _whole, "a whole number, 0 to never cache, or nothing")
    for name, given in settings.SQL_MODEL_PRICES.items():
        setting = f"SQL_MODEL_PRICE_{name.upper()}"
        yield from _readable(setting, price, "US dollars per million tokens, or nothing", given)
    prices = settings.SQL_MODEL_PRICES
    if any(prices.values()) and not (prices["input"] and prices["output"]):
        yield Warning(
            "Prices of the language model are set, but not both of input and output: costs stay unknown.",
            hint="Set SQL_MODEL_PRICE_INPUT and SQL_MODEL_PRICE_OUTPUT.",
            id="sqlgen.W004",
        )


def _within(name: str, bounds: tuple[float, float], what: str) -> Iterator[CheckMessage]:
    value, (least, most) = getattr(settings, name), bounds
    if not least <= value <= most:
        hint = f"The {what}: {least:g} to {most:g}."
        yield Error(f"{name}={value:g} is out of bounds.", hint=hint, id="sqlgen.E005")


def _readable(
    name: str, read: Callable[[str], object], wanted: str, given: str | None = None
) -> Iterator[CheckMessage]:
    text = getattr(settings, name) if given is None else given
    if not text:
        return
    try:
        read(text)
    except ValueError:
        yield Error(f"{name}={text!r} cannot be used.", hint=f"It is {wanted}.", id="sqlgen.E006")


def _temperature(given: str) -> float:
    found = float(given)
    if not 0 <= found <= 2:
        raise ValueError(given)
    return found


def _whole(given: str) -> int:
    found = int(given)
    if found < 0:
        raise ValueError(given)
    return found
