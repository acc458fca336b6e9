"""Mixes the corpus and looks for an escape: `python -m sqlgen.tests.guard_fuzz SECONDS [SEED]`.

An escape is SQL that passes and then names, shows or follows a secret (see guard_canary.py); a crash is any exception
but a GuardViolation. Each is made as small as hypothesis can and printed; the exit code is then 1.
"""

import re
import sys
import time
from collections.abc import Callable, MutableSequence
from functools import cache

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from sqlgen.contracts import Dialect
from sqlgen.guard import GuardViolation, Policy, check
from sqlgen.tests.guard_canary import Canary, ruled, running_canary
from sqlgen.tests.guard_cases import cases
from sqlgen.tests.guard_fences import known
from sqlgen.tests.guard_world import DIALECTS, READABLE

BATCH = 250
_SLOW_SECONDS = 5.0
_TOKEN = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|\w+|\s+|.", re.S)
_LITERAL = re.compile(r"'(?:[^'\\]|''|\\.)*'")
_NAME = r"[\"`][^\"`]+[\"`]"
_FENCES = r" OFFSET 0| QUALIFY COUNT\(\*\) OVER \(\) > 0| AND MONOTONICALLY_INCREASING_ID\(\) >= 0"
_INSIDE = rf"(?: AND [^\"`]*{_NAME}[^\"`]*?)*"  # plain conditions, of one column each
_RULES = rf"(?: WHERE [\"`]product_id[\"`] IN \([0-9, ]+\)(?:{_INSIDE}(?:{_FENCES}))?)?"
_PROJECTION = re.compile(rf"\(SELECT ((?:{_NAME}(?:, )?)+) FROM ({_NAME}(?:\.{_NAME})+)({_RULES})\)")
_SPICES = """
    customer_email|sales.vault|vault|hr.salary|secret_text|*|c.*|c|(SELECT|)|'|"|`|--|/*|*/|;|$$|e'|.|::text|AS|INTO|
    USING (customer_email)|NATURAL|LATERAL|COLUMNS(*)|LIMIT ALL|OFFSET|WITH x AS (|GROUP BY ALL|HAVING|ORDER BY|QUALIFY|
    UNION ALL SELECT customer_email FROM sales.claim|
    ARRAY['open', 'closed']|['open', 'closed']|ARRAY('open', 'closed')|= ANY (|<> ALL (|'{open,closed}'|
    UNNEST(|EXPLODE(|LATERAL (VALUES (|PIVOT (SUM(cost) FOR status IN ('open', 'closed'))|
    PIVOT (MAX(status) FOR score IN (1, 2)) AS p|UNPIVOT (v FOR m IN (cost, score))|
    [1]|[1:2]|->> 'a'|-> 'customer_email'|LATERAL (|\\|\u200b|\u212a
"""
_SPICE = tuple(spice.strip(" \n") for spice in _SPICES.split("|"))
# Conditions that fail for rows the viewer's rule hides in one of the canary's worlds, and for no visible row.
_PROBES = (
    "CASE WHEN score = 0 THEN 1 / score ELSE 1 END = 1",
    "CAST(CASE WHEN channel LIKE 'S3C%' THEN channel ELSE '1' END AS INT) = 1",
    "SQRT(CASE WHEN channel = '12' THEN -1 ELSE 1 END) > 0",
    "LN(CASE WHEN status LIKE 'S3C%' THEN -1 ELSE 1 END) >= 0",
    "DATE_TRUNC('dow', CASE WHEN score = 0 THEN opened_at END) IS NULL",
)

Tokens = MutableSequence[str]
Mix = Callable[[st.DrawFn, Tokens, list[str]], None]


@cache
def _tokens(kind: str, dialect: Dialect) -> list[list[str]]:
    return [_TOKEN.findall(case.sql) for case in cases(kind, dialect)]


@st.composite
def mutations(draw: st.DrawFn, dialect: Dialect, begun: tuple[str, ...] = ()) -> str:
    """A legitimate query, or one of `begun`, with pieces of others, hostile ones too, cut into it."""
    legit = _tokens("legit", dialect)
    tokens = list(draw(st.sampled_from([_TOKEN.findall(sql) for sql in begun] or legit)))
    for _ in range(draw(st.integers(1, 4))):
        other = draw(st.sampled_from(_tokens(draw(st.sampled_from(("legit", "hostile"))), dialect)))
        mix: Mix = draw(st.sampled_from((_splice, _swap, _nest, _spice, _condition, _probe, _name, _quote)))
        mix(draw, tokens, other)
    return "".join(tokens)


ASKED = st.sampled_from(DIALECTS).flatmap(lambda dialect: st.tuples(st.just(dialect), mutations(dialect)))


def _splice(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    start = draw(st.integers(0, max(0, len(other) - 1)))
    at = draw(st.integers(0, len(tokens)))
    tokens[at : at + draw(st.integers(0, 3))] = other[start : start + draw(st.integers(1, 12))]


def _swap(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    words = [index for index, token in enumerate(tokens) if token.isidentifier()]
    theirs = [token for token in other if token.isidentifier()]
    if words and theirs:
        tokens[draw(st.sampled_from(words))] = draw(st.sampled_from(theirs))


def _nest(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    sources = [index for index, token in enumerate(tokens) if token in ("claim", "region", "product")]
    if sources:
        at = draw(st.sampled_from(sources))
        tokens[max(0, at - 2) : at + 1] = ["(", *other, ") AS ", tokens[at]]


def _spice(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    tokens.insert(draw(st.integers(0, len(tokens))), f" {draw(st.sampled_from(_SPICE))} ")


def _condition(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    """The other query's condition goes before this one's."""
    theirs = [index for index, token in enumerate(other) if token.upper() == "WHERE"]
    if theirs:
        held = other[theirs[0] + 1 :]
        ends = (index for index, token in enumerate(held) if token.upper() in ("GROUP", "ORDER", "LIMIT"))
        _also(draw, tokens, "".join(held[: next(ends, len(held))]))


def _probe(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    _also(draw, tokens, draw(st.sampled_from(_PROBES)))


def _also(draw: st.DrawFn, tokens: Tokens, condition: str) -> None:
    places = [index for index, token in enumerate(tokens) if token.upper() in ("WHERE", "HAVING", "ON")]
    if places:
        tokens.insert(draw(st.sampled_from(places)) + 1, f" ({condition}) AND ")


def _name(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    """A readable name becomes one that is not, or is spelled otherwise."""
    names = [
        index for index, token in enumerate(tokens) if token in ("status", "channel", "claim", "cost", "c")
    ]
    if names:
        spelled = st.sampled_from(
            ("customer_email", "vault", "STATUS", '"status"', "`status`", "c", "claim", "x")
        )
        tokens[draw(st.sampled_from(names))] = draw(spelled)


def _quote(draw: st.DrawFn, tokens: Tokens, other: list[str]) -> None:
    quoted = [index for index, token in enumerate(tokens) if token[:1] in "'\"`" and len(token) > 1]
    if quoted:
        at = draw(st.sampled_from(quoted))
        opening, closing = (draw(st.sampled_from(("'", '"', "`", "e'", "$$", ""))) for _ in range(2))
        tokens[at] = f"{opening}{tokens[at][1:-1]}{closing}"


def fault(sql: str, dialect: Dialect, canary: Canary, world: Policy | None = None) -> str:
    """What is wrong with the guard's answer to this SQL; empty when nothing is."""
    started = time.perf_counter()
    try:
        guarded = check(sql, dialect=dialect, policy=world or ruled(dialect))
    except GuardViolation as violation:
        slow = time.perf_counter() - started > _SLOW_SECONDS
        return "slow to refuse" if slow else "unforeseen" if violation.code == "unforeseen" else ""
    except BaseException as error:
        return f"crashed: {error!r}"
    if _reads_beyond(known(_LITERAL.sub("''", guarded.sql))):
        return f"reads beyond its policy: {guarded.sql}"
    return canary.fault(guarded)


def _reads_beyond(sql: str) -> bool:
    """Whether a base table is read with a column, or a row, or at all, that the world does not open. By text alone."""
    for columns, table, rules in _PROJECTION.findall(sql):
        key = ".".join(part.strip('"`') for part in table.split(".")[-2:])
        if not {named.strip('"`') for named in re.findall(_NAME, columns + rules)} <= set(
            READABLE.get(key, ())
        ):
            return True
        if (key == "sales.claim") != bool(rules):
            return True
    rest = _PROJECTION.sub("()", sql)
    return re.search(r"FROM [\"`](?:sales|hr|memory|lake)[\"`]\.", rest) is not None


class Escape(AssertionError):
    """A fault, with the SQL that made it."""


def probe(
    canary: Canary,
    start: int,
    examples: int,
    world: Callable[[Dialect], Policy] = ruled,
    asked: st.SearchStrategy[tuple[Dialect, str]] = ASKED,
) -> None:
    """Try so many mutations; raises Escape with the smallest that shows a fault."""

    @seed(start)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=(Phase.generate, Phase.shrink),
    )
    @given(asked=asked)
    def nothing_escapes(asked: tuple[Dialect, str]) -> None:
        dialect, sql = asked
        found = fault(sql, dialect, canary, world(dialect))
        if found:
            raise Escape(f"{dialect}: {sql!r}\n  {found}")

    nothing_escapes()


def hunt(seconds: float, start: int, told: Callable[[str], None]) -> int:
    """Mutate until the time is over; gives the number of batches that showed a fault."""
    end = time.monotonic() + seconds
    batches = faults = 0
    with running_canary() as canary:
        while time.monotonic() < end:
            try:
                probe(canary, start + batches, BATCH)
            except Escape as escape:
                faults += 1
                told(str(escape))
            batches += 1
    told(f"{batches * BATCH} mutations, {faults} faults (seed {start})")
    return faults


if __name__ == "__main__":
    duration = float(sys.argv[1]) if len(sys.argv) > 1 else 60.0
    chosen = int(sys.argv[2]) if len(sys.argv) > 2 else int(time.time())
    sys.exit(1 if hunt(duration, chosen, lambda line: print(line, flush=True)) else 0)  # noqa: T201 - a report
