#!/usr/bin/env python3
"""Try to break the readers with inputs that grow towards code not yet reached (atheris, guided by coverage).

    python -m venv fuzz && fuzz/bin/pip install atheris '.[html]'
    fuzz/bin/python tools/fuzz.py store --seconds 300

A target takes any bytes and gives a store or a document, or the error that is meant for a bad one; any other exception
stops the run, prints the traceback and leaves the input in the folder `--keep`, which `--again FILE` runs once more.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import atheris

ROOT = Path(__file__).resolve().parents[1]
SLOW = 20  # seconds that one input may take

with atheris.instrument_imports(include=["talkscli", "docutils"]):
    import docutils.core  # the package imports it late, when nothing is instrumented any more
    import docutils.parsers.rst  # noqa: F401

    from talkscli.article import encoding, faqpage, plain, readers, rst
    from talkscli.article.document import Document
    from talkscli.article.html import reader as html
    from talkscli.article.markdown import reader as markdown
    from talkscli.check import form
    from talkscli.errors import TalksError
    from talkscli.extract.facts import Maker
    from talkscli.render import clean
    from talkscli.search.engine import Engine
    from talkscli.store import files as storing
    from talkscli.store.merge import merge
    from talkscli.store.model import Source, Store


def store(data: bytes) -> None:
    """A store: what is read survives the way out and back, and merges with itself."""
    try:
        found = storing.decode(data, "x.json")
    except TalksError as error:
        clean.one_line(error.message).encode()
        return
    again = storing.decode(storing.encode(found), "x.json")
    assert storing.encode(again) == storing.encode(found)
    merge([(Path("a.json"), found), (Path("b.json"), again)])


def check(data: bytes) -> None:
    """`talks check`: any bytes are not JSON, or a list of problems; none of them only where the store can be read."""
    file.write_bytes(data)
    try:
        _, problems = form.read(file)
    except TalksError:
        return
    try:
        storing.read(file)
    except TalksError:
        assert problems


def search(data: bytes) -> None:
    """A question against the small store of the tests."""
    engine.search(data.decode("utf-8", "replace")[:2000])


def article(suffix: str) -> Callable[[bytes], None]:
    """Make the target for articles of one kind: what is read becomes a store that can be read."""

    def run(data: bytes) -> None:
        try:
            document = readers.parse(encoding.decode(data, "x", page=suffix == ".html"), suffix, "x")
        except TalksError:
            return
        made(document)

    return run


def made(document: Document) -> None:
    """Make a store of a document and read it again."""
    maker = Maker(document, "x", document.title)
    source = Source(
        id="x", title=document.title, language=document.language, url=document.url, published=document.published
    )
    whole = Store(sources=(source,), facts=tuple(maker.facts()), entities=tuple(maker.entities))
    storing.decode(storing.encode(whole), "x.json")


READERS = {
    "text": (".txt", plain), "markdown": (".md", markdown), "rst": (".rst", rst), "html": (".html", html),
    "faq": (".json", faqpage),
}  # fmt: skip
TARGETS: dict[str, Callable[[bytes], None]] = {
    "store": store, "check": check, "search": search, **{name: article(suffix) for name, (suffix, _) in READERS.items()}
}  # fmt: skip


RST = b"""\
Boats
=====

:Date: 2025-05-16

.. |boat| replace:: *red* boat
.. _harbour: https://example.org
.. include:: /etc/passwd
.. note:: Ask :ref:`the crew <crew>` first. [1]_

Why is it closed?
-----------------

The |boat| lies in ``harbour`` 7, said Anna Berg of harbour_ in May 2025::

    talks ask why

1. one

   - two

boat
  A red one.

+-----+-----+
| one | two |
+=====+=====+
| a   | b   |
+-----+-----+

=== ===
a   b
=== ===
1   2
=== ===

.. [1] A note.
.. csv-table:: Prices
   :header: "boat", "price"

   "red", 7
"""


def seeds(target: str, folder: Path) -> None:
    """Put small sound inputs where the fuzzer begins."""
    tests = ROOT / "tests"
    rows: list[bytes] = [b""]
    if target in {"store", "check"}:
        rows += [(tests / "golden" / "store.json").read_bytes(), b'{"facts":[{"id":"f","answer":"a"}]}']
    elif target == "search":
        rows += [b"why did the talks fail", "чому".encode(), b'"a" OR b NEAR(c) -d*']
    else:
        rows += [path.read_bytes() for path in (tests / "articles").iterdir() if path.suffix == READERS[target][0]]
        if target == "rst":
            rows += [RST, *RST.split(b"\n\n")]
        if target == "faq":
            rows += [
                b'{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"Why?","acceptedAnswer":{"text":"So."}}]}'
            ]
    for n, data in enumerate(rows):
        (folder / f"seed-{n}").write_bytes(data)


if __name__ == "__main__":
    asked = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    asked.add_argument("target", choices=TARGETS)
    asked.add_argument("--seconds", type=int, default=120)
    asked.add_argument("--keep", type=Path, default=Path(tempfile.gettempdir()), help="folder for inputs that break it")
    asked.add_argument("--again", type=Path, help="run one kept input and stop")
    options = asked.parse_args()
    work = Path(tempfile.mkdtemp(prefix="talks-fuzz-"))
    file = work / "store.json"
    engine = Engine.of(storing.read(ROOT / "tests" / "golden" / "store.json"))
    if options.again:
        TARGETS[options.target](options.again.read_bytes())
        sys.exit()
    corpus = work / "corpus"
    corpus.mkdir()
    seeds(options.target, corpus)
    words = work / "words"
    words.write_text("\n".join(
        f'"{word}"' for word in (
            "facts", "id", "answer", "citation", "source", "paragraph", "about", "date", "2022-06/2023", "synonyms", "version",
            "<p>", "<h1>", "<li>", "<script type=application/ld+json>", "@type", "Question", "acceptedAnswer", "# ", "- ",
            "Q: ", "A: ", " said, ", "\\xe2\\x80\\x9c", "\\xe2\\x80\\x9d", " on 16 May 2025", " Ms ", "\\xef\\xbb\\xbf",
            ".. ", "::", ".. |a| replace:: ", "|a|", ".. _a: ", "__ ", "`a`_", ":ref:`", "======", "+---+", ".. [#]_ ",
            ".. include:: ", ".. list-table::", ".. csv-table::", ".. role:: ", ".. default-role:: ", ".. unicode:: ",
            ".. date::", ".. class:: ", ".. math:: ", ".. table::", ".. parsed-literal::", ".. figure:: ", "-a  b", "   ",
        )
    ))  # fmt: skip
    arguments = [
        sys.argv[0], str(corpus), f"-max_total_time={options.seconds}", f"-timeout={SLOW}", f"-dict={words}",
        f"-artifact_prefix={options.keep}/{options.target}-", "-max_len=4096", "-print_final_stats=1",
    ]  # fmt: skip
    atheris.Setup(arguments, TARGETS[options.target])
    atheris.Fuzz()
