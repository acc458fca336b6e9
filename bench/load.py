"""Many connections that ask at once: prepared bytes on plain sockets, cheap enough not to be measured."""

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bench.portal import Portal


@dataclass(frozen=True, slots=True)
class Timed:
    seconds: float
    body: bytes

    def json(self) -> dict[str, Any]:
        return dict(json.loads(self.body))


def request_bytes(portal: Portal, method: str, path: str, body: dict[str, Any] | None = None) -> bytes:
    content = json.dumps(body).encode() if body is not None else b""
    lines = [
        f"{method} {path} HTTP/1.1",
        f"Host: {urlsplit(portal.url).netloc}",
        f"Authorization: Bearer {portal.token()}",
        "Content-Type: application/json",
        f"Content-Length: {len(content)}",
    ]
    return "\r\n".join([*lines, "", ""]).encode() + content


def ask(portal: Portal, request: bytes, *, connections: int, each: int) -> list[Timed]:
    """Every connection, opened beforehand, sends the request `each` times, one after the other."""
    return asyncio.run(_ask(urlsplit(portal.url).netloc, request, connections, each))


async def _ask(address: str, request: bytes, connections: int, each: int) -> list[Timed]:
    host, _, port = address.rpartition(":")
    streams = [await asyncio.open_connection(host, int(port), limit=2**24) for _ in range(connections)]
    answers = await asyncio.gather(*(_converse(reader, writer, request, each) for reader, writer in streams))
    for _, writer in streams:
        writer.close()
    return [answer for one in answers for answer in one]


async def _converse(
    reader: asyncio.StreamReader, writer: asyncio.StreamWriter, request: bytes, each: int
) -> list[Timed]:
    answers = []
    for _ in range(each):
        started = time.perf_counter()
        writer.write(request)
        body = await _body(reader)
        answers.append(Timed(time.perf_counter() - started, body))
    return answers


async def _body(reader: asyncio.StreamReader) -> bytes:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    if " 200 " not in head.splitlines()[0]:
        raise SystemExit(f"An answer was no answer: {head.splitlines()[0]}")
    length = next(line for line in head.lower().splitlines() if line.startswith("content-length:"))
    return await reader.readexactly(int(length.partition(":")[2]))
