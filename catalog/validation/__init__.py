"""Whether definitions make sense: alone, on the dictionary, and together."""

from catalog.validation.issues import Issue
from catalog.validation.rules import issues_of, register

__all__ = ["Issue", "issues_of", "register"]
