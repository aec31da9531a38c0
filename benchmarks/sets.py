"""Question sets for the benchmarks: the project's own, and any given by path in the formats of `--help`."""

import hashlib
import json
import random
import re
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from talkscli.store.merge import load
from talkscli.store.model import Fact, Store

HERE = Path(__file__).resolve().parent
OWN = HERE.parent / "tests" / "questions.jsonl"
TUNING = HERE / "tuning.jsonl"  # more of the same, only ever fitted on
REPORTED = HERE / "reported.jsonl"  # and by others, only ever reported
DOCUMENTS = HERE / "tuning-documents.json"  # on the documents of tuning-documents.tsv


@dataclass(frozen=True)
class Case:
    """One question to a store."""

    question: str
    kind: str
    part: str
    """"tune" or "report"; nothing is ever fitted on the latter."""
    gold: frozenset[int]
    """Places in the store of the facts that answer it; empty where none does."""


@dataclass(frozen=True)
class Set:
    """Questions to one store."""

    name: str
    store: Store
    cases: list[Case]


def part(text: str) -> str:
    """Put a third of the questions, by their hash, into the part that is only reported."""
    return "report" if int(hashlib.md5(text.encode()).hexdigest(), 16) % 3 == 0 else "tune"


def typo(question: str, rng: random.Random) -> str:
    """Put one slip of the finger into about every third long word: two letters swapped, one left out, doubled, wrong."""
    words = question.split()
    long = [at for at, word in enumerate(words) if len(word) >= 5 and word.isalpha()]
    for at in rng.sample(long, max(1, round(len(long) / 3))) if long else []:
        word = words[at]
        k = rng.randrange(1, len(word) - 1)
        slips = (
            word[:k] + word[k + 1] + word[k] + word[k + 2 :],
            word[:k] + word[k + 1 :],
            word[:k] + word[k] + word[k:],
            word[:k] + rng.choice("etaoinsr") + word[k + 1 :],
        )
        words[at] = rng.choice(slips)
    return " ".join(words)


def own(path: Path = OWN) -> list[Set]:
    """Read the project's own questions on the shipped store: {"q", "kind", "facts": [id], "split"} a line."""
    store = load().store
    place = {fact.id: n for n, fact in enumerate(store.facts)}
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    cases = [Case(r["q"], r["kind"], r["split"], frozenset(place[i] for i in r["facts"])) for r in rows]
    return [Set("own" if path == OWN else path.stem, store, cases)]


def patterns(path: Path) -> list[Set]:
    """Read questions on the shipped store: {"q", "kind", "must": [[pattern]]} a line; one of each group must match."""
    store = load().store
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]
    cases = []
    for row in rows:
        if row["kind"] == "who":
            continue
        fits = {n for n, fact in enumerate(store.facts) if row["must"] and _matches(fact, row["must"])}
        kind = row["sub"] if "pair" in row and not row["must"] else row["kind"]
        cases.append(
            Case(row["q"], kind, part(str(row.get("pair", row["q"]))), frozenset(fits))
        )  # a pair stays together
    return [Set(path.stem, store, cases)]


def _matches(fact: Fact, groups: list[list[str]]) -> bool:
    text = " ".join(x for x in (fact.question, fact.answer, fact.quote, fact.attribution, fact.date) if x)
    return all(any(re.search(pattern, text, re.IGNORECASE) for pattern in group) for group in groups)


def pairs(path: Path) -> list[Set]:
    """Read an FAQ: {"facts": [{"question", "answer"}], "questions": [{"q", "facts": [place]}]}."""
    data = json.loads(path.read_text("utf-8"))
    store = Store(facts=tuple(Fact(id=f"f{n}", **fact) for n, fact in enumerate(data["facts"])))
    cases = [Case(row["q"], "faq", part(row["q"]), frozenset(row["facts"])) for row in data["questions"]]
    return [Set(path.stem, store, cases)]


def squad(path: Path) -> list[Set]:
    """Read articles with questions that look answerable and are not: [{"title", "paragraphs", "questions": [{"q", "answers"}]}].

    Each becomes a store by `talks build`. Every third article is only reported.
    """
    sets = []
    for n, article in enumerate(json.loads(path.read_text("utf-8"))):
        store = _built(article)
        told = [_squash(fact.answer) for fact in store.facts]
        short = [len(fact.answer) <= 700 for fact in store.facts]
        which = "report" if n % 3 == 2 else "tune"
        cases = []
        for row in article["questions"]:
            answers = [_squash(answer) for answer in row["answers"]]
            fits = (i for i, text in enumerate(told) if short[i] and any(answer in text for answer in answers))
            cases.append(Case(row["q"], "article" if answers else "look-alike", which, frozenset(fits)))
        sets.append(Set(path.stem, store, cases))
    return sets


def _built(article: dict) -> Store:  # type: ignore[type-arg]
    """The store that `talks build` makes of an article."""
    from talkscli.extract.build import build

    with TemporaryDirectory() as folder:
        source, target = Path(folder, "article.md"), Path(folder, "store.json")
        source.write_text(f"# {article['title']}\n\n" + "\n\n".join(article["paragraphs"]) + "\n", "utf-8")
        build([str(source)], target)
        return load([target]).store


def articles(path: Path) -> list[Set]:
    """Read articles with questions: [{"title", "paragraphs", "questions": [{"q", "answer", "start", "paragraph"}]}].

    Each becomes a store by `talks build`; ten questions of the next article are asked too, and have no answer here.
    Every third article is only reported.
    """
    data = json.loads(path.read_text("utf-8"))
    sets = []
    for n, article in enumerate(data):
        store = _built(article)
        which = "report" if n % 3 == 2 else "tune"
        cases = [Case(row["q"], "article", which, _holding(store, article, row)) for row in article["questions"]]
        foreign = data[(n + 1) % len(data)]["questions"][:10]
        cases += [Case(row["q"], "foreign", which, frozenset()) for row in foreign]
        sets.append(Set(path.stem, store, cases))
    return sets


def _holding(store: Store, article: dict, row: dict) -> frozenset[int]:  # type: ignore[type-arg]
    """The facts that hold the answer and are about as long as its sentence, not a whole paragraph."""
    text, start, answer = article["paragraphs"][row["paragraph"]], row["start"], row["answer"]
    left = max(text.rfind(mark, 0, start) for mark in ".!?")
    right = min([at for mark in ".!?" if (at := text.find(mark, start + len(answer))) >= 0] or [len(text)])
    limit = max(400, 1.5 * (right - left))
    return frozenset(
        n for n, f in enumerate(store.facts) if _squash(answer) in _squash(f.answer) and len(f.answer) <= limit
    )


def _squash(text: str) -> str:
    return re.sub(r"\W+", " ", text).strip().casefold()


def documents(path: Path, folder: Path) -> list[Set]:
    """Read questions on documents: {stem of a file in the folder: [{"q", "answer": pattern, null where none has it}]}.

    Each document becomes a store by `talks build`. Every third document is only reported.
    """
    from talkscli.extract.build import build

    files = {file.stem: file for file in folder.iterdir()}
    sets = []
    for n, (name, rows) in enumerate(sorted(json.loads(path.read_text("utf-8")).items())):
        with TemporaryDirectory() as temporary:
            target = Path(temporary, "store.json")
            build([str(files[name])], target)
            store = load([target]).store
        cases = []
        for row in rows:
            fits = {i for i, f in enumerate(store.facts) if row["answer"] and _matches(f, [[row["answer"]]])}
            if fits or not row["answer"]:
                kind = "document" if fits else "look-alike"
                cases.append(Case(row["q"], kind, "report" if n % 3 == 2 else "tune", frozenset(fits)))
        sets.append(Set("documents", store, cases))
    return sets


def any_set(path: Path) -> list[Set]:
    """Read a set in whichever format it has."""
    if path.suffix == ".jsonl":
        first = json.loads(path.read_text("utf-8").splitlines()[0])
        return own(path) if "facts" in first else patterns(path)
    data = json.loads(path.read_text("utf-8"))
    if not isinstance(data, list):
        return pairs(path)
    return squad(path) if "answers" in data[0]["questions"][0] else articles(path)


def misspelled(sets: list[Set], seed: int = 1) -> list[Set]:
    """Give the same sets with typing slips; who is right does not change."""
    rng = random.Random(seed)
    return [Set(s.name, s.store, [Case(typo(c.question, rng), c.kind, c.part, c.gold) for c in s.cases]) for s in sets]
