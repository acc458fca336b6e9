"""A program that asks the portal over HTTP, one connection kept open."""

import http.client
import json
from typing import Any
from urllib.parse import urlsplit

from bench.portal import Portal


class Client:
    def __init__(self, portal: Portal, role: str = "analyst") -> None:
        self._connection = http.client.HTTPConnection(urlsplit(portal.url).netloc, timeout=180)
        self._headers = {"Authorization": f"Bearer {portal.token(role)}", "Content-Type": "application/json"}

    def get(self, path: str) -> dict[str, Any]:
        return self._call("GET", path, None)

    def ask(self, widget_id: str, **members: Any) -> dict[str, Any]:
        """`POST /v1/widgets/{id}/data` with those members; raises SystemExit on anything but an answer."""
        return self._call("POST", f"/v1/widgets/{widget_id}/data", json.dumps(members))

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._call("POST", path, json.dumps(body))

    def _call(self, method: str, path: str, body: str | None) -> dict[str, Any]:
        self._connection.request(method, path, body=body, headers=self._headers)
        response = self._connection.getresponse()
        text = response.read()
        if response.status != 200:
            raise SystemExit(f"{method} {path} answered {response.status}: {text[:500]!r}")
        return dict(json.loads(text))
