"""Dealing by chance, and always the same."""

import random
from collections.abc import Sequence
from typing import Generic, TypeVar

Card = TypeVar("Card")


class Deck(Generic[Card]):
    """Deals every card once before any comes again, in an order that is always the same for a name."""

    def __init__(self, name: str, cards: Sequence[Card]) -> None:
        self._dice = random.Random(name)  # noqa: S311 - not a secret
        self._cards, self._left = list(cards), list[Card]()

    def deal(self) -> Card:
        if not self._left:
            self._left = self.cards()
        return self._left.pop()

    def cards(self) -> list[Card]:
        """Every card once."""
        return self._dice.sample(self._cards, len(self._cards))


def in_pieces(cards: Sequence[Card], size: int) -> list[list[Card]]:
    """All of them, `size` at a time."""
    return [list(cards[start : start + size]) for start in range(0, len(cards), size)]
