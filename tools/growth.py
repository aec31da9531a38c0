"""Does time grow with the size of what a stranger sends, or with its square? `python tools/growth.py -h`.

`patterns` drives every compiled regular expression of the package with inputs made of its own parts, and `attacks`
runs the program on articles, stores and questions that once took long, and on others like them. Both double the size
of an input until it takes a while, each time the best of three, and name what takes more than 2.5 times as long.
"""

import argparse
import importlib
import json
import os
import pkgutil
import re
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import talkscli
from talkscli.language.late import Late

MOST = 2.5  # times as long for twice the size
SHORT = 0.2  # seconds; what takes less is not judged
LIMIT = 20  # seconds of one run
TRIES = 3
WORDS = 12  # of an alternation of words, besides the longest
MOST_LETTERS = 128_000  # of what a pattern is driven with

# Patterns that are only ever given a text of bounded length, and what bounds it: they are not driven.
BOUNDED: dict[str, str] = {
    "article.dates:_PARTS": "a line about an article, of at most 120 characters",
    "extract.dating:_OF_NAME": "the 40 characters before a year",
    "extract.titles:_OFFICE_OF": "the 110 characters before a name",
    "language.prose_dates:_LEAD": "the 45 characters before a year",
    "language.sentences:_INITIAL": "the last word of a sentence, of at most 8 characters",
    "lookup.conversation.doer:_TITLES": "the 100 characters before a name",
}


class Row(NamedTuple):
    """What one input came to."""

    name: str
    sizes: list[int]
    seconds: list[float]

    @property
    def steep(self) -> bool:
        """Whether any doubling that took a while took too much longer."""
        pairs = zip(self.seconds, self.seconds[1:], strict=False)
        return any(after > SHORT and after > MOST * max(before, 0.01) for before, after in pairs)

    def __str__(self) -> str:
        sizes, times = "/".join(map(str, self.sizes)), "/".join(f"{s:.2f}" for s in self.seconds)
        return f"{'STEEP' if self.steep else 'ok   '} {self.name}: {sizes} -> {times} s"


class TooLongError(Exception):
    """A run was ended."""


def _ended(*_: object) -> None:
    raise TooLongError


def doubled(name: str, run: Callable[[int], float], first: int, most: int, enough: float = SHORT) -> Row:
    """Double a size until it takes long enough to judge, and once more.

    Args:
        name: Of the input.
        run: Gives the seconds that an input of some size takes.
        first: The first size.
        most: The largest size.
        enough: Seconds after which the size is no longer doubled.

    Returns:
        All sizes with their times.
    """
    row, size = Row(name, [], []), first
    while size <= most:
        row.sizes.append(size)
        row.seconds.append(run(size))
        if row.seconds[-1] > enough and len(row.seconds) > 1 and row.seconds[-2] > SHORT / 4:
            break
        size *= 2
    return row


# Patterns


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Find every compiled pattern in the modules of the package.

    Returns:
        Where it stands, and the pattern.
    """
    for found in pkgutil.walk_packages(talkscli.__path__, "talkscli."):
        if found.name.endswith("__main__"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            for number, each in enumerate(value if isinstance(value, (tuple, list)) else [value]):
                pattern = each.compiled if isinstance(each, Late) else each
                if isinstance(pattern, re.Pattern) and isinstance(pattern.pattern, str):
                    place = f"{found.name.removeprefix('talkscli.')}:{name}"
                    yield (place if each is value else f"{place}[{number}]"), pattern


def samples(pattern: re.Pattern[str]) -> set[tuple[str, str, str]]:
    """Make inputs of a pattern's own parts.

    Args:
        pattern: Any.

    Returns:
        What comes first, what is repeated, and what comes last.
    """
    tree = re._parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE)  # type: ignore[attr-defined]
    found: set[tuple[str, str, str]] = set()
    whole = _sample(tree)
    for part in (whole, whole[:-1], whole[1:], whole[: len(whole) // 2]):
        if part:
            found |= {("", part, ""), ("", part, "\0"), ("", part + " ", "x")}
    for before, repeated, after in _repeats(tree, ""):
        if repeated:
            for last in ("", "\0", after[:-1] + "\0", after):
                found |= {(before, repeated, last), ("", before + repeated * 3, last)}
    return found


def _sample(tree: Any) -> str:
    return "".join(_one(op, value) for op, value in tree)


def _one(op: Any, value: Any) -> str:
    name = str(op)
    if name == "LITERAL":
        return chr(value)
    if name == "NOT_LITERAL":
        return "a" if value != ord("a") else "b"
    if name == "ANY":
        return "a"
    if name == "IN":
        return _member(value)
    if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        return _sample(value[2]) * max(1, min(int(value[0]), 4))
    if name == "SUBPATTERN":
        return _sample(value[3])
    if name == "ATOMIC_GROUP":
        return _sample(value)
    if name == "BRANCH":
        return _sample(value[1][0])
    return ""


def _member(rules: Any) -> str:
    if str(rules[0][0]) == "NEGATE":
        compiled = rules[1:]
        return next((c for c in "a 1.<\n" if not any(_in(c, rule) for rule in compiled)), "\u00e9")
    op, value = rules[0]
    if str(op) in ("LITERAL", "RANGE"):
        return chr(value if str(op) == "LITERAL" else value[0])
    return next((c for c in "a1 .é" if _in(c, rules[0])), "a")


def _in(char: str, rule: Any) -> bool:
    op, value = str(rule[0]), rule[1]
    if op == "LITERAL":
        return bool(ord(char) == value)
    if op == "RANGE":
        return bool(value[0] <= ord(char) <= value[1])
    kinds = {"DIGIT": r"\d", "NOT_DIGIT": r"\D", "SPACE": r"\s", "NOT_SPACE": r"\S", "WORD": r"\w", "NOT_WORD": r"\W"}
    return bool(re.match(kinds[str(value).removeprefix("CATEGORY_")], char))


def _repeats(tree: Any, before: str) -> Iterator[tuple[str, str, str]]:
    parts = list(tree)
    for at, (op, value) in enumerate(parts):
        lead = before + "".join(_one(*part) for part in parts[:at])
        after = "".join(_one(*part) for part in parts[at + 1 :])
        name = str(op)
        if name in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
            if value[1] > 20:
                yield lead, _sample(value[2]), after
            yield from _repeats(value[2], lead)
        elif name == "SUBPATTERN":
            yield from _repeats(value[3], lead)
        elif name in ("ATOMIC_GROUP", "ASSERT", "ASSERT_NOT"):
            yield from _repeats(value if name == "ATOMIC_GROUP" else value[1], lead)
        elif name == "BRANCH":
            for branch in _standing(value[1]):
                yield from _repeats(branch, lead)
                yield lead, _sample(branch), after


def _standing(branches: list[Any]) -> list[Any]:
    """Let a few words of an alternation of many stand for all of it; what is no plain word stands for itself."""
    words = [branch for branch in branches if all(str(op) == "LITERAL" for op, _ in branch)]
    words.sort(key=len)
    few = words[:: -(-len(words) // WORDS)] if words else []
    return [branch for branch in branches if branch not in words] + few + words[-1:]


def drive(name: str, pattern: re.Pattern[str]) -> list[Row]:
    """Search inputs of a pattern's own parts for it.

    Args:
        name: Where it stands.
        pattern: The pattern.

    Returns:
        A row for each input that takes long enough to judge.
    """
    rows = []
    uses = _uses(name)
    for first, part, last in sorted(samples(pattern)):

        def run(size: int, first: str = first, part: str = part, last: str = last) -> float:
            text = first + part * (size // len(part)) + last
            times = [_searched(pattern, text, uses)]
            while len(times) < TRIES and times[-1] < 1:
                times.append(_searched(pattern, text, uses))
            return min(times)

        if _searched(pattern, first + part * (MOST_LETTERS // len(part)) + last, uses, SHORT) < SHORT:
            continue  # nothing to judge at the largest size, so at no smaller one
        row = doubled(f"{name} {first[:20]!r} + {part[:20]!r} * n + {last[:20]!r}", run, 1000, MOST_LETTERS)
        rows.append(row)
        if sum(each.steep for each in rows) > 1:
            break  # that it is steep is known
    return rows


def _uses(name: str) -> set[str]:
    """Find the methods of a pattern that its module calls (any module, where the pattern is public)."""
    module, _, variable = name.partition("[")[0].partition(":")
    private = variable.startswith("_")
    sources = [source for place, source in _sources().items() if not private or place == f"talkscli.{module}"]
    found = {method for source in sources for method in re.findall(rf"\b{variable}\.(\w+)\b", source)}
    return found & {"match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"} or {"finditer"}


@cache
def _sources() -> dict[str, str]:
    root = Path(talkscli.__path__[0])
    return {
        ".".join(("talkscli", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__"): path.read_text(
            "utf-8"
        )
        for path in root.rglob("*.py")
    }


def _searched(pattern: re.Pattern[str], text: str, uses: set[str], most: float = 5.0) -> float:
    signal.signal(signal.SIGVTALRM, _ended)
    signal.setitimer(signal.ITIMER_VIRTUAL, most)
    before = time.process_time()
    try:
        for method in uses & {"match", "fullmatch", "search"}:
            getattr(pattern, method)(text)
        if uses - {"match", "fullmatch", "search"}:
            for _ in pattern.finditer(text):
                pass
    except TooLongError:
        return most
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    return time.process_time() - before


# Attacks


def attack(name: str, make: Callable[[Path, int], list[str]], first: int, most: int) -> Row:
    """Run the program on files of doubled size.

    Args:
        name: Of the attack.
        make: Writes the files of some size into a folder, and gives the command line.
        first: The first size.
        most: The largest.

    Returns:
        All sizes, with the seconds of work beyond what a run takes at least.
    """
    idle = min(_work(["--version"], Path.cwd()) for _ in range(TRIES))

    def run(size: int) -> float:
        times = []
        for _ in range(TRIES):
            with tempfile.TemporaryDirectory() as folder:
                args = make(Path(folder), size)
                times.append(_work(args, Path(folder)) - idle)
            if times[-1] > LIMIT / 8:
                break
        return max(min(times), 0.0)

    return doubled(name, run, first, most, enough=1.5)


def _work(args: list[str], folder: Path) -> float:
    def bounded() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (LIMIT, LIMIT))

    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    known = {"PATH": os.defpath, "XDG_CACHE_HOME": str(folder / "cache"), "HOME": str(folder)}
    known |= {name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ}
    ended = subprocess.run(
        [sys.executable, "-m", "talkscli", *args], cwd=folder, env=known, preexec_fn=bounded, capture_output=True,
        check=False,
    )  # fmt: skip
    if ended.returncode not in (0, 1, 3, -signal.SIGXCPU, -signal.SIGKILL) or b"Traceback" in ended.stderr:
        raise RuntimeError(f"{args} ended in {ended.returncode}: {ended.stderr.decode()[-500:]}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def attacks() -> dict[str, tuple[Callable[[Path, int], list[str]], int, int]]:
    """List the attacks: name -> how its files are made, the first size, the largest."""
    import growth_attacks

    return growth_attacks.ATTACKS


def main(args: Iterable[str] | None = None) -> int:
    """Run what is asked for; 1 where anything is steep."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=["patterns", "attacks", "all"], nargs="?", default="all")
    parser.add_argument("-k", metavar="WORD", default="", help="only those whose name has WORD")
    parser.add_argument("--json", action="store_true", help="one object a line")
    asked = parser.parse_args(None if args is None else list(args))
    steep = 0

    def tell(row: Row) -> None:
        nonlocal steep
        steep += row.steep
        print(json.dumps({**row._asdict(), "steep": row.steep}) if asked.json else row, flush=True)

    seen = 0
    if asked.what != "attacks":
        for name, pattern in patterns():
            if asked.k in name:
                seen += 1
                excuse = BOUNDED.get(name)
                print(name, f"(bounded: {excuse})" if excuse else "", file=sys.stderr, flush=True)
                for row in [] if excuse else drive(name, pattern):
                    tell(row)
        print(f"{seen} patterns", file=sys.stderr)
    if asked.what != "patterns":
        for name, (make, first, most) in attacks().items():
            if asked.k in name:
                tell(attack(name, make, first, most))
    return 1 if steep else 0


if __name__ == "__main__":
    sys.exit(main())
