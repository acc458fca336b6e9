"""The routing file is read strictly: a fault is told with its line, its choices and the nearest name."""

import pytest

from catalog.definitions import MetricDefinition
from catalog.findings import Severity
from routing.route_file import check_names, read_routes
from routing.route_settings import RouteSettings

FILE = "metric_routing.yaml"


def test_reads_settings_with_their_defaults() -> None:
    routes = read_routes(
        "# first line\nclaim_volume: {backend: duckdb, cache_seconds: 60, warm: true}\n", file=FILE
    )

    assert not routes.findings
    line = routes.lines["claim_volume"]
    assert line.line == 2
    assert line.settings == RouteSettings(backend="duckdb", cache_seconds=60, stale_seconds=3600, warm=True)


def test_the_hash_does_not_depend_on_how_the_line_is_written() -> None:
    short = read_routes("a: {backend: duckdb}", file=FILE).lines["a"].settings
    long = (
        read_routes("a:\n  warm: false\n  cache_seconds: 300\n  backend: duckdb\n", file=FILE)
        .lines["a"]
        .settings
    )

    assert short.fingerprint() == long.fingerprint()
    assert short.fingerprint() != RouteSettings(backend="duckdb", warm=True).fingerprint()


@pytest.mark.parametrize(
    ("text", "line", "message", "hint"),
    [
        (
            "a:\n  backend: duckdb\n  cash_seconds: 5",
            3,
            "no member cash_seconds",
            "Did you mean cache_seconds?",
        ),
        ("a: {cache_seconds: 5}", 1, "needs backend", ""),
        ("a:\n  backend: duckdb\n  generation: compield", 3, "generation cannot be 'compield'", "compiled"),
        ("a: {backend: duckdb, cache_seconds: '5'}", 1, "cache_seconds cannot be '5'", ""),
        ("a: {backend: duckdb, cache_seconds: true}", 1, "cache_seconds cannot be True", ""),
        ("a: {backend: duckdb, stale_seconds: 86401}", 1, "stale_seconds cannot be 86401", ""),
        ("a: {backend: duckdb, stale_seconds: -1}", 1, "stale_seconds cannot be -1", ""),
        ("a: {backend: duckdb, cache_seconds: 7200}", 1, "must be at least cache_seconds (7200)", ""),
        (
            "a: {backend: duckdb}\nb: {backend: duckdb}\na: {backend: postgres}",
            3,
            "a has a line already, line 1",
            "",
        ),
        ("a: {backend: duckdb, backend: postgres}", 1, "given twice", ""),
        ("a: duckdb", 1, "A route is a mapping", "a: {backend: duckdb}"),
        ("- a", 1, "must map metric names", ""),
        ("a: {backend: duckdb\nb: {", 2, "This is not YAML", ""),
        ("a: {backend: \0}", 1, "This is not YAML", ""),
        ("a: {backend: !!int x}", 1, "This is not YAML", ""),
        ("a: {backend: 2026-13-45, warm: 1}", 1, "warm cannot be 1", ""),
    ],
)
def test_tells_the_fault_and_its_line(text: str, line: int, message: str, hint: str) -> None:
    (finding, *rest) = read_routes(text, file=FILE).findings

    assert not rest
    assert (finding.file, finding.line) == (FILE, line)
    assert message in finding.message
    assert hint in finding.hint


def test_tells_every_fault_at_once_and_keeps_the_good_lines() -> None:
    routes = read_routes("a: {backend: 5}\nb: {backend: duckdb}\nc: {warm: maybe}\n", file=FILE)

    assert list(routes.lines) == ["b"]
    assert [finding.line for finding in routes.findings] == [1, 3, 3]


def _definition(name: str, *backends: str) -> MetricDefinition:
    source = {"backends": backends, "table": "s.t", "measure": "COUNT(id)"}
    return MetricDefinition.model_validate({"name": name, "label": name, "sources": [source]})


_RUNNING = {"name": "running", "label": "Running", "type": "cumulative"}
DEFINITIONS = {
    "claim_volume": _definition("claim_volume", "duckdb"),
    "csat": _definition("csat", "postgres"),
    "running": MetricDefinition.model_validate(
        {**_RUNNING, "cumulative": {"metric": "claim_volume", "trailing": "7d"}}
    ),
    "share": MetricDefinition.model_validate(
        {
            "name": "share",
            "label": "Share",
            "type": "ratio",
            "numerator": "claim_volume",
            "denominator": "running",
        }
    ),
}


@pytest.mark.parametrize(
    ("text", "severity", "message", "hint"),
    [
        (
            "claim_volume: {backend: duckdbb}",
            Severity.ERROR,
            "No backend named duckdbb",
            "Did you mean duckdb?",
        ),
        (
            "claim_volume: {backend: postgres}",
            Severity.ERROR,
            "no source on postgres",
            "Choose one of: duckdb.",
        ),
        (
            "claim_volum: {backend: duckdb}",
            Severity.WARNING,
            "No governed metric",
            "Did you mean claim_volume?",
        ),
        (
            "running: {backend: duckdb, generation: model}",
            Severity.ERROR,
            "generation cannot be 'model': models write no SQL for a cumulative metric",
            "Set generation: compiled.",
        ),
        (
            "share: {backend: duckdb, generation: template}",
            Severity.ERROR,
            "generation cannot be 'template'",
            "Set generation: compiled.",
        ),
    ],
)
def test_tells_what_its_metric_cannot_have(text: str, severity: Severity, message: str, hint: str) -> None:
    routes = read_routes(text, file=FILE)

    (finding,) = check_names(routes, file=FILE, definitions=DEFINITIONS, backends=("duckdb", "postgres"))

    assert finding.severity is severity
    assert message in finding.message
    assert hint in finding.hint
