"""Questions to models, and what is known of a failure."""

import traceback

import pytest

from sqlgen.models_llm import registry
from sqlgen.models_llm.contracts import ModelError, ModelReply, PromptPart, SqlRequest

RULES = "Rules everybody gets. " * 300  # long enough to be cached by the models that cache least
QUESTION = SqlRequest(
    system=(PromptPart(RULES, cacheable=True), PromptPart("What only this question needs.")),
    question="How many claims?",
    prompt_hash="h",
)


def ask(request: SqlRequest = QUESTION, *, seconds: float = 8.0) -> ModelReply:
    return registry.provider().write_sql(request, deadline_seconds=seconds)


def failure_of(request: SqlRequest = QUESTION, *, seconds: float = 8.0) -> ModelError:
    with pytest.raises(ModelError) as raised:
        ask(request, seconds=seconds)
    return raised.value


def logged(error: BaseException) -> str:
    """All that a log with the traceback would show of it."""
    return "".join(traceback.format_exception(error))
