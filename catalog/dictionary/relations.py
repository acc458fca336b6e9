"""Keys and joins of a schema: those the engine declares, and those that names, types and data suggest."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from catalog.contracts import Cardinality, LiveTable
from catalog.dictionary.guesses import is_identifier, key_candidates, stem
from catalog.dictionary.types import family_of

# Whether no two rows of the table have the same values there; None when the engine did not say in time.
KeyProbe = Callable[[LiveTable, tuple[str, ...]], bool | None]


@dataclass(frozen=True, slots=True)
class Relation:
    """Rows of `left` belong to one row of `right`."""

    left: str
    left_columns: tuple[str, ...]
    right: str
    right_columns: tuple[str, ...]
    cardinality: Cardinality


def keys_of(tables: Iterable[LiveTable], is_key: KeyProbe) -> dict[str, tuple[str, ...]]:
    """The key of every table: as declared, else the first candidate that the data confirms, else none."""
    return {_name(table): table.primary_key or _confirmed(table, is_key) for table in tables}


def relations_of(tables: Sequence[LiveTable], keys: dict[str, tuple[str, ...]]) -> tuple[Relation, ...]:
    """Every join that ends at a key: declared foreign keys, then columns named like another table's key."""
    known = {_name(table) for table in tables}
    found = dict.fromkeys(
        relation
        for table in tables
        for relation in (*_declared(table, known, keys), *_suggested(table, tables, keys))
    )
    return tuple(found)


def _confirmed(table: LiveTable, is_key: KeyProbe) -> tuple[str, ...]:
    return next((key for key in key_candidates(table) if is_key(table, key)), ())


def _declared(table: LiveTable, known: set[str], keys: dict[str, tuple[str, ...]]) -> Iterator[Relation]:
    for foreign in table.foreign_keys:
        if foreign.table in known:
            yield _relation(table, foreign.columns, foreign.table, foreign.referenced, keys)


def _suggested(
    table: LiveTable, tables: Sequence[LiveTable], keys: dict[str, tuple[str, ...]]
) -> Iterator[Relation]:
    taken = {foreign.columns for foreign in table.foreign_keys}
    for other in tables:
        key = keys[_name(other)]
        if not key or (other is table and len(key) > 1):
            continue
        for columns in _columns_like(table, other, key):
            if columns not in taken:
                yield _relation(table, columns, _name(other), key, keys)


def _columns_like(table: LiveTable, other: LiveTable, key: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """What in `table` looks like the key of `other`: `region_id`, `home_region_id`, all of a composite."""
    if len(key) > 1:
        names = {column.name: column for column in table.columns}
        if all(name in names and _same_type(table, name, other, name) for name in key):
            yield key
        return
    (wanted,) = key
    if not any(column.name == wanted and is_identifier(column) for column in other.columns):
        return
    noun = wanted if stem(other) in wanted.lower() else f"{stem(other)}_{wanted}"
    for column in table.columns:
        like = column.name.lower() == noun.lower() or column.name.lower().endswith(f"_{noun.lower()}")
        itself = table is other and column.name == wanted
        if like and not itself and _same_type(table, column.name, other, wanted):
            yield (column.name,)


def _same_type(table: LiveTable, name: str, other: LiveTable, other_name: str) -> bool:
    mine = next(column.type for column in table.columns if column.name == name)
    theirs = next(column.type for column in other.columns if column.name == other_name)
    return family_of(mine) is not None and family_of(mine) == family_of(theirs)


def _relation(
    table: LiveTable,
    columns: tuple[str, ...],
    right: str,
    right_columns: tuple[str, ...],
    keys: dict[str, tuple[str, ...]],
) -> Relation:
    left = _name(table)
    one = bool(keys[left]) and set(keys[left]) == set(columns)
    cardinality = Cardinality.ONE_TO_ONE if one else Cardinality.MANY_TO_ONE
    return Relation(left, columns, right, right_columns, cardinality)


def _name(table: LiveTable) -> str:
    return f"{table.schema}.{table.name}"
