"""Tiles on a large lakehouse, beside the same SQL run by hand in DuckDB.

    python -m bench.scale --var var/bench-scale [--claims 20000000] [--runs 3] [--json out.json]

Seeds that many claims (its peak memory is told), then asks for every demo widget that DuckDB answers, anew
each time, in turn with the SQL of its own provenance on a plain read-only DuckDB connection.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import duckdb

from bench.client import Client
from bench.portal import ROOT, Portal, running


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench-scale")
    options.add_argument("--claims", type=int, default=20_000_000)
    options.add_argument("--runs", type=int, default=3)
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    with running(given.var, DUCKDB_DEADLINE_SECONDS="120") as portal:
        seeding = seed(portal, given.claims)
        tiles = [
            measured
            for widget in lakehouse_widgets(portal)
            if (measured := compare(portal, widget, given.runs))
        ]
    slowest = max(tiles, key=lambda tile: tile["tile_ms"])
    result = {"claims": given.claims, "seeding": seeding, "slowest": slowest, "tiles": tiles}
    print(json.dumps({**result, "tiles": len(tiles)}, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def seed(portal: Portal, claims: int) -> dict[str, float]:
    """Run `manage.py seed_demo`; its seconds and peak resident memory in MB (10^6 bytes)."""
    command = [sys.executable, "manage.py", "seed_demo", "--claims", str(claims)]
    started = time.perf_counter()
    process = subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PORTAL_VAR": str(portal.var_dir)})
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"seed_demo ended with {os.waitstatus_to_exitcode(status)}")
    return {
        "seconds": round(time.perf_counter() - started, 1),
        "peak_rss_mb": round(usage.ru_maxrss * 1024 / 1e6),
    }


def lakehouse_widgets(portal: Portal) -> list[dict[str, Any]]:
    client = Client(portal)
    widgets = client.get("/v1/widgets?page_size=100")["results"]
    return [widget for widget in widgets if client.ask(widget["id"], dry_run=True)["backend"] == "duckdb"]


def compare(portal: Portal, widget: dict[str, Any], runs: int) -> dict[str, Any] | None:
    """One tile against its own SQL by hand, medians of alternating runs; None where the tile has no SQL."""
    client = Client(portal)
    sql = client.ask(widget["id"], refresh=True)["generated_sql"]
    tile_ms, hand_ms = [], []
    with duckdb.connect(str(portal.var_dir / "lakehouse.duckdb"), read_only=True) as by_hand:
        by_hand.execute("SET threads = 2; SET TimeZone = 'UTC'")
        by_hand.execute(sql).fetchall()
        for _ in range(runs):
            tile_ms.append(timed(lambda: client.ask(widget["id"], refresh=True)))
            hand_ms.append(timed(lambda: by_hand.execute(sql).fetchall()))
    tile, hand = statistics.median(tile_ms), statistics.median(hand_ms)
    return {
        "title": widget["title"],
        "tile_ms": round(tile, 1),
        "by_hand_ms": round(hand, 1),
        "ratio": round(tile / hand, 3),
    }


def timed(run: Any) -> float:
    started = time.perf_counter()
    run()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
