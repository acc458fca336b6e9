"""Metrics made of metrics: parts exist, make no circle, and can be combined."""

from collections.abc import Iterator, Mapping

from catalog.definitions import MetricDefinition
from catalog.findings import suggestion
from catalog.offering import backends_of, has_time
from catalog.validation.expressions import arithmetic_complaints
from catalog.validation.issues import Issue, Path

Known = Mapping[str, MetricDefinition]


def part_issues(definition: MetricDefinition, known: Known) -> Iterator[Issue]:
    """Issues of a ratio, derived or cumulative metric; `known` holds every live definition, this one too."""
    missing = [(path, name) for path, name in _parts(definition) if name not in known]
    for path, name in missing:
        hint = suggestion(name, known.keys() - {definition.name})
        yield Issue(metric=definition.name, path=path, message=f"There is no metric {name}.", hint=hint)
    circle = _circle(definition, known)
    if circle:
        path = next(path for path, name in _parts(definition) if name == circle[1])
        message = f"The metric is made of itself: {' → '.join(circle)}."
        yield Issue(metric=definition.name, path=path, message=message, hint="Break the circle.")
    yield from _expression_issues(definition)
    yield from _cumulative_issues(definition, known)
    if not missing and not circle and not _broken_below(definition, known):
        yield from _combination_issues(definition, known)


def _parts(definition: MetricDefinition) -> Iterator[tuple[Path, str]]:
    if definition.type == "ratio":
        yield from (
            ((member,), name)
            for member, name in (("numerator", definition.numerator), ("denominator", definition.denominator))
            if name
        )
    elif definition.type == "cumulative" and definition.cumulative:
        yield ("cumulative", "metric"), definition.cumulative.metric
    elif definition.type == "derived":
        yield from ((("metrics", index), name) for index, name in enumerate(definition.metrics))


def _circle(definition: MetricDefinition, known: Known) -> tuple[str, ...]:
    """The shortest way from the metric back to itself, both ends named; empty when there is none."""
    trails: list[tuple[str, ...]] = [(definition.name, part) for part in definition.part_names]
    seen: set[str] = set()
    while trails:
        trail = trails.pop(0)
        here = trail[-1]
        if here == definition.name:
            return trail
        if here in known and here not in seen:
            seen.add(here)
            trails += [(*trail, part) for part in known[here].part_names]
    return ()


def _broken_below(definition: MetricDefinition, known: Known) -> bool:
    """Whether a part deeper down is missing or circular; that is told where it stands."""
    below, pending = set[str](), list(definition.part_names)
    while pending:
        name = pending.pop()
        if name not in known or _circle(known[name], known):
            return True
        if name not in below:
            below.add(name)
            pending += known[name].part_names
    return False


def _expression_issues(definition: MetricDefinition) -> Iterator[Issue]:
    if definition.type != "derived" or not definition.expression:
        return
    for complaint in arithmetic_complaints(definition.expression, definition.metrics):
        yield Issue(
            metric=definition.name, path=("expression",), message=complaint.message, hint=complaint.hint
        )
    for index, name in enumerate(definition.metrics):
        if name in definition.metrics[:index]:
            message = f"{name} is listed twice."
            yield Issue(
                metric=definition.name, path=("metrics", index), message=message, hint="List it once."
            )


def _cumulative_issues(definition: MetricDefinition, known: Known) -> Iterator[Issue]:
    if definition.type != "cumulative" or definition.cumulative is None:
        return
    base = known.get(definition.cumulative.metric)
    if base is None:
        return
    path: Path = ("cumulative", "metric")
    if base.type != "simple":
        message = f"{base.name} is a {base.type} metric; only a simple one can be accumulated."
        hint = "Adding up a ratio gives no meaningful number. Accumulate its parts, then combine them."
        yield Issue(metric=definition.name, path=path, message=message, hint=hint)
    elif not has_time(base, known):
        message = f"{base.name} has no time to accumulate over."
        yield Issue(metric=definition.name, path=path, message=message, hint="Give its sources a time.")


def _combination_issues(definition: MetricDefinition, known: Known) -> Iterator[Issue]:
    parts = [known[name] for name in dict.fromkeys(definition.part_names)]
    if parts and not backends_of(definition, known):
        listed = "; ".join(
            f"{part.name} on {', '.join(backends_of(part, known)) or 'none'}" for part in parts
        )
        message = f"No backend answers every part: {listed}."
        hint = "Give the parts a source on a common backend."
        yield Issue(metric=definition.name, path=("type",), message=message, hint=hint)
    timed = {part.name: has_time(part, known) for part in parts}
    if len(set(timed.values())) > 1:
        without = ", ".join(name for name, has in timed.items() if not has)
        message = f"{without} has no time, the other parts have one."
        hint = "A window would cover some parts only. Combine metrics that all have a time, or none."
        yield Issue(metric=definition.name, path=("type",), message=message, hint=hint)
