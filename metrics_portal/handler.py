"""Django under ASGI, with each request on one thread of a kept set.

Django's own handler changes threads several times per request and makes a new thread, and so a new database
connection, for each. Here a request runs whole on one thread that keeps its connection. Requests beyond the
number of threads wait their turn, so connections are bounded and never waited for. A streamed answer is made
and sent piece by piece (metrics_portal.streaming).
"""

import asyncio
import contextvars
import io
from collections.abc import Awaitable, Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import IO, Any

from django.conf import settings
from django.core import signals
from django.core.exceptions import RequestAborted
from django.core.handlers.asgi import ASGIHandler, get_script_prefix
from django.core.handlers.base import BaseHandler
from django.http import FileResponse, JsonResponse
from django.urls import set_script_prefix

from metrics_portal import kept_connections, streaming, waiting
from metrics_portal.afterwards import Behind
from metrics_portal.problem_responses import CONTENT_TYPE, members_of
from metrics_portal.problems import PortalProblem

Message = Mapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

_A_SLOW_READER_SECONDS = 0.05


class BodyTooLarge(PortalProblem):
    """The request's body is larger than DATA_UPLOAD_MAX_MEMORY_SIZE."""

    status = 413
    code = "too_large"
    title = "The request is too large"


class PortalHandler(ASGIHandler):
    """The ASGI application. `threads` bounds the requests at work, and so the database connections."""

    def __init__(self, threads: int) -> None:
        BaseHandler.__init__(self)
        self.load_middleware(is_async=False)
        self._threads = threads
        self._executor: ThreadPoolExecutor | None = None

    async def __call__(self, scope: dict[str, Any], receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            raise ValueError(f"Only HTTP is served here, not {scope['type']}.")
        try:
            body = await self.read_body(receive)
        except RequestAborted:
            return
        except BodyTooLarge as problem:
            told = JsonResponse(members_of(problem), status=problem.status, content_type=CONTENT_TYPE)
            await self.send_response(told, send)
            return
        behind = Behind()
        try:
            with body:
                await self._answer(scope, body, receive, send, behind)
        finally:
            behind.begin()

    async def _answer(
        self, scope: dict[str, Any], body: IO[bytes], receive: Receive, send: Send, behind: Behind
    ) -> None:
        somebody = waiting.Caller()
        with waiting.waited_for_by(somebody), behind.left():
            context = contextvars.copy_context()
        watching = asyncio.ensure_future(_watch(receive, somebody))
        try:
            response = await self._on_a_thread(context, partial(self._respond, scope, body))
            if response.streaming:
                behind.begin()
                await self._stream(response, send, context, somebody)
        finally:
            watching.cancel()
        if not response.streaming:
            sending = asyncio.ensure_future(self.send_response(response, send))
            if not behind.is_empty:  # nobody else waits for one who reads slowly
                await asyncio.wait([sending], timeout=_A_SLOW_READER_SECONDS)
                behind.begin()
            await sending

    async def _stream(
        self, response: Any, send: Send, context: contextvars.Context, reader: waiting.Caller
    ) -> None:
        """Send an answer as it is made, in the context its request left behind. Without its end the server cuts
        the connection."""

        def on_a_thread(work: Callable[[], Any]) -> Awaitable[Any]:
            # A copy: a piece may still be at work when its reader's task is cancelled.
            return self._on_a_thread(context.copy(), work)

        pieces = streaming.Pieces(response, reader)
        response.streaming_content = streaming.one_by_one(pieces, on_a_thread, reader)
        try:
            await self.send_response(response, streaming.patient(send, reader))
        except streaming.BrokenOff:
            return
        finally:
            reader.leave()  # what still runs for them is called off: nobody takes it any more
            await on_a_thread(pieces.close)

    def _respond(self, scope: dict[str, Any], body: IO[bytes]) -> Any:
        """The whole of a request. A streamed answer is closed by the caller, when it has been sent."""
        set_script_prefix(get_script_prefix(scope))
        signals.request_started.send(sender=self.__class__, scope=scope)
        kept_connections.drop_dead()
        request, refused = self.create_request(scope, body)
        response: Any = refused if request is None else self.get_response(request)
        response._handler_class = self.__class__
        if isinstance(response, FileResponse):
            response.block_size = self.chunk_size
        if not response.streaming:
            response.close()  # sends request_finished, which looks after this thread's connections
        return response

    async def _on_a_thread(self, context: contextvars.Context, work: Callable[[], Any]) -> Any:
        if self._executor is None:  # made by the worker, after the fork
            self._executor = ThreadPoolExecutor(self._threads, thread_name_prefix="request")
        return await asyncio.get_running_loop().run_in_executor(self._executor, context.run, work)

    async def read_body(self, receive: Receive) -> IO[bytes]:
        """The request's body; raises RequestAborted, or BodyTooLarge before a large one is kept."""
        body = io.BytesIO()
        size, more = 0, True
        while more:
            message = await receive()
            if message["type"] == "http.disconnect":
                raise RequestAborted
            part = message.get("body", b"")
            size += len(part)
            if size > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
                raise BodyTooLarge(
                    f"A request may carry {settings.DATA_UPLOAD_MAX_MEMORY_SIZE:,} bytes at most."
                )
            body.write(part)
            more = message.get("more_body", False)
        body.seek(0)
        return body


async def _watch(receive: Receive, somebody: waiting.Caller) -> None:
    """After the body a server tells one thing only: that the connection is gone."""
    while (await receive())["type"] != "http.disconnect":
        pass
    somebody.leave()
