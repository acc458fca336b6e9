"""Parity of every demo metric that two backends can answer, on a large lakehouse.

    python -m bench.parity --var var/bench-parity [--claims 2000000] [--json out.json]

Seeds that many claims, then compares each metric over its own closed window through the API, one after the other.
"""

import argparse
import json
import time
from collections import Counter
from pathlib import Path
from typing import Any

from bench.client import Client
from bench.portal import ROOT, Portal, running
from bench.scale import seed

TARGET_SECONDS = 60.0


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench-parity")
    options.add_argument("--claims", type=int, default=2_000_000)
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    with running(given.var, DUCKDB_DEADLINE_SECONDS="120") as portal:
        seeding = seed(portal, given.claims)
        started = time.perf_counter()
        reports = [compared(portal, metric, *sides) for metric, sides in comparable(portal)]
        seconds = time.perf_counter() - started
    result = {
        "claims": given.claims,
        "seeding": seeding,
        "metrics": len(reports),
        "seconds": round(seconds, 2),
        "target_seconds": TARGET_SECONDS,
        "met": seconds <= TARGET_SECONDS,
        "verdicts": Counter(str(one["verdict"]) for one in reports),
        "reports": reports,
    }
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def comparable(portal: Portal) -> list[tuple[str, tuple[str, str]]]:
    """The metrics with sources on two backends that answer here, and those backends."""
    client = Client(portal, role="operator")
    routes = client.get("/v1/routes?page_size=200")["results"]
    here = {route["backend"] for route in routes}
    found = []
    for route in routes:
        offers = client.get(f"/v1/metrics/{route['metric']}")["offers"]
        sides = sorted(here & {offer["backend"] for offer in offers})
        if len(sides) == 2:
            found.append((route["metric"], (sides[0], sides[1])))
    return found


def compared(portal: Portal, metric: str, a: str, b: str) -> dict[str, Any]:
    report = Client(portal, role="operator").post(
        f"/v1/routes/{metric}/parity", {"backend_a": a, "backend_b": b}
    )
    return {
        "metric": metric,
        "verdict": report["verdict"],
        "groups": report["group_count"],
        "milliseconds": round(report["duration_ms"]),
    }


if __name__ == "__main__":
    main()
