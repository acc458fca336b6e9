"""A process that ends leaves no connection behind: a warehouse would keep its session, and its thread be cut off."""

from collections.abc import Callable

import pytest

from metrics_portal import endings
from routing.tests.databricks.conftest import MakeBackend, count, wait_until


def test_the_end_of_a_process_ends_its_connections(
    make: MakeBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    at_the_end: list[Callable[[], None]] = []
    monkeypatch.setattr(endings, "at_end", at_the_end.append)  # this process goes on
    backend = make()
    backend.execute(count())
    lived = backend.pool.living

    for ending in at_the_end:
        ending()

    assert lived == 1
    wait_until(lambda: backend.pool.living == 0)
