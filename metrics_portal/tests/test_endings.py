"""What a process does when it ends. In processes of their own."""

import subprocess
import sys

import pytest
from django.conf import settings

REGISTERED = """
import os, sys
from metrics_portal import endings
endings.at_end(lambda: print("first"))
endings.at_end(lambda: 1 / 0)
endings.at_end(lambda: print("last", flush=True))
"""


def said(code: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", REGISTERED + code], cwd=settings.BASE_DIR, capture_output=True, text=True, check=True
    ).stdout.strip()  # fmt: skip


@pytest.mark.parametrize(
    "code", ["", "sys.exit(0)", "endings.come()", "endings.come(); sys.stdout.flush(); os._exit(0)"]
)
def test_it_comes_once_the_latest_first_whatever_fails(code: str) -> None:
    assert said(code) == "last\nfirst"


def test_a_child_does_nothing_of_its_parents() -> None:
    forked = """
sys.stdout.flush()
if os.fork() == 0:
    endings.come()
    print("child", flush=True)
    os._exit(0)
os.wait()
"""

    assert said(forked) == "child\nlast\nfirst"
