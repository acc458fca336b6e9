"""Parts of a whole: a bar now over a thinner bar before, joined by ribbons that show what moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.charts.svg import percent, tag, text

ROOM_FOR_WORDS = 14  # percent of the bar


@dataclass(frozen=True, slots=True)
class Part:
    """Shares of the whole, 0 to 1; `before` is None without a comparison."""

    name: str
    now: float
    before: float | None
    words: str  # the share in words, drawn inside where it fits


def draw_mix(parts: Sequence[Part], *, label: str, now_word: str, before_word: str) -> str:
    """The two bars as markup, full width. The list beside them is the page's."""
    compared = all(part.before is not None for part in parts) and bool(parts)
    drawn, ribbons, now_at, before_at = [text(now_word, x=0, y=9)], [], 0.0, 0.0
    for number, part in enumerate(parts):
        colour, now, before = number % 6 + 1, part.now * 100, (part.before or 0.0) * 100
        drawn.append(_now(part, colour, now_at, now))
        if compared:
            drawn.append(_bar(f"f{colour} cut dim", before_at, before, y=44, height=8, rx=1))
            ribbons.append(_ribbon(colour, now_at, now_at + now, before_at, before_at + before))
        now_at, before_at = now_at + now, before_at + before
    if compared:
        drawn += [_between("".join(ribbons)), text(before_word, x=0, y=65)]
    height = 70 if compared else 38
    return (
        f'<div class="plot mix-bars" data-chart="mix" data-count="{len(parts)}">'
        + tag("svg", "".join(drawn), class_="chart", role="img", height=height, aria_label=label)
        + "</div>"
    )


def _now(part: Part, colour: int, start: float, width: float) -> str:
    """The share as it is now, its words inside where they have room."""
    bar = _bar(f"f{colour} cut", start, width, y=15, height=20, rx=1.5)
    if width < ROOM_FOR_WORDS:
        return bar
    return bar + text(part.words, class_=f"on on{colour}", x=percent(start), dx=7, y=29)


def _bar(style: str, start: float, width: float, *, y: int, height: int, rx: float) -> str:
    return tag("rect", class_=style, x=percent(start), y=y, width=percent(width), height=height, rx=rx)


def _between(ribbons: str) -> str:
    """Ribbons in a thousand by nine, stretched over the gap between the bars."""
    return (
        f'<svg y="35" width="100%" height="9" viewBox="0 0 1000 9" preserveAspectRatio="none">{ribbons}</svg>'
    )


def _ribbon(colour: int, now_start: float, now_end: float, before_start: float, before_end: float) -> str:
    top_left, top_right = round(now_start * 10), round(now_end * 10)
    low_right, low_left = round(before_end * 10), round(before_start * 10)
    path = f"M{top_left} 0H{top_right}L{low_right} 9H{low_left}Z"
    return tag("path", class_=f"f{colour} ribbon", d=path)
