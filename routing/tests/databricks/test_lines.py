"""Connections: each on one thread, lent to one caller, few, renewed when worn, and never waited for too long."""

import contextlib
import itertools
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest

from routing.backends.databricks.belt import Belt
from routing.backends.databricks.channel import Result, Running, Statement, Streamed
from routing.backends.databricks.faults import Fault, Trouble
from routing.backends.databricks.pool import Pool
from routing.contracts import ResultColumn

ASK = Statement(sql="SELECT 1", limit=1)


class Warehouse:
    """Opens channels and remembers them; `fault` is what each statement ends with."""

    def __init__(self) -> None:
        self.opened: list[Channel] = []
        self.fault: Fault | None = None
        self.fault_when_tidied: Fault | None = None
        self.lasts_seconds: float | None = None
        self.answer = threading.Event()
        self.answer.set()
        self.pings = 0

    def open(self) -> "Channel":
        self.opened.append(Channel(self))
        return self.opened[-1]


class Channel:
    def __init__(self, warehouse: Warehouse) -> None:
        self._warehouse = warehouse
        lasts = warehouse.lasts_seconds
        self.expires_at = time.time() + lasts if lasts is not None else None
        self.threads = {threading.get_ident()}
        self.closed = threading.Event()
        self.statement_closed = threading.Event()

    def run(self, statement: Statement, running: Running) -> tuple[Result, Callable[[], None]]:
        self.threads.add(threading.get_ident())
        self._warehouse.answer.wait(10)
        if self._warehouse.fault:
            raise self._warehouse.fault
        return Result(columns=(ResultColumn("n", "int"),), rows=[(1,)]), self._tidy

    def _tidy(self) -> None:
        if self._warehouse.fault_when_tidied:
            raise self._warehouse.fault_when_tidied

    def stream(self, statement: Statement, running: Running) -> Streamed:
        return Streamed(
            columns=(ResultColumn("n", "int"),),
            batches=([(n,)] for n in itertools.count()),
            close=self.statement_closed.set,
        )

    def ping(self) -> None:
        self._warehouse.pings += 1
        self.run(ASK, Running())

    def close(self) -> None:
        self.threads.add(threading.get_ident())
        self.closed.set()


@pytest.fixture
def warehouse() -> Warehouse:
    return Warehouse()


@pytest.fixture
def pool_of(warehouse: Warehouse) -> Iterator[Callable[..., Pool]]:
    made: list[Pool] = []

    def make(**options: float) -> Pool:
        made.append(Pool(warehouse.open, **{"size": 3, **options}))
        return made[-1]

    yield make
    warehouse.answer.set()
    for pool in made:
        pool.close(seconds=5)


def ask(pool: Pool) -> list[tuple[object, ...]]:
    with pool.line() as line:
        return list(line.run(ASK, Running()).result(timeout=5).rows)


def test_the_next_question_uses_the_same_connection(
    pool_of: Callable[..., Pool], warehouse: Warehouse
) -> None:
    pool = pool_of()

    assert [ask(pool) for _ in range(5)] == [[(1,)]] * 5
    assert len(warehouse.opened) == 1


def test_a_connection_lives_and_ends_on_one_thread(
    pool_of: Callable[..., Pool], warehouse: Warehouse
) -> None:
    pool = pool_of()
    with ThreadPoolExecutor(4) as callers:
        list(callers.map(lambda _: ask(pool), range(20)))

    pool.close(seconds=5)

    assert all(len(channel.threads) == 1 for channel in warehouse.opened)
    assert all(channel.closed.is_set() for channel in warehouse.opened)


def test_no_more_are_kept_than_were_asked_for(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of(size=2)
    together = threading.Barrier(4)

    def ask_together(_: int) -> None:
        with pool.line() as line:
            together.wait(5)
            line.run(ASK, Running()).result(timeout=5)

    with ThreadPoolExecutor(4) as callers:
        list(callers.map(ask_together, range(4)))

    assert _sinks_to(pool, 2)


def test_more_than_can_be_held_up_are_refused(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of(size=1)
    warehouse.answer.clear()
    for _ in range(2):
        with pool.line() as line:
            line.run(ASK, Running())
            line.end()  # nobody waits for its answer any more

    with pytest.raises(Fault) as refused, pool.line():
        pass

    assert refused.value.trouble is Trouble.BUSY


def test_one_that_was_left_behind_ends_by_itself(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of()
    warehouse.answer.clear()
    with pool.line() as line:
        line.run(ASK, Running())
        line.end()

    warehouse.answer.set()

    assert _sinks_to(pool, 0)
    assert warehouse.opened[0].closed.is_set()


@pytest.mark.parametrize(
    "trouble", [Trouble.UNREACHABLE, Trouble.SESSION_LOST, Trouble.SIGN_IN, Trouble.BUSY]
)
def test_a_broken_one_is_not_lent_again(
    pool_of: Callable[..., Pool], warehouse: Warehouse, trouble: Trouble
) -> None:
    pool = pool_of()
    warehouse.fault = Fault(trouble)
    with pytest.raises(Fault):
        ask(pool)
    warehouse.fault = None

    ask(pool)

    assert len(warehouse.opened) == 2


@pytest.mark.parametrize("trouble", [Trouble.NO_SUCH, Trouble.DENIED, Trouble.QUERY, Trouble.CANCELLED])
def test_a_bad_statement_costs_no_connection(
    pool_of: Callable[..., Pool], warehouse: Warehouse, trouble: Trouble
) -> None:
    pool = pool_of()
    warehouse.fault = Fault(trouble)
    with pytest.raises(Fault):
        ask(pool)
    warehouse.fault = None

    ask(pool)

    assert len(warehouse.opened) == 1


@pytest.mark.parametrize(("trouble", "lent_again"), [(Trouble.SIGN_IN, True), (Trouble.UNREACHABLE, False)])
def test_a_sign_in_that_ended_before_the_closing_is_met_by_the_next_question(
    pool_of: Callable[..., Pool], warehouse: Warehouse, trouble: Trouble, lent_again: bool
) -> None:
    pool = pool_of()
    warehouse.fault_when_tidied = Fault(trouble)
    with pool.line() as line:
        line.run(ASK, Running()).result(timeout=5)
        with contextlib.suppress(Fault):
            line.run(ASK, Running()).result(timeout=5)  # tidies the one before

    assert line.is_lendable() is lent_again


def test_one_is_renewed_before_its_token_ends(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of()
    warehouse.lasts_seconds = 0.0
    ask(pool)

    ask(pool)

    assert len(warehouse.opened) == 2


def test_an_old_one_is_renewed(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of(most_seconds=0.0)
    ask(pool)

    ask(pool)

    assert len(warehouse.opened) == 2


def test_one_that_lay_idle_and_died_is_not_lent(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of(checked_after_seconds=0.0)
    ask(pool)
    warehouse.fault = Fault(Trouble.SESSION_LOST)

    with pool.line() as line:
        warehouse.fault = None
        assert line.served == 0

    assert warehouse.opened[0].closed.wait(5)


@pytest.mark.parametrize("silent", [True, False], ids=["silent", "lost"])
def test_one_look_at_one_that_died_is_enough_to_part_with_all_of_them(
    pool_of: Callable[..., Pool], warehouse: Warehouse, silent: bool
) -> None:
    pool = pool_of(size=8, checked_after_seconds=0.0)
    with ExitStack() as together:
        lines = [together.enter_context(pool.line()) for _ in range(8)]
        for line in lines:
            line.run(ASK, Running()).result(timeout=5)
    if silent:
        warehouse.answer.clear()
    else:
        warehouse.fault = Fault(Trouble.SESSION_LOST)

    with pool.line() as line:
        warehouse.answer.set()
        assert line.served == 0

    assert warehouse.pings == 1
    assert all(channel.closed.wait(5) for channel in warehouse.opened[:8])


def test_a_stream_that_its_reader_left_is_closed_on_a_line_that_is_lent_again(
    pool_of: Callable[..., Pool], warehouse: Warehouse
) -> None:
    pool, belt = pool_of(), Belt()
    with pool.line() as line:
        line.stream(ASK, Running(), belt).result(timeout=5)

        belt.leave()

        assert warehouse.opened[0].statement_closed.wait(5)
    assert ask(pool) == [(1,)]
    assert len(warehouse.opened) == 1


def test_idle_ones_are_closed(pool_of: Callable[..., Pool], warehouse: Warehouse) -> None:
    pool = pool_of(idle_seconds=0.05)

    ask(pool)

    assert _sinks_to(pool, 0)
    assert warehouse.opened[0].closed.is_set()


def _sinks_to(pool: Pool, count: int) -> bool:
    for _ in range(250):
        if pool.living == count:
            return True
        time.sleep(0.02)
    return False
