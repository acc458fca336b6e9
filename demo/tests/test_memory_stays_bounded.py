"""Memory does not grow with the number of claims: seven times the rows, about the same peak."""

import subprocess
import sys
from pathlib import Path

MEASURE = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo
from demo.contracts import Recipe
from demo.generate import lakehouse, session as sessions
from demo.generate.session import generating
now = datetime(2026, 11, 20, 15, 30, tzinfo=UTC)
recipe = Recipe(
    claims=int(sys.argv[1]), days=200, seed=7, anchor=now.date(), as_of=now, zone=ZoneInfo("Europe/Lisbon")
)
folder = Path(sys.argv[2])
lakehouse.CHUNK_CLAIMS = 50_000  # several chunks out of few rows
sessions.MEMORY_LIMIT = "128MB"  # so that what is kept beyond a chunk shows
with generating(recipe, since=recipe.first_day, scratch=folder) as session:
    lakehouse.write(session, recipe, folder / sys.argv[1], base=None, since=recipe.first_day)
status = Path("/proc/self/status").read_text()  # getrusage would count what the process was before exec
print(int(status.partition("VmHWM:")[2].split()[0]) // 1024)
"""


def test_peak_memory_does_not_follow_the_number_of_claims(tmp_path: Path) -> None:
    small, large = (_peak_megabytes(claims, tmp_path) for claims in (50_000, 350_000))

    assert large < 400
    assert large < 1.6 * small


def _peak_megabytes(claims: int, folder: Path) -> int:
    done = subprocess.run(
        [sys.executable, "-c", MEASURE, str(claims), str(folder)], check=True, capture_output=True, text=True
    )
    return int(done.stdout)
