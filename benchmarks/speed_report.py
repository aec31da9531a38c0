"""The table and the plot of the speed benchmark."""

from __future__ import annotations

from math import log10
from pathlib import Path
from statistics import median, quantiles
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from speed import Run, Size

ROOT = Path(__file__).resolve().parents[1]
QUESTIONS = ROOT / "tests" / "questions.jsonl"
GOALS = {"ask": 1.25, "timeline": 1.25, "who medinski": 1.25, "ask --json": 1.0, "timeline --json": 1.0,
         "who medinski --json": 1.0, "shell completion": 1.0}  # fmt: skip
COLD = """\
## Cold start

Whole processes on the shipped store, in turn with `python -c "import typer, rich.console, rich.table, rapidfuzz"`. The
ratio is the median over the turns of a command's time by that of the bare import beside it; spread is its middle half.
CPU time is less disturbed by whatever else the machine does, and the least of each (of all turns) is disturbed least.

| command | wall, ms | CPU, ms | ratio (wall) | spread | ratio (CPU) | ratio (least CPU) | goal |
|---|--:|--:|--:|--:|--:|--:|--:|"""
SCALE = """\
## Scale

![Time of a question by size of the store](speed.svg)

Made-up stores (`benchmarks/synthetic.py`, fixed seed): one sentence a fact, 60,000 words by Zipf's law, names, a
question for a third. First ask: a whole process that reads the store and makes the index (the better of two, of a
million facts just one). Warm: a whole process with the index kept, and its ratio to the same on the shipped store, in
turn. Batch: one process, one core, start included, the best of three. Found: share of questions whose fact is among
the first five, rightly spelled and with a letter left out of the longest
word.

| store | store, MB | index, MB | first ask, s | facts/s | MiB | warm json, ms | ratio | warm table, ms | ratio | MiB \
| a question, ms | batch, questions/s | found | misspelled |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"""
BESIDE = """\
## Beside other ways to search the same facts

Median milliseconds a question takes in a running process; in brackets the seconds to make the index, and its size. For
`talks` these are a whole process that reads the store too. Of these only `talks` reads misspelled words, other names
and synonyms, and says how sure it is; RapidFuzz's scan reads misspelled words.
"""
FAR = """\
## How far one machine goes

What a question takes depends on how many facts hold its rarest words, up to a budget of 5,000 entries, and not on the
size of the store; what grows with the store is the first ask, with the memory that it takes, and the file. By the
figures above one machine carries a million facts, which is an archive of some tens of thousands of articles. Beyond
that, or where many people ask and facts arrive all day, a server had better keep the index and change it fact by fact.

The store stays what it is: a fact is a JSON object with an id, and becomes one document of an existing engine (SQLite
FTS5 or Tantivy on one machine, PostgreSQL or OpenSearch for many), with question, phrasings and answer as fields of
their own, `about` and `topics` as keywords, and `synonyms` as the engine's synonym file. Such an engine hands over the
hundred best facts; the ranking and the confidence of `talkscli.search.engine`, which look at no others, say which of them
answers the question, if any.
"""
COLOURS = ("#c0392b", "#7f8c8d", "#95a5a6", "#2980b9", "#27ae60", "#8e44ad")


def write(
    about: dict[str, str], command: str, cold: dict[str, list[Run]], sizes: list[Size], built: tuple[float, float],
    *, only_print: bool,
) -> None:  # fmt: skip
    """Write docs/benchmarks-speed.md and docs/speed.svg, or print the former."""
    text = "\n".join([*_head(about, command), *_cold(cold), *_scale(sizes), *_peers(sizes), *_built(built), FAR])
    if only_print:
        print(text)
        return
    (ROOT / "docs" / "benchmarks-speed.md").write_text(text, "utf-8")
    (ROOT / "docs" / "speed.svg").write_text(plot(sizes), "utf-8")


def _head(about: dict[str, str], command: str) -> list[str]:
    return ["# Speed", "", f"Measured with `{command}`, which writes this page.", "",
            *(f"- {name}: {value}" for name, value in about.items()), ""]  # fmt: skip


def _cold(cold: dict[str, list[Run]]) -> list[str]:
    base = cold["bare import"]
    rows = [COLD]
    for name, runs in cold.items():
        ratios = [one.wall / other.wall for one, other in zip(runs, base, strict=True)]
        cpu = median(one.cpu / other.cpu for one, other in zip(runs, base, strict=True))
        least = min(one.cpu for one in runs) / min(one.cpu for one in base)
        low, _, high = quantiles(ratios, n=4)
        wall, used = median(one.wall for one in runs), median(one.cpu for one in runs)
        goal = f"{GOALS[name]:.2f}" if name in GOALS else ""
        cells = (f"`{name}`", f"{wall:.0f}", f"{used:.0f}", f"{median(ratios):.2f}", f"{low:.2f}–{high:.2f}")
        rows.append(f"| {' | '.join(cells)} | {cpu:.2f} | {least:.2f} | {goal} |")
    return [*rows, ""]


def _scale(sizes: list[Size]) -> list[str]:
    rows = [SCALE]
    for size in sizes:
        cells = [size.name, f"{size.store_mb:.1f}", f"{size.index_mb:.1f}", f"{size.first:.2f}",
                 f"{size.facts / size.first:,.0f}", f"{size.first_memory:.0f}"]  # fmt: skip
        for form in ("json", "table"):
            pairs = zip(size.warm[form], size.warm[f"shipped {form}"], strict=True)
            ratio = median(one.wall / other.wall for one, other in pairs)
            cells += [f"{median(one.wall for one in size.warm[form]):.0f}", f"{ratio:.2f}"]
        cells += [f"{size.warm_memory:.0f}", f"{size.question:.2f}", f"{size.batch:,.0f}"]
        cells += [f"{share:.2f}" for share in size.found.values()] or ["", ""]
        rows.append(f"| {' | '.join(cells)} |")
    return [*rows, ""]


def _peers(sizes: list[Size]) -> list[str]:
    with_peers = [size for size in sizes if size.peers]
    if not with_peers:
        return []
    names = " | ".join(size.name for size in with_peers)
    rows = [BESIDE, f"| | {names} |", f"|---|{'--:|' * len(with_peers)}"]
    own = [f"{size.question:.2f} ({size.first:.1f} s, {size.index_mb:.0f} MB)" for size in with_peers]
    rows.append(f"| talks | {' | '.join(own)} |")
    for name in with_peers[0].peers:
        cells = []
        for size in with_peers:
            seconds, mb, ms = size.peers[name]
            cells.append(f"{ms:.2f}" + (f" ({seconds:.1f} s, {mb:.0f} MB)" if mb else ""))
        rows.append(f"| {name} | {' | '.join(cells)} |")
    return [*rows, ""]


def _built(built: tuple[float, float]) -> list[str]:
    mb, seconds = built
    if not seconds:
        return []
    return ["## Building a store", "", f"`talks build` on an article of {mb:.1f} MB takes {seconds:.1f} s: "
            f"{mb / seconds:.2f} MB a second.", ""]  # fmt: skip


def plot(sizes: list[Size]) -> str:
    """Draw the time of a question by the number of facts, both axes logarithmic."""
    series = {"talks": [(size.facts, size.question) for size in sizes]}
    for size in sizes:
        for name, (_, _, ms) in size.peers.items():
            series.setdefault(name, []).append((size.facts, ms))
    points = [point for line in series.values() for point in line]
    x0, x1 = 1.7, log10(max(x for x, _ in points)) + 0.1
    y0, y1 = int(log10(min(y for _, y in points)) - 1), int(log10(max(y for _, y in points)) + 1)

    def at(x: float, y: float) -> tuple[float, float]:
        return 70 + 500 * (log10(x) - x0) / (x1 - x0), 360 - 330 * (log10(y) - y0) / (y1 - y0)

    parts = ['<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 760 410" font-family="sans-serif" font-size="12">',
             '<rect width="760" height="410" fill="white"/>']  # fmt: skip
    for power in range(y0, y1 + 1):
        y = at(100, 10**power)[1]
        parts.append(f'<path d="M70 {y:.1f}H570" stroke="#ddd"/>')
        parts.append(f'<text x="62" y="{y + 4:.1f}" text-anchor="end">{10.0**power:g}</text>')
    for power in range(2, int(x1) + 1):
        x = at(10**power, 1)[0]
        parts.append(f'<path d="M{x:.1f} 30V360" stroke="#ddd"/>')
        parts.append(f'<text x="{x:.1f}" y="378" text-anchor="middle">{10**power:,}</text>')
    parts.append(
        '<text x="320" y="400" text-anchor="middle">facts</text><text x="70" y="18">milliseconds a question</text>'
    )
    ends = sorted((at(*line[-1])[1], name) for name, line in series.items())
    below = 0.0
    for colour, (name, line) in zip(COLOURS, series.items(), strict=False):
        where = [at(*point) for point in line]
        path = " L".join(f"{x:.1f} {y:.1f}" for x, y in where)
        width = 3 if name == "talks" else 1.5
        parts.append(f'<path d="M{path}" fill="none" stroke="{colour}" stroke-width="{width}"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in where]
    colours = dict(zip(series, COLOURS, strict=False))
    for y, name in ends:
        below = max(y, below + 15)
        parts.append(
            f'<text x="{at(*series[name][-1])[0] + 10:.1f}" y="{below + 4:.1f}" fill="{colours[name]}">{name}</text>'
        )
    return "\n".join([*parts, "</svg>\n"])
