"""What the settings say about the language model, as typed values."""

from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from django.conf import settings

from sqlgen.models_llm.contracts import UNTOLD, Usage

PROVIDERS = ("bedrock", "databricks")
_MILLION = 1_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """US dollars per million tokens."""

    input: Decimal
    output: Decimal
    cache_read: Decimal
    cache_write: Decimal

    def cost_of(self, usage: Usage) -> Decimal:
        """An estimate in US dollars, to a millionth."""
        spent = (
            self.input * usage.input_tokens
            + self.output * usage.output_tokens
            + self.cache_read * usage.cache_read_tokens
            + self.cache_write * usage.cache_write_tokens
        )
        return (spent / _MILLION).quantize(Decimal("0.000001"))


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelOptions:
    """One language model as configured.

    `prices` is None where a cost cannot be estimated, `temperature` where none is sent; `cache_min_tokens` is None
    where the model's family decides, and 0 where prompts are never cached.
    """

    provider: str
    model: str
    deadline_seconds: float
    temperature: float | None = 0.0
    prices: Prices | None = None
    cache_min_tokens: int | None = None
    region: str = ""

    def cost_of(self, usage: Usage) -> Decimal | None:
        """None where a cost is unknown: no prices, or the service told no tokens. That is not the same as free."""
        return None if self.prices is None or usage == UNTOLD else self.prices.cost_of(usage)


def from_settings() -> ModelOptions:
    """The model the settings name; raises ValueError where a number is none (sqlgen.checks says which)."""
    return ModelOptions(
        provider=settings.SQL_MODEL_PROVIDER,
        model=settings.SQL_MODEL,
        deadline_seconds=settings.SQL_MODEL_DEADLINE_SECONDS,
        temperature=float(settings.SQL_MODEL_TEMPERATURE) if settings.SQL_MODEL_TEMPERATURE else None,
        prices=_prices(settings.SQL_MODEL_PRICES),
        cache_min_tokens=int(settings.SQL_MODEL_CACHE_MIN_TOKENS)
        if settings.SQL_MODEL_CACHE_MIN_TOKENS
        else None,
        region=settings.AWS_REGION,
    )


def price(given: str) -> Decimal:
    """US dollars per million tokens; raises ValueError for what is no amount."""
    try:
        found = Decimal(given)
    except InvalidOperation as error:
        raise ValueError(f"{given!r} is no amount of US dollars") from error
    if not found.is_finite() or found < 0:
        raise ValueError(f"{given!r} is no amount of US dollars")
    return found


def _prices(given: dict[str, str]) -> Prices | None:
    if not given["input"] or not given["output"]:
        return None
    fresh = price(given["input"])
    return Prices(
        input=fresh,
        output=price(given["output"]),
        cache_read=price(given["cache_read"]) if given["cache_read"] else fresh,
        cache_write=price(given["cache_write"]) if given["cache_write"] else fresh,
    )
