"""People who read the portal behind a proxy that forwards the token they signed in to the workspace with."""

import re
import threading
from dataclasses import dataclass
from typing import Any

from django.db import connections
from django.test import Client
from django.urls import reverse
from rest_framework.test import APIClient

from accounts.models import User
from accounts.services import issue_token
from tests.databricks.portal import PortalOnWorkspace
from tests.emulators.access import Principal
from tests.emulators.workspace import Workspace
from widgets.models import Dashboard, Placement, Widget
from widgets.services import create_widget

THE_PORTAL = "somebody@example.com"  # whom the workspace knows by the portal's own token
HEADER = "X-Forwarded-Access-Token"
_SENT = "HTTP_X_FORWARDED_ACCESS_TOKEN"
_STATE = re.compile(r'data-state="(\w+)"')


@dataclass
class Person:
    """Somebody with an account of the portal. `token` is what the proxy forwards for them; empty: nothing."""

    user: User
    secret: str
    token: str = ""

    def ask(self, metric: str = "revenue", **body: Any) -> dict[str, Any]:
        """A widget's answer by the API."""
        response = self.api().post(f"/v1/widgets/{widget_of(metric).pk}/data", body, format="json")
        assert response.status_code == 200, response.content
        told: dict[str, Any] = response.json()
        return told

    def export(self, metric: str = "revenue") -> Any:
        return self.api().get(f"/v1/metrics/{metric}/export", {"dimensions": "ticket"})

    def tile(self, metric: str = "revenue") -> str:
        return self._browser().get(f"/tiles/{widget_of(metric).pk}/", **self._sent()).content.decode()

    def page(self, metric: str = "revenue") -> str:
        """A dashboard with that one tile, as it comes before its tile asks for itself."""
        board, _ = Dashboard.objects.get_or_create(slug="board", defaults={"title": "Board"})
        Placement.objects.get_or_create(dashboard=board, widget=widget_of(metric))
        address = reverse("widgets:dashboard", args=["board"])
        return self._browser().get(address, **self._sent()).content.decode()

    def ask_meanwhile(self, metric: str) -> "Meanwhile":
        return Meanwhile(self, metric)

    def api(self) -> APIClient:
        api = APIClient()
        api.credentials(HTTP_AUTHORIZATION=f"Bearer {self.secret}", **self._sent())
        return api

    def _browser(self) -> Client:
        browser = Client()
        browser.force_login(self.user)
        return browser

    def _sent(self) -> dict[str, Any]:
        return {_SENT: self.token} if self.token else {}


class Meanwhile:
    """Something asked in a thread of its own."""

    def __init__(self, person: Person, metric: str) -> None:
        self._told: list[dict[str, Any]] = []
        self._thread = threading.Thread(target=self._ask, args=[person, metric])
        self._thread.start()

    def _ask(self, person: Person, metric: str) -> None:
        try:
            self._told.append(person.ask(metric))
        finally:
            connections.close_all()

    def told(self) -> dict[str, Any]:
        self._thread.join(60)
        return self._told[0]


def somebody(name: str, token: str = "", *, role: str = "viewer") -> Person:
    user = User.objects.create_user(name, role=role)
    return Person(user, issue_token(user=user, name="test")[1], token)


def admitted(portal: PortalOnWorkspace, name: str, *, may_use: bool = True) -> Person:
    """Somebody whom the workspace knows by the token they bring, and lets use its warehouse or not."""
    token = f"token-of-{name}"
    warehouses = None if may_use else frozenset[str]()
    portal.workspace.access.admit(Principal(name=name, warehouses=warehouses), token)
    return somebody(name, token)


def widget_of(metric: str) -> Widget:
    intent = {"metric": metric}
    found = Widget.objects.filter(spec__intent__metric=metric).first()
    return found or create_widget(spec={"title": metric, "visual": "kpi", "intent": intent}, actor=None)


def asked_by(workspace: Workspace) -> list[str]:
    """Whose questions about the stall reached the warehouse, oldest first: not those about its own settings."""
    by_thrift = [call for call in workspace.server.calls("ExecuteStatement") if b"stall" in call.request.body]
    by_rest = [one for one in workspace.statements.statements() if "stall" in one.question.sql]
    return [
        *(workspace.access.principal(call.request).name for call in by_thrift),
        *(one.principal.name for one in by_rest),
    ]


def state_of(tile: str) -> str:
    found = _STATE.search(tile)
    assert found is not None, tile
    return found.group(1)
