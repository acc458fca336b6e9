"""Two sources of FROM become one: rows by an allowed join, or beside one row of constants; groups by their keys."""

from collections.abc import Iterator
from dataclasses import replace

from catalog.contracts import Join
from catalog.dictionary.joins import safe_joins
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.logic import conjunction, not_null, untrue
from sqlgen.faithfulness.matching import matched, with_marked_keys
from sqlgen.faithfulness.padded import rows_beside
from sqlgen.faithfulness.paths import RIGHT, found_or_null, moved, placed, prefixed
from sqlgen.faithfulness.relations import Frame, Groups, Rows, Spine
from sqlgen.faithfulness.spines import LAID_BESIDE, laid_beside
from sqlgen.faithfulness.terms import TRUE, Path, Step, Term, is_literal, rebuilt, unordered, walk
from sqlgen.faithfulness.world import World

_NAMED = (
    "Groups can be joined to a table by LEFT JOIN and a key that they are grouped by, as the dictionary's joins do: "
    "join first, then group."
)


def marked(frame: Frame) -> Frame:
    """The right side with its columns and keys told from those of the left."""
    if isinstance(frame.body, Rows):
        if frame.body.spine is not None:
            raise Unproven(LAID_BESIDE)
        return moved(frame, (), (RIGHT,))
    return frame.mapped(with_marked_keys, frame.body)


def joined(world: World, left: Frame, right: Frame, side: str, on: Term) -> Frame:
    """One frame of two, the right one marked; `side` is LEFT, RIGHT, FULL or nothing. Raises Unproven."""
    conditions = _parts(on)
    if isinstance(left.body, Rows) and left.body.spine is not None:
        raise Unproven(LAID_BESIDE)
    if isinstance(left.body, Spine) and isinstance(right.body, Rows):
        return rows_beside(world, left, right, side, conditions)
    if isinstance(left.body, Spine) or isinstance(right.body, Spine):
        return laid_beside(left, right, side, conditions)
    if isinstance(left.body, Rows) and isinstance(right.body, Rows):
        return _rows(world, left, right, side, conditions)
    if isinstance(left.body, Groups) and isinstance(right.body, Groups):
        return matched(left, right, side, conditions)
    if isinstance(left.body, Groups) and left.body.keys and isinstance(right.body, Rows):
        return _named(world, left, right, side, conditions)
    return _beside_constants(left, right, side, conditions)


# ── rows


def _rows(world: World, left: Frame, right: Frame, side: str, conditions: tuple[Term, ...]) -> Frame:
    if side in ("", "LEFT"):
        for path, join, pairs in _ways(world, left, right, (), (RIGHT,)):
            if pairs <= set(conditions):
                child = moved(right, (RIGHT,), (*path, _step(join)))
                extra = placed(set(conditions) - pairs, (RIGHT,), (*path, _step(join)))
                return _attached(left, child, (*path, _step(join)), extra, outer=side == "LEFT")
    if side in ("", "RIGHT"):
        for path, join, pairs in _ways(world, right, left, (RIGHT,), ()):
            if pairs <= set(conditions):
                parent, place = moved(right, (RIGHT,), ()), (*path, _step(join))
                child = moved(left, (), place)
                extra = [
                    prefixed(_prefixed_left(one, place), (RIGHT,), ()) for one in set(conditions) - pairs
                ]
                return _attached(parent, child, place, extra, outer=side == "RIGHT")
    raise Unproven(_no_way(left, right, side))


def kept_by(world: World, left: Frame, right: Frame, on: Term, *, without: bool = False) -> Frame:
    """The left side's rows that have one on the right, which is marked: as an inner join keeps them, for the right
    has one row at most; or those `without` it. Raises Unproven where the dictionary does not say so."""
    conditions = set(_parts(on))
    if isinstance(left.body, Rows) and isinstance(right.body, Rows):
        for path, join, pairs in _ways(world, left, right, (), (RIGHT,)):
            if pairs <= conditions:
                place = (*path, _step(join))
                extra = placed(conditions - pairs, (RIGHT,), place)
                found = _attached(left, moved(right, (RIGHT,), place), place, extra, outer=False).body
                return replace(left, body=_missing(left.body, found) if without else found)
    raise Unproven(
        "A condition IN (SELECT …) or EXISTS can be followed where it compares a key as the dictionary's joins do, "
        "many rows to one: join the table instead."
    )


def place_of(world: World, left: Frame, right: Frame, on: Term) -> Path | None:
    """Where the right side, which is marked, stands if the condition is one of the dictionary's joins and no more."""
    conditions = set(_parts(on))
    ways = _ways(world, left, right, (), (RIGHT,))
    return next(((*path, _step(join)) for path, join, pairs in ways if pairs == conditions), None)


def _missing(rows: Rows, found: Rows | Groups | Spine) -> Rows:
    """The rows that do not meet what an inner join added to their conditions."""
    if not isinstance(found, Rows):
        raise TypeError("Rows stay rows.")
    added = conjunction(found.conditions[len(rows.conditions) :])
    return replace(found, conditions=(*rows.conditions, untrue(added)))


def _parts(on: Term) -> tuple[Term, ...]:
    return () if on == TRUE else on.args if on.op == "and" else (on,)


def _no_way(left: Frame, right: Frame, side: str) -> str:
    tables = " and ".join(
        sorted({frame.body.base for frame in (left, right) if isinstance(frame.body, Rows)})
    )
    if side == "FULL":
        return f"A full join of {tables} adds rows that the metric does not count."
    return (
        f"The join of {tables} is none of the dictionary's: it must compare the listed key columns, many rows "
        "to one, and keep the rows of the many."
    )


def _ways(
    world: World, many: Frame, one: Frame, many_mark: Path, one_mark: Path
) -> Iterator[tuple[Path, Join, set[Term]]]:
    """The allowed joins between two frames, with the comparisons that make each; the widest key first."""
    if not isinstance(many.body, Rows) or not isinstance(one.body, Rows):
        return
    found: list[tuple[Path, Join, set[Term]]] = []
    for path in ((), *many.body.paths):
        table = path[-1][1] if path else many.body.base
        for join in safe_joins(world.dictionary, table):
            if join.right == one.body.base:
                pairs = {
                    _pair((*many_mark, *path), join.left, ours, one_mark, join.right, theirs)
                    for ours, theirs in zip(join.left_columns, join.right_columns, strict=True)
                }
                found.append((path, join, pairs))
    yield from sorted(found, key=lambda way: -len(way[2]))


def _pair(path: Path, table: str, ours: str, other: Path, right: str, theirs: str) -> Term:
    return unordered("eq", (_column(path, table, ours), _column(other, right, theirs)), TRUE.family)


def _column(path: Path, table: str, name: str) -> Term:
    return Term("col", (path, table, name))


def _step(join: Join) -> Step:
    return join.left_columns, join.right, join.right_columns


def _attached(parent: Frame, child: Frame, place: Path, extra: list[Term], *, outer: bool) -> Frame:
    body, below = parent.body, child.body
    if not isinstance(body, Rows) or not isinstance(below, Rows):
        raise TypeError("Rows are attached to rows.")
    if outer and (extra or below.conditions):
        raise Unproven(
            f"The outer join of {below.base} has conditions beside its key: rows that do not meet them stay, "
            "without it."
        )
    if outer:
        child = child.mapped(found_or_null, below)
    else:
        _, table, names = place[-1]
        extra = [*extra, not_null(_column(place, table, names[0]))]
    paths = body.paths | {place} | {(*place, *path) for path in below.paths}
    conditions = (*body.conditions, *below.conditions, *extra)
    merged = Rows(body.base, frozenset(paths), conditions)
    return Frame(merged, {**parent.sources, **child.sources}, {**parent.merged, **child.merged})


def _prefixed_left(term: Term, new: Path) -> Term:
    def change(one: Term) -> Term | None:
        if one.op == "col" and one.value[0][:1] != (RIGHT,):
            return prefixed(one, (), new)
        return None

    return rebuilt(term, change)


# ── groups by a key, and the table it leads to


def _named(world: World, left: Frame, right: Frame, side: str, conditions: tuple[Term, ...]) -> Frame:
    """Groups LEFT JOIN a table by a key that they are grouped by: each finds the one row that its rows would."""
    groups, table = left.body, right.body
    if not isinstance(groups, Groups) or not isinstance(table, Rows):
        raise TypeError("Groups are named by a table.")
    if side != "LEFT" or len(groups.scans) != 1 or table.conditions or table.paths:
        raise Unproven(_NAMED)
    (scan,) = groups.scans
    named = [
        term for columns in left.sources.values() for term in columns.values()
    ]  # by tables joined before
    paths = frozenset(one.value[0] for key in (*scan.keys, *named) for one in walk(key) if one.op == "col")
    rows = Frame(Rows(scan.base, paths - {()}), {})
    asked = {
        rebuilt(one, lambda term: scan.keys[term.value] if term.op == "key" else None) for one in conditions
    }
    for path, join, pairs in _ways(world, rows, right, (), (RIGHT,)):
        if pairs == asked:
            place = (*path, _step(join))
            world.reads.add((scan.base, place))
            found = moved(right, (RIGHT,), place)
            found = found.mapped(found_or_null, found.body)
            return Frame(groups, {**left.sources, **found.sources}, left.merged)
    raise Unproven(_NAMED)


# ── one row of constants


def _beside_constants(left: Frame, right: Frame, side: str, conditions: tuple[Term, ...]) -> Frame:
    """Rows beside the one row of a query that holds constants, such as a window's bounds: the same rows."""
    held = right if isinstance(left.body, Rows) else left
    if not _is_one_row_of_constants(held):
        raise Unproven("Rows are joined to groups, which cannot be followed: join first, then group.")
    if side:
        raise Unproven("One row of constants can be followed in a plain or cross join only.")
    if held is left:
        right = moved(right, (RIGHT,), ())
        conditions = tuple(prefixed(one, (RIGHT,), ()) for one in conditions)
    rows = (right if held is left else left).body
    if not isinstance(rows, Rows):
        raise TypeError("Rows are beside constants.")
    body = replace(rows, conditions=(*rows.conditions, *conditions))
    return Frame(body, {**left.sources, **right.sources}, {**left.merged, **right.merged})


def _is_one_row_of_constants(frame: Frame) -> bool:
    body = frame.body
    return (
        isinstance(body, Groups)
        and not body.keys
        and all(is_literal(term) for columns in frame.sources.values() for term in columns.values())
    )
