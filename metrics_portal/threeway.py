"""What to do with an entry of a file, given what the file said last time and what the database holds now."""

from enum import StrEnum


class Merge(StrEnum):
    SAME = "same"  # nothing to do
    APPLY = "apply"  # the file changed, the database did not: take the file
    KEEP = "keep"  # an operator changed the database, the file did not: keep it
    ADOPT = "adopt"  # both say the same now: remember the file's word, change nothing else
    REMOVE = "remove"  # the entry left the file and nobody touched it: take it away
    CONFLICT = "conflict"  # both changed, differently: a person decides


def merge(*, before: str | None, file: str | None, database: str | None) -> Merge:
    """Compare three hashes of one entry; None or empty is absent. `before` is the file at the last sync."""
    before, file, database = before or None, file or None, database or None
    if file == database:
        return Merge.SAME if file == before else Merge.ADOPT
    if file == before:
        return Merge.KEEP
    if database == before:
        return Merge.APPLY if file else Merge.REMOVE
    return Merge.CONFLICT
