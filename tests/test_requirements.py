"""The portal runs on what is locked to run it: no tool of development stands in for a requirement that is missing."""

import os
import re
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, packages_distributions, requires

import pytest
from packaging.requirements import Requirement

from tests.portal_process import ROOT

# The ASGI module is left out: loading it starts the portal.
_PROGRAM = """
import importlib, pkgutil, sys

class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {refused!r}:
            raise ModuleNotFoundError(f"{{name}} is not in requirements.txt", name=name)

sys.meta_path.insert(0, Refuse())
import django
django.setup()
for app in ("metrics_portal", "accounts", "catalog", "sqlgen", "routing", "widgets", "demo"):
    for module in pkgutil.walk_packages([app], app + "."):
        if not {{"tests", "__main__", "asgi"}} & set(module.name.split(".")):
            importlib.import_module(module.name)
from django.core.cache import caches
from metrics_portal.celery import app
print(type(caches["answers"]).__name__, app.connection_for_write().transport.driver_type)
"""


def test_every_module_and_the_redis_broker_load_without_tools_of_development() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(refused=_tools())],
        cwd=ROOT, env=os.environ | {"REDIS_URL": "redis://127.0.0.1:1/0"}, capture_output=True, text=True,
        check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout.split()[-1] == "redis"


@pytest.mark.parametrize("files", [("requirements.txt",), ("requirements.txt", "requirements-dev.txt")])
def test_what_is_locked_is_whole_on_the_oldest_python_of_the_version(files: tuple[str, ...]) -> None:
    locked = _locked(*files)

    lacking = {
        f"{needed} for {name}" for name in locked for needed in _needs(name, "3.11.0") if needed not in locked
    }

    assert lacking == set()


def _needs(name: str, python: str) -> set[str]:
    """What a distribution needs on that Python, without its extras; nothing where it is not installed here."""
    try:
        told = [Requirement(line) for line in requires(name) or ()]
    except PackageNotFoundError:
        return set()
    here = {"python_full_version": python, "extra": ""}
    return {_plain(one.name) for one in told if one.marker is None or one.marker.evaluate(here)}


def _tools() -> set[str]:
    """Top-level modules that only distributions outside of requirements.txt bring."""
    locked = _locked("requirements.txt")
    return {
        module
        for module, bringing in packages_distributions().items()
        if not locked & {_plain(name) for name in bringing}
    }


def _locked(*files: str) -> set[str]:
    text = "".join((ROOT / file).read_text() for file in files)
    return {_plain(name) for name in re.findall(r"^([\w.-]+)==", text, re.MULTILINE)}


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
