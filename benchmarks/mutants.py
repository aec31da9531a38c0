#!/usr/bin/env python3
"""Change the source in small ways (cosmic-ray), run its tests, and count the changes that no test notices.

    python -m venv mutants && mutants/bin/pip install cosmic-ray '.[html,test]'
    mutants/bin/python benchmarks/mutants.py dates merge store text
    mutants/bin/python benchmarks/mutants.py search check --sample 300

All is done in a copy of the project. `--sample N` tries N changes of each room, taken at random with a fixed seed.
"""

import argparse
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
    "dates": ("dates.py", "tests/test_dates.py"),
    "merge": ("merge.py", "tests/test_merge.py"),
    "store": ("store.py", "tests/test_store.py"),
    "text": ("text.py", "tests/test_text.py"),
    "search": ("search", "tests/test_questions.py tests/test_search*.py"),
    "check": ("check", "tests/test_check*.py"),
}
CONFIG = """
[cosmic-ray]
module-path = "src/talkscli/{source}"
timeout = 60.0
excluded-modules = []
test-command = "{python} -m pytest -x -q -p no:cacheprovider {tests}"
[cosmic-ray.distributor]
name = "local"
"""


def copy() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="talks-mutants-"))
    for name in (
        "src",
        "tests",
        "data",
        "docs",
        "benchmarks",
        "pyproject.toml",
        "README.md",
        "CONTRIBUTING.md",
        "CHANGELOG.md",
    ):
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
        elif source.exists():
            shutil.copy(source, folder)
    return folder


def thin(session: Path, folder: Path, sample: int | None) -> int:
    """Drop changes of annotations (nothing runs them) and, where asked, all but a sample; give what is left."""
    with sqlite3.connect(session) as db:
        rows = db.execute(
            "SELECT job_id, operator_name, module_path, start_pos_row, start_pos_col FROM mutation_specs"
        ).fetchall()
        kept = []
        for job, operator, module, row, _ in rows:
            line = (folder / module).read_text().splitlines()[row - 1]
            union = "BitOr" in operator and (": " in line or "->" in line) and ("None" in line or " | " in line)
            if not union:
                kept.append(job)
        if sample and len(kept) > sample:
            kept = random.Random(1).sample(sorted(kept), sample)
        chosen = set(kept)
        gone = [(job,) for job, *_ in rows if job not in chosen]
        for table in ("mutation_specs", "work_items"):
            db.executemany(f"DELETE FROM {table} WHERE job_id = ?", gone)
    return len(kept)


def run(room: str, sample: int | None) -> tuple[int, int]:
    source, tests = ROOMS[room]
    folder = copy()
    tests = " ".join(str(path.relative_to(folder)) for name in tests.split() for path in sorted(folder.glob(name)))
    config, session = folder / "mutants.toml", folder / "mutants.sqlite"
    config.write_text(CONFIG.format(source=source, python=sys.executable, tests=tests))
    known = os.environ | {"PYTHONPATH": str(folder / "src"), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run(
        [sys.executable, "-m", "pytest", "-x", "-q", *tests.split()],
        cwd=folder,
        env=known,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    subprocess.run([*COSMIC, "init", config, session], cwd=folder, env=known, check=True, stdout=subprocess.DEVNULL)
    thin(session, folder, sample)
    subprocess.run([*COSMIC, "exec", config, session], cwd=folder, env=known, check=True, stdout=subprocess.DEVNULL)
    dump = subprocess.run([*COSMIC, "dump", session], cwd=folder, env=known, check=True, capture_output=True, text=True)
    tried = caught = 0
    for line in dump.stdout.splitlines():
        _, result = json.loads(line)
        if result is None:
            continue
        tried += 1
        if result["test_outcome"] != "survived":
            caught += 1
            continue
        print(
            "".join(
                f"    {each}\n"
                for each in (result["diff"] or "").splitlines()
                if each[:1] in "+-@" and each[:3] not in ("+++", "---")
            )
        )
    shutil.rmtree(folder)
    return caught, tried


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("rooms", nargs="+", choices=ROOMS)
    asked.add_argument("--sample", type=int)
    options = asked.parse_args()
    for room in options.rooms:
        caught, tried = run(room, options.sample)
        print(f"{room}: {caught} of {tried} caught ({caught / max(tried, 1):.0%})", flush=True)


if __name__ == "__main__":
    main()
