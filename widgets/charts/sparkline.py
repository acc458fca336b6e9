"""A word-sized line: the shape of a series beside its number, no axis."""

from widgets.charts.paths import Values, line_path, runs
from widgets.charts.scale import Linear, Points
from widgets.charts.svg import percent, tag


def draw_sparkline(values: Values, *, most: int = 16) -> str:
    """The line as markup, hidden from assistive technology: the number and its change say it in words.

    Longer series are averaged into at most `most` points. Nothing is drawn from fewer than two values.
    """
    thinned = _thinned(values, most)
    known = [value for value in thinned if value is not None]
    if len(known) < 2:
        return '<svg class="spark" aria-hidden="true"></svg>'
    x = Points(len(thinned))
    y = Linear(min(known), max(known), 92.0, 8.0)
    index, value = list(runs(thinned))[-1][-1]
    path = (
        '<svg width="100%" height="100%" viewBox="0 0 1000 1000" preserveAspectRatio="none" class="lines">'
        + tag("path", class_="ln now", d=line_path(thinned, x, y))
        + "</svg>"
    )
    dot = tag("circle", class_="pt now", cx=percent(x(index)), cy=percent(y(value)), r=2.75)
    return f'<svg class="spark" aria-hidden="true">{path}{dot}</svg>'


def _thinned(values: Values, most: int) -> Values:
    if len(values) <= most:
        return values
    step = -(-len(values) // most)
    # Counted from the end, so that the last point stands for as many buckets as the others.
    first = len(values) % step
    chunks = [values[:first], *(values[start : start + step] for start in range(first, len(values), step))]
    return tuple(_mean(chunk) for chunk in chunks if chunk)


def _mean(chunk: Values) -> float | None:
    known = [value for value in chunk if value is not None]
    return sum(known) / len(known) if known else None
