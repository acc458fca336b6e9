"""SQL is pinned for every window of its question: one that can have this window's bounds only would fail tomorrow."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from sqlgen.contracts import Window
from sqlgen.faithfulness import UnfaithfulSql, rebind
from sqlgen.generation.checking import check_text
from sqlgen.generation.contracts import AtomQuestion
from sqlgen.guard import GuardViolation

_EARLIER: Final = timedelta(days=35)  # whole weeks, and another month
_WORDS: Final = (
    "The same SQL must serve other windows: write both bounds out, as the question gives them, and compare each with "
    "the time column (>= the start, < the end), or a series of buckets with its own two."
)


def check_lasts(sql: str, question: AtomQuestion) -> None:
    """Whether faithful SQL stays so with another window's bounds; raises UnfaithfulSql."""
    window = question.intent.window
    if window is None:
        return
    other = Window(start=window.start - _EARLIER, end=window.end - _EARLIER, label=window.label)
    try:
        moved = rebind(sql, question.asked, other)
        check_text(moved, replace(question, intent=replace(question.intent, window=other)))
    except (UnfaithfulSql, GuardViolation) as refused:
        raise UnfaithfulSql((_WORDS,)) from refused
