#!/usr/bin/env python3
"""Run the long form of everything that SECURITY.md tells of, one after the other: `python tools/long.py -h`.

pip install -e '.[long]'
python tools/long.py            # some hours; `--list` shows the commands, `-k WORD` takes some of them
"""

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PYTEST = ["-m", "pytest", "-m", "", "-n", "0", "-q"]
RUNS: dict[str, tuple[int, list[str]]] = {
    "damaged bytes": (2000, [*PYTEST, "tests/test_hostile.py", "-k", "damaged_bytes"]),
    "damaged stores": (300, [*PYTEST, "tests/test_hostile.py", "-k", "damaged_stores"]),
    "any text": (2000, [*PYTEST, "tests/test_hostile.py", "-k", "articles_of or any_store or any_question"]),
    "tricks": (15, [*PYTEST, "tests/test_hostile.py", "-k", "trick or kind or query or too_much"]),
    "faults": (200, [*PYTEST, "tests/test_faults.py"]),
    "build and edit": (200, [*PYTEST, "tests/test_stateful.py", "tests/test_extract_build.py"]),
    "damaged indexes": (200, [*PYTEST, "tests/test_search_cache.py"]),
    "kills": (0, ["tools/kills.py"]),
    "growth of patterns": (0, ["tools/growth.py", "patterns"]),
    "growth of attacks": (0, ["tools/growth.py", "attacks"]),
    **{
        f"fuzz {what}": (0, ["tools/fuzz.py", what, "--seconds", "100"])
        for what in ("store", "check", "search", "text", "markdown", "rst", "html", "faq")
    },
}
"""What it is called -> the rounds, and what Python is to run."""


def main() -> int:
    """Run what is asked for; 1 where anything fails."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-k", metavar="WORD", default="", help="only those whose name has WORD")
    parser.add_argument("--list", action="store_true", help="show the commands and run none")
    asked = parser.parse_args()
    failed = []
    for name, (rounds, command) in RUNS.items():
        if asked.k not in name:
            continue
        rounds_told = f"TALKS_ROUNDS={rounds} " if rounds else ""
        print(f"== {name}: {rounds_told}python {' '.join(command)}", flush=True)
        if asked.list:
            continue
        before = time.monotonic()
        known = {**os.environ, **({"TALKS_ROUNDS": str(rounds)} if rounds else {})}
        ended = subprocess.run([sys.executable, *command], cwd=ROOT, env=known, check=False)
        print(
            f"   {'passed' if ended.returncode == 0 else 'FAILED'} after {time.monotonic() - before:.0f} s", flush=True
        )
        failed += [name] if ended.returncode else []
    print(f"failed: {', '.join(failed)}" if failed else "all passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
