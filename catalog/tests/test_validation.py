"""A definition that makes no sense is refused, with the place and the nearest valid name."""

# ruff: noqa: E501 - the cases are tables, read row by row

from typing import Any

import pytest

from catalog.contracts import Dictionary
from catalog.definitions import MetricDefinition
from catalog.tests.builders import composed, simple, source
from catalog.validation import issues_of
from catalog.validation.documents import read_document


def told(dictionary: Dictionary, *definitions: MetricDefinition) -> list[str]:
    known = {definition.name: definition for definition in definitions}
    return [str(issue) for issue in issues_of(definitions, known=known, dictionary=dictionary)]


@pytest.mark.parametrize(
    "members",
    [
        {},
        {"measure": "COUNT(*)"},
        {"measure": "COUNT(DISTINCT customer_id)"},
        {"measure": "SUM(amount) / COUNT(order_id)"},
        {"measure": "AVG(amount) FILTER (WHERE status = 'open')"},
        {"measure": "PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY amount)"},
        {"measure": "COALESCE(SUM(CASE WHEN status = 'open' THEN amount END), 0)"},
        {"where": "status <> 'void' AND ordered_at < loaded_at"},
        {
            "dimensions": [
                "status",
                "segment",
                {"name": "size", "expr": "CASE WHEN amount < 9 THEN 's' ELSE 'l' END"},
            ]
        },
        {"time": "region.opened_on", "time_via": [{"table": "region", "on": "ship_region_id"}]},
        {"time": None},
        {"overrides": {"postgres": "SUM(amount::numeric)"}},
        # Numbers, or what is not known to be none.
        {"measure": "MAX(items) - MIN(amount)"},
        {"measure": "SUM(CAST(status AS INT))"},
        {"measure": "MAX(LENGTH(status))"},
        {"measure": "COUNT(DISTINCT status)"},
        {"measure": "MAX(REVERSE(status))"},
        {"measure": "MAX(ordered_at) - MIN(ordered_at)"},
        {"measure": "AVG(CASE WHEN status = 'open' THEN 1 ELSE 0 END)"},
        {"measure": "MAX(CASE WHEN status = 'open' THEN NULL ELSE items END)"},
        {"measure": "PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY items)"},
        {"measure": "MAX_BY(amount, status)"},
        {"measure": "SUM(status = 'open')"},  # DuckDB adds up what is true
    ],
)
def test_accepts(shop: Dictionary, members: dict[str, Any]) -> None:
    assert told(shop, simple(sources=[source(**members)])) == []


@pytest.mark.parametrize(
    ("members", "place", "words"),
    [
        ({"table": "shop.ordres"}, "sources[0].table", "Did you mean shop.orders?"),
        ({"measure": "amount"}, "sources[0].measure", "no aggregate"),
        ({"measure": "SUM(amount"}, "sources[0].measure", "cannot be read"),
        ({"measure": "SUM(amount); SELECT 1"}, "sources[0].measure", "not one SQL expression"),
        ({"measure": "SELECT 1"}, "sources[0].measure", "not one SQL expression"),
        ({"measure": "SUM(amount) AS total"}, "sources[0].measure", "not one SQL expression"),
        ({"measure": "SUM(amount) + items"}, "sources[0].measure", "items stands outside"),
        ({"measure": "SUM(amuont)"}, "sources[0].measure", "Did you mean amount?"),
        ({"measure": "SUM(customer.segment)"}, "sources[0].measure", "without a table's name"),
        ({"measure": "COUNT(email)"}, "sources[0].measure", "restricted"),
        ({"measure": "SUM(COUNT(items))"}, "sources[0].measure", "an aggregate of an aggregate"),
        ({"measure": "SUM(SUM(items)) OVER ()"}, "sources[0].measure", "window function"),
        ({"measure": "SUM((SELECT 1))"}, "sources[0].measure", "may not hold a query"),
        ({"measure": "SUM(SECRET_FUNCTION(items))"}, "sources[0].measure", "no function known"),
        ({"where": "SUM(amount) > 1"}, "sources[0].where", "one row at a time"),
        ({"where": "email IS NOT NULL"}, "sources[0].where", "restricted"),
        ({"where": "EXISTS (SELECT 1)"}, "sources[0].where", "may not hold a query"),
        ({"time": "ordered"}, "sources[0].time", "Did you mean ordered_at?"),
        ({"time": "status"}, "sources[0].time", "A time is a date or a timestamp."),
        ({"time": None, "time_via": ["region"]}, "sources[0].time", "leads to no time"),
        ({"dimensions": ["statsu"]}, "sources[0].dimensions[0]", "Did you mean status?"),
        ({"dimensions": ["status", "email"]}, "sources[0].dimensions[1]", "restricted"),
        ({"dimensions": ["region_name"]}, "sources[0].dimensions[0]", "2 ways lead from"),
        ({"dimensions": ["refunded_on"]}, "sources[0].dimensions[0]", "count rows several times"),
        ({"dimensions": ["status", "status"]}, "sources[0].dimensions[1]", "there twice"),
        ({"dimensions": [{"name": "hour", "column": "status"}]}, "sources[0].dimensions[0]", "reserved"),
        (
            {"dimensions": [{"name": "d", "expr": "SUM(amount)"}]},
            "sources[0].dimensions[0]",
            "one row at a time",
        ),
        (
            {"dimensions": [{"name": "d", "expr": "status", "column": "status"}]},
            "sources[0].dimensions[0]",
            "choose one",
        ),
        ({"overrides": {"oracle": "SUM(amount)"}}, "sources[0].overrides.oracle", "no dialect"),
        ({"overrides": {"duckdb": "amount"}}, "sources[0].overrides.duckdb", "no aggregate"),
    ],
)
def test_refuses_a_source(shop: Dictionary, members: dict[str, Any], place: str, words: str) -> None:
    issues = told(shop, simple(sources=[source(**members)]))

    assert any(issue.startswith(f"{place}: ") and words in issue for issue in issues), issues


_STATUS, _TIME = (
    "shop.orders.status is a string; varchar",
    "shop.orders.ordered_at is a timestamp; timestamptz",
)


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("MAX(status)", f"MAX(status) gives a text ({_STATUS})"),
        ("MIN(ordered_at) FILTER (WHERE items > 1)", f"gives a time ({_TIME})"),
        ("SUM(status)", f"SUM(status): SUM takes numbers, and is given a text ({_STATUS})"),
        (
            "SUM(DISTINCT status) / COUNT(*)",
            f"SUM(DISTINCT status) / COUNT(*): SUM takes numbers, and is given a text ({_STATUS})",
        ),
        ("AVG(ordered_at)", f"AVG takes numbers, and is given a time ({_TIME})"),
        ("PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY status)", f"is given a text ({_STATUS})"),
        ("PERCENTILE_DISC(0.5) WITHIN GROUP (ORDER BY status)", f"gives a text ({_STATUS})"),
        ("MODE(status)", f"gives a text ({_STATUS})"),
        ("MAX_BY(status, amount)", f"gives a text ({_STATUS})"),
        ("COALESCE(MAX(CASE WHEN items > 1 THEN status END), 'none')", f"gives a text ({_STATUS})"),
        ("ARRAY_AGG(items)", "gives a list or struct."),
        ("COLLECT_SET(items)", "gives a list or struct."),
        ("STRING_AGG(status, ', ')", "gives a text."),
        ("CAST(SUM(amount) AS STRING)", "gives a text."),
        ("MAX(UPPER(status))", "gives a text."),
        ("MAX('=1+1')", "gives a text."),
        ("SUM(amount) > 3", "gives true or false."),
        ("MAX(items > 3)", "gives true or false."),
    ],
)
def test_refuses_a_measure_that_gives_no_number(shop: Dictionary, measure: str, words: str) -> None:
    (issue,) = told(shop, simple(sources=[source(measure=measure)]))

    assert issue.startswith("sources[0].measure: ")
    assert words in issue
    assert issue.endswith("A metric's value is a number: COUNT, SUM or AVG, or MIN and MAX of a number.")


def test_refuses_an_engines_own_measure_that_gives_no_number(shop: Dictionary) -> None:
    (issue,) = told(shop, simple(sources=[source(overrides={"duckdb": "LIST(items)"})]))

    assert issue.startswith("sources[0].overrides.duckdb: ")
    assert "gives a list or struct." in issue


def test_refuses_two_sources_for_one_backend_and_a_mix_of_times(shop: Dictionary) -> None:
    issues = told(shop, simple(sources=[source(), source(time=None)]))

    assert len(issues) == 2
    assert "Two sources answer on duckdb" in issues[0]
    assert "has no time, another one has" in issues[1]


TAKINGS, ORDERS = simple("takings"), simple("orders", sources=[source(measure="COUNT(order_id)")])
ELSEWHERE = simple("elsewhere", sources=[source(backends=["postgres"])])
TIMELESS = simple("timeless", sources=[source(time=None)])
AVERAGE = composed("average", "ratio", numerator="takings", denominator="orders")


@pytest.mark.parametrize(
    ("definition", "words"),
    [
        (composed("m", "ratio", numerator="takings"), "needs denominator"),
        (composed("m", "ratio", numerator="takings", denominator="oders"), "Did you mean orders?"),
        (composed("m", "derived", expression="takings / orders", metrics=["takings"]), "orders is not among"),
        (
            composed("m", "derived", expression="takings + 1", metrics=["takings", "orders"]),
            "does not use it",
        ),
        (
            composed("m", "derived", expression="SUM(average)", metrics=["average"]),
            "A sum over a ratio is no number",
        ),
        (composed("m", "derived", expression="ABS(takings)", metrics=["takings"]), "is not arithmetic"),
        (composed("m", "derived", expression="takings > 1", metrics=["takings"]), "is not arithmetic"),
        (composed("m", "derived", expression="takings + 'x'", metrics=["takings"]), "is not arithmetic"),
        (
            composed("m", "cumulative", cumulative={"metric": "average", "trailing": "28d"}),
            "only a simple one",
        ),
        (composed("m", "cumulative", cumulative={"metric": "takings"}), "either trailing or to_date"),
        (
            composed(
                "m", "cumulative", cumulative={"metric": "takings", "trailing": "7d", "to_date": "month"}
            ),
            "either",
        ),
        (
            composed("m", "cumulative", cumulative={"metric": "timeless", "to_date": "month"}),
            "no time to accumulate",
        ),
        (
            composed("m", "ratio", numerator="takings", denominator="elsewhere"),
            "No backend answers every part",
        ),
        (composed("m", "ratio", numerator="takings", denominator="timeless"), "timeless has no time"),
        (composed("m", "ratio", numerator="m", denominator="orders"), "made of itself: m → m"),
        (composed("m", "simple"), "needs sources"),
        (simple("m", numerator="takings"), "A simple metric has no numerator"),
    ],
)
def test_refuses_a_combination(shop: Dictionary, definition: MetricDefinition, words: str) -> None:
    issues = told(shop, TAKINGS, ORDERS, ELSEWHERE, TIMELESS, AVERAGE, definition)

    assert len(issues) >= 1
    assert any(words in issue for issue in issues), issues


def test_accepts_combinations_of_combinations(shop: Dictionary) -> None:
    share = composed(
        "share", "derived", expression="(average - 1) * 100 / -orders", metrics=["average", "orders"]
    )
    running = composed("running", "cumulative", cumulative={"metric": "takings", "to_date": "month"})

    assert told(shop, TAKINGS, ORDERS, AVERAGE, share, running) == []


def test_finds_a_circle_of_several(shop: Dictionary) -> None:
    first = composed("first", "derived", expression="second * 2", metrics=["second"])
    second = composed("second", "derived", expression="first / 2", metrics=["first"])

    assert told(shop, first, second) == [
        "metrics[0]: The metric is made of itself: first → second → first. Break the circle.",
        "metrics[0]: The metric is made of itself: second → first → second. Break the circle.",
    ]


DOCUMENT = """\
- name: takings
  label: Takings
  sources:
    - backends: [duckdb]
      table: shop.orders
      measure: SUM(amuont)
      time: ordered_at
      dimensions:
        - status
        - {name: region, column: region.region_name, via: [{table: region, on: shipregion_id}]}
- name: broken
  labl: Broken
  unit: usdd
- name: takings
  label: Again
"""


def test_names_the_line_of_each_issue_in_a_file(shop: Dictionary) -> None:
    document = read_document(DOCUMENT, file="metrics.yaml")

    found = [*document.findings]
    found += map(
        document.finding,
        issues_of(document.definitions.values(), known=document.definitions, dictionary=shop),
    )

    assert sorted((finding.line, finding.column, finding.hint) for finding in found) == [
        (6, "takings.sources[0].measure", "Did you mean amount?"),
        (10, "takings.sources[0].dimensions[1]", ""),
        (11, "broken.label", "Write it."),
        (12, "broken.labl", "Did you mean label?"),
        (13, "broken.unit", "Did you mean usd?"),
        (14, "takings.name", "Keep one."),
    ]


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("- name: a\n  label: [", 2, "expected"),
        ("- name: a\n  label: b\n  name: c\n", 3, "there twice"),
        ("name: a\n", 1, "no list"),
        ("- just words\n", 1, "mapping"),
        ("- name: a\n  label: !!python/object:os.system {}\n", 2, "could not determine a constructor"),
    ],
)
def test_says_where_a_file_cannot_be_read(text: str, line: int, words: str) -> None:
    (finding, *_) = read_document(text, file="metrics.yaml").findings

    assert finding.line == line
    assert words in finding.message


def test_words_that_older_yaml_takes_for_booleans_stay_words() -> None:
    text = "- {name: no, label: yes, sources: [{backends: [duckdb], table: a.b, measure: COUNT(*), time_via: [{table: t, on: off}]}]}"

    definition = read_document(text, file="metrics.yaml").definitions["no"]

    assert definition.label == "yes"
    assert definition.sources[0].time_via[0].on == "off"  # type: ignore[union-attr]


def test_a_few_lines_that_stand_for_gigabytes_are_refused() -> None:
    laughs = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))

    (finding,) = read_document("- &a0 [x]\n" + laughs, file="metrics.yaml").findings

    assert "more than 200000 values" in finding.message
