"""A program that asks the portal over HTTP, one connection kept open."""

import http.client
import json
import time
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
        return self.timed_ask(widget_id, **members)[0]

    def timed_ask(self, widget_id: str, **members: Any) -> tuple[dict[str, Any], float]:
        """The same, with the milliseconds until the answer's last byte came: reading it is not the portal's time."""
        body = json.dumps(members)
        started = time.perf_counter()
        text = self._asked("POST", f"/v1/widgets/{widget_id}/data", body)
        milliseconds = (time.perf_counter() - started) * 1000
        return dict(json.loads(text)), milliseconds

    def post(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        return self._call("POST", path, json.dumps(body))

    def _call(self, method: str, path: str, body: str | None) -> dict[str, Any]:
        return dict(json.loads(self._asked(method, path, body)))

    def _asked(self, method: str, path: str, body: str | None) -> bytes:
        self._connection.request(method, path, body=body, headers=self._headers)
        response = self._connection.getresponse()
        text = response.read()
        if response.status != 200:
            raise SystemExit(f"{method} {path} answered {response.status}: {text[:500]!r}")
        return text
