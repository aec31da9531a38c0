#!/usr/bin/env python3
"""How well are web pages read? Titles, dates, what belongs to the text and what does not, beside trafilatura alone.

Run in the project's root:  python benchmarks/pages.py CLONE [--misses KIND] [--part tune|report]

CLONE holds the git directory of adbar/trafilatura (as `fetch` or `git clone --bare` makes it), whose tests hold some
990 pages of all kinds, most of them German, and what is known of each: its title, its date, phrases of its text, phrases
around it. Two of three pages, by the hash of their name, are for tuning.

title    the same letters and digits
date     the same day, of the pages that have one
with     share of the phrases of the text that are in the title, a heading or a block
without  share of the phrases around it that are in none
"""

import argparse
import json
import re
import subprocess
from collections import Counter
from pathlib import Path
from typing import Any

import trafilatura
from sets import part

from talkscli.article import readers
from talkscli.errors import TalksError

KINDS = ("title", "date", "with", "without")
Read = tuple[str, str | None, str]  # title, date of publication, all text


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).lower()


def ours(data: bytes, name: str) -> Read:
    try:
        read = readers.document(data, name)
    except TalksError:
        return "", None, ""
    blocks = [f"{block.question or ''}\n{block.text}" for section in read.sections for block in section.blocks]
    heads = [section.heading or "" for section in read.sections]
    title = read.title or ""
    return title, read.published, "\n".join([title, *heads, *blocks])


def peer(data: bytes, name: str) -> Read:
    found: Any = trafilatura.bare_extraction(data, with_metadata=True)
    return (found.title or "", found.date, f"{found.title}\n{found.text}") if found else ("", None, "")


def score(read: Read, gold: dict[str, Any]) -> dict[str, list[tuple[bool, str]]]:
    """Give for each kind what was judged, with what was wanted."""
    title, date, text = read
    held = letters(text)
    return {
        "title": [(letters(title) == letters(gold["title"]), gold["title"])] if gold.get("title") else [],
        "date": [(date == gold["date"], gold["date"])] if gold.get("date") else [],
        "with": [(letters(phrase) in held, phrase) for phrase in gold["with"]],
        "without": [(letters(phrase) not in held, phrase) for phrase in gold["without"]],
    }


def pages(clone: Path) -> dict[str, bytes]:
    """Read the pages of the tests, by their file's name."""

    def git(*words: str, given: bytes | None = None) -> bytes:
        return subprocess.run(["git", "-C", str(clone), *words], capture_output=True, check=True, input=given).stdout

    rows = git("ls-tree", "-rz", "HEAD", "tests").decode().rstrip("\0").split("\0")
    found = {Path(path).name: head.split()[2] for head, path in (row.split("\t") for row in rows)}
    return {name: git("cat-file", "blob", blob) for name, blob in found.items() if name.endswith((".html", ".json"))}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("clone", type=Path)
    parser.add_argument("--misses", choices=KINDS, help="show what was missed of a kind")
    parser.add_argument("--part", choices=("tune", "report"), help="only these pages")
    chosen = parser.parse_args()
    held = pages(chosen.clone)
    right: Counter[tuple[str, str]] = Counter()
    judged: Counter[str] = Counter()
    for gold in json.loads(held["evaldata.json"]).values():
        name = gold["file"]
        if name not in held or chosen.part not in (None, part(name)):
            continue
        for who, read in (("talks", ours), ("trafilatura", peer)):
            found = read(held[name], name)
            for kind, rows in score(found, gold).items():
                right[who, kind] += sum(good for good, _ in rows)
                judged[kind] += len(rows) if who == "talks" else 0
                for good, wanted in rows:
                    if who == "talks" and kind == chosen.misses and not good:
                        print(
                            name, "|", wanted, "|", found[0] if kind == "title" else found[1] if kind == "date" else ""
                        )
    print(f"{'':12}" + "".join(f"{kind:>9} ({judged[kind]})" for kind in KINDS))
    for who in ("talks", "trafilatura"):
        print(
            f"{who:12}"
            + "".join(f"{right[who, k] / max(judged[k], 1):>9.3f} {'':{len(str(judged[k])) + 1}}" for k in KINDS)
        )


if __name__ == "__main__":
    main()
