"""What the definition alone tells: do the two sources answer the same question at all?"""

from collections.abc import Iterator, Sequence

from sqlglot import exp

from catalog.definitions import MetricDefinition
from routing.backends.registry import label_of
from routing.parity.contracts import Reason, Why
from routing.parity.sources import PartSource
from sqlgen.measures import parsed
from sqlgen.windows import window_words

_APPROXIMATE = ("APPROX", "HLL")


def reasons_in_definition(
    definition: MetricDefinition, a: Sequence[PartSource], b: Sequence[PartSource]
) -> Iterator[Reason]:
    """Why the sources of each part, aligned by part, cannot be compared whatever their numbers."""
    if definition.type == "simple":  # what is made of parts is asked for one window, its own
        yield from _window(definition, a[0], b[0])
    for left, right in zip(a, b, strict=True):
        yield from _definition(left, right)
        yield from _approximate(left)
        if right.source is not left.source:
            yield from _approximate(right)


def _window(definition: MetricDefinition, a: PartSource, b: PartSource) -> Iterator[Reason]:
    left, right = (side.source.window or definition.default.window for side in (a, b))
    if left != right:
        told = " and ".join(
            f"{window_words(window)} on {label_of(side.backend)}" for window, side in ((left, a), (right, b))
        )
        yield Reason(
            Why.WINDOW,
            f"{definition.name} covers another window on each side: {told}. A tile that names no window "
            "shows another one after the flip, and so another number.",
        )


def _definition(a: PartSource, b: PartSource) -> Iterator[Reason]:
    """Two sources over one table should say the same. Two tables are legitimately read in two ways, and
    only their numbers can tell."""
    if a.source is b.source or a.source.table != b.source.table:
        return
    told = [
        (
            "counts",
            a.measure,
            b.measure,
            a.dialect == b.dialect or not (a.source.overrides or b.source.overrides),
        ),
        ("keeps rows", a.source.where, b.source.where, True),
        ("takes its time from", a.source.time, b.source.time, True),
    ]
    for verb, left, right, asked in told:
        if asked and not _same(left, right):
            yield Reason(
                Why.DEFINITION,
                f"Both sources of {a.part} read {a.source.table}, but the one on {label_of(a.backend)} {verb} "
                f"{left or 'all'} and the one on {label_of(b.backend)} {right or 'all'}.",
            )


def _same(left: str | None, right: str | None) -> bool:
    if left is None or right is None:
        return left is right
    return parsed(left) == parsed(right)


def _approximate(side: PartSource) -> Iterator[Reason]:
    dialect = side.dialect if side.dialect in side.source.overrides else "databricks"
    for node in parsed(side.measure, dialect).find_all(exp.Func):
        name = node.name if isinstance(node, exp.Anonymous) else node.sql_name()
        if any(word in name.upper() for word in _APPROXIMATE):
            yield Reason(
                Why.APPROXIMATE,
                f"On {label_of(side.backend)}, {side.part} is computed with {name.lower()}, which estimates. "
                "Two estimates agree or differ by chance.",
            )
