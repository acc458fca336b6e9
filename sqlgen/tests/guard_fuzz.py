"""Mixes the corpus at random and looks for an escape: `python -m sqlgen.tests.guard_fuzz SECONDS [SEED]`.

An escape is SQL that passes and then shows a secret on DuckDB or names one; a crash is any exception but a
GuardViolation. Both are printed with what was sent, and the exit code is 1.
"""

import random
import re
import sys
import time
from collections.abc import Callable
from functools import cache

import duckdb

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, check
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_world import DIALECTS, MARK, READABLE, SCHEMA, inserts, policy

_TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|\w+|\s+|.", re.S)
_LITERAL = re.compile(r"'(?:[^'\\]|''|\\.)*'")
_NAME = r"[\"`][^\"`]+[\"`]"
_PROJECTION = re.compile(rf"\(SELECT ((?:{_NAME}(?:, )?)+) FROM ({_NAME}(?:\.{_NAME})+)\)")
_SPICE = (
    *(
        "customer_email",
        "sales.vault",
        "vault",
        "hr.salary",
        "secret_text",
        "*",
        "c.*",
        "(SELECT",
        ")",
        "'",
        '"',
        "`",
    ),
    *(
        "--",
        "/*",
        "*/",
        ";",
        "\\",
        "$$",
        "e'",
        "USING (customer_email)",
        "NATURAL",
        "LATERAL",
        "::text",
        ".",
        "c",
    ),
    *(
        "COLUMNS(*)",
        "LIMIT ALL",
        "OFFSET",
        "UNION ALL SELECT customer_email FROM sales.claim",
        "AS",
        "INTO",
        "\u200b",
    ),
)


@cache
def _tokens(kind: str, dialect: Dialect) -> list[list[str]]:
    return [_TOKEN.findall(case.sql) for case in cases(kind, dialect)]


@cache
def _engine() -> duckdb.DuckDBPyConnection:
    engine = duckdb.connect(":memory:")
    for statement in SCHEMA:
        engine.execute(statement)
    for statement, rows in inserts():
        engine.executemany(statement.replace("%s", "?"), rows)
    engine.execute("SET enable_external_access = false")
    return engine


def mutated(dice: random.Random, dialect: Dialect) -> str:
    """A legitimate query with pieces of others, hostile ones too, cut into it."""
    tokens = list(dice.choice(_tokens("legit", dialect)))
    for _ in range(dice.randint(1, 4)):
        other = dice.choice(_tokens(dice.choice(("legit", "hostile")), dialect))
        dice.choice((_splice, _swap, _nest, _spice))(dice, tokens, other)
    return "".join(tokens)


def _splice(dice: random.Random, tokens: list[str], other: list[str]) -> None:
    start = dice.randrange(len(other) or 1)
    at = dice.randrange(len(tokens) + 1)
    tokens[at : at + dice.randint(0, 3)] = other[start : start + dice.randint(1, 12)]


def _swap(dice: random.Random, tokens: list[str], other: list[str]) -> None:
    words = [index for index, token in enumerate(tokens) if token.isidentifier()]
    theirs = [token for token in other if token.isidentifier()]
    if words and theirs:
        tokens[dice.choice(words)] = dice.choice(theirs)


def _nest(dice: random.Random, tokens: list[str], other: list[str]) -> None:
    sources = [index for index, token in enumerate(tokens) if token in ("claim", "region", "product")]
    if sources:
        at = dice.choice(sources)
        tokens[max(0, at - 2) : at + 1] = ["(", *other, ") AS ", tokens[at]]


def _spice(dice: random.Random, tokens: list[str], other: list[str]) -> None:
    tokens.insert(dice.randrange(len(tokens) + 1), f" {dice.choice(_SPICE)} ")


def fault(sql: str, dialect: Dialect) -> str:
    """What is wrong with the guard's answer to this SQL; empty when nothing is."""
    started = time.perf_counter()
    try:
        guarded = check(sql, dialect=dialect, policy=policy(dialect))
    except GuardViolation as violation:
        slow = time.perf_counter() - started > 5
        return "slow to refuse" if slow else "unforeseen" if violation.code == "unforeseen" else ""
    except BaseException as error:
        return f"crashed: {error!r}"
    if _reads_beyond(_LITERAL.sub("''", guarded.sql)):
        return f"reads beyond its policy: {guarded.sql}"
    if dialect == "duckdb":
        try:
            rows = _engine().execute(guarded.sql).fetchall()
        except duckdb.Error:
            return ""  # what an engine refuses shows nothing
        if MARK in repr(rows) or len(rows) > guarded.row_cap:
            return f"shows a secret or too much: {guarded.sql}"
    return ""


def _reads_beyond(sql: str) -> bool:
    """Whether a base table is read with a column, or at all, that the world does not open. By text alone."""
    for columns, table in _PROJECTION.findall(sql):
        key = ".".join(part.strip('"`') for part in table.split(".")[-2:])
        if not {column.strip('"`') for column in columns.split(", ")} <= set(READABLE.get(key, ())):
            return True
    rest = _PROJECTION.sub("()", sql)
    return re.search(r"FROM [\"`](?:sales|hr|memory|lake)[\"`]\.", rest) is not None


def hunt(seconds: float, seed: int, told: Callable[[str], None]) -> int:
    """Mutate until the time is over; gives the number of faults."""
    dice = random.Random(seed)  # noqa: S311 - chance, not secrecy
    end = time.monotonic() + seconds
    tried = faults = 0
    while time.monotonic() < end:
        dialect = dice.choice(DIALECTS)
        sql = mutated(dice, dialect)
        tried += 1
        found = fault(sql, dialect)
        if found:
            faults += 1
            told(f"{dialect}: {sql!r}\n  {found}")
    told(f"{tried} mutations, {faults} faults (seed {seed})")
    return faults


if __name__ == "__main__":
    duration = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    chosen = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    sys.exit(1 if hunt(duration, chosen, lambda line: print(line, flush=True)) else 0)  # noqa: T201 - a report
