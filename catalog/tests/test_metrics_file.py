"""What is wrong in a file of metrics is told with its line; a file that cannot be read says where."""

import pytest

from catalog.contracts import Dictionary
from catalog.validation import issues_of
from catalog.validation.documents import read_document

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
    source = "{backends: [duckdb], table: a.b, measure: COUNT(*), time_via: [{table: t, on: off}]}"
    text = f"- {{name: no, label: yes, sources: [{source}]}}"

    definition = read_document(text, file="metrics.yaml").definitions["no"]

    assert definition.label == "yes"
    assert definition.sources[0].time_via[0].on == "off"  # type: ignore[union-attr]


def test_a_few_lines_that_stand_for_gigabytes_are_refused() -> None:
    laughs = "".join(f"- &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))

    (finding,) = read_document("- &a0 [x]\n" + laughs, file="metrics.yaml").findings

    assert "more than 200000 values" in finding.message
