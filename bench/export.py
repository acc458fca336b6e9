"""100,000 rows streamed to CSV, beside 10,000: the web process's memory, and the time beside the same SQL by hand.

    python -m bench.export --var var/bench-export [--rounds 5] [--spark] [--links] [--json out.json]

One web process. Its peak is told beside what it weighed before its first export and when it rested; DuckDB works
inside of it, so its own memory counts there. By hand means: execute, fetch everything, write it with csv. Both take
turns. With `--spark` the same is asked of Apache Spark behind the tests' shim, which needs Java 17 and
requirements-engines.txt; with `--links` of the tests' workspace over the Statement Execution API, 1,000,000 rows beside
100,000, which come by links into its storage.
"""

import argparse
import csv
import http.client
import json
import re
import statistics
import time
from collections.abc import Callable, Iterable
from contextlib import ExitStack
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import duckdb

from bench.client import Client
from bench.portal import ROOT, Portal, running
from bench.start import rss_mb

METRIC = "claim_volume"
ASKED = "dimensions=region,device_type,hour&grain=day&window=last_{days}_days"
MANY, FEW = 100_000, 10_000
_PIECE_BYTES = 65_536
_LIMIT = re.compile(r"LIMIT\s+\d+\s*$")


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench-export")
    options.add_argument("--rounds", type=int, default=5)
    options.add_argument("--spark", action="store_true")
    options.add_argument("--links", action="store_true")
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    result: dict[str, Any] = {"duckdb": on_duckdb(given.var, given.rounds)}
    if given.spark:
        result["databricks"] = on_spark(given.var, given.rounds)
    if given.links:
        result["by_links"] = on_links(given.var, given.rounds)
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def on_duckdb(var_dir: Path, rounds: int) -> dict[str, Any]:
    with running(var_dir, WEB_CONCURRENCY="1", EXPORT_MAX_ROWS=str(MANY)) as portal:
        lakehouse = portal.var_dir / "lakehouse.duckdb"

        def by_hand(sql: str, path: Path) -> None:
            with duckdb.connect(str(lakehouse), read_only=True) as connection:
                connection.execute("SET threads = 2; SET TimeZone = 'UTC'")
                write(path, connection.execute(sql).fetchall())

        return compared(portal, rounds, by_hand)


def on_spark(var_dir: Path, rounds: int) -> dict[str, Any]:
    from bench.databricks import environment, fill
    from tests.engines.engine import running_engine

    with ExitStack() as stack:
        engine = stack.enter_context(running_engine(memory="2g", settings={}))
        variables = environment(engine.host, var_dir) | {"WEB_CONCURRENCY": "1", "EXPORT_MAX_ROWS": str(MANY)}
        portal = stack.enter_context(running(var_dir, **variables))
        fill(engine, portal.var_dir / "lakehouse.duckdb")
        connection = stack.enter_context(engine.connection())

        def by_hand(sql: str, path: Path) -> None:
            with connection.cursor() as cursor:
                cursor.execute(sql)
                write(path, cursor.fetchall())

        return compared(portal, rounds, by_hand)


def on_links(var_dir: Path, rounds: int) -> dict[str, Any]:
    from bench.databricks import environment
    from bench.links import DAYS, SETTINGS, by_hand, fill, running_workspace

    with running_workspace() as (workspace, engine):
        variables = environment(workspace.url, var_dir) | SETTINGS | {"EXPORT_MAX_ROWS": str(10 * MANY)}
        with running(var_dir, **variables) as portal:
            fill(engine, portal.var_dir / "lakehouse.duckdb")

            def hand(sql: str, path: Path) -> None:
                write(path, by_hand(workspace, sql))

            return compared(portal, rounds, hand, few=MANY, many=10 * MANY, days=DAYS)


def compared(
    portal: Portal,
    rounds: int,
    by_hand: Callable[[str, Path], None],
    *,
    few: int = FEW,
    many: int = MANY,
    days: int = 395,
) -> dict[str, Any]:
    """Few rows and many: each one's time beside the same SQL by hand, and the process's peak while it ran."""
    (pid,) = portal.web_pids()
    Client(portal).get(
        f"/v1/metrics/{METRIC}/data?{ASKED.format(days=10)}"
    )  # the engine and its driver are loaded
    before = rss_mb(pid)
    asked = {few: ASKED.format(days=days_for(portal, few)), many: ASKED.format(days=days)}
    for query in asked.values():
        exported(
            portal, query
        )  # what the process loads and keeps with its first export is there before it counts
    rested = rss_mb(pid)
    of_few, of_many = (one(portal, pid, query, rows, rounds, by_hand) for rows, query in asked.items())
    return {
        "before_the_first_mb": before,
        "rested_mb": rested,
        "few": of_few,
        "many": of_many,
        "peak_ratio": round(of_many["peak_mb"] / of_few["peak_mb"], 3),
        "rested_after_mb": rss_mb(pid),
    }


def one(
    portal: Portal, pid: int, query: str, most: int, rounds: int, by_hand: Callable[[str, Path], None]
) -> dict[str, Any]:
    sql = sql_of(portal, query, most)
    path, seconds, firsts, hand, peaks = portal.var_dir / "by-hand.csv", [], [], [], []
    by_hand(sql, path)
    for _ in range(rounds):
        Path(f"/proc/{pid}/clear_refs").write_text("5")  # the peak is counted anew
        rows, size, first, whole = exported(portal, query)
        peaks.append(peak_mb(pid))
        started = time.perf_counter()
        by_hand(sql, path)
        hand.append(time.perf_counter() - started)
        seconds.append(whole)
        firsts.append(first)
    return {
        "rows": rows,
        "megabytes": round(size / 1e6, 2),
        "peak_mb": max(peaks),
        "first_byte_ms": round(statistics.median(firsts) * 1000),
        "export_ms": round(statistics.median(seconds) * 1000),
        "by_hand_ms": round(statistics.median(hand) * 1000),
        "ratio": round(statistics.median(seconds) / statistics.median(hand), 2),
    }


def days_for(portal: Portal, rows: int) -> int:
    """A window of about so many rows."""
    in_ten = exported(portal, ASKED.format(days=10))[0]
    return max(1, round(10 * rows / in_ten))


def exported(portal: Portal, query: str) -> tuple[int, int, float, float]:
    """Read a whole export: its rows, its bytes, seconds to the first byte and to the last."""
    connection = http.client.HTTPConnection(urlsplit(portal.url).netloc, timeout=600)
    started = time.perf_counter()
    connection.request(
        "GET",
        f"/v1/metrics/{METRIC}/export?{query}",
        headers={"Authorization": f"Bearer {portal.token()}"},
    )
    response = connection.getresponse()
    first = time.perf_counter() - started
    if response.status != 200:
        raise SystemExit(f"the export answered {response.status}: {response.read()[:500]!r}")
    lines = size = 0
    while piece := response.read1(_PIECE_BYTES):
        lines, size = lines + piece.count(b"\n"), size + len(piece)
    cut = lines - 1 > int(response.headers["Portal-Row-Cap"])  # its last record says so, and is no row
    return lines - 1 - cut, size, first, time.perf_counter() - started


def sql_of(portal: Portal, query: str, most: int) -> str:
    """The SQL of that question, guarded for a tile, with an export's LIMIT."""
    told = Client(portal).get(f"/v1/metrics/{METRIC}/data?{query}&dry_run=true")
    sql, found = _LIMIT.subn(f"LIMIT {most + 1}", told["generated_sql"])
    if not found:
        raise SystemExit("The SQL has no LIMIT at its end.")
    return sql


def write(path: Path, rows: Iterable[Any]) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerows(rows)


def peak_mb(pid: int) -> float:
    """The largest resident memory of a process since its peak was counted anew, in MB (10^6 bytes)."""
    status = Path(f"/proc/{pid}/status").read_text()
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    assert found
    return round(int(found[1]) * 1024 / 1e6, 1)


if __name__ == "__main__":
    main()
