"""A whole portal with demo data, as `make up` starts it, and a signed-in Chromium in front of it.

Set BROWSER_TEST_PORTAL to the PORTAL_VAR of a portal that runs already to save the start.
"""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from tests import portal_process

_OWN_PARTS = {"PORTAL_DEMO": "1", "DATABASE_URL": "", "OPERATIONAL_DATABASE_URL": "", "REDIS_URL": ""}
ANSWERED = "article[data-state=loading][hx-get]"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Portal:
    url: str
    users: dict[str, dict[str, str]]
    var_dir: Path

    def manage(self, *arguments: str) -> None:
        """Run `manage.py …` on this portal."""
        own = _OWN_PARTS | {"PORTAL_VAR": str(self.var_dir)}
        command = [sys.executable, "manage.py", *arguments]
        subprocess.run(
            command, cwd=portal_process.ROOT, env=os.environ | own, check=True, capture_output=True
        )


@pytest.fixture(scope="session")
def portal() -> Iterator[Portal]:
    """One portal with the demo for all tests of a run, on a free port and in a directory of its own."""
    if running := os.environ.get("BROWSER_TEST_PORTAL"):
        yield _read(Path(running))
        return
    # Not pytest's directory: it closes its own to the user that PostgreSQL runs as when we are root.
    with tempfile.TemporaryDirectory(prefix="portal-") as directory:
        process = portal_process.Portal(Path(directory), _free_port(), _OWN_PARTS)
        try:
            process.wait_for("Ready after")
            yield _read(process.var_dir)
        finally:
            process.process.send_signal(signal.SIGINT)
            process.wait_until_ended()


def _read(var_dir: Path) -> Portal:
    told = json.loads((var_dir / "demo-credentials.json").read_text())
    return Portal(told["base_url"], told["users"], var_dir)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """For one module, not a run: while Playwright's loop stands, Django refuses its database to other tests."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="module")
def signed_in_state(chromium: Browser, portal: Portal) -> Any:
    context = chromium.new_context()
    page = context.new_page()
    page.goto(f"{portal.url}/login/")
    page.fill("[name=username]", portal.users["operator"]["username"])
    page.fill("[name=password]", portal.users["operator"]["password"])
    page.click("button[type=submit]")
    page.wait_for_url("**/dashboards/**")
    state = context.storage_state()
    context.close()
    return state


@dataclass
class Watch:
    """What a page did that it must not do."""

    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    script_bytes: int = 0


@pytest.fixture
def open_page(
    chromium: Browser, portal: Portal, signed_in_state: Any
) -> Iterator[Callable[..., tuple[Page, Watch]]]:
    contexts: list[BrowserContext] = []

    def open_(
        path: str, *, signed_in: bool = True, width: int = 1440, height: int = 1000, **more: Any
    ) -> tuple[Page, Watch]:
        context = chromium.new_context(
            storage_state=signed_in_state if signed_in else None,
            viewport={"width": width, "height": height},
            **more,
        )
        contexts.append(context)
        page, watch = context.new_page(), Watch()
        page.on("console", lambda said: watch.complaints.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: watch.complaints.append(str(error)))
        page.on("request", lambda request: watch.requests.append(request.url))
        page.goto(f"{portal.url}{path}")
        page.wait_for_selector(ANSWERED, state="detached", timeout=30_000)
        return page, watch

    yield open_
    for context in contexts:
        context.close()
