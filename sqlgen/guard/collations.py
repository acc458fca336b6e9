"""Which stored texts meet where values are compared: PostgreSQL fails for two columns with collations of their own.

What a column's collation is only the database knows. So a column meets itself, and what is written, but no other.
"""

from collections.abc import Iterable

from sqlglot import exp

from sqlgen.guard.columns import Columns
from sqlgen.guard.postgres_kinds import kind_of_type
from sqlgen.guard.scope import OutputColumn

Stored = frozenset[tuple[str, str]]  # columns, each with the key of its table


class Collations:
    """Of one resolved statement."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._known: dict[int, Stored] = {}  # by id of the output

    def may_differ(self, compared: exp.Expr) -> bool:
        """Whether texts of several columns are compared."""
        return len(self._texts(compared)) > 1

    def may_differ_of(self, shared: Iterable[OutputColumn]) -> bool:
        """The same of what a name in USING stands for."""
        return len(Stored().union(*map(self._of_output, shared))) > 1

    def _texts(self, node: exp.Expr) -> Stored:
        return Stored().union(*map(self._text, node.find_all(exp.Column)))

    def _text(self, column: exp.Column) -> Stored:
        bound = self._columns.owners.get(id(column))
        if bound is None:
            return Stored()
        table = bound.source.table
        return self._of_output(bound.column, table.key if table is not None else "")

    def _of_output(self, output: OutputColumn, table: str = "") -> Stored:
        if id(output) not in self._known:
            self._known[id(output)] = self._of_made(output, table)
        return self._known[id(output)]

    def _of_made(self, output: OutputColumn, table: str) -> Stored:
        if output.made:
            return Stored().union(*map(self._texts, output.made))
        if kind_of_type(output.kind) != "text":
            return Stored()
        # Of a table that is not told, it is no other's.
        return Stored([(table or str(id(output)), output.name or "")])
