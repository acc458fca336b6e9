"""What a web process does without: memory that libraries take for what the portal never has them do."""

import importlib
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType
from typing import Any


def save_memory() -> None:
    """Call it before the API is imported, with DJANGO_SETTINGS_MODULE set; later it does no harm."""
    # Django REST framework imports requests, 6 MB with what it needs, for a test client only.
    with _missing("requests"):
        importlib.import_module("rest_framework.compat")
    # drf-spectacular imports Django's test framework, 2 MB, for requests it makes up to describe the API.
    with _stand_in("rest_framework.test", APIRequestFactory=_request_factory):
        importlib.import_module("drf_spectacular.plumbing")


def _request_factory() -> Any:
    return importlib.import_module("rest_framework.test").APIRequestFactory()


class _Later(ModuleType):
    """Stands for a module until one of its names is needed."""

    def __getattr__(self, name: str) -> Any:
        self.step_aside()
        return getattr(importlib.import_module(self.__name__), name)

    def step_aside(self) -> None:
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]


@contextmanager
def put_off(module: str) -> Iterator[None]:
    """Whoever imports the module inside has it loaded when they first use it, unless it was imported before."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = later = _Later(module)
    try:
        yield
    finally:
        later.step_aside()


@contextmanager
def _stand_in(module: str, **names: object) -> Iterator[None]:
    """Whoever imports the module inside gets these names and no more, unless it was imported before."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = ModuleType(module)
    vars(sys.modules[module]).update(names)
    try:
        yield
    finally:
        del sys.modules[module]


@contextmanager
def _missing(module: str) -> Iterator[None]:
    """Whoever imports the module inside is told that it is not installed, unless it was imported before."""
    if module in sys.modules:
        yield
        return
    sys.modules[module] = None  # type: ignore[assignment]  # how the import system says "not to be found"
    try:
        yield
    finally:
        del sys.modules[module]
