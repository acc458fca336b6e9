"""How accuracy moved from run to run: one line for each suite and who answered it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from sqlgen.models import EvaluationRun

SHOWN = 20  # runs of a line, the latest
READ = 400  # runs looked at
_STEP, _WIDTH, _HEIGHT = 12, 9, 40  # of a bar, in the drawing's own units


@dataclass(frozen=True, slots=True)
class Bar:
    """A run as a bar of the drawing; its title says what it stands for."""

    x: int
    y: float
    height: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """`words` tells what the drawing shows: the latest accuracy and the change since the run before."""

    suite: str
    who: str
    latest: EvaluationRun
    words: str
    bars: Sequence[Bar]
    label: str
    width: int
    height: int = _HEIGHT


def trend() -> tuple[Line, ...]:
    """Lines by suite and who answered, each over its latest finished runs that measured anything."""
    runs = EvaluationRun.objects.filter(finished_at__isnull=False, accuracy__isnull=False)[:READ]
    lines: dict[tuple[str, str, str], list[EvaluationRun]] = defaultdict(list)
    for run in runs:
        lines[run.suite, run.provider, run.model].append(run)
    return tuple(_line(lines[key][:SHOWN][::-1]) for key in sorted(lines))


def _line(runs: Sequence[EvaluationRun]) -> Line:
    """`runs` are oldest first."""
    latest, shares = runs[-1], [run.accuracy or 0.0 for run in runs]
    return Line(
        suite=latest.suite,
        who=f"{latest.provider}, {latest.model}" if latest.model else latest.provider,
        latest=latest,
        words=_words(runs),
        bars=[_bar(place, run) for place, run in enumerate(runs)],
        label="Accuracy, oldest run first: " + ", ".join(f"{share:.1%}" for share in shares),
        width=_STEP * len(runs),
    )


def _bar(place: int, run: EvaluationRun) -> Bar:
    share = run.accuracy or 0.0
    height = round(max(1.0, share * _HEIGHT), 1)  # nothing right is still a run that took place
    title = (
        f"{run.started_at:%Y-%m-%d %H:%M}: {share:.1%}, {run.correct} of {run.attempts - run.not_measured}"
    )
    return Bar(x=place * _STEP, y=round(_HEIGHT - height, 1), height=height, title=title)


def _words(runs: Sequence[EvaluationRun]) -> str:
    latest = runs[-1]
    now = f"{latest.accuracy or 0.0:.1%} ({latest.correct} of {latest.attempts - latest.not_measured})"
    if len(runs) == 1:
        return f"{now}, the first run"
    before = runs[-2]
    if (before.suite_hash, before.skipped) != (latest.suite_hash, latest.skipped):
        return f"{now}; the run before put other questions"
    change = ((latest.accuracy or 0.0) - (before.accuracy or 0.0)) * 100
    if not change:
        return f"{now}, as the run before"
    return f"{now}, {abs(change):.1f} points {'more' if change > 0 else 'less'} than the run before"
