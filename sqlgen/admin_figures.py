"""Costs and times as the admin's pages write them."""

from decimal import Decimal


def dollars(cost: Decimal | None) -> str:
    return "unknown" if cost is None else f"${cost:.4f}"


def duration(milliseconds: float | None) -> str:
    if milliseconds is None:
        return ""
    told = f"{milliseconds:.0f} ms" if milliseconds < 1_000 else f"{milliseconds / 1_000:,.1f} s"
    return told.replace(" ", "\N{NO-BREAK SPACE}")  # a column of a list is narrow
