"""`make bench`: every measurement, one after the other, and one JSON file with all of them.

    python -m bench [--only tile,guard] [--json var/bench.json] [--claims 2000000]

Each runs in a process of its own. `scale`, `parity` and `databricks` seed `--claims` rows; 20,000,000 need about 3 GB
of disk and some minutes. `databricks` needs Java 17 and `make venv-engines`.
"""

import argparse
import json
import platform
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.portal import ROOT

_ALL = (
    "compile", "plan", "guard", "start", "tile", "stampede", "dashboard", "export", "scale", "parity", "databricks"
)  # fmt: skip
_LARGE = ("scale", "parity", "databricks")  # these seed --claims rows


def main() -> None:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("--only", default=",".join(_ALL), help="names separated by commas")
    options.add_argument("--claims", default="2000000", help="rows for scale, parity and databricks")
    options.add_argument("--json", type=Path, default=ROOT / "var" / "bench.json")
    given = options.parse_args()

    names = given.only.split(",")
    if unknown := [name for name in names if name not in _ALL]:
        raise SystemExit(f"No such measurement: {', '.join(unknown)}. There are: {', '.join(_ALL)}.")
    results = {name: measure(name, ["--claims", given.claims] if name in _LARGE else []) for name in names}
    given.json.parent.mkdir(parents=True, exist_ok=True)
    given.json.write_text(json.dumps({"machine": platform.platform(), **results}, indent=2))
    print(f"\nAll of it: {given.json}")


def measure(name: str, arguments: list[str]) -> dict[str, object]:
    print(f"\n── {name}", flush=True)
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        command = [sys.executable, "-m", f"bench.{name}", "--json", file.name, *arguments]
        subprocess.run(command, cwd=ROOT, check=True)
        return dict(json.loads(Path(file.name).read_text()))


if __name__ == "__main__":
    main()
