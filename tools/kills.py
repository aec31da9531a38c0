#!/usr/bin/env python3
"""Kill `talks build` at each system call from its first to the temporary file on, and say which store stands then.

Run in the project's root, where strace is installed:  python tools/kills.py
"""

import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

ARTICLE = Path(__file__).resolve().parents[1] / "tests" / "articles" / "harbour-bridge.txt"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="talks-kills-"))
    article, store, trace = folder / "article.txt", folder / "store.json", folder / "trace"
    build = [sys.executable, "-m", "talkscli", "build", str(article), "-o", str(store)]
    states = []
    for text in (ARTICLE.read_text(), ARTICLE.read_text() + "\nAfterwards\n\nThe ferry came back in May 2031.\n"):
        article.write_text(text)
        subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
        states.append(store.read_bytes())
    store.write_bytes(states[0])
    subprocess.run(["strace", "-o", trace, *build], check=True, stdout=subprocess.DEVNULL)
    ended: Counter[str] = Counter()
    seen: Counter[str] = Counter()
    writing = False
    for line in trace.read_text().splitlines():
        call = re.match(r"[a-z_0-9]+(?=\()", line)
        if not call:
            continue
        seen[call[0]] += 1
        writing = writing or ".part" in line
        if not writing or call[0].startswith("exit"):
            continue
        store.write_bytes(states[0])
        which = f"inject={call[0]}:signal=KILL:when={seen[call[0]]}"
        subprocess.run(["strace", "-o", "/dev/null", "-e", which, *build], capture_output=True, check=False)
        left = store.read_bytes()
        ended["old" if left == states[0] else "new" if left == states[1] else "NEITHER"] += 1
    subprocess.run(build, check=True, stdout=subprocess.DEVNULL)
    ended["then built well"] = int(store.read_bytes() == states[1])
    print(", ".join(f"{what}: {count}" for what, count in ended.items()))
    sys.exit(ended["NEITHER"] > 0 or not ended["then built well"])


if __name__ == "__main__":
    main()
