"""Says before the tests what they would skip, and what to install for it: `python -m tests.prerequisites [MARKER…]`."""

import importlib.util
import os
import shutil
import sys
from collections.abc import Sequence

PROGRAMS = {
    "browser": ("chromium", "apt install chromium"),
    "redis": ("redis-server", "apt install redis-server"),
    "engines": ("java", "apt install openjdk-17-jre-headless"),
}
PACKAGES = {"engines": ("pyspark", "make venv-engines")}


def everything_is_required() -> bool:
    return os.environ.get("PORTAL_REQUIRE_ALL") == "1"


def missing(marker: str) -> str:
    """What a test with that marker lacks, in words; empty when it can run."""
    program, remedy = PROGRAMS[marker]
    if not shutil.which(program):
        return f"{program} is missing ({remedy})"
    package, remedy = PACKAGES.get(marker, ("", ""))
    return f"{package} is missing ({remedy})" if package and not importlib.util.find_spec(package) else ""


def main(markers: Sequence[str]) -> int:
    lacking = {marker: missing(marker) for marker in markers or PROGRAMS if missing(marker)}
    consequence = "fail" if everything_is_required() else "be skipped"
    for marker, reason in lacking.items():
        sys.stdout.write(f"! {reason}: the tests marked {marker} will {consequence}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
