"""Tiles answered by a warehouse (Apache Spark behind the tests' shim), beside the connector by hand.

    python -m bench.databricks --var var/bench-databricks [--claims 2000000] [--rounds 10] [--json out.json]

Needs Java 17 and requirements-engines.txt. Every lakehouse metric of the demo is routed to the warehouse. Both sides
take turns: one tile and its SQL by hand, eight tiles at once and their SQL from eight threads. Then every metric is
compared between DuckDB and the warehouse.

A warehouse has machines of its own and works on after it answered. So here the engine steps back whenever the portal,
its databases or whoever asks want a core (niceness 19).
"""

import argparse
import json
import os
import statistics
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any

import duckdb
import psycopg
import yaml
from databricks.sql.client import Connection

from bench.client import Client
from bench.parity import compared
from bench.portal import ROOT, Portal, running
from bench.scale import seed
from tests.engines.engine import HTTP_PATH, TOKEN, SparkEngine, running_engine

TABLES = ("ev_claim", "ev_service_request", "dim_product", "dim_region")
AT_ONCE = 8
_BREATH_SECONDS = 0.1
_AT_HAND_SECONDS = 1.2  # an answer stays at hand for one in the process that gave it
TARGETS = {"beyond_the_engine_ms": 6.0, "eight_at_once_ratio": 1.1, "parity_seconds": 60.0}


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--var", type=Path, default=ROOT / "var" / "bench-databricks")
    options.add_argument("--claims", type=int, default=2_000_000)
    options.add_argument("--rounds", type=int, default=10)
    options.add_argument("--json", type=Path)
    given = options.parse_args()
    if given.rounds % 2:
        raise SystemExit("Give an even number of rounds: each side is first in half of them.")

    with ExitStack() as stack:
        engine = stack.enter_context(yielding_engine())
        portal = stack.enter_context(running(given.var, **environment(engine.host, given.var)))
        seeding = seed(portal, given.claims)
        fill(engine, portal.var_dir / "lakehouse.duckdb")
        tiles = _tiles(portal)
        result = {
            "claims": given.claims,
            "seeding": seeding,
            "targets": TARGETS,
            "connections": connections(engine, portal, tiles[0]),
            "one_tile": one_tile(engine, portal, tiles, given.rounds),
            "nothing_kept": nothing_kept(portal, tiles, given.rounds // 2),
            "eight_at_once": eight_at_once(engine, portal, tiles[:AT_ONCE], given.rounds),
            "parity": parity(portal),
        }
    print(json.dumps(result, indent=2))
    if given.json:
        given.json.write_text(json.dumps(result))


@contextmanager
def yielding_engine() -> Iterator[SparkEngine]:
    """An engine whose processes run when nobody else wants the core. They take their niceness from the thread that
    starts them, which must live as long as they do: they end with it."""
    with ThreadPoolExecutor(1, initializer=_step_back) as starter:
        running = running_engine(memory="2g", settings={})
        engine = starter.submit(running.__enter__).result()
        try:
            yield engine
        finally:
            starter.submit(running.__exit__, None, None, None).result()


def _step_back() -> None:
    os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 19)


def environment(host: str, var_dir: Path) -> dict[str, str]:
    """A portal that answers from the warehouse what the demo answers from DuckDB."""
    routes = yaml.safe_load((ROOT / "config" / "metric_routing.yaml").read_text(encoding="utf-8"))
    moved = {
        metric: route | {"backend": "databricks", "warm": False} if route["backend"] == "duckdb" else route
        for metric, route in routes.items()
    }
    var_dir.mkdir(parents=True, exist_ok=True)
    file = var_dir / "routing.yaml"
    file.write_text(yaml.safe_dump(moved), encoding="utf-8")
    return {
        "ROUTING_FILE": str(file),
        "DATABRICKS_HOST": host,
        "DATABRICKS_HTTP_PATH": HTTP_PATH,
        "DATABRICKS_TOKEN": TOKEN,
        "DATABRICKS_DEADLINE_SECONDS": "120",
        "DATABRICKS_ANSWER_SECONDS": "60",
        "DUCKDB_DEADLINE_SECONDS": "120",
    }


def fill(engine: SparkEngine, lakehouse: Path) -> None:
    """The lakehouse's tables in Spark, by way of Parquet."""
    engine.rows("CREATE SCHEMA l3_claims")
    with duckdb.connect(str(lakehouse), read_only=True) as lake:
        for table in TABLES:
            folder = engine.directory / "data" / table
            folder.mkdir(parents=True)
            lake.execute(f"COPY l3_claims.{table} TO '{folder / 'rows.parquet'}' (FORMAT parquet)")
            engine.rows(f"CREATE TABLE l3_claims.{table} USING PARQUET LOCATION '{folder}'")


def _tiles(portal: Portal) -> list[dict[str, Any]]:
    """The demo's widgets that the warehouse answers, each with its SQL; all asked once."""
    client = Client(portal)
    found = []
    for widget in client.get("/v1/widgets?page_size=100")["results"]:
        if client.ask(widget["id"], dry_run=True)["backend"] == "databricks":
            answer = client.ask(widget["id"], refresh=True)
            found.append({"id": widget["id"], "sql": answer["generated_sql"]})
    return found


def connections(engine: SparkEngine, portal: Portal, tile: dict[str, Any]) -> dict[str, int]:
    """Sessions opened and statements run by a second question on one connection, which one web process answers."""
    client = Client(portal)
    client.ask(tile["id"], refresh=True)
    before = len(engine.tape())
    client.ask(tile["id"], refresh=True)
    calls = Counter(one["call"] for one in engine.tape(before))
    return {"sessions_opened": calls["OpenSession"], "statements": calls["ExecuteStatement"]}


def one_tile(
    engine: SparkEngine, portal: Portal, tiles: Sequence[dict[str, Any]], rounds: int
) -> dict[str, float]:
    """A cold tile's own time: without the engine's as it is told, and against its SQL by hand. The sides take turns in
    being first: Spark answers the same question a little sooner the second time, and works on after an answer."""
    client = Client(portal)
    own, whole, by_hand = [], [], []

    def ask(tile: dict[str, Any]) -> None:
        time.sleep(_BREATH_SECONDS)
        answer, milliseconds = client.timed_ask(tile["id"], refresh=True)
        whole.append(milliseconds)
        own.append(milliseconds - answer["execution_ms"])

    with engine.connection() as connection:

        def fetch(tile: dict[str, Any]) -> None:
            time.sleep(_BREATH_SECONDS)
            by_hand.append(_milliseconds(lambda: _fetch(connection, tile["sql"])))

        for tile in tiles:
            _fetch(connection, tile["sql"])
        for number in range(rounds):
            for tile in tiles:
                for side in (fetch, ask) if number % 2 else (ask, fetch):
                    side(tile)
    beyond = [one - other for one, other in zip(whole, by_hand, strict=True)]
    return {
        "answers": len(own),
        "tile_ms": round(statistics.median(whole), 1),
        "by_hand_ms": round(statistics.median(by_hand), 1),
        "beyond_the_engine_ms": round(statistics.median(own), 2),
        "beyond_the_connector_ms": round(statistics.median(beyond), 2),
    }


def nothing_kept(portal: Portal, tiles: Sequence[dict[str, Any]], rounds: int) -> dict[str, float]:
    """The same own time where no answer was kept: it is looked for, and looked for again under the lease."""
    client, own = Client(portal), []
    url = json.loads((portal.var_dir / "embedded.json").read_text())["database_url"]
    for tile in tiles:  # the process behind this connection has their SQL and its lines then
        client.ask(tile["id"], refresh=True)
    with psycopg.connect(url, autocommit=True) as database:
        for _ in range(rounds):
            for tile in tiles:
                time.sleep(_AT_HAND_SECONDS)
                database.execute("DELETE FROM portal_cache_answers WHERE cache_key LIKE '%:answer:%'")
                time.sleep(_BREATH_SECONDS)
                answer, milliseconds = client.timed_ask(tile["id"])
                if not answer["executed"]:
                    raise SystemExit(f"{tile['id']} was answered from what was kept.")
                own.append(milliseconds - answer["execution_ms"])
    return {"answers": len(own), "beyond_the_engine_ms": round(statistics.median(own), 2)}


def eight_at_once(
    engine: SparkEngine, portal: Portal, tiles: Sequence[dict[str, Any]], rounds: int
) -> dict[str, float]:
    """Distinct cold tiles at once, against the same SQL by hand from as many threads; medians of turns."""
    with ExitStack() as stack, ThreadPoolExecutor(len(tiles)) as pool:
        clients = [Client(portal) for _ in tiles]
        lines = [stack.enter_context(engine.connection()) for _ in tiles]
        asks = [lambda c=c, t=t: c.ask(t["id"], refresh=True) for c, t in zip(clients, tiles, strict=True)]
        fetches = [lambda c=c, t=t: _fetch(c, t["sql"]) for c, t in zip(lines, tiles, strict=True)]
        for warming in (asks, fetches):
            _together(pool, warming)
        turns = [(_together(pool, asks), _together(pool, fetches)) for _ in range(rounds)]
    portal_ms, hand_ms = (statistics.median(side) for side in zip(*turns, strict=True))
    return {
        "tiles": len(tiles),
        "portal_ms": round(portal_ms, 1),
        "by_hand_ms": round(hand_ms, 1),
        "ratio": round(portal_ms / hand_ms, 3),
    }


def parity(portal: Portal) -> dict[str, Any]:
    """Every metric that DuckDB and the warehouse both have, one after the other."""
    client = Client(portal, role="operator")
    metrics = [
        route["metric"]
        for route in client.get("/v1/routes?page_size=200")["results"]
        if route["backend"] == "databricks"
    ]
    started = time.perf_counter()
    reports = [compared(portal, metric, "duckdb", "databricks") for metric in metrics]
    return {
        "metrics": len(reports),
        "seconds": round(time.perf_counter() - started, 2),
        "verdicts": Counter(str(one["verdict"]) for one in reports),
        "reports": reports,
    }


def _fetch(connection: Connection, sql: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        cursor.fetchall()


def _together(pool: ThreadPoolExecutor, works: Sequence[Callable[[], object]]) -> float:
    return _milliseconds(lambda: list(pool.map(lambda work: work(), works)))


def _milliseconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000


if __name__ == "__main__":
    main()
