"""A model that does exactly what the portal's prompt says: it reads the question and puts its pieces together.

bedrock.replies_with(lambda asked: writes(*sql_for(asked.question)))
"""

import re
from dataclasses import dataclass, field

import sqlglot
from sqlglot import exp

_BEGIN = re.compile(r"^BEGIN DATA question (?P<id>\w+)$(?P<text>.*?)^END DATA question (?P=id)$", re.M | re.S)


@dataclass
class Part:
    """What the question says of one part, line by line."""

    name: str
    lines: list[tuple[str, str]] = field(default_factory=list)

    def all(self, kind: str) -> list[str]:
        return [text for given, text in self.lines if given == kind]

    def one(self, kind: str) -> str:
        return self.all(kind)[0]


def sql_for(question: str) -> tuple[str, list[str]]:
    """SQL for a question of the portal, and the tables it reads."""
    columns, parts, formulas = _read(question)
    dialect, keys = _dialect(question), columns[:-1]
    sql = _combined(parts, formulas, keys, dialect) if formulas else _aggregated(parts[0], keys, dialect)
    tables = {
        table.sql().replace('"', "") for table in sqlglot.parse_one(sql, read=dialect).find_all(exp.Table)
    }
    return sql, sorted(name.partition(" AS ")[0] for name in tables if "." in name)


def _read(question: str) -> tuple[list[str], list[Part], dict[str, str]]:
    found = _BEGIN.search(question)
    assert found, question
    columns: list[str] = []
    parts: list[Part] = []
    formulas: dict[str, str] = {}
    for line in found["text"].strip().splitlines():
        if line.startswith("part "):
            parts.append(Part(line.removeprefix("part ")))
            continue
        kind, _, text = line.strip().partition(": ")
        if line.startswith("  "):
            parts[-1].lines.append((kind, text))
        elif kind == "output columns":
            columns = text.split(", ")
        elif kind.startswith("formula "):
            formulas[kind.removeprefix("formula ")] = text
    return columns, parts, formulas


def _dialect(question: str) -> str:
    return "databricks" if "`" in question else "duckdb"


def _quoted(name: str, dialect: str) -> str:
    return f"`{name}`" if dialect == "databricks" else f'"{name}"'


def _aggregated(part: Part, keys: list[str], dialect: str) -> str:
    told = {"bucket": "bucket", **{key: f"dimension {key}" for key in keys if key != "bucket"}}
    selected = [f"{part.one(told[key])} AS {_quoted(key, dialect)}" for key in keys]
    selected.append(f"{part.one('value')} AS {_quoted('value', dialect)}")
    where = " AND ".join(part.all("condition"))
    group = ", ".join(str(place) for place in range(1, len(keys) + 1))
    clauses = [
        f"SELECT {', '.join(selected)}",
        f"FROM {part.one('from')}",
        *part.all("join"),
        *([f"WHERE {where}"] if where else []),
        *([f"GROUP BY {group}"] if group else []),
    ]
    return " ".join(clauses)


def _combined(parts: list[Part], formulas: dict[str, str], keys: list[str], dialect: str) -> str:
    label, value = _quoted("part", dialect), _quoted("value", dialect)
    listed = ", ".join(_quoted(key, dialect) for key in keys)
    before = f"{listed}, " if keys else ""
    stacked = " UNION ALL ".join(
        f"SELECT '{part.name}' AS {label}, {before}{value} FROM ({_aggregated(part, keys, dialect)}) AS "
        f"{_quoted(part.name, dialect)}"
        for part in parts
    )
    picked = {part.name: _picked(part, label, value) for part in parts}
    for name, formula in formulas.items():
        picked[name] = f"({_filled_in(formula, picked, dialect)})"
    last = picked[list(formulas)[-1]]
    group = f" GROUP BY {listed}" if keys else ""
    return f"SELECT {before}{last} AS {value} FROM ({stacked}) AS {_quoted('parts', dialect)}{group}"


def _picked(part: Part, label: str, value: str) -> str:
    picked = f"MAX(CASE WHEN {label} = '{part.name}' THEN {value} END)"
    return f"COALESCE({picked}, 0)" if part.one("without rows") == "0" else picked


def _filled_in(formula: str, picked: dict[str, str], dialect: str) -> str:
    def put(node: exp.Expression) -> exp.Expression:
        if isinstance(node, exp.Column):
            return sqlglot.parse_one(picked[node.name], read=dialect)
        return node

    return sqlglot.parse_one(formula, read=dialect).transform(put).sql(dialect=dialect)
