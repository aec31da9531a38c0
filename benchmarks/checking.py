#!/usr/bin/env python3
"""How much of what is turned into its opposite does `talks check --against` see? One change to each fact of built stores.

Run in the project's root:  python benchmarks/checking.py [DOCUMENT ...]   (tests/articles; --misses shows what was not seen)
"""

import argparse
import random
import re
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

from msgspec.structs import replace

from talkscli.article import readers
from talkscli.check.ground import ground
from talkscli.errors import TalksError
from talkscli.extract.build import make
from talkscli.language import grammar, verbs
from talkscli.language.frequency import listed
from talkscli.language.matcher import Matcher, Mention
from talkscli.language.opposites import opposites
from talkscli.language.words import STOP, stems
from talkscli.store.model import Fact, Store

ARTICLES = Path(__file__).resolve().parents[1] / "tests" / "articles"
AUXILIARY = re.compile(rf"\b(?:{'|'.join(sorted(grammar.IS | grammar.HAVE | grammar.MODALS))})\b(?!n['’]t)(?! not)")
DENIAL = re.compile(r"\s(?:not|never)\b|n['’]t\b|\b[Nn]o\b(?= [a-z])")
NUMBER = re.compile(r"(?<![\w.,:/-])\d+(?:[.,]\d+)*(?![\w:/-])")
WORD = re.compile(r"\b[a-z]{3,}\b")
Change = Callable[[str, Matcher], Iterator[str]]


def dropped(answer: str, _: Matcher) -> Iterator[str]:
    yield from (answer[: m.start()] + answer[m.end() :] for m in DENIAL.finditer(answer) if "can" not in m[0])


def added(answer: str, _: Matcher) -> Iterator[str]:
    yield from (f"{answer[: m.end()]} not{answer[m.end() :]}" for m in AUXILIARY.finditer(answer))
    for m in WORD.finditer(answer):
        if verbs.base(m[0]) != m[0] and m[0] in verbs.pasts() - verbs.participles():
            yield f"{answer[: m.start()]}did not {verbs.base(m[0])}{answer[m.end() :]}"


def turned(answer: str, _: Matcher) -> Iterator[str]:
    for m in WORD.finditer(answer):
        if m[0] not in STOP and (other := opposite(m[0])):
            yield answer[: m.start()] + other + answer[m.end() :]


def names_exchanged(answer: str, names: Matcher) -> Iterator[str]:
    found = names.find(answer)
    yield from (_exchange(answer, a, b) for n, a in enumerate(found) for b in found[n + 1 :] if a.key != b.key)


def numbers_exchanged(answer: str, _: Matcher) -> Iterator[str]:
    found = [Mention(m.start(), m.end(), m[0]) for m in NUMBER.finditer(answer)]
    yield from (_exchange(answer, a, b) for n, a in enumerate(found) for b in found[n + 1 :] if a.key != b.key)


CHANGES: dict[str, Change] = {
    "a denial dropped": dropped,
    "a denial added": added,
    "a word turned": turned,
    "names exchanged": names_exchanged,
    "numbers exchanged": numbers_exchanged,
}


def _exchange(text: str, a: Mention, b: Mention) -> str:
    return text[: a.start] + text[b.start : b.end] + text[a.end : b.start] + text[a.start : a.end] + text[b.end :]


@cache
def _forms() -> dict[str, list[str]]:
    forms: dict[str, list[str]] = {}
    for word in listed():
        forms.setdefault(stems([word])[0], []).append(word)
    return forms


@cache
def opposite(word: str) -> str | None:
    """Give the opposite of a word in the same form, if there is one."""
    ending = next((end for end in ("ing", "ed", "ly", "s") if word.endswith(end)), "")
    past = ending == "ed" or word in verbs.pasts()
    for stem in sorted(opposites(stems([verbs.base(word)])[0])):
        for form in _forms().get(stem, ())[:8]:
            if past and not form.endswith("ed") and verbs.past(form) in _forms().get(stems([verbs.past(form)])[0], ()):
                return verbs.past(form)
            if not past and (form.endswith(ending) if ending else form == stem):
                return form
    return None


def seen(store: Store, article: str) -> set[str | None]:
    compared = ground(store, [article])
    return {found.fact for found in (*compared.problems, *compared.doubts)}


def changed(fact: Fact, change: Change, names: Matcher) -> Fact | None:
    """Make one of the possible changes, the same in each run."""
    made = [answer for answer in change(fact.answer, names) if answer != fact.answer]
    return replace(fact, answer=random.Random(fact.id).choice(made)) if made else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("documents", nargs="*", help="without any, those of tests/articles in English")
    parser.add_argument("--misses", action="store_true", help="show what was not seen")
    options = parser.parse_args()
    documents = options.documents or [str(p) for p in sorted(ARTICLES.iterdir()) if p.suffix != ".json"]
    counts = dict.fromkeys(CHANGES, (0, 0))
    facts = doubted = 0
    for name in documents:
        try:
            document = readers.read(name)
            if document.language != "en":
                continue
            store = make(document, Path(name).stem)
        except TalksError as error:
            print(f"{name}: {error}")
            continue
        blamed = seen(store, name)
        facts, doubted = facts + len(store.facts), doubted + len(blamed)
        names = Matcher((form, e.id) for e in store.entities for form in (e.name, *e.aliases))
        for kind, change in CHANGES.items():
            made = {f.id: each for f in store.facts if f.id not in blamed and (each := changed(f, change, names))}
            found = seen(replace(store, facts=tuple(made.get(f.id, f) for f in store.facts)), name)
            counts[kind] = counts[kind][0] + len(made.keys() & found), counts[kind][1] + len(made)
            if options.misses:
                print(*(f"{kind}: {made[ident].answer}" for ident in made if ident not in found), sep="\n")
    for kind, (right, of) in counts.items():
        print(f"{kind:20}{right:6} of {of:5}  {right / of if of else 0:.2f}")
    print(f"unchanged facts with a problem or a warning: {doubted} of {facts}")


if __name__ == "__main__":
    main()
