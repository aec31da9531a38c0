"""Articles, stores, questions and FAQPages that are made to take long; `tools/growth.py` runs them."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

Make = Callable[[Path, int], list[str]]


def _letters(n: int) -> str:
    """Write a number in letters, so that it is a word."""
    word = ""
    while True:
        word = "abcdefghij"[n % 10] + word
        n //= 10
        if not n:
            return word


def build(suffix: str, text: Callable[[int], str]) -> Make:
    """Make an article and build a store from it."""

    def make(folder: Path, n: int) -> list[str]:
        (folder / f"a.{suffix}").write_text(text(n), "utf-8")
        return ["build", f"a.{suffix}", "-o", "s.json"]

    return make


def store(command: str, content: Callable[[int], dict[str, Any]]) -> Make:
    """Make a store and run a command on it; the last word of `ask` and `who` is theirs."""

    def make(folder: Path, n: int) -> list[str]:
        (folder / "s.json").write_text(json.dumps(content(n)), "utf-8")
        name, *words = command.split()
        return [name, "s.json"] if name == "check" else [name, *words, "--store", "s.json"]

    return make


def check(article: Callable[[int], str], content: Callable[[int], dict[str, Any]]) -> Make:
    """Make a store and an article and compare them."""

    def make(folder: Path, n: int) -> list[str]:
        (folder / "a.md").write_text(article(n), "utf-8")
        (folder / "s.json").write_text(json.dumps(content(n)), "utf-8")
        return ["check", "s.json", "--against", "a.md"]

    return make


def again(article: Callable[[int], str], content: Callable[[int], dict[str, Any]]) -> Make:
    """Make a store and build over it."""

    def make(folder: Path, n: int) -> list[str]:
        (folder / "a.md").write_text(article(n), "utf-8")
        (folder / "s.json").write_text(json.dumps(content(n)), "utf-8")
        return ["build", "a.md", "-o", "s.json"]

    return make


def _facts(n: int, **more: Any) -> list[dict[str, Any]]:
    return [{"id": f"f{i}", "answer": f"Boat {i} lies in harbour {i * 7}.", **more} for i in range(n)]


def _cited(n: int, **cited: Any) -> dict[str, Any]:
    rows = [{"id": f"f{i}", "answer": f"Boat {i} lies in harbour {i * 7}.",
             "citation": {"source": "t", "section": "Talks", "paragraph": i + 1, **cited}} for i in range(n)]  # fmt: skip
    return {"sources": [{"id": "t", "title": "Talks"}], "facts": rows}


def _whole(n: int) -> dict[str, Any]:
    found = _cited(n)
    for row in found["facts"]:
        del row["citation"]["paragraph"]
    return found


def _paragraphs(n: int) -> str:
    return "# Talks\n\n" + "\n\n".join(
        f"Boat {i} lies in harbour {i * 7}, said Anna Berg of Norland." for i in range(n)
    )


def _persons(n: int, name: str = "Kai Sand") -> list[dict[str, Any]]:
    return [{"id": f"e{i}", "name": name, "kind": "person"} for i in range(n)]


def _one_fact(answer: str, **more: Any) -> dict[str, Any]:
    return {"id": "talks-0123abcd", "answer": answer, "citation": {"source": "talks", "section": "Talks"}, **more}


def _twice(folder: Path, n: int) -> list[str]:
    (folder / "s.json").write_text('{"facts": [], ' + ", ".join(f'"k{i}": 1' for i in [*range(n), 1, 2]) + "}")
    return ["check", "s.json"]


RST = "Talks\n=====\n\nBoats lie in the harbour.\n\n"
SHORT_ARTICLE = "# Talks\n\nBoats lie in the harbour."

ATTACKS: dict[str, tuple[Make, int, int]] = {
    # what a day of attacks found
    "comments before HTML": (build("txt", lambda n: "<!---->" * n + "x"), 1000, 1_000_000),
    "Q and spaces in Markdown": (build("md", lambda n: "# T\n\nQ" + " " * n + "x?\n"), 10_000, 1_000_000),
    "openings of comments in Markdown": (build("md", lambda n: "# T\n\n" + "<!--" * n + "\n"), 5_000, 500_000),
    "openings of headings in HTML": (build("html", lambda n: "<p>a text</p>" + "<h1 " * n), 2_000, 500_000),
    "unclosed scripts in HTML": (
        build("html", lambda n: "<p>a text</p>" + '<script type="application/ld+json">' * n), 2_000, 64_000),
    "surnames of the same five letters": (
        build("txt", lambda n: " ".join(f"Anna Borge{_letters(i)} met Tom Borge{_letters(i + n)}." for i in range(n))),
        500, 16_000),
    "one long paragraph": (build("txt", lambda n: "The harbour was closed in May 2020. " * n), 4_000, 256_000),
    "an old fact of many words": (
        again(lambda _: SHORT_ARTICLE, lambda n: {
            "sources": [{"id": "talks", "title": "Talks"}], "facts": [_one_fact("word " * n)]}),
        2_000, 150_000),
    "old facts times aliases": (
        again(lambda _: SHORT_ARTICLE, lambda n: {
            "sources": [{"id": "talks", "title": "Talks"}],
            "entities": [{"id": "e", "name": "Kai Sand", "aliases": [f"Kai {_letters(i)}" for i in range(n)]}],
            "facts": [_one_fact(f"Kai Sand has boat {i}.", id=f"talks-{i:08x}", about=["e"]) for i in range(n)]}),
        500, 16_000),
    "long lists that are written again": (
        again(lambda _: SHORT_ARTICLE, lambda n: {
            "sources": [{"id": "talks", "title": "Talks"}],
            "facts": [_one_fact("Boats lie here.", phrasings=[f"boat {i} here" for i in range(n)])]}),
        2_000, 256_000),
    "check of many paragraphs": (check(_paragraphs, _cited), 250, 16_000),
    "check of facts that cite the section": (check(_paragraphs, _whole), 100, 8_000),
    "groups of synonyms": (
        store("ask boat", lambda n: {"facts": _facts(3), "synonyms": [
            [_letters(i + 200 * g) for i in range(200)] for g in range(n)]}), 10, 2_000),
    "an endless group of synonyms": (
        store("ask boat", lambda n: {"facts": _facts(3), "synonyms": [[_letters(i) for i in range(n)]]}), 1_000, 64_000),
    "answers with a name of many": (
        store("ask sand", lambda n: {"entities": _persons(n), "facts": [{"id": "f", "answer": "Kai Sand. " * n}]}),
        1_000, 64_000),
    "entities of one name times facts": (
        store("ask sand", lambda n: {"entities": _persons(n), "facts": [
            {"id": f"f{i}", "answer": f"Kai Sand has boat {i}."} for i in range(n)]}), 500, 32_000),
    "who is one of many": (
        store("who kai sand", lambda n: {"entities": _persons(n), "facts": _facts(n, about=["e1"])}), 1_000, 64_000),
    "keys of which two stand twice": (_twice, 4_000, 256_000),
    # more
    "comments in HTML": (build("html", lambda n: "<p>a text</p>" + "<!-- a -->" * n), 16_000, 1_000_000),
    "check of sections of one heading": (
        check(lambda n: "# Talks\n\n" + "\n\n".join(f"## Boats\n\nBoat {i} lies in harbour {i * 7}." for i in range(n)),
              lambda n: {"facts": [{"id": f"f{i}", "answer": f"Boat {i} lies in harbour {i * 7}.",
                                    "citation": {"section": "Boats", "paragraph": 1}} for i in range(n)]}), 250, 8_000),
    "check of sections that are not there": (
        check(lambda n: "\n\n".join(f"# Boats {i}\n\nOne text." for i in range(n)),
              lambda n: {"facts": [{"id": f"f{i}", "answer": f"Boat {i}.", "citation": {"section": f"Bots {i}"}}
                                   for i in range(n)]}), 250, 8_000),
    "check of overlapping ranges": (
        check(_paragraphs, lambda n: _cited(n - 50, last=None) | {"facts": [
            {"id": f"f{i}", "answer": f"Boat {i} lies in harbour {i * 7}.",
             "citation": {"source": "t", "section": "Talks", "paragraph": i + 1, "last": i + 50}}
            for i in range(n - 50)]}), 100, 3_200),
    "check of pronouns that lean on what stands before": (
        check(lambda n: "# Talks\n\nAnna Berg came.\n\n" + "\n\n".join(f"“Boat {i} is mine,” she said." for i in range(n)),
              lambda n: {"sources": [{"id": "t", "title": "Talks"}],
                         "entities": [{"id": "berg", "name": "Anna Berg", "kind": "person"}],
                         "facts": [{"id": f"f{i}", "answer": f"She said “Boat {i} is mine”.", "speaker": "berg",
                                    "quote": f"Boat {i} is mine", "about": ["berg"],
                                    "citation": {"source": "t", "section": "Talks", "paragraph": i + 2}}
                                   for i in range(n)]}), 250, 8_000),
    "check of an answer of capital letters": (
        check(lambda _: SHORT_ARTICLE, lambda n: {"facts": [
            {"id": "f", "answer": "Norland Weks " * n, "citation": {"section": "Talks", "paragraph": 1}}]}), 1_000, 64_000),
    "check of a list under a long lead-in": (
        check(lambda n: "# Talks\n\n" + "harbour " * 1200 + "boats:\n\n" + "\n".join(f"- boat {i}" for i in range(n)),
              lambda n: {"facts": [{"id": f"f{i}", "answer": f"Boat {i}.", "citation": {
                  "section": "Talks", "paragraph": i + 2}} for i in range(n // 50)]}), 500, 16_000),
    "names of all lengths": (
        check(lambda n: "# Talks\n\n" + "Aa b. " * n, lambda n: {
            "entities": [{"id": f"e{i}", "name": "Aa" + " b" * i} for i in range(int(n**0.5) * 4)],
            "facts": [{"id": "f", "answer": "Aa b.", "citation": {"section": "Talks"}}]}), 1_000, 64_000),
    "who said much about himself": (
        store("who kai sand", lambda n: {"entities": _persons(1), "facts": _facts(
            n, about=["e0"], speaker="e0", quote="Mine.")}), 1_000, 64_000),
    "questions of a FAQPage": (
        build("json", lambda n: json.dumps({"@type": "FAQPage", "mainEntity": [
            {"@type": "Question", "name": f"What is boat {i}?", "acceptedAnswer": {"text": f"Boat {i} is <b>red</b>."}}
            for i in range(n)]})), 500, 32_000),
    "tags that never end in a FAQPage": (
        build("json", lambda n: json.dumps({"@type": "FAQPage", "mainEntity": [
            {"@type": "Question", "name": "What?", "acceptedAnswer": {"text": "<a " * n + "x"}}]})), 10_000, 640_000),
    "sources that none of the articles is": (
        check(_paragraphs, lambda n: {"sources": [{"id": f"s{i}", "title": f"Source {i}"} for i in range(n)],
                                      "facts": _facts(1)}), 1_000, 32_000),
    "an answer of two words far apart": (
        store("ask harbour boats", lambda n: {"facts": [{"id": "f", "answer":
            "The " + "boats " * n + "lie in calm and shallow water near the " + "harbour " * n}]}), 1_000, 64_000),
    "an answer of one verb": (
        store("ask did Kai Sand lead Tom Borg", lambda n: {"entities": _persons(1), "facts": [
            {"id": "f", "answer": "Kai Sand " + "lead " * n}]}), 1_000, 64_000),
    "a note full of marks in reStructuredText": (
        build("rst", lambda n: RST + ".. note::\n\n   " + "*a " * n + "`b |c [d\n"), 1_000, 256_000),
    "a word of colons in reStructuredText": (build("rst", lambda n: RST + ":a" * n + "\n"), 1_000, 256_000),
    "transitions in reStructuredText": (build("rst", lambda n: RST + "A boat.\n\n----\n\n" * n), 500, 64_000),
    "classes in reStructuredText": (build("rst", lambda n: RST + ".. class:: a\n\nA boat.\n\n" * n), 500, 64_000),
    "links without a name in reStructuredText": (
        build("rst", lambda n: RST + "A boat__.\n\n__ http://x.org\n\n" * n), 500, 64_000),
    "lists between paragraphs in reStructuredText": (
        build("rst", lambda n: RST + "A boat.\n\n- red\n\n" * n), 500, 64_000),
    "substitutions in reStructuredText": (
        build("rst", lambda n: RST + "\n".join(f".. |a{i}| replace:: boat {i}" for i in range(n)) + "\n\n"
              + "\n\n".join(f"The |a{i}| is red." for i in range(n))), 500, 64_000),
    "quotations in reStructuredText": (build("rst", lambda n: RST + "   A boat.\n\n   -- Kai Sand\n\n" * n), 250, 64_000),
    "columns in reStructuredText": (
        build("rst", lambda n: RST + "\n".join(["== " * n, "a  " * n, "== " * n, ""])), 250, 64_000),
    "a question of many words": (
        lambda folder, n: ["ask", "boat harbour talks peace " * n], 500, 4_000),
}  # fmt: skip
