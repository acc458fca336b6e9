"""What SQL that a model wrote has to pass, and the same SQL for another window."""

from sqlgen import guard
from sqlgen.contracts import Window
from sqlgen.faithfulness import check_faithful, rebind
from sqlgen.generation.contracts import AtomQuestion


def check_text(sql: str, question: AtomQuestion) -> None:
    """Whether SQL a model wrote is safe and is what was asked; raises GuardViolation and UnfaithfulSql."""
    place = question.place
    guard.check(sql, dialect=place.dialect, policy=place.policy())
    check_faithful(
        sql,
        intent=question.intent,
        metric=question.metric,
        dictionary=place.dictionary,
        backend=place.backend,
        dialect=place.dialect,
        zone=place.zone,
    )


def bound(sql: str, question: AtomQuestion, window: Window) -> str:
    """The SQL of a question with a window with the bounds of another one, not checked; raises UnfaithfulSql where they
    cannot be replaced."""
    place, asked = question.place, question.intent.window
    if asked is None:
        raise TypeError("A question without a window has no bounds.")
    return rebind(
        sql,
        old=asked,
        new=window,
        intent=question.intent,
        metric=question.metric,
        dictionary=place.dictionary,
        backend=place.backend,
        dialect=place.dialect,
        zone=place.zone,
    )
