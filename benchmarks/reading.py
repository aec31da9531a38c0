#!/usr/bin/env python3
"""How quick are articles read? Megabytes a second for each format, on the articles of tests/ and on any files named.

Run in the project's root:  python benchmarks/reading.py [FILE…]
"""

import argparse
import time
from pathlib import Path

from talkscli.article import readers

ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "articles"
SIZE = 2_000_000  # characters: the files of a format, one after the other, as often as that takes
FORMATS = (".md", ".txt", ".rst")


def speed(content: str, suffix: str) -> float:
    """Read a text three times; give megabytes a second of the quickest."""
    taken = []
    for _ in range(3):
        begun = time.process_time()
        readers.parse(content, suffix, f"article{suffix}")
        taken.append(time.process_time() - begun)
    return len(content.encode()) / 1e6 / min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path)
    files = parser.parse_args().files or sorted(ARTICLES.iterdir())
    for suffix in FORMATS:
        text = "\n\n".join(file.read_text("utf-8") for file in files if file.suffix == suffix)
        if text:
            repeated = "\n\n".join([text.replace("\n---\n", "\n\n")] * (SIZE // len(text) + 1))
            print(f"{suffix:6} {speed(repeated, suffix):6.2f} MB/s")


if __name__ == "__main__":
    main()
