"""What language models were asked, what they wrote, and which of it answers."""

from django.conf import settings
from django.db import models
from django.db.models import Q

LIVE = ("proposed", "approved")  # the two statuses of SQL that is, or may soon be, in use


class GenerationLog(models.Model):
    """One call of a language model, or the refusal to make one. Rows are written once and deleted by age.

    `intent` is what was asked, window included; `code`, `position` and `message` say why its SQL was refused.
    `retry_at` is when the portal may ask the same by itself again; people may ask at any time.
    """

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted", "accepted"
        REFUSED_GUARD = "refused_guard", "refused by the guard"
        REFUSED_UNFAITHFUL = "refused_unfaithful", "not what was asked"
        MODEL_FAILED = "model_failed", "the model gave no SQL"
        OVER_BUDGET = "over_budget", "over the daily budget"

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asker_name = models.CharField(max_length=150)
    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="generations")
    closure_hash = models.CharField(max_length=64)
    shape_key = models.CharField(max_length=64)
    backend = models.CharField(max_length=40)
    dialect = models.CharField(max_length=16)
    intent = models.JSONField()
    note = models.TextField(blank=True)
    dry_run = models.BooleanField(default=False)
    prompt_hash = models.CharField(max_length=64, blank=True)
    provider = models.CharField(max_length=40, blank=True)
    model = models.CharField(max_length=200, blank=True)
    request_id = models.CharField(max_length=100, blank=True)
    input_tokens = models.PositiveIntegerField(default=0)
    output_tokens = models.PositiveIntegerField(default=0)
    cache_read_tokens = models.PositiveIntegerField(default=0)
    cache_write_tokens = models.PositiveIntegerField(default=0)
    cost_usd = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True)
    latency_ms = models.FloatField(null=True, blank=True)
    verdict = models.CharField(max_length=20, choices=Verdict, db_index=True)
    code = models.CharField(max_length=60, blank=True)
    position = models.PositiveIntegerField(null=True, blank=True)
    message = models.TextField(blank=True)
    sql = models.TextField(blank=True)
    explanation = models.TextField(blank=True)
    tables_used = models.JSONField(default=list)
    compiled_sql = models.TextField(blank=True)
    retry_at = models.DateTimeField(null=True, blank=True)
    correlation_id = models.CharField(max_length=64)

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name = "generation log entry"
        verbose_name_plural = "generation log entries"
        indexes = [models.Index(fields=["closure_hash", "shape_key", "backend"], name="sqlgen_log_key")]

    def __str__(self) -> str:
        return f"{self.metric.name}, {self.get_verdict_display()}"


class PinnedSql(models.Model):
    """SQL a model wrote for one shape of question, proposed for use or in it.

    It belongs to one definition (`closure_hash`): where that changes, it applies no more. The text is never
    changed; another text is another row. `intent` holds the window it was written for.
    """

    class Status(models.TextChoices):
        PROPOSED = "proposed", "waits for approval"
        APPROVED = "approved", "approved"
        REJECTED = "rejected", "rejected"
        RETIRED = "retired", "retired"

    metric = models.ForeignKey("catalog.Metric", on_delete=models.PROTECT, related_name="pinned_sql")
    closure_hash = models.CharField(max_length=64)
    shape_key = models.CharField(max_length=64)
    backend = models.CharField(max_length=40)
    dialect = models.CharField(max_length=16)
    intent = models.JSONField()
    sql = models.TextField()
    explanation = models.TextField(blank=True)
    compiled_sql = models.TextField(blank=True)
    provider = models.CharField(max_length=40)
    model = models.CharField(max_length=200)
    log = models.ForeignKey(
        GenerationLog, null=True, blank=True, on_delete=models.SET_NULL, related_name="pins"
    )
    status = models.CharField(max_length=12, choices=Status, default=Status.PROPOSED, db_index=True)
    asker = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    asker_name = models.CharField(max_length=150)
    written_at = models.DateTimeField(auto_now_add=True)
    approved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    approved_by_name = models.CharField(max_length=150, blank=True)
    approved_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=150, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    comparison = models.JSONField(null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-pk"]
        verbose_name = "SQL text written by a model"
        verbose_name_plural = "SQL texts written by models"
        constraints = [
            models.UniqueConstraint(
                fields=["closure_hash", "shape_key", "backend", "dialect"],
                condition=Q(status__in=LIVE),
                name="sqlgen_one_live_pin",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.metric.name} on {self.backend}"


class GenerationBudget(models.Model):
    """What one person, or the portal itself, has spent on language models in one local day."""

    who = models.CharField(max_length=40, help_text="A user's id, or “portal”.")
    day = models.DateField()
    calls = models.PositiveIntegerField(default=0)
    tokens = models.PositiveBigIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["who", "day"], name="sqlgen_budget_once")]

    def __str__(self) -> str:
        return f"{self.who} on {self.day}"


class EvaluationRun(models.Model):
    """Golden questions put to one writer of answers, once: what came of them, kept for comparison over time.

    `as_of` is the moment every window was resolved at. Shares are 0 to 1 and empty where nothing was measured;
    `stopped` says why a run ended before its questions did, and `finished_at` is empty while it runs or where
    its process was ended.
    """

    suite = models.CharField(max_length=200)
    suite_hash = models.CharField(max_length=64)
    dictionary_version = models.CharField(max_length=64)
    provider = models.CharField(max_length=40)
    model = models.CharField(max_length=200, blank=True)
    repeats = models.PositiveSmallIntegerField()
    actor_name = models.CharField(max_length=150)
    as_of = models.DateTimeField()
    started_at = models.DateTimeField(auto_now_add=True, db_index=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    stopped = models.TextField(blank=True)
    attempts = models.PositiveIntegerField(default=0)
    correct = models.PositiveIntegerField(default=0)
    not_measured = models.PositiveIntegerField(default=0)
    skipped = models.PositiveIntegerField(default=0)
    accuracy = models.FloatField(null=True, blank=True)
    repeatability = models.FloatField(null=True, blank=True)
    false_refusals = models.FloatField(null=True, blank=True)
    expected_refusals = models.FloatField(null=True, blank=True)
    tokens = models.PositiveBigIntegerField(default=0)
    cost_usd = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True)
    median_ms = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["-started_at", "-pk"]
        verbose_name = "evaluation"
        indexes = [models.Index(fields=["provider", "model", "suite"], name="sqlgen_evaluation_trend")]

    def __str__(self) -> str:
        return f"{self.suite} by {self.model or self.provider}"


class EvaluationCase(models.Model):
    """One golden question put once: the verdict, why, and what was expected beside what came.

    `expected` and `got` hold a few rows, those apart first, as text; `correlation_id` leads to the calls in the
    generation log.
    """

    class Verdict(models.TextChoices):
        CORRECT = "correct", "correct"
        REFUSED_AS_EXPECTED = "refused_as_expected", "refused, as it should be"
        WRONG_RESULT = "wrong_result", "another result"
        WRONG_INTENT = "wrong_intent", "another question understood"
        REFUSED = "refused", "refused, and should not be"
        REFUSED_GUARD = "refused_guard", "refused by the guard"
        REFUSED_UNFAITHFUL = "refused_unfaithful", "not what was asked"
        NOT_REFUSED = "not_refused", "answered, and should be refused"
        MODEL_FAILED = "model_failed", "the model gave no SQL"
        ENGINE_FAILED = "engine_failed", "the engine gave no answer"

    run = models.ForeignKey(EvaluationRun, on_delete=models.CASCADE, related_name="cases")
    case = models.CharField(max_length=80)
    repeat = models.PositiveSmallIntegerField()
    question = models.TextField()
    intent = models.JSONField(null=True, blank=True)
    verdict = models.CharField(max_length=20, choices=Verdict, db_index=True)
    reason = models.TextField(blank=True)
    code = models.CharField(max_length=60, blank=True)
    sql = models.TextField(blank=True)
    expected_sql = models.TextField(blank=True)
    expected = models.JSONField(default=list)
    got = models.JSONField(default=list)
    tokens = models.PositiveIntegerField(default=0)
    cost_usd = models.DecimalField(max_digits=12, decimal_places=6, null=True, blank=True)
    latency_ms = models.FloatField(null=True, blank=True)
    correlation_id = models.CharField(max_length=64)

    class Meta:
        ordering = ["case", "repeat"]
        verbose_name = "golden question"
        constraints = [
            models.UniqueConstraint(fields=["run", "case", "repeat"], name="sqlgen_evaluation_case_once"),
        ]

    def __str__(self) -> str:
        return f"{self.case}, {self.get_verdict_display()}"
