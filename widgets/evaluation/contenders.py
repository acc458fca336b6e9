"""Who can be evaluated, by name."""

from accounts.models import User
from metrics_portal.problems import InvalidInput
from sqlgen.models_llm import registry
from sqlgen.models_llm.contracts import ModelError
from widgets.evaluation.compiler import Compiler
from widgets.evaluation.contracts import Contender
from widgets.evaluation.language_model import LanguageModel
from widgets.evaluation.rules import Rules

PROVIDERS = ("compiled", "rules", "bedrock", "databricks")


class CannotEvaluate(InvalidInput):
    """What was asked to be evaluated is not there."""

    code = "cannot_evaluate"
    title = "This cannot be evaluated here"


def contender(provider: str, *, actor: User | None) -> Contender:
    """Who answers under this name, on behalf of `actor` (None: the portal); raises CannotEvaluate."""
    if provider == "compiled":
        return Compiler()
    if provider == "rules":
        return Rules()
    if provider not in PROVIDERS:
        raise CannotEvaluate(
            f"{provider!r} is no provider. Choose one of: {', '.join(PROVIDERS)}.",
            field="provider",
            value=provider,
        )
    try:
        configured = registry.provider()
    except ModelError as error:
        raise CannotEvaluate(error.detail, field="provider", value=provider) from error
    if configured.name != provider:
        raise CannotEvaluate(
            f"The settings name {configured.name}, not {provider}: set SQL_MODEL_PROVIDER={provider}.",
            field="provider",
            value=provider,
        )
    return LanguageModel(provider, configured.model, actor)
