"""The ways a model fails that are the same for every provider, in our words."""

from sqlgen.models_llm.contracts import ModelError
from sqlgen.models_llm.options import PROVIDERS

CHECK = "Then run manage.py check_model."
_AGAIN_SECONDS = 5  # a model's next answer is another one


def not_configured(provider: str) -> ModelError:
    return ModelError(
        "No language model is configured. Set SQL_MODEL_PROVIDER to "
        f"{' or '.join(PROVIDERS)} and SQL_MODEL (docs/sql-generator.md), or use the compiled SQL.",
        provider=provider,
        reason="not_configured",
        transient=False,
    )


def timed_out(label: str, provider: str, seconds: float) -> ModelError:
    return ModelError(
        f"{label} gave no answer within {_seconds(seconds)}, so the portal stopped waiting. Ask again; if it lasts, "
        "choose a faster model or raise SQL_MODEL_DEADLINE_SECONDS.",
        provider=provider,
        reason="timeout",
        transient=True,
        retry_after=_AGAIN_SECONDS,
    )


def gave_up(label: str, provider: str) -> ModelError:
    """The service's own time for an answer is over; the portal would have waited on."""
    return ModelError(
        f"{label} took too long over its answer and gave up by itself. Ask again; if it lasts, choose a faster model, "
        "or ask with fewer dimensions.",
        provider=provider,
        reason="timeout",
        transient=True,
        retry_after=_AGAIN_SECONDS,
    )


def _seconds(seconds: float) -> str:
    return f"{seconds:.3g} s" if seconds < 1 else f"{round(seconds, 1):g} s"


def silent_to_the_probe(label: str, seconds: float) -> str:
    return (
        f"{label} gave no answer to a question of one line within {_seconds(seconds)}. Ask again; if it lasts, check "
        "the network between the portal and it, or choose a faster model."
    )


def busy(label: str, provider: str) -> ModelError:
    return ModelError(
        f"This process already waits for as many answers of {label} as it may. Ask again in a moment.",
        provider=provider,
        reason="overloaded",
        transient=True,
        retry_after=_AGAIN_SECONDS,
    )


def unreachable(label: str, provider: str, where: str) -> ModelError:
    return ModelError(
        f"{label} cannot be reached. Ask again; if it lasts, check the network between the portal and {where}.",
        provider=provider,
        reason="unreachable",
        transient=True,
        retry_after=15,
    )


def cut_off(label: str, provider: str) -> ModelError:
    return ModelError(
        f"The answer of {label} broke off on its way. Ask again; if it lasts, check what stands between the portal and "
        "it: a proxy, a VPC endpoint, a gateway that ends long answers.",
        provider=provider,
        reason="cut_off",
        transient=True,
        retry_after=_AGAIN_SECONDS,
    )


def malformed(label: str, provider: str, why: str) -> ModelError:
    """Models do not repeat themselves, so a malformed answer may pass by itself."""
    return ModelError(
        f"{label} answered, but not as asked: {why}. Ask again; if it lasts, choose a model that follows tool "
        "schemas closely.",
        provider=provider,
        reason="malformed",
        transient=True,
        retry_after=_AGAIN_SECONDS,
    )


def too_long(label: str, provider: str, allowed: int) -> ModelError:
    return ModelError(
        f"The answer of {label} was longer than the {allowed:,} tokens it may have. Raise "
        "SQL_MODEL_MAX_OUTPUT_TOKENS, or ask with fewer dimensions.",
        provider=provider,
        reason="malformed",
        transient=False,
    )


def wordy_to_the_probe(label: str, allowed: int) -> str:
    return (
        f"{label} needed more than {allowed:,} tokens for a question of one line, so it wrote much else before it "
        "called the tool. Ask a real question with dry_run, which may take SQL_MODEL_MAX_OUTPUT_TOKENS; if that fails "
        "too, choose a model that calls tools at once."
    )


def withheld(label: str, provider: str, by: str) -> ModelError:
    return ModelError(
        f"{label} withheld its answer: {by} stepped in. Look at the question's own words first, then at the filter.",
        provider=provider,
        reason="refused",
        transient=False,
    )


def upstream(label: str, provider: str, retry_after: int | None = None) -> ModelError:
    return ModelError(
        f"{label} has a fault of its own at the moment. Ask again; if it lasts, look at the service's status page.",
        provider=provider,
        reason="upstream",
        transient=True,
        retry_after=retry_after or 15,
    )


def throttled(label: str, provider: str, quota: str, retry_after: int | None = None) -> ModelError:
    return ModelError(
        f"{label} takes no more questions for the moment. Ask again; if it lasts, {quota}.",
        provider=provider,
        reason="throttled",
        transient=True,
        retry_after=retry_after or 30,
    )


def unforeseen(label: str, provider: str) -> ModelError:
    return ModelError(
        f"The portal's client of {label} failed in a way the portal does not know. The log has it under the "
        "correlation id.",
        provider=provider,
        reason="client",
        transient=False,
    )


def question_too_long(label: str, provider: str, model: str) -> ModelError:
    return ModelError(
        f"The question is too long for {model} on {label}. Choose a model with a larger context, or shorten the "
        "guidelines and descriptions in the data dictionary.",
        provider=provider,
        reason="refused_request",
        transient=False,
    )
