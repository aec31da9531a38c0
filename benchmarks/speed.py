"""Measure how quick `talks` is, and write docs/benchmarks-speed.md and docs/speed.svg.

    python benchmarks/speed.py [--quick] [--runs N] [--no-peers]

Cold start: whole processes, in turn with a bare `import` of the libraries that the command line needs, so that both
meet the same machine. Scale: made-up stores of up to a million facts (--quick: up to 100,000), beside other ways to
search the same facts. Needs the `bench` extra.
"""

import argparse
import compileall
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

import speed_report
import synthetic
from peers import PEERS, folder_size

import talkscli
from talkscli.search.engine import open_engine
from talkscli.store import files as stores
from talkscli.store import writing
from talkscli.store.merge import load
from talkscli.store.model import Store

BASE = "import typer, rich.console, rich.table, rapidfuzz"
TALKS = [sys.executable, "-c", "from talkscli.__main__ import run; run()"]  # what the installed script does
QUESTION = "why did the ceasefire fail".split()
# A small process in between: one started from here would be charged with the stores that this one holds.
WEIGH = """
import os, sys
quiet = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_RDWR, 0) for n in (0, 1, 2)]
_, _, used = os.wait4(os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=quiet), 0)
print(used.ru_maxrss / 1024)
"""


@dataclass
class Run:
    """One process that ended."""

    wall: float
    """Milliseconds."""
    cpu: float


@dataclass
class Size:
    """What was measured at one size of store."""

    name: str
    facts: int
    store_mb: float = 0.0
    index_mb: float = 0.0
    first: float = 0.0
    """Seconds of the process that makes the index; the better of two, of the largest store just one."""
    first_memory: float = 0.0
    """MiB at most."""
    warm_memory: float = 0.0
    warm: dict[str, list[Run]] = field(default_factory=dict)
    """table, json -> runs."""
    batch: float = 0.0
    """Questions a second, one process and core, its start included; the best of three."""
    question: float = 0.0
    """Milliseconds a question takes in a running process (median)."""
    found: dict[str, float] = field(default_factory=dict)
    """Share of questions, rightly spelled or not, whose fact is among the first five."""
    peers: dict[str, tuple[float, float, float]] = field(default_factory=dict)
    """Name -> (seconds to make, MB, median milliseconds a question)."""


def run(command: list[str], environment: dict[str, str], stdin: Path | None = None) -> Run:
    """Run a process to its end, without output."""
    quiet = [(os.POSIX_SPAWN_OPEN, n, os.devnull, os.O_RDWR, 0) for n in (1, 2)]
    source = (os.POSIX_SPAWN_OPEN, 0, os.fspath(stdin or os.devnull), os.O_RDONLY, 0)
    start = time.perf_counter()
    pid = os.posix_spawn(command[0], command, environment, file_actions=[source, *quiet])
    _, status, used = os.wait4(pid, 0)
    wall = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        raise SystemExit(f"failed: {command}")
    return Run(wall * 1000, (used.ru_utime + used.ru_stime) * 1000)


def weigh(command: list[str], environment: dict[str, str]) -> float:
    """Run a process and give the MiB that it took at most."""
    done = subprocess.run([sys.executable, "-c", WEIGH, *command], env=environment, capture_output=True, check=True)
    return float(done.stdout)


def cold_start(runs: int, environment: dict[str, str]) -> dict[str, list[Run]]:
    """Run the commands on the shipped store and the bare import in turn."""
    completion = {"_TALKS_COMPLETE": "complete_bash", "COMP_WORDS": "talks who ", "COMP_CWORD": "2"}
    commands = {
        "bare import": ([sys.executable, "-c", BASE], environment),
        "ask": ([*TALKS, "ask", *QUESTION], environment),
        "ask, a word misspelled": ([*TALKS, "ask", "why did the ceasfire fail"], environment),
        "timeline": ([*TALKS, "timeline"], environment),
        "who medinski": ([*TALKS, "who", "medinski"], environment),
        "--help": ([*TALKS, "--help"], environment),
        "ask --json": ([*TALKS, "ask", "--json", *QUESTION], environment),
        "timeline --json": ([*TALKS, "timeline", "--json"], environment),
        "who medinski --json": ([*TALKS, "who", "medinski", "--json"], environment),
        "shell completion": (TALKS, {**environment, **completion}),
        "ask --json, no index kept": (
            [*TALKS, "ask", "--json", *QUESTION],
            {**environment, "XDG_CACHE_HOME": "/dev/null"},
        ),
    }
    found: dict[str, list[Run]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, (command, variables) in commands.items():
            one = run(command, variables)
            if turn:  # the first one warms up
                found[name].append(one)
    return found


def median_ms(ask: Callable[[str], object], questions: list[str], budget: float = 20.0) -> float:
    """Give the median time of a question, asking for at most `budget` seconds."""
    ask(questions[0])
    times: list[float] = []
    begun = time.perf_counter()
    for question in questions:
        start = time.perf_counter()
        ask(question)
        times.append((time.perf_counter() - start) * 1000)
        if time.perf_counter() - begun > budget:
            break
    return statistics.median(times)


def measure(size: Size, path: Path, cases: list[tuple[str, int]], folder: Path, runs: int, shipped: Path) -> None:
    """Measure `talks` on one store; warm asks take turns with the shipped store's."""
    environment = {**os.environ, "XDG_CACHE_HOME": str(folder / "cache")}
    ask = [*TALKS, "ask", "--store"]
    asked = cases[0][0]
    size.store_mb = path.stat().st_size / 1e6
    times = []
    for _ in range(1 if size.facts > 100_000 else 2):
        shutil.rmtree(folder / "cache", ignore_errors=True)
        start = time.perf_counter()
        size.first_memory = weigh([*ask, str(path), "--json", asked], environment)
        times.append(time.perf_counter() - start)
    size.first = min(times)
    size.warm_memory = max(weigh([*ask, str(path), *form, asked], environment) for form in ([], ["--json"]))
    size.index_mb = folder_size(folder / "cache") / 1e6
    lines = folder / "questions.txt"
    lines.write_text("".join(f"{question}\n" for question, _ in cases), "utf-8")
    batches = [run([*ask, str(path), "--batch", str(lines)], environment).wall for _ in range(3)]
    size.batch = len(cases) / min(batches) * 1000
    commands = {
        "table": [*ask, str(path), asked], "json": [*ask, str(path), "--json", asked],
        "shipped table": [*ask, str(shipped), *QUESTION], "shipped json": [*ask, str(shipped), "--json", *QUESTION],
    }  # fmt: skip
    for command in commands.values():
        run(command, environment)
    size.warm = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            size.warm[name].append(run(command, environment))
    os.environ["XDG_CACHE_HOME"] = environment["XDG_CACHE_HOME"]
    engine = open_engine([path])
    size.question = median_ms(engine.search, [question for question, _ in cases])


def found(path: Path, made: Store, count: int = 200) -> dict[str, float]:
    """Give the shares of questions whose fact is among the first five."""
    engine = open_engine([path])
    shares = {}
    for name, typos in (("right", 0.0), ("misspelled", 1.0)):
        cases = synthetic.questions(made, count, seed=3, typos=typos)
        hits = [made.facts[place].id in {hit.fact.id for hit in engine.search(q).hits} for q, place in cases]
        shares[name] = sum(hits) / len(hits)
    return shares


def measure_peers(made: Store, cases: list[tuple[str, int]], folder: Path) -> dict[str, tuple[float, float, float]]:
    """Measure the other ways on the same facts."""
    texts = [f"{fact.question or ''} {fact.answer}".strip() for fact in made.facts]
    rows = {}
    for name, (make, kept) in PEERS.items():
        start = time.perf_counter()
        ask = make(texts, folder)
        seconds = time.perf_counter() - start
        size = folder_size(folder / kept) / 1e6 if kept else 0.0
        rows[name] = seconds, size, median_ms(ask, [question for question, _ in cases])
        print(f"  {name}: made in {seconds:.2f} s, {size:.1f} MB, {rows[name][2]:.3f} ms", flush=True)
    return rows


def build_speed(made: Store, folder: Path) -> tuple[float, float]:
    """Give (MB, seconds) of `talks build` on an article made of the facts."""
    article = folder / "article.md"
    parts = [
        f"## Part {n}\n\n" + "\n\n".join(f.answer for f in made.facts[n : n + 20])
        for n in range(0, len(made.facts), 20)
    ]
    article.write_text("# Made up\n\n" + "\n\n".join(parts) + "\n", "utf-8")
    took = run([*TALKS, "build", str(article), "-o", str(folder / "built.json")], dict(os.environ))
    return article.stat().st_size / 1e6, took.wall / 1000


def machine() -> dict[str, str]:
    """Say what it was measured on, and with what."""
    info = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next((line.partition(": ")[2] for line in info if line.startswith("model name")), platform.processor())
    names = ("typer", "rich", "rapidfuzz", "msgspec", "PyStemmer", "bm25s", "tantivy")
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") >> 30
    return {
        "Machine": f"{model}, {os.cpu_count()} cores, {memory} GiB",
        "System": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        "Versions": ", ".join(f"{name} {version(name)}" for name in names),
        "Date": date.today().isoformat(),
        "Load": f"{os.getloadavg()[0]:.1f} runnable processes at the start",
    }


def main() -> None:
    """Measure, and write the report."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="leave out the million facts")
    parser.add_argument("--runs", type=int, default=30, help="runs of each whole process")
    parser.add_argument("--no-peers", action="store_true")
    parser.add_argument("--print", action="store_true", help="print the report instead of writing it")
    chosen = parser.parse_args()
    compileall.compile_dir(Path(talkscli.__file__).parent, quiet=1)  # as pip does when it installs
    about = machine()
    shipped = stores.default_path()
    sizes: list[Size] = []
    with TemporaryDirectory() as name:
        root = Path(name)
        cold = cold_start(chosen.runs, {**os.environ, "XDG_CACHE_HOME": str(root / "cold")})
        counts = [0, 1000, 10_000, 100_000] + ([] if chosen.quick else [1_000_000])
        built = (0.0, 0.0)
        for count in counts:
            folder = root / str(count)
            folder.mkdir()
            if count:
                made, path = synthetic.store(count), folder / "store.json"
                writing.write(path, stores.encode(made))
                cases = synthetic.questions(made, 1000)
            else:
                made, path = load().store, shipped
                asked = [json.loads(line)["q"] for line in speed_report.QUESTIONS.read_text("utf-8").splitlines()]
                cases = [(question, 0) for question in asked if question.strip()] * 5
            size = Size(f"{count:,} facts" if count else "the shipped store", len(made.facts))
            sizes.append(size)
            measure(size, path, cases, folder, max(5, chosen.runs // 3), shipped)
            print(
                f"{size.name}: first {size.first:.2f} s, {size.question:.2f} ms, {size.batch:.0f} questions/s",
                flush=True,
            )
            if count:
                size.found = found(path, made)
            if count == 10_000:
                built = build_speed(made, folder)
            if not chosen.no_peers:
                size.peers = measure_peers(made, cases, folder)
    command = f"python benchmarks/speed.py {' '.join(sys.argv[1:])}".strip()
    speed_report.write(about, command, cold, sizes, built, only_print=chosen.print)


if __name__ == "__main__":
    main()
