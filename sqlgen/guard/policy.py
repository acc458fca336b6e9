"""What one viewer may read: tables, columns and rows. Anything a policy does not name does not exist."""

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType
from typing import Any

from accounts.contracts import RowPolicy, RowRule
from catalog.contracts import Dictionary, Table
from sqlgen.contracts import Dialect
from sqlgen.guard.violation import GuardViolation

DEFAULT_ROW_CAP = 10_000
DEFAULT_MAX_OFFSET = 10_000
EVERY_ROW = RowPolicy()


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePolicy:
    """One readable table. `columns` maps name to type; `restricted` names exist and may not be read.

    `reckoned` tells that the engine may reckon columns when they are asked for, as those of a view.
    """

    key: str  # as the policy wrote it
    catalog: str
    schema: str
    name: str
    columns: Mapping[str, str]
    restricted: frozenset[str] = frozenset()
    rows: tuple[RowRule, ...] = ()
    reckoned: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """A closed world of tables. `catalog` and `default_schema` complete names that leave them out."""

    tables: Mapping[str, TablePolicy]  # by key
    row_cap: int = DEFAULT_ROW_CAP
    max_offset: int = DEFAULT_MAX_OFFSET
    catalog: str = ""
    default_schema: str = ""
    by_name: Mapping[str, tuple[TablePolicy, ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if not isinstance(self.row_cap, int) or isinstance(self.row_cap, bool) or self.row_cap < 1:
            raise ValueError(f"row_cap must be a whole number of at least 1, not {self.row_cap!r}.")
        if not isinstance(self.max_offset, int) or isinstance(self.max_offset, bool) or self.max_offset < 0:
            raise ValueError(f"max_offset must be a whole number of at least 0, not {self.max_offset!r}.")
        named: dict[str, tuple[TablePolicy, ...]] = {}
        for table in self.tables.values():
            named[table.name.lower()] = (*named.get(table.name.lower(), ()), table)
        object.__setattr__(self, "by_name", MappingProxyType(named))

    @classmethod
    def from_allowlist(cls, allowlist: Mapping[str, Any]) -> "Policy":
        """A policy from plain data; needs no database.

        `{"catalog", "default_schema", "row_cap", "max_offset", "tables": {"cat.schema.table": {"columns":
        {name: type}}}}`. A table may also have `restricted` (names told apart in refusals), `rows`: one or
        several `{"column", "values"}`, all of which bind, and `reckoned: True` for a view. Raises ValueError
        on an unknown member or a malformed key.
        """
        _only(allowlist, {"catalog", "default_schema", "row_cap", "max_offset", "tables"}, "policy")
        catalog = str(allowlist.get("catalog") or "")
        tables = {
            key: _listed_table(key, listed, catalog, str(allowlist.get("default_schema") or ""))
            for key, listed in (allowlist.get("tables") or {}).items()
        }
        return cls(
            tables=MappingProxyType(tables),
            row_cap=allowlist.get("row_cap", DEFAULT_ROW_CAP),
            max_offset=allowlist.get("max_offset", DEFAULT_MAX_OFFSET),
            catalog=catalog,
            default_schema=str(allowlist.get("default_schema") or ""),
        )

    @classmethod
    def from_dictionary(
        cls,
        dictionary: Dictionary,
        *,
        dialect: Dialect,
        row_cap: int,
        catalog: str = "",
        row_policy: RowPolicy = EVERY_ROW,
        reckoned: Container[str] = frozenset(),
    ) -> "Policy":
        """Every table of the dictionary without its restricted columns, bound by the viewer's row policy.

        `reckoned` holds the keys of views and their like on the engine (`TablePolicy.reckoned`).
        Raises GuardViolation when a row rule names a table the dictionary does not have.
        """
        place = "" if dialect == "postgres" else catalog
        tables = {
            key: _described_table(table, place, reckoned=key in reckoned)
            for key, table in dictionary.tables.items()
            if table.columns
        }
        _check_rules(row_policy.rules, tables)
        return cls(
            tables=MappingProxyType({key: _bound(table, row_policy.rules) for key, table in tables.items()}),
            row_cap=row_cap,
            catalog=catalog,
        )


def _check_rules(rules: Iterable[RowRule], tables: Mapping[str, TablePolicy]) -> None:
    # A rule that misses its table by its spelling would open it.
    known = {key.lower() for key in tables}
    for rule in rules:
        if rule.table.lower() not in known:
            raise GuardViolation(
                "row_policy",
                f"A row rule names the table {rule.table!a}, which the dictionary does not have.",
            )


def _bound(table: TablePolicy, rules: Iterable[RowRule]) -> TablePolicy:
    return replace(table, rows=tuple(rule for rule in rules if rule.table.lower() == table.key.lower()))


def _described_table(table: Table, catalog: str, *, reckoned: bool) -> TablePolicy:
    return TablePolicy(
        key=table.key,
        catalog=catalog,
        schema=table.schema,
        name=table.name,
        columns=MappingProxyType(
            {
                name: (*column.data_types, "")[0]
                for name, column in table.columns.items()
                if not column.restricted
            }
        ),
        restricted=frozenset(name for name, column in table.columns.items() if column.restricted),
        reckoned=reckoned,
    )


def _listed_table(key: str, listed: Mapping[str, Any], catalog: str, default_schema: str) -> TablePolicy:
    _only(listed, {"columns", "restricted", "rows", "reckoned"}, f"table {key!r}")
    parts = key.split(".")
    if len(parts) > 3 or not all(parts):
        raise ValueError(f"{key!r} is no table key: write table, schema.table or catalog.schema.table.")
    place, schema, name = ([catalog, default_schema][: 3 - len(parts)] + parts)[-3:]
    return TablePolicy(
        key=key,
        catalog=place,
        schema=schema,
        name=name,
        columns=MappingProxyType({str(column): str(kind) for column, kind in listed["columns"].items()}),
        restricted=frozenset(listed.get("restricted") or ()),
        rows=_listed_rules(key, listed.get("rows") or ()),
        reckoned=bool(listed.get("reckoned")),
    )


def _listed_rules(key: str, rows: Mapping[str, Any] | Iterable[Mapping[str, Any]]) -> tuple[RowRule, ...]:
    rules = [rows] if isinstance(rows, Mapping) else list(rows)
    for rule in rules:
        _only(rule, {"column", "values"}, f"a row rule of {key!r}")
    return tuple(
        RowRule(table=key, column=rule["column"], values=tuple(str(value) for value in rule["values"]))
        for rule in rules
    )


def _only(given: Mapping[str, Any], known: set[str], what: str) -> None:
    unknown = sorted(set(given) - known)
    if unknown:
        raise ValueError(f"{what} has unknown members {unknown}; known are {sorted(known)}.")
