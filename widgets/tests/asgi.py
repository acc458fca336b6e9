"""One request to the portal's own handler, as its web server makes it, with somebody who acts between two pieces."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import connections

from metrics_portal.handler import PortalHandler


@dataclass
class Told:
    """What came back. `complete` tells that the answer was brought to its end."""

    status: int = 0
    headers: dict[str, str] = field(default_factory=dict)
    pieces: list[bytes] = field(default_factory=list)
    complete: bool = False

    @property
    def text(self) -> str:
        return b"".join(self.pieces).decode()


class Reader:
    """Who reads. `leave()` loses the connection."""

    def __init__(self, after_first_piece: Callable[["Reader"], None] | None) -> None:
        self.after_first_piece = after_first_piece
        self.left = False
        self.missed = False  # the handler was told

    def leave(self) -> None:
        self.left = True


def get(
    address: str,
    token: str,
    *,
    after_first_piece: Callable[[Reader], None] | None = None,
    leaves_when: Callable[[], bool] | None = None,
) -> Told:
    """The whole request, on a handler with one thread. `after_first_piece` runs before the second is made; the
    reader leaves as soon as `leaves_when` holds."""
    return asyncio.run(_get(address, token, after_first_piece, leaves_when))


async def _get(
    address: str,
    token: str,
    act: Callable[[Reader], None] | None,
    leaves_when: Callable[[], bool] | None,
) -> Told:
    told, reader = Told(), Reader(act)
    asked = [{"type": "http.request", "body": b"", "more_body": False}]

    async def receive() -> dict[str, Any]:
        if asked:
            return asked.pop()
        while not (reader.left or (leaves_when and await asyncio.to_thread(leaves_when))):
            await asyncio.sleep(0.01)
        reader.missed = True
        return {"type": "http.disconnect"}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            told.status = message["status"]
            told.headers = {name.decode().lower(): value.decode() for name, value in message["headers"]}
            return
        if message.get("body"):
            told.pieces.append(message["body"])
        told.complete = not message.get("more_body", False)
        if reader.after_first_piece is not None:
            act, reader.after_first_piece = reader.after_first_piece, None
            await asyncio.to_thread(act, reader)
            while reader.left and not reader.missed:
                await asyncio.sleep(0.01)

    path, _, query = address.partition("?")
    headers = [(b"host", b"localhost"), (b"authorization", f"Bearer {token}".encode())]
    scope = {
        "type": "http",
        "method": "GET",
        "path": path,
        "query_string": query.encode(),
        "headers": headers,
    }
    handler = PortalHandler(threads=1)
    try:
        await handler(scope, receive, send)
    finally:
        if handler._executor is not None:  # its thread keeps a connection to the test's database
            handler._executor.submit(connections.close_all).result()
            handler._executor.shutdown()
    return told
