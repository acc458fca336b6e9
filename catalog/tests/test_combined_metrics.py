"""A metric made of others is refused where they cannot be put together."""

import pytest

from catalog.contracts import Dictionary
from catalog.definitions import MetricDefinition
from catalog.tests.builders import composed, simple, source, told

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
