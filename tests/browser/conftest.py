"""A whole portal with demo data, as `make up` starts it, and a signed-in Chromium in front of it.

Set BROWSER_TEST_PORTAL to the PORTAL_VAR of a portal that runs already to save the start.
"""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PATIENCE_SECONDS = 120
ANSWERED = "article[data-state=loading][hx-get]"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "tests/browser/" in str(item.path):
            item.add_marker(pytest.mark.browser)


@dataclass(frozen=True)
class Portal:
    url: str
    users: dict[str, dict[str, str]]


@pytest.fixture(scope="session")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    running = os.environ.get("BROWSER_TEST_PORTAL")
    if running:
        yield _read(Path(running))
        return
    var_dir = tmp_path_factory.mktemp("portal")
    process = _start(var_dir)
    try:
        yield _read(var_dir)
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(timeout=PATIENCE_SECONDS)


def _start(var_dir: Path) -> "subprocess.Popen[bytes]":
    own = ("PORTAL_", "DATABASE_URL", "OPERATIONAL_DATABASE_URL", "LAKEHOUSE_PATH", "REDIS_URL")
    environment = {name: value for name, value in os.environ.items() if not name.startswith(own)}
    environment |= {"PORTAL_VAR": str(var_dir), "PORT": str(_free_port()), "WEB_CONCURRENCY": "1"}
    output = (var_dir / "up-output").open("wb")
    process = subprocess.Popen(
        [sys.executable, "-m", "metrics_portal.up"],
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=output,
        stderr=subprocess.STDOUT,
    )
    deadline = time.monotonic() + PATIENCE_SECONDS
    while b"Ready after" not in (said := (var_dir / "up-output").read_bytes()):
        assert process.poll() is None, said.decode()
        assert time.monotonic() < deadline, said.decode()
        time.sleep(0.2)
    return process


def _read(var_dir: Path) -> Portal:
    told = json.loads((var_dir / "demo-credentials.json").read_text())
    return Portal(told["base_url"], told["users"])


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM", "/usr/bin/chromium")
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture(scope="session")
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
