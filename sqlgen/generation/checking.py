"""What SQL that a model wrote has to pass."""

from sqlgen import guard
from sqlgen.faithfulness import check_faithful
from sqlgen.generation.contracts import AtomQuestion


def check_text(sql: str, question: AtomQuestion) -> None:
    """Whether SQL a model wrote is safe and is what was asked; raises GuardViolation and UnfaithfulSql."""
    guard.check(sql, dialect=question.place.dialect, policy=question.place.policy())
    check_faithful(sql, question.asked)
