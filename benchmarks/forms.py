#!/usr/bin/env python3
"""Ask stores that `talks build` makes of documents by others what they surely tell, in everyday forms, and count the answers.

    python benchmarks/gather.py FOLDER --list tuning-documents.tsv
    python benchmarks/forms.py FOLDER

Who has a role, who heads a body, for whom somebody works and who said something are made into questions from the people,
roles and quotations of each store; right is an answer that tells it of that person. What happened at a time is asked by the
words for each date, what a story is about of each that is no FAQ: right is a fact of that date, one of the first three
sentences. Nothing is fitted on these.
"""

import argparse
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from talkscli.errors import TalksError
from talkscli.extract.build import build
from talkscli.language.offices import LESSER
from talkscli.lookup.ask import ask
from talkscli.search.engine import Engine
from talkscli.store.merge import load
from talkscli.store.model import Entity, Fact, Store

Right = Callable[[Fact], bool]

WHO = ("who is {}", "whois {}", "{}", "tell me about {}", "what is {}'s role", "what does {} do")
HEADS = ("who heads {}", "who runs {}", "who is the head of {}", "who is in charge of {}", "who is {}'s boss")
WHOLE = ("what is this about", "what happened", "summary", "main points")
TIMES = 4  # dates of a document that are asked for
LEAD = 3  # sentences
WORDS = 6  # of a quotation that is asked for
_LEADS = re.compile(
    r"(?:(?:chief executive|managing director|president|chairman|director|head|leader|chief|boss|ceo)"
    r"(?: and (?=c))?)+ of (?:the )?(?P<body>[A-Z][\w'’&. -]+)",
    re.IGNORECASE,
)
_IN = re.compile(r"(?P<role>[a-z -]+) (?:of|at|for) (?:the )?(?P<body>[A-Z][\w'’&. -]+)")


def questions(store: Store) -> Iterator[tuple[str, str, Right]]:
    """The form, the question and what is a right answer, of all that is surely told."""
    for person in store.entities:
        if person.kind == "person" and person.role:
            yield from _of_role(person, person.role)
    for fact in store.facts:
        said = (fact.quote or "").rstrip(".,!?").split()
        if fact.speaker and len(said) > WORDS:
            yield "who said WORDS", f"who said {' '.join(said[:WORDS])}", _said_by(fact.speaker)
    told = [fact for fact in store.facts if not fact.question]
    for fact in [fact for fact in told if fact.date and fact.date_text][:TIMES]:
        yield "what happened WHEN", f"what happened {fact.date_text}", _dated(fact.date)
    if len(told) == len(store.facts):
        for form in WHOLE:
            yield form, form, told[:LEAD].__contains__


def _dated(date: str | None) -> Right:
    return lambda fact: fact.date == date


def _said_by(speaker: str) -> Right:
    return lambda fact: fact.speaker == speaker


def _of_role(person: Entity, role: str) -> Iterator[tuple[str, str, Right]]:
    last, head = person.name.split()[-1], role.split()[0]

    def named(fact: Fact) -> bool:
        return last in fact.answer or person.id in fact.about

    def introduced(fact: Fact) -> bool:
        return named(fact) and head.lower() in fact.answer.lower()

    for form in WHO:
        yield form.format("NAME"), form.format(person.name), introduced
    if not LESSER.isdisjoint(role.lower().split()):
        return
    yield "who is the ROLE", f"who is the {role}", named
    if found := _LEADS.fullmatch(role):
        for form in HEADS:
            yield form.format("BODY"), form.format(found["body"]), named
    if found := _IN.fullmatch(role):
        yield "who does NAME work for", f"who does {person.name} work for", introduced


def main() -> None:
    """Print a line a form: how many were asked, answered right, declined, answered wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for path in sorted(parser.parse_args().folder.iterdir()):
        with TemporaryDirectory() as folder:
            target = Path(folder, "store.json")
            try:
                build([str(path)], target)
            except TalksError as error:
                print(f"{path.name}: {error}")
                continue
            store = load([target]).store
        if store.sources[0].language != "en":
            continue
        with Engine.of(store) as engine:
            for form, question, right in questions(store):
                answer = ask(engine, question).answer
                counts[form]["right" if answer and right(answer) else "wrong" if answer else "declined"] += 1
    for form, n in counts.items():
        asked = n.total()
        told = "  ".join(f"{what} {n[what] / asked:.2f}" for what in ("right", "declined", "wrong"))
        print(f"{form:24} {asked:5}  {told}")


if __name__ == "__main__":
    main()
