"""Says before the tests what they would skip, and what to install for it: `python -m tests.prerequisites`."""

import os
import shutil
import sys

PROGRAMS = {
    "browser": ("chromium", "apt install chromium"),
    "redis": ("redis-server", "apt install redis-server"),
}


def everything_is_required() -> bool:
    return os.environ.get("PORTAL_REQUIRE_ALL") == "1"


def missing(marker: str) -> str:
    """What a test with that marker lacks, in words; empty when it can run."""
    program, remedy = PROGRAMS[marker]
    return "" if shutil.which(program) else f"{program} is missing ({remedy})"


def main() -> int:
    lacking = {marker: missing(marker) for marker in PROGRAMS if missing(marker)}
    consequence = "fail" if everything_is_required() else "be skipped"
    for marker, reason in lacking.items():
        sys.stdout.write(f"! {reason}: the tests marked {marker} will {consequence}.\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
