"""Precision and recall of the faithfulness check on its labelled pairs: `python -m sqlgen.tests.faithfulness_report`.

Precision: of the SQL it calls faithful, the share that is. Recall: of the faithful SQL, the share it calls so.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlgen.faithfulness import UnfaithfulSql
from sqlgen.tests.faithfulness_cases import Pair, pairs


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the check said of a pair; `missing` is empty where it called it faithful."""

    pair: Pair
    missing: tuple[str, ...]

    @property
    def accepted(self) -> bool:
        return not self.missing


@dataclass(frozen=True, slots=True)
class Score:
    """Counts over some pairs."""

    faithful: int
    unfaithful: int
    false_accepts: int
    false_refusals: int

    @property
    def precision(self) -> float:
        accepted = self.faithful - self.false_refusals + self.false_accepts
        return 1 - self.false_accepts / accepted if accepted else 1.0

    @property
    def recall(self) -> float:
        return 1 - self.false_refusals / self.faithful if self.faithful else 1.0


def judged(pair: Pair) -> Verdict:
    try:
        pair.question.check(pair.sql)
    except UnfaithfulSql as refused:
        return Verdict(pair, refused.missing)
    return Verdict(pair, ())


def score(verdicts: Sequence[Verdict]) -> Score:
    faithful = [one for one in verdicts if one.pair.faithful]
    return Score(
        faithful=len(faithful),
        unfaithful=len(verdicts) - len(faithful),
        false_accepts=sum(one.accepted and not one.pair.faithful for one in verdicts),
        false_refusals=sum(not one.accepted for one in faithful),
    )


def report() -> str:
    """The figures as text: all pairs, each file, each dialect, and every wrong verdict."""
    verdicts = [judged(pair) for pair in pairs()]
    groups: dict[str, list[Verdict]] = {"all": verdicts}
    for verdict in verdicts:
        groups.setdefault(verdict.pair.file, []).append(verdict)
        groups.setdefault(verdict.pair.dialect, []).append(verdict)
    lines = [f"{'':12}{'faithful':>10}{'unfaithful':>12}{'precision':>11}{'recall':>9}"]
    for name, members in groups.items():
        found = score(members)
        lines.append(
            f"{name:12}{found.faithful:>10}{found.unfaithful:>12}{found.precision:>11.3f}{found.recall:>9.3f}"
        )
    for verdict in verdicts:
        if verdict.accepted != verdict.pair.faithful:
            said = "accepted" if verdict.accepted else f"refused: {' '.join(verdict.missing)}"
            lines.append(f"wrong: {verdict.pair} — {said}")
    return "\n".join(lines)


if __name__ == "__main__":
    print(report())  # noqa: T201 - its output is what it is for
