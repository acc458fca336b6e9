"""A tile through the API: cached, beside an empty view with the same authentication; cold, beside its engine.

    python -m bench.tile --var var/bench [--rounds 10] [--json out.json]

Tile and baseline take turns in one run against one running portal. Cold overhead is the whole answer's time
minus what the engine itself took (`execution_ms`).
"""

import argparse
import json
import statistics
import time
from pathlib import Path
from typing import Any

from bench.client import Client
from bench.load import ask, request_bytes
from bench.portal import ROOT, Portal, running

_EACH = 200


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench")
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--json", type=Path)
    given = options.parse_args()

    with running(given.var, DJANGO_SETTINGS_MODULE="bench.tile_settings") as portal:
        widgets = Client(portal).get("/v1/widgets?page_size=100")["results"]
        tile = longest_kept(portal, widgets)
        one, ten = (cached(portal, tile, given.rounds, count) for count in (1, 10))
        result = {
            "cached": {"1_connection": one, "10_connections": ten},
            "cold": cold(portal, widgets, given.rounds),
        }
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


def longest_kept(portal: Portal, widgets: list[dict[str, Any]]) -> str:
    """The widget whose answer stays current the longest: it must not expire while it is measured."""
    client = Client(portal)
    seconds = {
        widget["id"]: client.ask(widget["id"], refresh=True)["provenance"]["cache_seconds"]
        for widget in widgets
    }
    return max(seconds, key=lambda widget: seconds[widget])


def cached(portal: Portal, widget_id: str, rounds: int, connections: int) -> dict[str, float]:
    """Median milliseconds and requests a second of both, and their ratios."""
    requests = {
        "empty": request_bytes(portal, "POST", "/v1/bench/empty", {}),
        "tile": request_bytes(portal, "POST", f"/v1/widgets/{widget_id}/data", {}),
    }
    for request in requests.values():
        ask(portal, request, connections=8, each=20)  # every process and thread has answered before it counts
    seconds: dict[str, list[float]] = {name: [] for name in requests}
    per_second: dict[str, list[float]] = {name: [] for name in requests}
    for _ in range(rounds):
        for name, request in requests.items():
            started = time.perf_counter()
            answers = ask(portal, request, connections=connections, each=max(1, _EACH // connections))
            per_second[name].append(len(answers) / (time.perf_counter() - started))
            seconds[name] += [answer.seconds for answer in answers]
    median = {name: statistics.median(values) * 1000 for name, values in seconds.items()}
    rate = {name: statistics.median(values) for name, values in per_second.items()}
    return {
        "empty_ms": round(median["empty"], 2),
        "tile_ms": round(median["tile"], 2),
        "median_ratio": round(median["tile"] / median["empty"], 2),
        "empty_per_second": round(rate["empty"]),
        "tile_per_second": round(rate["tile"]),
        "throughput_ratio": round(rate["tile"] / rate["empty"], 2),
    }


def cold(portal: Portal, widgets: list[dict[str, Any]], rounds: int) -> dict[str, float]:
    """What an answer costs on top of its engine's own time, over every widget, the engine asked each time."""
    client, overheads = Client(portal), []
    for _ in range(rounds):
        for widget in widgets:
            answer, total_ms = client.timed_ask(widget["id"], refresh=True)
            if answer["executed"]:
                overheads.append(total_ms - answer["execution_ms"])
    return {
        "overhead_median_ms": round(statistics.median(overheads), 2),
        "overhead_p95_ms": round(statistics.quantiles(overheads, n=20)[-1], 2),
        "answers": len(overheads),
    }


if __name__ == "__main__":
    main()
