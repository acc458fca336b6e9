"""What can be told of the configured language model without asking it, and asking it on purpose."""

import logging
from dataclasses import asdict, dataclass
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.core.exceptions import ImproperlyConfigured

from metrics_portal.shared_cache import cache_failures
from sqlgen.models_llm import registry
from sqlgen.models_llm.contracts import ModelHealth
from sqlgen.models_llm.options import PROVIDERS

logger = logging.getLogger(__name__)

_KEPT_SECONDS = 30 * 24 * 3600


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelStatus:
    """The model as configured; `missing` names the settings it still needs, `last_probe` may be days old."""

    provider: str
    label: str
    model: str
    region: str
    configured: bool
    missing: tuple[str, ...]
    choices: tuple[str, ...]
    deadline_seconds: float
    priced: bool
    daily_limit: int
    daily_tokens: int
    last_probe: ModelHealth | None


def status() -> ModelStatus:
    """Reads settings and one cache entry; no model is asked."""
    provider, prices = settings.SQL_MODEL_PROVIDER, settings.SQL_MODEL_PRICES
    return ModelStatus(
        provider=provider,
        label=registry.LABELS.get(provider, provider or "none"),
        model=settings.SQL_MODEL,
        region=settings.AWS_REGION if provider == "bedrock" else "",
        configured=registry.configured(),
        missing=registry.missing_settings(),
        choices=PROVIDERS,
        deadline_seconds=settings.SQL_MODEL_DEADLINE_SECONDS,
        priced=bool(prices["input"] and prices["output"]),
        daily_limit=settings.GENERATION_DAILY_LIMIT,
        daily_tokens=settings.GENERATION_DAILY_TOKENS,
        last_probe=last_probe(),
    )


def probe() -> ModelHealth:
    """Ask the model for a sign of life, for 10 s at most, and remember it for every process where that can be kept:
    what the model said is told without the portal's database too.

    Raises ModelError `not_configured` where there is none to ask.
    """
    health = registry.provider().probe()
    try:
        caches["answers"].set(_key(), asdict(health), _KEPT_SECONDS)
    except ImproperlyConfigured:  # no database is configured, or started
        _not_remembered()
    except cache_failures():
        _not_remembered()
    return health


def _not_remembered() -> None:
    logger.warning(
        "the model's sign of life is not remembered: the shared cache takes nothing", exc_info=True
    )


def last_probe() -> ModelHealth | None:
    """The last sign of life of the model that is configured now."""
    kept: dict[str, Any] | None = caches["answers"].get(_key())
    return ModelHealth(**kept) if kept else None


def _key() -> str:
    return f"model-probe:{settings.SQL_MODEL_PROVIDER}:{settings.SQL_MODEL}".replace(" ", "_")
