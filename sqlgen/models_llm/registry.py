"""The one language model the settings name, made when first asked for and then kept."""

import importlib
import os
from functools import lru_cache
from typing import Final, cast

from django.conf import settings

from metrics_portal import databricks_auth
from sqlgen.models_llm import failures
from sqlgen.models_llm.contracts import Provider
from sqlgen.models_llm.options import ModelOptions, from_settings

# Dotted paths: a provider brings its service's client with it.
_CLASSES: Final = {
    "bedrock": "sqlgen.models_llm.bedrock.BedrockProvider",
    "databricks": "sqlgen.models_llm.serving.ServingProvider",
}
LABELS: Final = {"bedrock": "Amazon Bedrock", "databricks": "Databricks Model Serving"}


def configured() -> bool:
    """Whether the settings name a language model that can be asked; nothing is asked to find out."""
    return settings.SQL_MODEL_PROVIDER in _CLASSES and not missing_settings()


def missing_settings() -> tuple[str, ...]:
    """Names of the settings the chosen provider still needs; of both that choose one where none is chosen."""
    chosen = settings.SQL_MODEL_PROVIDER
    named = () if settings.SQL_MODEL else ("SQL_MODEL",)
    if not chosen:
        return ("SQL_MODEL_PROVIDER", *named)
    return (*named, *(databricks_auth.missing_settings() if chosen == "databricks" else ()))


def provider() -> Provider:
    """The configured provider, the same one on every call in this process; ModelError `not_configured` without one."""
    if not configured():
        raise failures.not_configured(settings.SQL_MODEL_PROVIDER)
    return _made(from_settings())


@lru_cache(maxsize=4)
def _made(options: ModelOptions) -> Provider:
    module, _, class_name = _CLASSES[options.provider].rpartition(".")
    made = getattr(importlib.import_module(module), class_name)(options)
    return cast(Provider, made)


def start_afresh() -> None:
    """Forget the provider and its connections: neither survives a fork, nor a change of credentials."""
    _made.cache_clear()


os.register_at_fork(after_in_child=start_afresh)
