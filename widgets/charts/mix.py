"""Parts of a whole: a bar now over a thinner bar before, joined by ribbons that show what moved."""

from collections.abc import Sequence
from dataclasses import dataclass

from widgets.charts.svg import percent, tag, text


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
    drawn = [text(now_word, x=0, y=9)]
    ribbons, now_at, before_at = [], 0.0, 0.0
    for number, part in enumerate(parts):
        style, now, before = f"f{number % 6 + 1}", part.now * 100, (part.before or 0.0) * 100
        drawn.append(
            tag("rect", class_=f"{style} cut", x=percent(now_at), y=15, width=percent(now), height=20, rx=1.5)
        )
        if now >= 14:
            drawn.append(text(part.words, class_=f"on on{number % 6 + 1}", x=percent(now_at), dx=7, y=29))
        if compared:
            drawn.append(
                tag(
                    "rect",
                    class_=f"{style} cut dim",
                    x=percent(before_at),
                    y=44,
                    width=percent(before),
                    height=8,
                    rx=1,
                )
            )
            ribbons.append(
                tag(
                    "path",
                    class_=f"{style} ribbon",
                    d=_ribbon(now_at, now_at + now, before_at, before_at + before),
                )
            )
        now_at, before_at = now_at + now, before_at + before
    if compared:
        drawn.append(
            '<svg y="35" width="100%" height="9" viewBox="0 0 1000 9" preserveAspectRatio="none">'
            + "".join(ribbons)
            + "</svg>"
        )
        drawn.append(text(before_word, x=0, y=65))
    height = 70 if compared else 38
    return (
        f'<div class="plot mix-bars" data-chart="mix" data-count="{len(parts)}">'
        + tag("svg", "".join(drawn), class_="chart", role="img", height=height, aria_label=label)
        + "</div>"
    )


def _ribbon(now_start: float, now_end: float, before_start: float, before_end: float) -> str:
    top_left, top_right = round(now_start * 10), round(now_end * 10)
    low_right, low_left = round(before_end * 10), round(before_start * 10)
    return f"M{top_left} 0H{top_right}L{low_right} 9H{low_left}Z"
