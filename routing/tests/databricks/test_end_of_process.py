"""A process that ends leaves no connection behind: a warehouse would keep its session, and its thread be cut off."""

import pytest

from routing.tests.databricks.conftest import MakeBackend, count, wait_until


class AtExit:
    """What shall be done when the process ends."""

    def __init__(self) -> None:
        self.work: list[tuple[object, dict[str, float]]] = []

    def register(self, work: object, **given: float) -> None:
        self.work.append((work, given))

    def happen(self) -> None:
        for work, given in self.work:
            assert callable(work)
            work(**given)


def test_the_end_of_a_process_ends_its_connections(
    make: MakeBackend, monkeypatch: pytest.MonkeyPatch
) -> None:
    end = AtExit()
    monkeypatch.setattr("routing.backends.databricks.backend.atexit", end)
    backend = make()
    backend.execute(count())
    lived = backend.pool.living

    end.happen()

    assert lived == 1
    wait_until(lambda: backend.pool.living == 0)
