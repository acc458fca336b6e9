"""A hundred people ask one cold question at the same moment, over two web processes: how many queries run?

    python -m bench.stampede --var var/bench-stampede [--claims 2000000] [--runs 5] [--json out.json]

Each run asks a question that was never asked before. A query is counted by the id its engine gave it, which
every answer carries; the slowest of the hundred answers is set against that query's own time.
"""

import argparse
import json
import os
import secrets
import statistics
import subprocess
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from bench.client import Client
from bench.load import ask, request_bytes
from bench.portal import ROOT, Portal, running

_PEOPLE, _PROCESSES = 100, 2


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench-stampede")
    options.add_argument("--claims", type=int, default=2_000_000)
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    with running(given.var, WEB_CONCURRENCY=str(_PROCESSES)) as portal:
        seed(portal, given.claims)
        Client(portal).get("/v1/metrics/claim_volume/data?dimensions=hour&window=last_7_days")
        runs = [stampede(portal, number) for number in range(given.runs)]
    result = {
        "people": _PEOPLE,
        "processes": _PROCESSES,
        "queries_most": max(run["queries"] for run in runs),
        "slowest_over_query": round(
            statistics.median(run["slowest_ms"] / run["query_ms"] for run in runs), 2
        ),
        "runs": runs,
    }
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def seed(portal: Portal, claims: int) -> None:
    command = [sys.executable, "manage.py", "seed_demo", "--claims", str(claims)]
    subprocess.run(command, check=True, cwd=ROOT, env={**os.environ, "PORTAL_VAR": str(portal.var_dir)})


def stampede(portal: Portal, number: int) -> dict[str, Any]:
    end = date.today() - timedelta(days=number)
    window = f"{end - timedelta(days=365)}..{end}"
    # No region has this name: the question is new also where the portal was measured before.
    new = f"filter=region:not_in:{secrets.token_hex(8)}"
    path = f"/v1/metrics/claim_volume/data?dimensions=region,weekday,hour&window={window}&limit=50&{new}"
    answers = ask(portal, request_bytes(portal, "GET", path), connections=_PEOPLE, each=1)
    told = [answer.json() for answer in answers]
    if len({json.dumps(one["data"]) for one in told}) != 1:
        raise SystemExit("The answers to one question differ.")
    return {
        "queries": len({one["provenance"]["query_id"] for one in told}),
        "executed": sum(one["executed"] for one in told),
        "query_ms": told[0]["execution_ms"],
        "slowest_ms": round(max(answer.seconds for answer in answers) * 1000, 1),
    }


if __name__ == "__main__":
    main()
