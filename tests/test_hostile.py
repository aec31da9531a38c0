"""Hostile text from end to end: in the store, in names of files, in questions, through every command and format.

What is shown is asserted on the bytes that a command line writes; `TALKS_ROUNDS=2000` makes more of the random part.
"""

import io
import json
import os
import random
import re
import sys
import tempfile
import unicodedata
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import msgspec
import pytest
from conftest import GOLDEN
from helpers import stores
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from talkscli.cli.app import main
from talkscli.errors import StoreError
from talkscli.render.clean import one_line
from talkscli.store.files import decode, encode
from talkscli.store.model import Store

pytestmark = pytest.mark.slow
ROUNDS = int(os.environ.get("TALKS_ROUNDS", "40"))
often = settings(
    max_examples=ROUNDS,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

TRICKS = [
    "[red]x[/red]", "[/end]", "[link=https://evil.example]x[/link]", ":smile:", "\x1b[2J", "\x1b]8;;https://evil.example\x07x",
    "\x1b]0;title\x1b\\", "\x9b31m", "\x90q\x9c", "\x07\x08", "\r\nfake: line", "\u202egnp.exe", "\u2066x\u2069", "\u200f",
    "a" + "\u0301" * 300, "\u200b" * 60, "\ufe0f" * 9, "\x00", "\ufffe", "\U000e0041\U000e007f", "=1+1", "@SUM(A1)", "-2+3", "\t=1",
    "＝cmd", "<script>alert(1)</script>", "</style><img src=x onerror=alert(1)>", "</pre>", "]]>", "<!--", "{code}", "{{x}}",
    "%s%n", "\\n", "`x`", "|a|b|", "# x", "a\u2028b\u2029c\x85d\x0bf\x0cg", "﷽" * 40, "\u3164" * 5, "🏳️‍🌈👩‍👩‍👧", "Ⱥ", "ß", "İ", "ŉ",
    "' OR 1=1 --", '"', "NEAR(a b)", "a*", "^a", "a:b", "$HOME", "../../etc/passwd", "\\\\host\\x", "~", "-h", "--", "/",
]  # fmt: skip
TEXT = st.sampled_from(TRICKS) | st.text(st.characters(exclude_categories=["Cs"]), max_size=20)

STEERING = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e00ff]")

LISTS = ["facts", "timeline", "who", "faq", "quotes"]
LINES = [[name, "--format", form] for name in LISTS for form in ("table", "json", "csv", "markdown")] + [
    [name, "--format", form] for name in ("sources", "check", "ask", "who+", "show") for form in ("table", "json")
]


class Shown(NamedTuple):
    """What a command line came to."""

    code: int
    out: str
    err: str


@contextmanager
def streams(stdin: bytes) -> Iterator[tuple[io.BytesIO, io.BytesIO]]:
    """Put pipes in place of the three streams, strict about their encoding."""
    before = sys.stdin, sys.stdout, sys.stderr
    out, err = io.BytesIO(), io.BytesIO()
    sys.stdin = io.TextIOWrapper(io.BytesIO(stdin), "utf-8")
    sys.stdout = io.TextIOWrapper(out, "utf-8", "strict", newline="")
    sys.stderr = io.TextIOWrapper(err, "utf-8", "strict", newline="")
    try:
        yield out, err
    finally:
        sys.stdin, sys.stdout, sys.stderr = before


def talk(*args: str | Path, stdin: bytes = b"") -> Shown:
    """Run a command line; whatever it says is UTF-8 without a control byte, and an error is one line."""
    with streams(stdin) as (out, err):
        code = main([str(arg) for arg in args])
        written, said = out.getvalue().decode("utf-8"), err.getvalue().decode("utf-8")
    csv = "csv" in args
    assert not STEERING.search(written.replace("\r\n", "\n") if csv else written), (args, written)
    assert not STEERING.search(said), (args, said)
    assert code in {0, 1, 2, 3}, (args, said)
    assert "Traceback" not in said
    if code in {2, 3}:
        assert said.count("\n") == 1, said
    return Shown(code, written, said)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """Give a folder for all examples of a test."""
    with tempfile.TemporaryDirectory(prefix="talks-test-") as name:
        yield Path(name)


def everything(text: str) -> bytes:
    """Make a store that has `text` in every field that may hold it."""
    ident = text[:200] or "x"
    row = {
        "id": ident, "question": text, "phrasings": [text, text], "answer": text, "attribution": text, "about": [ident],
        "citation": {"source": ident, "section": text, "paragraph": 2}, "date": "2031-05/2032", "date_text": text,
        "quote": text, "speaker": ident, "topics": [text], "note": text,
    }  # fmt: skip
    return json.dumps({
        "$schema": text, "synonyms": [[text, "x"]],
        "sources": [{"id": ident, "title": text, "language": text, "url": text, "published": "2031"}],
        "entities": [{"id": ident, "name": text, "kind": "person", "role": text, "side": ident, "aliases": [text], "note": text}],
        "facts": [row, row | {"id": "plain", "faq": True, "question": "Why is the harbour closed?"}],
    }).encode()  # fmt: skip


@pytest.mark.parametrize("text", TRICKS, ids=range(len(TRICKS)))
def test_a_trick_in_every_field(folder: Path, text: str) -> None:
    """A store that holds a trick wherever it can is shown by every command in every format, and JSON gives it back."""
    store = folder / "tricks.json"
    store.write_bytes(everything(text))
    for line in LINES:
        name, *form = line
        more = {"ask": ["why is the harbour closed"], "who+": ["--", text], "show": ["plain"], "check": [store]}.get(
            name, []
        )
        given = [] if name == "check" else ["--store", store]
        shown = talk(name.rstrip("+"), *form, *given, *more)
        assert shown.out or (name == "who+" and shown.err)  # a name that holds no word is nobody's
        if "json" in form and shown.out.startswith(("[", "{")):
            json.loads(shown.out)
    facts = json.loads(talk("facts", "--json", "--store", store).out)
    assert [fact["answer"] for fact in facts] == [text, text]


@pytest.mark.parametrize("picture", ["svg", "html"])
def test_pictures_hold_text_only(folder: Path, picture: str) -> None:
    """`--save` makes nothing that runs or loads, whatever stands in the store, the question and the file's name."""
    for text in TRICKS:
        (folder / "tricks.json").write_bytes(everything(text))
        name = re.sub(r"[/\x00]", "_", text)[:50] + f".{picture}"
        path = folder / "pictures" / name
        path.parent.mkdir(exist_ok=True)
        assert (
            talk(
                "ask", "--store", folder / "tricks.json", f"--save={path}", "--", f"why is the harbour closed {text}"
            ).code
            < 2
        )
        drawn = path.read_bytes().decode()
        assert not STEERING.search(drawn)
        assert not re.search(
            r"<(?:script|img|a|iframe|object|foreignObject|image|use|animate)\b|\bon\w+=\"|@import", drawn
        )
        if picture == "svg":
            tags = {each.tag.rpartition("}")[2] for each in ET.fromstring(drawn).iter()}
            assert tags <= {"svg", "style", "defs", "clipPath", "rect", "g", "text", "circle"}


TYPED = [text for text in TRICKS if "\0" not in text]  # no system passes a NUL as an argument


@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_a_trick_as_a_word(store_file: Path, text: str) -> None:
    """A trick as a question, a name, an id, a date, a topic is looked for, not obeyed."""
    for command in ("ask", "who", "facts", "faq", "quotes", "show"):
        for form in ("table", "json"):
            shown = talk(command, "--format", form, "--store", store_file, "--", text)
            if form == "json" and shown.code < 2:
                json.loads(shown.out)
    for option in ("--about", "--topic", "--section"):
        talk("facts", f"{option}={text}", "--store", store_file)
    for option in ("--since", "--until"):
        assert talk("timeline", f"{option}={text}", "--store", store_file).code in {0, 2}
    for line in (
        [text],
        ["ask", f"--{text}"],
        ["facts", f"--top={text}"],
        ["facts", f"--format={text}"],
        ["facts", f"--json={text}"],
    ):
        talk(*line, "--store", store_file)


@pytest.mark.parametrize("text", TYPED, ids=range(len(TYPED)))
def test_a_trick_as_a_file(folder: Path, store_file: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A trick as the name of a store, an article, a batch or a picture is a name; where a file has it, it is read."""
    (folder / "empty" / "very").mkdir(parents=True, exist_ok=True)
    monkeypatch.chdir(folder / "empty" / "very")
    for line in (
        ["facts", f"--store={text}"], ["check", "--", text], ["ask", f"--batch={text}", "--store", store_file],
        ["build", "-o", folder / "none" / "x.json", "--", text], ["check", store_file, f"--against={text}"],
        ["timeline", "--store", store_file, f"--save={text}"], ["timeline", "--store", store_file, f"--save={folder}/no/{text}.svg"],
    ):  # fmt: skip
        assert talk(*line).code in {2, 3}, line
        asked = talk(*line[:1], "--json", *line[1:])
        assert asked.out == "" or "--save" in str(line[-1])  # a picture comes after the answer
        assert set(json.loads(asked.err)) == {"error", "hint"}
    name = re.sub(r"[/\x00]", "_", text)[:60]
    path = folder / "names" / f"{name}.json"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(store_file.read_bytes())
    for line in (["sources"], ["sources", "--json"], ["facts", "--format", "csv"]):
        assert talk(*line, f"--store={path}").code == 0
        assert talk(*line, f"--store={path}", f"--store={store_file}").code == 0


def test_names_that_are_no_text(folder: Path, store_file: Path) -> None:
    """A file whose name is not UTF-8 is read, and its name is shown with a sign."""
    name = os.fsdecode(bytes(folder) + b"/caf\xe9.json")
    try:
        Path(name).write_bytes(store_file.read_bytes())
    except OSError:
        pytest.skip("this filesystem takes only UTF-8")
    for form in ("table", "json"):
        shown = talk("sources", "--format", form, "--store", name)
        assert shown.code == 0
        assert re.search("caf[?\ufffd].json", shown.out)
    assert "caf\ufffd" in talk("facts", "--store", f"{name}.none").err


@given(made=stores(TEXT), line=st.sampled_from(LINES), words=TEXT)
@often
def test_any_store_any_command(folder: Path, made: Store, line: list[str], words: str) -> None:
    """Whatever valid store and words: an answer, or that there is none; JSON is JSON."""
    store = folder / "any.json"
    store.write_bytes(encode(made))
    name, *form = line
    if name == "check":
        shown = talk("check", *form, store)
    else:
        given_words = [] if name == "who" else ["--", words]
        shown = talk(name.rstrip("+"), *form, "--store", store, *given_words)
    if "json" in form and shown.code in {0, 1} and shown.out:
        json.loads(shown.out)


@given(data=st.data())
@often
def test_articles_of_any_text(folder: Path, data: st.DataObject) -> None:
    """Whatever stands in an article: a store that can be read and asked, or one line that says why not."""
    suffix = data.draw(st.sampled_from([".txt", ".md", ".html", ".json"]))
    if suffix == ".html":
        pytest.importorskip("trafilatura")
    parts = TEXT | st.sampled_from(
        [
            "# ",
            "\n\n",
            "\n- ",
            "<p>",
            "</p>",
            "<h2>",
            "Q: why?",
            "A: so",
            "Ingrid Alva said, “",
            "”",
            " on 16 May 2031. ",
            '{"@type":',
        ]
    )
    article, store = folder / f"article{suffix}", folder / "made.json"
    article.write_bytes("".join(data.draw(st.lists(parts, max_size=30))).encode())
    store.unlink(missing_ok=True)
    made = talk("build", article, "-o", store)
    if made.code == 0:
        decode(store.read_bytes(), "x")
        assert talk("facts", "--store", store).code in {0, 1}
        assert talk("check", store, "--against", article).code in {0, 1}
    else:
        assert made.code == 3
        assert not store.exists()


def test_delete_in_json(folder: Path) -> None:
    """DEL is a control: JSON writes it as an escape, as it does the others, in plain text too."""
    (folder / "tricks.json").write_bytes(everything("\x7f"))
    talk("facts", "--json", "--store", folder / "tricks.json")


@pytest.mark.parametrize("command", ["ask", "who", "facts", "show"])
def test_half_a_pair(store_file: Path, command: str) -> None:
    """Half a surrogate pair in a question (Windows passes such) becomes a sign."""
    talk(command, "--store", store_file, "--", "why \ud800 boats")


def test_a_reader_of_html_that_is_broken(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trafilatura is there but can't be loaded (as without lxml_html_clean), that is told, with what to install."""
    (folder / "broken").mkdir(exist_ok=True)
    (folder / "broken" / "trafilatura.py").write_text(
        "raise ImportError('lxml.html.clean is a project of its own now')"
    )
    for name in [name for name in sys.modules if name.partition(".")[0] == "trafilatura"]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.syspath_prepend(folder / "broken")
    article = folder / "page.html"
    article.write_text("<html><body><p>The harbour was closed on 3 May 2031.</p></body></html>")
    try:
        assert talk("build", article, "-o", folder / "page.json").code == 3
    finally:
        sys.modules.pop("trafilatura", None)


# Damaged stores


def damaged(whole: bytes, moves: random.Random) -> bytes:
    """Change, drop, repeat or move some bytes."""
    data = bytearray(whole)
    for _ in range(moves.choice([1, 1, 1, 2, 5, 30])):
        data[moves.randrange(len(data))] = moves.randrange(256)
    at, to = moves.randrange(len(data)), moves.randrange(len(data))
    how = moves.randrange(6)
    if how == 0:
        del data[at : at + moves.randrange(40)]
    elif how == 1:
        data[to:to] = data[at : at + moves.randrange(100)]
    elif how == 2:
        del data[at:]
    return bytes(data)


def test_damaged_bytes_are_a_store_or_refused(store_file: Path) -> None:
    """Thousands of damaged stores: each is still a store, or is refused with the store's own error."""
    whole, moves, refused = store_file.read_bytes(), random.Random(11), 0
    for _ in range(ROUNDS * 500):
        try:
            assert isinstance(decode(damaged(whole, moves), "x.json"), Store)
        except StoreError as error:
            refused += 1
            assert error.message.startswith("x.json")
            one_line(error.message).encode()
    assert refused > 0


def test_a_fault_before_bytes_that_are_no_text() -> None:
    """Where a field is wrong and a later byte is no UTF-8, the store is no JSON."""
    with pytest.raises(StoreError, match="is not JSON in UTF-8"):
        decode(b'{"facts":[{"id":"a","answer":1}],"synonyms":[["\xe5"]]}', "x.json")


def test_damaged_stores_through_every_command(folder: Path, store_file: Path) -> None:
    """Every command answers from a damaged store, or ends with 3 and one line that names it."""
    whole, moves, codes = store_file.read_bytes(), random.Random(12), set()
    store = folder / "damaged.json"
    article = folder / "a.txt"
    article.write_text("Harbour\n\nThe harbour was closed on 3 May 2031.\n")
    for n in range(ROUNDS * 3):
        store.write_bytes(damaged(whole, moves))
        for line in LINES[n % 3 :: 3]:
            name, *form = line
            if name == "check":
                shown = talk("check", *form, store)
            else:
                words = {"ask": ["why did the talks fail"], "who+": ["alva"], "show": ["why-failed"]}.get(name, [])
                shown = talk(name.rstrip("+"), *form, "--store", store, *words)
            codes.add(shown.code)
            assert shown.code in {0, 1, 3}
            if shown.code == 3:
                assert "damaged.json" in shown.err
        if n % 10 == 0:
            before = store.read_bytes()
            made = talk("build", article, "-o", store)
            assert made.code in {0, 3}
            if made.code:
                assert store.read_bytes() == before
    assert codes == {0, 1, 3} or codes == {0, 3}


# Questions

QUESTIONS = {
    "empty": "", "space": " \u3000", "sign": "?", "signs": "?!…—“”()[]{}<>|\\/~`@#$%^&*_+=", "letter": "a",
    "megabyte": "why did the talks fail " * 45_000, "megabyte in one word": "x" * 1_000_000, "words": "boat " * 100_000,
    "other words": " ".join(f"word{n}" for n in range(100_000)), "marks": "\u0301" * 100_000, "digits": "1" * 100_000,
    "brackets": "(" * 100_000, "quotes": '"' * 100_001, "commas": "1,111" * 20_000, "points": "u.s." * 20_000,
    "hyphens": "a-" * 50_000, "apostrophes": "a'" * 50_000, "scripts": "чому" * 20_000, "wide": "𝔴𝔥𝔶" * 20_000,
    "ligatures": "ﷺ" * 20_000, "zero width": "w\u200bh\u200by", "bidi": "\u202eyhw", "upper": "İ" * 20_000,
}  # fmt: skip


@pytest.mark.parametrize("name", QUESTIONS)
@pytest.mark.parametrize("command", ["ask", "who", "facts", "faq", "quotes", "show"])
def test_no_question_is_too_much(store_file: Path, name: str, command: str) -> None:
    """A question of whatever size and signs is answered, declined or refused; where it is cut, that is said."""
    question = QUESTIONS[name]
    shown = talk(command, "--json", "--store", store_file, "--", question)
    assert shown.code in {0, 1, 2}
    if shown.code < 2 and shown.out:
        json.loads(shown.out)
    if command == "ask" and shown.code < 2:
        assert ("is long" in shown.err) == (len(question) > 20_000)


def test_every_kind_of_character(store_file: Path) -> None:
    """A question of each Unicode category, and of each plane, is a question."""
    kinds: dict[str, str] = {}
    for code in range(sys.maxunicode + 1):
        kind = f"{unicodedata.category(chr(code))} {code >> 16}"
        if len(kinds.setdefault(kind, "")) < 20:
            kinds[kind] += chr(code)
    lines = "\n".join(re.sub(r"[\r\n]", " ", each) for each in kinds.values()) + "\nwhy did the talks fail\n"
    shown = talk("ask", "--batch", "-", "--store", store_file, stdin=lines.encode("utf-8", "surrogatepass"))
    replies = [json.loads(line) for line in shown.out.splitlines()]
    assert len(replies) == len(kinds) + 1 > 30
    assert replies[-1]["answered"]
    assert not any(reply["answered"] for reply in replies[:-1])
    for kind, each in kinds.items():
        assert kind.startswith("Cs") or talk("ask", "--store", store_file, "--", each).code in {1, 2}


SYNTAX = [
    "'; DROP TABLE fact; --", "1 UNION SELECT body FROM fact", "%' OR '1'='1", "x\\'; --", '" OR ""="', "NEAR(boats strait, 2)",
    "boats AND", "AND", "OR", "NOT boats", "boats NOT", "(boats", "boats)", '"boats', "boats*", "^boats", "tokens: boats", "boats + strait",
    "{tokens}: boats", "- boats", "boats -strait", '"" ""', "*", "**", "a* b* c*", "@0", "@1 @2", "boats_strait", "sqlite_master", "NULL",
    "rank MATCH 'x'", "?1", ":name", "$x", "%s", "{0}", "\\u0000", "0x41", "1e999", "-0", "nan", "inf",
]  # fmt: skip


@pytest.mark.parametrize("question", SYNTAX)
def test_query_languages_are_words(store_file: Path, question: str) -> None:
    """SQL, FTS5 and format syntax in a question are words or nothing."""
    for command in ("ask", "facts", "faq", "who", "show"):
        assert talk(command, "--json", "--store", store_file, "--", question).code in {0, 1, 2}


BYTES = st.binary(max_size=50).map(lambda data: data.decode("utf-8", "surrogateescape"))  # as the system passes them


@given(
    question=BYTES
    | st.text(st.characters(exclude_categories=["Cs"]), max_size=200)
    | st.lists(TEXT, max_size=20).map(" ".join)
)
@often
def test_any_question(question: str) -> None:
    """Whatever is asked: an answer or that there is none, as JSON that says the same as the exit code."""
    shown = talk("ask", "--json", "--store", GOLDEN / "store.json", "--", question)
    if shown.code == 2:
        assert not question.strip()
        return
    reply = json.loads(shown.out)
    assert shown.code == (0 if reply["answered"] else 1)


# Large stores


def test_long_texts_are_shown(folder: Path) -> None:
    """A million characters in one text are shown by every command; nothing grows faster than the text."""
    store = folder / "long.json"
    for text in ("a" * 1_000_000, "a b " * 250_000, "\u0301\u202e[x] " * 100_000):
        store.write_bytes(msgspec.json.encode({"facts": [{"id": "f", "answer": text, "question": "why"}]}))
        for line in (["facts"], ["facts", "--json"], ["ask", "why"], ["show", "f"], ["facts", "--format", "markdown"]):
            shown = talk(*line, "--store", store)
            assert shown.code in {0, 1}  # 1: nothing else is in the store that could be the answer
            assert len(shown.out) < 4_000_000
