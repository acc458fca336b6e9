"""What other apps may see of the catalog: the dictionary's frozen rows and governed metrics. No database."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from catalog.definitions import MetricDefinition
from metrics_portal.problems import NotFound


class ColumnRole(StrEnum):
    KEY = "key"
    FOREIGN_KEY = "foreign_key"
    DIMENSION = "dimension"
    MEASURE = "measure"
    TIME = "time"
    ATTRIBUTE = "attribute"


class Sensitivity(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"
    RESTRICTED = "restricted"


class Cardinality(StrEnum):
    MANY_TO_ONE = "many_to_one"
    ONE_TO_ONE = "one_to_one"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `data_types` is the double notation split: `string; varchar` → ("string", "varchar")."""

    name: str
    data_types: tuple[str, ...]
    role: ColumnRole
    references: str = ""  # "schema.table.column" for a foreign key
    description: str = ""
    synonyms: tuple[str, ...] = ()
    sensitivity: Sensitivity = Sensitivity.INTERNAL
    ai_notes: str = ""

    @property
    def restricted(self) -> bool:
        return self.sensitivity is Sensitivity.RESTRICTED


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    schema: str
    name: str
    columns: Mapping[str, Column] = field(default_factory=lambda: MappingProxyType({}))
    layer: str = ""
    description: str = ""
    grain: str = ""
    primary_key: tuple[str, ...] = ()
    time_column: str = ""
    loaded_at_column: str = ""
    freshness_hours: float | None = None
    row_estimate: int | None = None
    owner: str = ""

    @property
    def key(self) -> str:
        return f"{self.schema}.{self.name}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """An allowed join. Composite keys list several columns, aligned by position (`a; b` in the CSV)."""

    left: str  # "schema.table", the many side
    left_columns: tuple[str, ...]
    right: str  # "schema.table", the one side
    right_columns: tuple[str, ...]
    cardinality: Cardinality


@dataclass(frozen=True, slots=True, kw_only=True)
class Kpi:
    name: str
    label: str
    description: str
    base_tables: tuple[str, ...]
    formula_sql: str
    unit: str
    direction: str
    owner: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Dictionary:
    """Every table, column and join anything may touch. `version` is the content hash of the files."""

    version: str
    tables: Mapping[str, Table]  # by "schema.table"
    joins: tuple[Join, ...] = ()
    kpis: tuple[Kpi, ...] = ()
    guidelines: str = ""

    def joins_from(self, table: str) -> tuple[Join, ...]:
        return tuple(join for join in self.joins if join.left == table)


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernedMetric:
    """A metric's live revision, with the metrics it is made of.

    `closure_hash` changes when this definition or any part's changes: whatever depends on what the metric
    means (a memoised plan, a cached answer) is keyed by it.
    """

    definition: MetricDefinition
    revision: int
    hash: str
    closure_hash: str
    author: str
    parts: Mapping[str, "GovernedMetric"] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def name(self) -> str:
        return self.definition.name


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveColumn:
    """A column as an engine knows it; `type` in the engine's own words, lower case."""

    name: str
    type: str
    nullable: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveForeignKey:
    columns: tuple[str, ...]
    table: str  # "schema.table"
    referenced: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveTable:
    """A table or view as an engine knows it. Keys are empty where the engine keeps none."""

    schema: str
    name: str
    columns: tuple[LiveColumn, ...]
    primary_key: tuple[str, ...] = ()
    foreign_keys: tuple[LiveForeignKey, ...] = ()
    row_estimate: int | None = None


class LiveSchema(Protocol):
    """What a backend tells of its tables: the dictionary is validated against it and drafted from it."""

    name: str

    def describe(self, table: str) -> LiveTable | None:
        """The table "schema.table"; None when the engine has none. Raises when the engine gives no answer."""

    def introspect(self, schema: str) -> tuple[LiveTable, ...]:
        """Every table and view of a schema, by name."""


class UnknownMetric(NotFound):
    """No live metric has that name; `nearest` lists close ones."""

    code = "unknown_metric"
    title = "No metric has that name"
