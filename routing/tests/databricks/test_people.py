"""Asked as a person, the warehouse answers by that person's rights: their connections are nobody else's."""

import base64
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.core.cache import caches

from metrics_portal import databricks_auth
from routing.backends.databricks.people import KEPT_SECONDS, MOST_PEOPLE, People
from routing.backends.slots import Slots
from routing.contracts import BackendError, ErrorKind
from routing.tests.databricks.conftest import MakeBackend, count, refused, wait_until
from tests.clock import Clock
from tests.emulators.access import Principal
from tests.emulators.workspace import TOKEN, Workspace


@pytest.fixture
def people(workspace: Workspace) -> None:
    workspace.access.admit(Principal(name="ada", tables=frozenset({"shop.sale"})), "token-ada")
    workspace.access.admit(Principal(name="bob", tables=frozenset()), "token-bob")


def asked_by(workspace: Workspace) -> list[str]:
    return [one.principal.name for one in workspace.statements.statements() if "COUNT" in one.question.sql]


@pytest.mark.usefixtures("people")
def test_each_person_is_answered_by_their_own_rights(make: MakeBackend, workspace: Workspace) -> None:
    backend = make()

    assert list(backend.as_user("1", "token-ada").execute(count()).rows) == [(2000,)]
    assert refused(backend.as_user("2", "token-bob")).kind is ErrorKind.PERMISSION_DENIED
    assert asked_by(workspace) == ["ada", "bob"]


@pytest.mark.usefixtures("people")
def test_connections_are_never_shared(make: MakeBackend) -> None:
    backend = make()
    ada, bob = backend.as_user("1", "token-ada"), backend.as_user("2", "token-bob")

    assert ada is backend.as_user("1", "token-ada")
    assert len({id(view.pool) for view in (backend, ada, bob)}) == 3


@pytest.mark.usefixtures("people")
def test_another_token_of_the_same_person_ends_what_the_last_one_opened(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make()
    before = backend.as_user("1", "token-ada")
    before.execute(count())
    workspace.access.admit(Principal(name="ada"), "token-ada-renewed")

    after = backend.as_user("1", "token-ada-renewed")
    after.execute(count())

    assert after is not before
    assert _ended(before.pool)


def test_nobody_is_answered_by_the_portals_own_rights(make: MakeBackend, workspace: Workspace) -> None:
    backend = make()

    with pytest.raises(BackendError) as nobody:
        backend.as_user("1", "")
    refusal = refused(backend.as_user("1", "token-of-yesterday"))

    assert nobody.value.kind is ErrorKind.PERMISSION_DENIED
    assert workspace.statements.statements() == []
    assert "token-of-yesterday" not in refusal.detail


@pytest.mark.usefixtures("people")
def test_an_expired_token_is_told_to_the_person_not_to_an_operator(
    make: MakeBackend, workspace: Workspace
) -> None:
    ada = make().as_user("1", "token-ada")
    workspace.access.expire_tokens()

    refusal = refused(ada)

    assert refusal.kind is ErrorKind.PERMISSION_DENIED
    assert "Sign in again" in refusal.detail
    assert "DATABRICKS_TOKEN" not in refusal.detail


def test_only_so_many_people_are_kept(make: MakeBackend, workspace: Workspace) -> None:
    backend = make()
    workspace.access.admit(Principal(name="first"), "token-0")
    first = backend.as_user("0", "token-0")
    first.execute(count())

    for number in range(1, MOST_PEOPLE + 1):
        backend.as_user(str(number), f"token-{number}")

    assert _ended(first.pool)
    assert backend.as_user("0", "token-0") is not first


@pytest.mark.usefixtures("people")
def test_who_has_not_asked_for_half_an_hour_is_forgotten(make: MakeBackend) -> None:
    clock, backend = Clock(), make()
    backend._people = People(backend._view_of, clock=clock)
    ada = backend.as_user("1", "token-ada")
    ada.execute(count())

    clock.now += KEPT_SECONDS - 1
    backend.as_user("2", "token-bob")
    still_there = backend.as_user("1", "token-ada") is ada
    clock.now += KEPT_SECONDS + 1
    backend.as_user("3", "token-of-somebody")

    assert still_there
    assert _ended(ada.pool)
    assert not any(principal.token == "token-ada" for principal, _ in databricks_auth._configs)
    assert backend.as_user("1", "token-ada") is not ada


@pytest.mark.usefixtures("people")
def test_what_was_asked_with_the_last_token_is_answered_all_the_same(
    make: MakeBackend, workspace: Workspace
) -> None:
    backend = make()
    before = backend.as_user("1", "token-ada")
    workspace.statements.hold("shop")
    with ThreadPoolExecutor() as threads:
        under_way = threads.submit(before.execute, count())
        wait_until(lambda: asked_by(workspace) == ["ada"])
        backend.as_user("1", "token-ada-renewed")
        workspace.statements.release()

        assert list(under_way.result(timeout=30).rows) == [(2000,)]
    # Whoever had their way to it just before has their answer, too, and keeps nothing open.
    assert list(before.execute(count()).rows) == [(2000,)]
    assert _ended(before.pool)


@pytest.mark.usefixtures("people")
def test_one_person_may_ask_as_much_at_once_as_there_are_slots(
    make: MakeBackend, workspace: Workspace
) -> None:
    ada = make(slots=8).as_user("1", "token-ada")
    ada._slots = Slots(backend="databricks", label="Databricks", count=8, cache=caches["default"])
    workspace.statements.hold("shop")
    with ThreadPoolExecutor(8) as threads:
        page = [threads.submit(ada.execute, count()) for _ in range(8)]
        wait_until(lambda: len(asked_by(workspace)) == 8 or any(one.done() for one in page))
        workspace.statements.release()

        assert [list(one.result(timeout=30).rows) for one in page] == [[(2000,)]] * 8
    wait_until(lambda: ada.pool.living <= 2)


@pytest.mark.parametrize("transport", ["thrift", "statement"])
@pytest.mark.parametrize("exp", ["1" + "0" * 400, "[" * 6000], ids=["a number too large", "nested too deep"])
def test_no_token_that_somebody_made_up_is_taken_for_a_warehouse_that_is_gone(
    make: MakeBackend, transport: str, exp: str
) -> None:
    claims = base64.urlsafe_b64encode(f'{{"exp": {exp}}}'.encode()).decode()
    backend = make(transport=transport)
    eve = backend.as_user("1", f"made.{claims.rstrip('=')}.up")

    kinds = {refused(eve).kind for _ in range(6)}

    assert (kinds, backend.breaker.state) == ({ErrorKind.PERMISSION_DENIED}, "closed")


@pytest.mark.usefixtures("people")
def test_one_persons_refused_sign_in_leaves_the_portals_own(make: MakeBackend, workspace: Workspace) -> None:
    workspace.access.admit(Principal(name="ada"), "token-short")
    backend = make()
    backend.execute(count())
    ada = backend.as_user("1", "token-short")
    ada.execute(count())
    portals = [key for key in databricks_auth._configs if key[0].token == TOKEN]

    workspace.access.expire(token="token-short")
    refused(ada)

    assert portals
    assert [key for key in databricks_auth._configs if key[0].token == TOKEN] == portals


def test_a_person_who_may_not_use_or_read_is_told_so_themselves(
    make: MakeBackend, workspace: Workspace
) -> None:
    workspace.access.admit(Principal(name="eve", warehouses=frozenset()), "token-eve")
    workspace.access.admit(Principal(name="bob", tables=frozenset()), "token-bob")

    may_not_use = refused(make().as_user("1", "token-eve"))
    may_not_read = refused(make().as_user("2", "token-bob"))

    assert "does not let you use this warehouse" in may_not_use.detail
    assert "does not let you read this" in may_not_read.detail
    assert {may_not_use.kind, may_not_read.kind} == {ErrorKind.PERMISSION_DENIED}


def test_a_token_is_in_no_words_of_the_objects_that_hold_it(make: MakeBackend) -> None:
    view = make().as_user("1", "token-secret")

    assert "token-secret" not in repr(view) + repr(vars(view))


def _ended(pool: object) -> bool:
    waiting = threading.Event()
    for _ in range(100):
        if pool.living == 0:
            return True
        waiting.wait(0.05)
    return False
