"""A text that is read by taking phrases out of it: what nobody took was not understood."""

import re
import unicodedata

from widgets.clarifier.contracts import Understood

_GONE = "\N{SYMBOL FOR UNIT SEPARATOR}"  # where a phrase was: words on its two sides never make one together
_WORD = re.compile(r"[^\W_]+(?:['’:.-][^\W_]+)*")
# Words that carry no meaning of their own in a question about a number.
_FILLERS = frozenset(
    word
    for line in (
        "a about all am an and any are as asked at be been by can come could count current currently did do does",
        "display each every figure figures find for from get give gives got graph had happen happened has have how",
        "i in is it its know let like list look made make many me moment much my need now number numbers occurred of",
        "on one ones our out over plot please present report see show so tell than that the their them there these",
        "they this to us value want was we were what what's which who will with would you your came chart right",
    )
    for word in line.split()
)


class Reader:
    """The person's text, and what was taken from it so far."""

    def __init__(self, text: str) -> None:
        cleaned = unicodedata.normalize("NFC", text).replace(_GONE, " ")
        self.rest = " ".join(cleaned.split())
        self.understood: list[Understood] = []

    def find(self, pattern: str) -> re.Match[str] | None:
        """The first whole-word match in what nobody took yet."""
        return re.search(rf"(?<![^\W_])(?:{pattern})(?![^\W_])", self.rest, re.IGNORECASE)

    def take(self, pattern: str) -> re.Match[str] | None:
        """Take the first whole-word match of a pattern out of the text; None where there is none.

        Whoever takes says what it stood for: see `means`.
        """
        found = self.find(pattern)
        if found:
            self.rest = f"{self.rest[: found.start()]} {_GONE} {self.rest[found.end() :]}"
        return found

    def means(self, found: re.Match[str], meaning: str) -> None:
        self.understood.append(Understood(found[0].strip(), meaning))

    def has_words_left(self) -> bool:
        return bool(self.left())

    def left(self) -> tuple[str, ...]:
        """The words nobody took, in runs as they stood, without fillers."""
        runs = (
            [word for word in _WORD.findall(run) if word.casefold() not in _FILLERS]
            for run in self.rest.split(_GONE)
        )
        return tuple(" ".join(words) for words in runs if words)


# "claims were opened" is "claims opened", "rate of repeats" is not "repeat rate".
_JOINT = r"[\s_\-,]+(?:(?:is|are|was|were|being|been|have been|that were|that are)\s+)?"


def phrase_pattern(phrase: str) -> str:
    """A pattern for a phrase of the catalog: any case, any joint between words, singular or plural."""
    return _JOINT.join(_inflected(word) for word in _words(phrase))


def says_exactly(found: str, phrase: str) -> bool:
    """Whether a text is the phrase itself, not another number of it."""
    return [word.casefold() for word in _words(found)] == [word.casefold() for word in _words(phrase)]


def _words(phrase: str) -> list[str]:
    return [word for word in re.split(r"[\s_\-,]+", phrase) if word]


def _inflected(word: str) -> str:
    if len(word) < 3 or not word[-1].isalpha() or not word.isascii():
        return re.escape(word)
    if word.endswith("ies"):
        return f"{re.escape(word[:-3])}(?:ies|y)"
    if word.endswith("y"):
        return f"{re.escape(word[:-1])}(?:ies|y)"
    if word.endswith("s"):
        return f"{re.escape(word[:-1])}(?:s|es)?"
    return f"{re.escape(word)}(?:s|es)?"
