"""Fail loud: a process that would answer wrongly does not start."""

from collections.abc import Callable

from django.core.checks import ERROR, CheckMessage, run_checks

from metrics_portal import schema_drift

BOOT_TAG = "routing"

_loads: list[Callable[[], None]] = []


class BootRefused(SystemExit):
    """Ends the process with one line per finding and its hint."""


def errors_of(messages: list[CheckMessage]) -> list[CheckMessage]:
    return [message for message in messages if message.level >= ERROR]


def told(errors: list[CheckMessage]) -> str:
    """Each finding on its line, its hint below."""
    lines = [
        f"  {error.id}: {error.msg}" + (f"\n      → {error.hint}" if error.hint else "") for error in errors
    ]
    return f"{len(errors)} finding(s) keep the portal from starting:\n" + "\n".join(lines)


def load_before_forking(load: Callable[[], None]) -> None:
    """An app names what it imports late in any other process."""
    _loads.append(load)


def load() -> None:
    """Import for the workers what an app would at its first request."""
    for load_of_an_app in _loads:
        load_of_an_app()


def validate() -> None:
    """Run the boot checks (those with the tag); raises BootRefused with every finding."""
    errors = errors_of(findings())
    if errors:
        raise BootRefused(told(errors))


def findings() -> list[CheckMessage]:
    """What the boot checks say; they read the portal's database, so no other command runs them.

    On another version's tables the other checks cannot run, so these come alone.
    """
    return schema_drift.findings() or list(run_checks(tags=[BOOT_TAG], include_deployment_checks=True))
