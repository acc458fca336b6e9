"""A pickle as an earlier version of the portal may have left it, for tests of whoever reads it."""

import pickle
import sys
from types import ModuleType

_MODULE = "an_earlier_version"


def pickle_of_a_class_that_is_gone() -> bytes:
    """An object of a class whose module is nowhere any more."""
    module = ModuleType(_MODULE)
    kind = type("Answer", (), {"__module__": _MODULE})
    module.Answer = kind  # type: ignore[attr-defined]
    sys.modules[_MODULE] = module
    try:
        return pickle.dumps(kind())
    finally:
        del sys.modules[_MODULE]
