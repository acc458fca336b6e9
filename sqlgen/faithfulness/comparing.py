"""Comparisons as terms: the constant on the right, days as instants, NULL stand-ins and LIKE taken apart."""

from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from zoneinfo import ZoneInfo

from sqlgen.compiler.types import Family
from sqlgen.contracts import Dialect
from sqlgen.faithfulness import times
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.logic import conjunction, disjunction, is_null, negation, not_null
from sqlgen.faithfulness.terms import FALSE, NULL, TRUE, Term, is_literal, literal, unordered, value_of

_SWAPPED = {"lt": "gt", "gt": "lt", "le": "ge", "ge": "le", "eq": "eq", "ne": "ne"}
_TIMES = (Family.DATE, Family.INSTANT, Family.LOCAL_TIME)


@dataclass(frozen=True, slots=True)
class Compare:
    """Builds comparisons as one engine and the portal's zone understand them."""

    dialect: Dialect
    zone: ZoneInfo

    def __call__(self, op: str, left: Term, right: Term) -> Term:
        """`left op right`, op being one of eq, ne, lt, le, gt, ge."""
        if is_literal(left) and not is_literal(right):
            op, left, right = _SWAPPED[op], right, left
        if is_literal(left) and is_literal(right):
            return _decided(op, left, right)
        if is_literal(right):
            return self._with_constant(op, left, self.fitted(right, left.family))
        return _between_terms(op, left, right)

    def distinct_from(self, left: Term, right: Term) -> Term:
        """`left IS DISTINCT FROM right`, which is never NULL."""
        if is_literal(left):
            left, right = right, left
        if right == NULL:
            return not_null(left)
        if not is_literal(right):
            return unordered("differ", _days_of_midnights(left, right), Family.BOOLEAN)
        return disjunction((self("ne", left, right), is_null(left)))

    def fitted(self, constant: Term, family: Family) -> Term:
        """A text constant as the engine reads it beside a value of another type; a text it has a type for stays."""
        if not is_literal(constant, "text") or constant.family is not Family.TEXT:
            return constant
        text: str = value_of(constant)
        if family is Family.INSTANT:
            return times.instant_literal(text, self.zone) or constant
        if family is Family.LOCAL_TIME:
            return times.local_literal(text) or constant
        if family is Family.DATE:
            return times.date_literal(text) or constant
        if family is Family.BOOLEAN and text.lower() in ("true", "false"):
            return TRUE if text.lower() == "true" else FALSE
        return constant

    def _with_constant(self, op: str, this: Term, constant: Term) -> Term:
        if constant == NULL:
            return Term(op, None, (this, constant), Family.BOOLEAN)
        if this.op == "coalesce" and len(this.args) == 2 and is_literal(this.args[1]):
            return self._of_stand_in(op, this.args[0], this.args[1], constant)
        if is_literal(constant, "bool") and op in ("eq", "ne"):
            return this if (op == "eq") is value_of(constant) else negation(this)
        if this.op == "find" and is_literal(constant, "num"):
            return self._found(op, this, constant)
        if this.op == "double" and is_literal(constant, "num"):
            this = this.args[0]
        if this.family in _TIMES:
            return self._of_time(op, this, constant)
        if this.family is Family.INTEGER and is_literal(constant, "num") and op in ("gt", "le"):
            number: Decimal = value_of(constant)
            if number == number.to_integral_value():
                op, constant = ("ge" if op == "gt" else "lt"), _number(number + 1)
        return Term(op, None, (this, constant), Family.BOOLEAN)

    def _of_stand_in(self, op: str, this: Term, stand_in: Term, constant: Term) -> Term:
        """`COALESCE(x, 'a') = 'b'`: the comparison of x, and what NULL gives by its stand-in."""
        of_null = _decided(op, self.fitted(stand_in, this.family), constant)
        own = self(op, this, constant)
        if of_null == TRUE:
            return disjunction((own, is_null(this)))
        return conjunction((own, not_null(this)))

    def _found(self, op: str, this: Term, constant: Term) -> Term:
        positive = (op, value_of(constant)) in (("gt", 0), ("ge", 1), ("ne", 0))
        absent = (op, value_of(constant)) in (("eq", 0), ("lt", 1), ("le", 0))
        if not positive and not absent:
            return Term(op, None, (this, constant), Family.BOOLEAN)
        held, sought = this.args
        found = searched(held, str(value_of(sought)), ahead=True)
        return found if positive else negation(found)

    def _of_time(self, op: str, this: Term, constant: Term) -> Term:
        bounds = times.bounds_of(this, constant) if op in ("eq", "ne") else None
        if bounds is not None:
            inner, first, following = bounds
            within = conjunction((self("ge", inner, first), self("lt", inner, following)))
            return within if op == "eq" else negation(within)
        if op in ("eq", "ne") and this.op == "date" and is_literal(constant, "date"):
            following = literal("date", value_of(constant) + timedelta(days=1), Family.DATE)
            within = conjunction((self("ge", this, constant), self("lt", this, following)))
            return within if op == "eq" else negation(within)
        if this.family is Family.INSTANT:
            op, constant = times.after_last_microsecond(op, constant)
        op, this, constant = times.days_compared(op, this, constant, self.zone)
        return Term(op, None, (this, constant), Family.BOOLEAN)


def like(this: Term, pattern: tuple[str, ...]) -> Term:
    """A search for a pattern: `%` (anything), `_` (one character), and plain texts with `=` before them."""
    if all(part.startswith("=") for part in pattern):
        text = literal("text", "".join(part[1:] for part in pattern), Family.TEXT)
        return Term("eq", None, (this, text), Family.BOOLEAN)
    return Term("like", pattern, (this,), Family.BOOLEAN)


def searched(this: Term, text: str, *, ahead: bool) -> Term:
    """Whether a text starts with another one, or with `ahead` holds it anywhere."""
    plain = (f"={text}",) if text else ()
    return like(this, (*(("%",) if ahead else ()), *plain, *(("%",) if plain or not ahead else ())))


def pattern_of(text: str, escape: str) -> tuple[str, ...] | None:
    """A LIKE pattern taken apart; None when its escapes are not plain."""
    parts: list[str] = []
    characters = iter(text)
    for character in characters:
        escaped = bool(escape) and character == escape
        if escaped:
            character = next(characters, "")
            if character not in ("%", "_", escape):
                return None
        if character in "%_" and not escaped:
            if not (character == "%" and parts[-1:] == ["%"]):
                parts.append(character)
        elif parts and parts[-1].startswith("="):
            parts[-1] += character
        else:
            parts.append(f"={character}")
    return tuple(parts)


def _number(value: Decimal) -> Term:
    return literal("num", value, Family.INTEGER)


def _between_terms(op: str, left: Term, right: Term) -> Term:
    left, right = _days_of_midnights(left, right)
    if op in ("gt", "ge"):
        op, left, right = _SWAPPED[op], right, left
    if op in ("eq", "ne"):
        return unordered(op, (left, right), Family.BOOLEAN)
    return Term(op, None, (left, right), Family.BOOLEAN)


def _days_of_midnights(left: Term, right: Term) -> tuple[Term, Term]:
    """Midnights as their days, which compare alike, where both sides are midnights or days."""
    if all(one.op == "midnight" or one.family is Family.DATE for one in (left, right)):
        return tuple(one.args[0] if one.op == "midnight" else one for one in (left, right))  # type: ignore[return-value]
    return left, right


def _decided(op: str, left: Term, right: Term) -> Term:
    """A comparison of two constants of one kind."""
    kinds = (left.value[0], right.value[0])
    if kinds[0] != kinds[1] or kinds[0] == "null" or (kinds[0] == "text" and op not in ("eq", "ne")):
        raise Unproven("A comparison of two constants cannot be followed.")
    one, other = value_of(left), value_of(right)
    holds = {
        "eq": one == other,
        "ne": one != other,
        "lt": one < other,
        "le": one <= other,
        "gt": one > other,
        "ge": one >= other,
    }[op]
    return TRUE if holds else FALSE
