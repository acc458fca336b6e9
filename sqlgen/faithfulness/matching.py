"""Groups joined to groups: by all of their keys, so that no group is repeated."""

from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.groups import has_value, optional, permuted, permuted_scans, present
from sqlgen.faithfulness.presence import united
from sqlgen.faithfulness.relations import Frame, Groups
from sqlgen.faithfulness.terms import Scans, Term, imply, rebuilt


def with_marked_keys(term: Term) -> Term:
    """A column of the right side, its keys told from those of the left."""

    def change(one: Term) -> Term | None:
        if one.op == "key":
            return Term("key", ("right", one.value), family=one.family)
        return one if one.op == "agg" else None

    return rebuilt(term, change)


def with_plain_keys(term: Term) -> Term:
    """The column with its keys as its own side has them."""

    def change(one: Term) -> Term | None:
        if one.op == "key" and isinstance(one.value, tuple):
            return Term("key", one.value[1], family=one.family)
        return one if one.op == "agg" else None

    return rebuilt(term, change)


def matched(left: Frame, right: Frame, side: str, conditions: tuple[Term, ...]) -> Frame:
    """One frame of two of groups, the right one marked; raises Unproven where not all keys are compared."""
    ours, theirs = left.body, right.body
    if not isinstance(ours, Groups) or not isinstance(theirs, Groups):
        raise TypeError("Groups are joined to groups.")
    order = _matched_keys(ours, theirs, tuple(present(one, ours.scans) for one in conditions))
    scans = permuted_scans(theirs.scans, order)
    kept = _kept(ours.scans, scans, side) if ours.keys else frozenset()
    plain = right.mapped(lambda term: permuted(with_plain_keys(term), order), theirs)
    body = Groups(kept, ours.keys)
    if ours.keys:
        left = left.mapped(lambda term: optional(term, ours.scans, kept), body)
        plain = plain.mapped(lambda term: optional(term, scans, kept), body)
    return Frame(body, {**left.sources, **plain.sources}, left.merged)


def _matched_keys(ours: Groups, theirs: Groups, conditions: tuple[Term, ...]) -> list[int]:
    """For each key of the left, the right's key that is compared with it."""
    found: dict[int, int] = {}
    for condition in conditions:
        sides = {_side(arg): arg.value for arg in condition.args if arg.op == "key"}
        if condition.op not in ("eq", "same") or set(sides) != {"left", "right"}:
            raise Unproven("Groups are joined by something else than their keys.")
        mine, other = sides["left"], sides["right"][1]
        if condition.op == "eq" and not _all_have_value(ours, mine, theirs, other):
            raise Unproven("Groups are joined by a key that may be NULL, which equals nothing.")
        if found.setdefault(mine, other) != other:
            raise Unproven("Groups are joined by a key that is compared with two others.")
    if ours.keys != theirs.keys or sorted(found.values()) != list(range(ours.keys)):
        raise Unproven("Groups are joined by some of their keys only, which repeats them.")
    return [found[position] for position in range(ours.keys)]


def _side(term: Term) -> str:
    return "right" if isinstance(term.value, tuple) else "left"


def _all_have_value(ours: Groups, mine: int, theirs: Groups, other: int) -> bool:
    return all(has_value(scan, mine) for scan in ours.scans) and all(
        has_value(scan, other) for scan in theirs.scans
    )


def _kept(ours: Scans, theirs: Scans, side: str) -> Scans:
    if side == "LEFT":
        return ours
    if side == "RIGHT":
        return theirs
    if side == "FULL":
        return united(ours | theirs)
    if imply(ours, theirs):
        return ours
    if imply(theirs, ours):
        return theirs
    raise Unproven("An inner join of groups drops those that only one side has.")
