"""How long a warm `make up` takes to its first answer, and what a web process then weighs.

    python -m bench.start --var var/bench [--runs 5] [--json out.json]

Baselines of the same run: importing Django alone, and an interpreter that does nothing.
"""

import argparse
import json
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bench.client import Client
from bench.portal import ROOT, Portal, running


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench")
    options.add_argument("--runs", type=int, default=5)
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    with running(given.var):
        pass  # the first run prepares; only warm ones count
    ready: list[float] = []
    resident: list[float] = []
    share: list[float] = []
    for _ in range(given.runs):
        with running(given.var) as portal:
            ready.append(portal.ready_seconds)
            ask_every_tile(portal)
            resident.append(max(rss_mb(pid) for pid in portal.web_pids()))
            share.append(max(pss_mb(pid) for pid in portal.web_pids()))
    import_django = median_seconds([sys.executable, "-c", "import django; from django.conf import settings"])
    result = {
        "ready_seconds": {"median": statistics.median(ready), "max": max(ready)},
        "ready_over_import_django": round(statistics.median(ready) / import_django, 1),
        "web_process_rss_mb": {"median": statistics.median(resident), "max": max(resident)},
        "web_process_pss_mb": {"median": statistics.median(share), "max": max(share)},
    }
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def ask_every_tile(portal: Portal) -> None:
    """Have every widget's engine asked a few times: a process that ran no query weighs less than one in use."""
    for _ in range(4):
        client = Client(
            portal
        )  # a connection of its own each time, so that both web processes get their share
        for widget in client.get("/v1/widgets?page_size=100")["results"]:
            client.ask(widget["id"], refresh=True)


def rss_mb(pid: int) -> float:
    """Resident memory of a process in MB (10^6 bytes), shared pages counted in full."""
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return round(pages * 4096 / 1e6, 1)


def pss_mb(pid: int) -> float:
    """A process's share of memory in MB (10^6 bytes): pages that several processes map are divided among them."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text()
    return round(int(rollup.partition("\nPss:")[2].split()[0]) * 1024 / 1e6, 1)


def median_seconds(command: list[str], runs: int = 5) -> float:
    times = []
    for _ in range(runs):
        started = time.perf_counter()
        subprocess.run(command, check=True, cwd=ROOT)
        times.append(time.perf_counter() - started)
    return statistics.median(times)


if __name__ == "__main__":
    main()
