"""What a Bedrock model id says by itself: its form, its geography, from how many tokens its prompts are cached."""

import re
from typing import Final

# Source regions of each cross-region inference profile, by how their names begin
# (docs.aws.amazon.com/bedrock/latest/userguide/inference-profiles-support.html). `global` is asked from anywhere.
GEOGRAPHIES: Final[dict[str, tuple[str, ...]]] = {
    "us": ("us-east-", "us-west-", "ca-"),
    "us-gov": ("us-gov-",),
    "ca": ("ca-",),
    "eu": ("eu-", "il-"),
    "apac": ("ap-", "me-"),
    "jp": ("ap-northeast-",),
    "au": ("ap-southeast-",),
    "global": ("",),
}
_ID = re.compile(r"[a-z0-9-]{1,63}(\.[A-Za-z0-9-]{1,63}){1,4}(:[0-9]{1,4}){0,2}")
_ARN = re.compile(r"arn:aws[a-z-]*:bedrock:(?P<region>[a-z0-9-]{1,20}):([0-9]{12})?:[a-z-]+/[A-Za-z0-9:./-]+")

# Minimum tokens before a cache point, the first family that is found in the id counts. A family that is not listed
# gets no cache point: some models refuse them. Where sources differ, the larger number is here
# (docs.aws.amazon.com/bedrock/latest/userguide/prompt-caching.html).
_CACHE_MINIMUM: Final[tuple[tuple[str, int], ...]] = (
    ("anthropic.claude-opus-4-7", 2_048),
    ("anthropic.claude-opus-4-6", 4_096),
    ("anthropic.claude-opus-4-5", 4_096),
    ("anthropic.claude-opus-4", 1_024),
    ("anthropic.claude-sonnet-4-6", 2_048),
    ("anthropic.claude-sonnet-4", 1_024),
    ("anthropic.claude-haiku-4-5", 4_096),
    ("anthropic.claude-3-7-sonnet", 1_024),
    ("anthropic.claude-3-5-haiku", 2_048),
    ("amazon.nova-micro", 1_000),
    ("amazon.nova-lite", 1_000),
    ("amazon.nova-pro", 1_000),
    ("amazon.nova-premier", 1_000),
)
# Prose and SQL take 3 to 4 characters a token: counting 5 never sends a cache point for a prefix that is too short.
_CHARACTERS_PER_TOKEN = 5


def has_valid_form(model: str) -> bool:
    """Whether it reads as a model id, an inference profile id or an ARN of one."""
    return bool(_ID.fullmatch(model) or _ARN.fullmatch(model))


def geography_of(model: str) -> str | None:
    """The prefix of an inference profile id (`eu` of eu.anthropic.…); None for a plain model id or an ARN."""
    first = model.partition(".")[0]
    return first if first in GEOGRAPHIES else None


def regions_fit(model: str, region: str) -> bool:
    """Whether the model can be asked from the region, as far as its id tells."""
    if arn := _ARN.fullmatch(model):
        return arn["region"] == region
    geography = geography_of(model)
    return geography is None or region.startswith(GEOGRAPHIES[geography])


def profile_for(model: str, region: str) -> str:
    """The inference profile id a model most likely has in that region; one of another geography gives its place."""
    plain = model if geography_of(model) is None else model.partition(".")[2]
    prefixes = [name for name, begins in GEOGRAPHIES.items() if region.startswith(begins) and name != "ca"]
    return f"{prefixes[0]}.{plain}"


def cache_minimum(model: str) -> int | None:
    """Tokens a prefix must have to be cached; None where the family is not known to cache."""
    return next((tokens for family, tokens in _CACHE_MINIMUM if family in model), None)


def at_least_tokens(text: str) -> int:
    """A number of tokens the text has for certain."""
    return len(text) // _CHARACTERS_PER_TOKEN
