#!/usr/bin/env python3
"""Fetch documents by others at their commits: those of documents.tsv, that `talks build` is measured on, or of another list.

    python benchmarks/gather.py FOLDER [--list tuning-documents.tsv] [--clones DIR]

A line of a list is a file name, a GitHub repository, a path in it and a commit. Nothing of them is part of this
project. DIR may hold clones, as OWNER+NAME; of others only the one commit is fetched, by git.
"""

import argparse
import gzip
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent


def git(folder: Path, *command: str) -> bytes:
    return subprocess.run(["git", "-C", str(folder), *command], check=True, capture_output=True).stdout


def document(repository: str, path: str, commit: str, clones: Path | None) -> bytes:
    """Read a file at a commit. Raises CalledProcessError where git can't."""
    clone = clones / repository.replace("/", "+") if clones else None
    if clone is not None and clone.is_dir():
        return git(clone / "repo" if (clone / "repo").is_dir() else clone, "show", f"{commit}:{path}")
    with tempfile.TemporaryDirectory() as folder:
        git(Path(folder), "init", "-q")
        git(Path(folder), "fetch", "-q", "--depth=1", f"https://github.com/{repository}", commit)
        return git(Path(folder), "show", f"{commit}:{path}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--list", default="documents.tsv", metavar="FILE", help="in the folder of this program")
    parser.add_argument("--clones", type=Path, metavar="DIR")
    options = parser.parse_args()
    options.folder.mkdir(parents=True, exist_ok=True)
    missing = 0
    for line in (HERE / options.list).read_text("utf-8").splitlines():
        name, repository, path, commit = line.split("\t")
        try:
            content = document(repository, path, commit, options.clones)
        except subprocess.CalledProcessError as error:
            missing += 1
            print(f"{name}: {error.stderr.decode('utf-8', 'replace').strip()}", file=sys.stderr)
            continue
        (options.folder / name).write_bytes(gzip.decompress(content) if path.endswith(".gz") else content)
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
