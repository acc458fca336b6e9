"""A first data-dictionary folder for tables an engine holds: its files as text, already checked."""

import tempfile
from collections.abc import Sequence
from pathlib import Path

from catalog.contracts import LiveTable
from catalog.dictionary.draft import draft_dictionary
from catalog.dictionary.draft_metrics import draft_metrics
from catalog.dictionary.files import METRICS
from catalog.dictionary.loader import load_dictionary
from catalog.dictionary.relations import KeyProbe
from catalog.yaml_text import definitions_yaml

_METRICS_HEAD = """\
# First metrics, drafted from the tables. Rename, describe and prune: each is a number somebody governs.
"""


def draft_folder(
    tables: Sequence[LiveTable], *, backend: str, is_key: KeyProbe
) -> tuple[dict[str, str], list[str]]:
    """File name → text, metrics.yaml too, and the names of the metrics in it.

    Raises DictionaryInvalid for what a dictionary cannot describe: a column name with a semicolon, for one.
    """
    files = draft_dictionary(tables, is_key)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            (Path(folder) / name).write_text(text, encoding="utf-8")
        metrics = draft_metrics(load_dictionary(folder), backend)
    files[METRICS] = _METRICS_HEAD + definitions_yaml(metrics)
    return files, [metric.name for metric in metrics]
