"""Writing the generation log: one row per call of a model, whatever came of it."""

from datetime import datetime

from accounts.models import User
from catalog.models import Metric
from metrics_portal import correlation
from sqlgen.compiler import compile_intent
from sqlgen.generation.contracts import AtomQuestion
from sqlgen.generation.shape import plain_intent
from sqlgen.models import GenerationLog
from sqlgen.models_llm.contracts import ModelError, ModelReply, Provider, SqlRequest

_LONGEST_TEXT = 50_000  # characters; the guard refuses longer SQL anyway

Verdict = GenerationLog.Verdict


def draft(question: AtomQuestion, *, asker: User | None, note: str, dry_run: bool) -> GenerationLog:
    """An unsaved row that says who asked for what, with the compiled SQL of the same question beside it.

    Raises what the compiler raises: a question that cannot be compiled is not asked of a model either.
    """
    place, metric = question.place, question.metric
    compiled = compile_intent(
        question.intent,
        metric,
        backend=place.backend,
        dialect=place.dialect,
        dictionary=place.dictionary,
        zone=place.zone,
        pretty=True,
    )
    return GenerationLog(
        asker=asker,
        asker_name=asker.as_viewer().name if asker else "the portal",
        metric=Metric.objects.get(name=metric.name),
        closure_hash=question.key.closure_hash,
        shape_key=question.key.shape_key,
        backend=place.backend,
        dialect=place.dialect,
        intent=plain_intent(question.intent),
        note=storable(note),
        dry_run=dry_run,
        compiled_sql=compiled.sql,
        correlation_id=correlation.current(),
    )


def asked(row: GenerationLog, provider: Provider, request: SqlRequest) -> None:
    row.provider, row.model, row.prompt_hash = provider.name, provider.model, request.prompt_hash


def answered(row: GenerationLog, reply: ModelReply) -> None:
    """What the model wrote and what it took, before any of it is checked."""
    charged(row, reply)
    row.model = storable(reply.model)[:200] or row.model
    row.latency_ms = reply.latency_ms
    row.sql, row.explanation = storable(reply.sql), storable(reply.explanation)
    row.tables_used = [storable(table)[:200] for table in reply.tables_used[:50]]


def charged(row: GenerationLog, answer: ModelReply | ModelError) -> None:
    """What a call cost, of use or not: nothing where the provider told nothing."""
    usage = answer.usage
    row.request_id = storable(answer.request_id)[:100]
    row.input_tokens, row.output_tokens = usage.input_tokens, usage.output_tokens
    row.cache_read_tokens, row.cache_write_tokens = usage.cache_read_tokens, usage.cache_write_tokens
    row.cost_usd = answer.cost_usd


def refused(
    row: GenerationLog,
    verdict: Verdict,
    *,
    code: str,
    message: str,
    position: int | None = None,
    retry_at: datetime | None = None,
) -> None:
    """Store the row of a call that gave no SQL to use."""
    row.verdict, row.code, row.message, row.position = verdict, code, storable(message), position
    row.retry_at = None if row.dry_run else retry_at  # nobody waits for what came of a rehearsal
    row.save()


def storable(text: str) -> str:
    """Text as PostgreSQL can hold it, not longer than anything we would use."""
    return text[:_LONGEST_TEXT].replace("\x00", "�").encode("utf-8", "replace").decode("utf-8")
