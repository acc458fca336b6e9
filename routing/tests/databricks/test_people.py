"""Asked as a person, the warehouse answers by that person's rights: their connections are nobody else's."""

import threading

import pytest

from routing.backends.databricks.people import MOST_PEOPLE
from routing.contracts import BackendError, ErrorKind
from routing.tests.databricks.conftest import MakeBackend, count, refused
from tests.emulators.access import Principal
from tests.emulators.workspace import Workspace


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
