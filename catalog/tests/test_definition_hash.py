"""A definition's hash knows what it means, not how it is written."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from catalog.definitions import MetricDefinition
from catalog.tests.builders import simple, source
from catalog.validation.documents import read_definition
from catalog.yaml_text import definition_yaml

# A busy machine makes examples slow, not wrong.
SLOW_MACHINES = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
NAMES = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1, max_size=30)
SOURCES = st.fixed_dictionaries(
    {
        "backends": st.lists(NAMES, min_size=1, max_size=3),
        "table": st.just("shop.orders"),
        "measure": st.sampled_from(["SUM(amount)", "COUNT(*)"]),
    },
    optional={
        "where": WORDS,
        "time": st.sampled_from(["ordered_at", None]),
        "dimensions": st.lists(
            st.one_of(
                NAMES, st.fixed_dictionaries({"name": NAMES}, optional={"column": WORDS, "label": WORDS})
            ),
            max_size=3,
        ),
    },
)
DEFINITIONS = st.fixed_dictionaries(
    {"name": NAMES, "label": WORDS, "sources": st.lists(SOURCES, min_size=1, max_size=2)},
    optional={
        "description": WORDS,
        "unit": st.sampled_from(["count", "usd"]),
        "type": st.just("simple"),
        "default": st.fixed_dictionaries({"window": st.sampled_from(["last_30_days", "mtd"])}),
        "thresholds": st.fixed_dictionaries({}, optional={"warn": st.sampled_from([0.5, 1.0, 250.0])}),
        "synonyms": st.lists(WORDS, max_size=3),
    },
)


def shuffled(value: Any, random: Any) -> Any:
    if isinstance(value, dict):
        items = [(key, shuffled(inner, random)) for key, inner in value.items()]
        random.shuffle(items)
        return dict(items)
    return [shuffled(inner, random) for inner in value] if isinstance(value, list) else value


@SLOW_MACHINES
@given(DEFINITIONS, st.randoms())
def test_the_order_of_members_does_not_matter(given_: dict[str, Any], random: Any) -> None:
    one, other = (MetricDefinition.model_validate(value) for value in (given_, shuffled(given_, random)))

    assert one.fingerprint() == other.fingerprint()


@SLOW_MACHINES
@given(DEFINITIONS)
def test_defaults_may_be_written_or_left_out(given_: dict[str, Any]) -> None:
    definition = MetricDefinition.model_validate(given_)
    in_full = MetricDefinition.model_validate(json.loads(definition.model_dump_json()))

    assert in_full.fingerprint() == definition.fingerprint()


@SLOW_MACHINES
@given(DEFINITIONS)
def test_what_the_admin_shows_reads_back_as_the_same_definition(given_: dict[str, Any]) -> None:
    definition = MetricDefinition.model_validate(given_)

    again, findings = read_definition(definition_yaml(definition))

    assert findings == ()
    assert again == definition


@SLOW_MACHINES
@given(DEFINITIONS, DEFINITIONS)
def test_two_definitions_share_a_hash_only_when_they_are_equal(
    one: dict[str, Any], other: dict[str, Any]
) -> None:
    first, second = MetricDefinition.model_validate(one), MetricDefinition.model_validate(other)

    assert (first.fingerprint() == second.fingerprint()) == (first == second)


@pytest.mark.parametrize(
    "changed",
    [
        simple(label="Other"),
        simple(unit="usd"),
        simple(sources=[source(measure="SUM(items)")]),
        simple(sources=[source(where="status = 'open'")]),
        simple(sources=[source(dimensions=["status"])]),
        simple(sources=[source(backends=["duckdb", "postgres"])]),
        simple(thresholds={"warn": 1}),
        simple(direction="up"),
    ],
)
def test_every_change_of_meaning_is_another_hash(changed: MetricDefinition) -> None:
    assert changed.fingerprint() != simple().fingerprint()
