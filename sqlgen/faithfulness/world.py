"""What following a query needs to know, and what it found out on the way."""

from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from catalog.contracts import Column, Dictionary, Table
from sqlgen.compiler.types import Family, family_of
from sqlgen.contracts import Dialect
from sqlgen.faithfulness.decimals import is_wide
from sqlgen.faithfulness.errors import Unproven
from sqlgen.faithfulness.relations import Relation, Stack
from sqlgen.faithfulness.terms import Path, Term

MAX_WORK = 150_000
Read = tuple[str, Path]  # a base table, and the joins that lead from it


@dataclass(slots=True)
class World:
    """`reads` are the base tables and the joins from each that some counted rows came by."""

    dictionary: Dictionary
    dialect: Dialect
    zone: ZoneInfo
    reads: set[Read] = field(default_factory=set)
    work: int = 0

    def spend(self, amount: int) -> None:
        """Count work by the size of what is looked at, so that a short text cannot cause much of it."""
        self.work += amount
        if self.work > MAX_WORK:
            raise Unproven("The SQL unfolds to more than can be followed.")

    def used(self, relation: Relation) -> Relation:
        """An answer that is read once more, its work counted."""
        branches = relation.body.branches if isinstance(relation.body, Stack) else (relation,)
        self.spend(sum(term.size for branch in branches for _, term in branch.columns))
        return relation

    def folded(self, name: str) -> str:
        """A name as the engine compares it; names were folded already where the engine minds the case."""
        return name if self.dialect == "postgres" else name.lower()

    def table(self, schema: str, name: str) -> Table:
        """The table of the dictionary; raises Unproven."""
        found = [
            table
            for table in self.dictionary.tables.values()
            if self._same(table.name, name) and (not schema or self._same(table.schema, schema))
        ]
        if len(found) != 1:
            raise Unproven(f"The dictionary has {len(found)} tables that {name} could be.")
        return found[0]

    def columns(self, table: Table) -> dict[str, Term]:
        """The columns of one table, none of them joined, by folded name."""
        return {
            self.folded(name): Term("col", ((), table.key, name), family=self._family(column))
            for name, column in table.columns.items()
            if not column.restricted
        }

    def _family(self, column: Column) -> Family:
        """A wide decimal of Databricks is no number that may be divided as it is: it must be cast to DOUBLE."""
        wide = self.dialect == "databricks" and is_wide(column.data_types)
        return Family.OTHER if wide else family_of(column, self.dialect)

    def required(self, base: str) -> frozenset[str]:
        """The columns of a table that always have a value: its key's."""
        return frozenset(self.dictionary.tables[base].primary_key)

    def _same(self, one: str, other: str) -> bool:
        return self.folded(one) == self.folded(other)
