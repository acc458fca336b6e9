"""Having SQL written for a plan that has none: by a model now, or behind compiled SQL that stands in."""

import logging
from dataclasses import replace
from datetime import datetime

from accounts.contracts import Viewer
from accounts.models import User
from metrics_portal import behind, leases
from metrics_portal.problems import PortalProblem
from sqlgen.generation import selectors
from sqlgen.generation.asking import Asking
from sqlgen.generation.pinning import pinned_or_written_unasked
from sqlgen.generation.shape import is_writable, questions_of
from sqlgen.intent import IntentSpec
from sqlgen.models import PinnedSql
from sqlgen.models_llm import registry
from widgets.contracts import Overrides
from widgets.plan import Plan, ask
from widgets.plan import plan as planned_for
from widgets.refreshing import system_viewer
from widgets.selectors import question_of_metric
from widgets.written import not_ready, place_of

logger = logging.getLogger(__name__)

WRITE_TASK, COMPARE_TASK = "widgets.write_sql", "widgets.compare_pin"
ASK_AGAIN_SECONDS = 60  # should the worker be gone, a new task is enqueued after this


def with_sql(plan: Plan, viewer: Viewer, *, now: datetime) -> Plan:
    """The plan with SQL to run. On a route with `generation: model` a model is asked for what is missing;
    with `template` that happens behind, and the compiled SQL stands in.

    Raises ApprovalPending, and whatever stood between the question and its SQL.
    """
    if plan.standing is None or plan.standing.pins:
        return plan
    if plan.route.generation == "template":
        write_behind(plan, viewer)
        return plan
    write(plan, viewer, now=now)
    ready = planned_for(plan.asked, plan.route, plan.row_policy, viewer.reader)
    if ready.standing is None or not ready.standing.pins:
        raise not_ready(ready.standing or plan.standing)
    return ready


def write(plan: Plan, viewer: Viewer, *, now: datetime) -> None:
    """Have a model write what the plan lacks, in the viewer's name; raises what asking a model raises."""
    asker = User.objects.filter(pk=viewer.user_id).first()
    place = place_of(plan.route, plan.dictionary)
    for question in questions_of(plan.asked.intent, plan.asked.metric, place):
        asking = Asking(asker=asker, at=now)
        pin, asked = pinned_or_written_unasked(question, asking, trust=plan.route.trust)
        if asked:
            compare_behind(pin)
    selectors.forget()


def write_behind(plan: Plan, viewer: Viewer) -> None:
    """Enqueue the same, once for everyone who asks; nothing where no model could be asked, or a person is."""
    waits = plan.standing is not None and plan.standing.waiting
    if waits or not registry.configured() or not is_writable(plan.asked.metric):
        return
    # Not given back: a model that refused is not asked again by each reader.
    if leases.take_lease(f"writing:{plan.question_key}", seconds=ASK_AGAIN_SECONDS) is None:
        return
    behind.enqueue(
        WRITE_TASK,
        within_seconds=ASK_AGAIN_SECONDS,
        intent=plan.asked.spec.model_dump(mode="json"),
        user_id=viewer.user_id,
    )


def write_for(spec: IntentSpec, *, user_id: int, now: datetime) -> None:
    """`write` for a question as it was enqueued. A refusal is in the generation's log; here it is told in a line."""
    question = question_of_metric(spec)
    if question.route is None or question.route.generation == "compiled":
        return
    viewer = replace(system_viewer([]), user_id=user_id)
    try:
        asked = ask(question, now=now, overrides=Overrides())
        write(planned_for(asked, question.route, viewer.row_policy, None), viewer, now=now)
    except PortalProblem as problem:
        logger.warning("no model wrote SQL for %s: %s", spec.metric, problem.detail)


def compare_behind(pin: PinnedSql) -> None:
    """Have the results of a new text compared with those of the compiled SQL, for whoever is to approve it."""
    behind.enqueue(COMPARE_TASK, within_seconds=ASK_AGAIN_SECONDS, pin_id=pin.pk)
