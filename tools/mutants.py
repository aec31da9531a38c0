#!/usr/bin/env python3
"""Change the source in small ways (cosmic-ray), run its tests, and count the changes that no test notices.

    python -m venv mutants && mutants/bin/pip install cosmic-ray '.[html,test]'
    mutants/bin/python tools/mutants.py calendar words merge files
    mutants/bin/python tools/mutants.py search check --sample 300

All is done in a copy of the project. `--sample N` tries N changes of each room, taken at random, the same ones each
time; `--seed` takes others.
"""

import argparse
import ast
import json
import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
COSMIC = [sys.executable, "-m", "cosmic_ray.cli"]
ROOMS = {  # source -> its tests
    "calendar": ("language/calendar.py", "tests/test_language_calendar.py"),
    "words": ("language/words.py", "tests/test_language_words.py"),
    "merge": ("store/merge.py", "tests/test_store_merge.py"),
    "files": ("store/files.py", "tests/test_store_*.py"),
    "writing": ("store/writing.py", "tests/test_store_writing.py"),
    "search": ("search", "tests/test_search_*.py tests/test_search.py tests/test_questions.py"),
    "check": ("check", "tests/test_check*.py"),
}
CONFIG = """
[cosmic-ray]
module-path = "src/talkscli/{source}"
timeout = 60.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -n 0 -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def copy() -> Path:
    """Copy the project into a folder of its own, in which the source may be changed."""
    folder = Path(tempfile.mkdtemp(prefix="talks-mutants-"))
    skipped = shutil.ignore_patterns(".*", "__pycache__", "*venv", "mutants", "dist")
    return Path(shutil.copytree(ROOT, folder, ignore=skipped, dirs_exist_ok=True))


def annotations(source: str) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """Find where the annotations of a module begin and end, as (line, column)."""
    nodes = [getattr(node, key, None) for node in ast.walk(ast.parse(source)) for key in ("annotation", "returns")]
    return [((node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset)) for node in nodes if node]


def thin(session: Path, folder: Path, sample: int | None, seed: int) -> None:
    """Drop changes of annotations (nothing runs them) and, where asked, all but a sample."""
    with sqlite3.connect(session) as db:
        rows = db.execute(
            "SELECT module_path, start_pos_row, start_pos_col, operator_name, operator_args, occurrence, job_id "
            "FROM mutation_specs ORDER BY 1, 2, 3, 4, 5, 6"  # the ids are random, the rest is not
        ).fetchall()
        typed = {module: annotations((folder / module).read_text("utf-8")) for module, *_ in rows}
        kept = [job for module, row, col, *_, job in rows if not any(a <= (row, col) < b for a, b in typed[module])]
        if sample and len(kept) > sample:
            kept = random.Random(seed).sample(kept, sample)
        gone = [(job,) for *_, job in rows if job not in set(kept)]
        for table in ("mutation_specs", "work_items"):
            db.executemany(f"DELETE FROM {table} WHERE job_id = ?", gone)


def ready(folder: Path, tests: str, known: dict[str, str]) -> None:
    """See that the copy is what is tested, and that all its tests pass while nothing is changed."""
    where = subprocess.run(
        [sys.executable, "-c", "import talkscli; print(talkscli.__file__)"],
        cwd=folder, env=known, check=True, capture_output=True, text=True,
    )  # fmt: skip
    if not Path(where.stdout.strip()).is_relative_to(folder):
        sys.exit(f"not the copy would be tested, but {where.stdout.strip()}")
    subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", "-n", "0", *tests.split()],
        cwd=folder, env=known, check=True, stdout=subprocess.DEVNULL,
    )  # fmt: skip


def run(room: str, sample: int | None, seed: int) -> tuple[int, int, int]:
    """Try the changes of one room and print those that no test notices; returns how many were caught, late, tried."""
    source, tests = ROOMS[room]
    folder = copy()
    tests = " ".join(str(path.relative_to(folder)) for name in tests.split() for path in sorted(folder.glob(name)))
    config, session = folder / "mutants.toml", folder / "mutants.sqlite"
    config.write_text(CONFIG.format(source=source, python=sys.executable, tests=tests))
    known = os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    ready(folder, tests, known)
    subprocess.run(
        [*COSMIC, "init", str(config), str(session)], cwd=folder, env=known, check=True, stdout=subprocess.DEVNULL
    )
    thin(session, folder, sample, seed)
    work = [*COSMIC, "exec", str(config), str(session)]
    subprocess.run(work, cwd=folder, env=known, check=True, stdout=subprocess.DEVNULL)
    with sqlite3.connect(session) as db:  # what ran too long is tried again: the machine may have been halted
        db.execute("DELETE FROM work_results WHERE output = 'timeout'")
    subprocess.run(work, cwd=folder, env=known, check=True, stdout=subprocess.DEVNULL)
    dump = subprocess.run(
        [*COSMIC, "dump", str(session)], cwd=folder, env=known, check=True, capture_output=True, text=True
    )
    tried = caught = late = 0
    for line in dump.stdout.splitlines():
        item, result = json.loads(line)
        if result is None or result["worker_outcome"] != "normal":
            continue
        tried += 1
        timeout = result["output"] == "timeout"
        caught += result["test_outcome"] != "survived"
        late += timeout
        if timeout or result["test_outcome"] == "survived":
            show(item["mutations"][0]["module_path"], result["diff"] or "", timeout)
    shutil.rmtree(folder)
    return caught, late, tried


def show(module: str, diff: str, timeout: bool) -> None:
    """Print a change that no test noticed, or that made the tests run for too long."""
    print(f"{module}{': ran too long' if timeout else ''}")
    for line in diff.splitlines():
        if line[:1] in ("+", "-", "@") and line[:3] not in ("+++", "---"):
            print(f"    {line}")
    print(flush=True)


def main() -> None:
    """Try the rooms that are named on the command line."""
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("rooms", nargs="+", choices=ROOMS)
    asked.add_argument("--sample", type=int, metavar="N", help="try N changes of each room, taken at random")
    asked.add_argument("--seed", type=int, default=1, metavar="N", help="take other ones (default: 1)")
    options = asked.parse_args()
    for room in options.rooms:
        caught, late, tried = run(room, options.sample, options.seed)
        slow = f", {late} of them by the timeout" if late else ""
        print(f"{room}: {caught} of {tried} caught ({caught / max(tried, 1):.0%}{slow})", flush=True)


if __name__ == "__main__":
    main()
