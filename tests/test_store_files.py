"""Stores as files: every fault named, every write whole."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import msgspec
import pytest
from helpers import HARBOUR, document, quick, slow, stores
from hypothesis import given
from hypothesis import strategies as st

from talkscli.errors import StoreError
from talkscli.store import files as rooms
from talkscli.store.faults import faults
from talkscli.store.files import decode, default_path, encode, read, schema
from talkscli.store.model import LONGEST, VERSION, Store

F = {"id": "f1", "answer": "a"}
E = {"id": "e1", "name": "E"}
S = {"id": "s1"}


def refusal(data: bytes) -> str:
    """Give the message with which a store is refused; it is one line and says what to do."""
    with pytest.raises(StoreError) as caught:
        decode(data, "x.json")
    assert caught.value.code == 3
    assert caught.value.hint
    assert caught.value.message.startswith("x.json")
    assert "\n" not in caught.value.message
    return caught.value.message


# What is read


def test_a_fact_with_an_answer_is_a_store() -> None:
    """The smallest store is one id and one answer."""
    store = decode(b'{"facts":[{"id":"f1","answer":"a"}]}', "x.json")
    assert [(fact.id, fact.answer) for fact in store.facts] == [("f1", "a")]


def test_a_store_may_be_empty() -> None:
    """No facts are still a store."""
    assert decode(b'{"facts": []}', "x.json").facts == ()


def test_a_byte_order_mark_is_passed_over(tmp_path: Path) -> None:
    """Some editors put a BOM before JSON; it is no fault."""
    path = tmp_path / "x.json"
    path.write_bytes(b"\xef\xbb\xbf" + document())
    assert [fact.id for fact in read(path).facts] == ["f1"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read(tmp_path: Path) -> None:
    """A store may come through a pipe, as from `<(…)`."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    writer = threading.Thread(target=path.write_bytes, args=(document(),))
    writer.start()
    assert [fact.id for fact in read(path).facts] == ["f1"]
    writer.join()


def test_a_link_is_followed(tmp_path: Path) -> None:
    """A link to a store is that store."""
    (tmp_path / "x.json").write_bytes(document())
    link = tmp_path / "link.json"
    link.symlink_to("x.json")
    assert [fact.id for fact in read(link).facts] == ["f1"]


def test_the_shipped_store_is_there() -> None:
    """Without a path there is a store to read, and it has facts."""
    assert default_path().name == "facts.json"
    assert read(default_path()).facts


# What is refused


@pytest.mark.parametrize(
    ("data", "told"),
    [
        pytest.param(
            document(facts=[{**F, "anwser": 1}]), ["fact 'f1', field anwser", "no such key"], id="key of a fact"
        ),
        pytest.param(document(facs=[]), ["the store, field facs", "no such key"], id="key of the store"),
        pytest.param(
            document(facts=[{**F, "citation": {"page": 1}}]),
            ["fact 'f1', field citation.page", "no such key"],
            id="key of a citation",
        ),
        pytest.param(document(sources=[{**S, "titel": "x"}]), ["source 's1', field titel"], id="key of a source"),
        pytest.param(document(entities=[{**E, "rôle": "x"}]), ["entity 'e1', field rôle"], id="key of an entity"),
        pytest.param(document(facts=[F, {"id": "f2"}]), ["fact 'f2', field answer", "missing"], id="no answer"),
        pytest.param(document(facts=[F, {"answer": "a"}]), ["fact number 2, field id", "missing"], id="no id"),
        pytest.param(b"{}", ["field facts", "missing"], id="no facts"),
        pytest.param(document(entities=[{"id": "e1"}]), ["entity 'e1', field name", "missing"], id="no name"),
        pytest.param(
            document(facts=[{**F, "answer": 7}]), ["fact 'f1', field answer", "got `int`"], id="number as text"
        ),
        pytest.param(document(facts=[{**F, "answer": " "}]), ["fact 'f1', field answer", "empty"], id="empty answer"),
        pytest.param(document(facts=[{**F, "answer": None}]), ["fact 'f1', field answer", "`null`"], id="null as text"),
        pytest.param(document(facts=[{**F, "id": 7}]), ["fact number 1, field id", "got `int`"], id="number as id"),
        pytest.param(document(facts=[{**F, "id": ""}]), ["field id", "length >= 1"], id="empty id"),
        pytest.param(document(facts=[{**F, "id": "x" * 201}]), ["field id", "length <= 200"], id="endless id"),
        pytest.param(document(facts=[{**F, "faq": "yes"}]), ["fact 'f1', field faq", "`bool`"], id="text as yes or no"),
        pytest.param(document(facts=[{**F, "topics": "x"}]), ["fact 'f1', field topics", "`array`"], id="text as list"),
        pytest.param(document(facts=[{**F, "topics": [1]}]), ["fact 'f1', field topics[0]"], id="number in a list"),
        pytest.param(
            document(facts=[{**F, "citation": {"paragraph": 0}}]),
            ["field citation.paragraph", ">= 1"],
            id="paragraph 0",
        ),
        pytest.param(
            document(facts=[{**F, "citation": {"paragraph": "2"}}]),
            ["field citation.paragraph"],
            id="paragraph as text",
        ),
        pytest.param(document(facts=[1]), ["fact number 1", "`object`"], id="number as fact"),
        pytest.param(document(facts="x"), ["facts", "`array`"], id="text as facts"),
        pytest.param(document(facts=None), ["facts", "`null`"], id="null as facts"),
        pytest.param(document(entities=[{**E, "kind": "ship"}]), ["entity 'e1', field kind", "'ship'"], id="kind"),
        pytest.param(document(synonyms=["x"]), ["group number 1", "`array`"], id="text as synonyms"),
        pytest.param(document(synonyms=[["x"], [1]]), ["group number 2, field [0]"], id="number as synonym"),
        pytest.param(document(facts=[F, F]), ["fact 'f1', field id", "twice"], id="fact twice"),
        pytest.param(document(entities=[E, E]), ["entity 'e1', field id", "twice"], id="entity twice"),
        pytest.param(document(sources=[S, S]), ["source 's1', field id", "twice"], id="source twice"),
        pytest.param(
            document(facts=[{**F, "citation": {"source": "s9"}}]),
            ["fact 'f1', field citation.source", "'s9'"],
            id="source",
        ),
        pytest.param(document(facts=[{**F, "about": ["e9"]}]), ["fact 'f1', field about", "'e9'"], id="about"),
        pytest.param(document(facts=[{**F, "speaker": "e9"}]), ["fact 'f1', field speaker", "'e9'"], id="speaker"),
        pytest.param(document(entities=[{**E, "side": "e9"}]), ["entity 'e1', field side", "'e9'"], id="side"),
        pytest.param(document(facts=[{**F, "date": "May"}]), ["fact 'f1', field date", "'May'"], id="date in words"),
        pytest.param(document(facts=[{**F, "date": "2025-02-30"}]), ["field date", "calendar"], id="no day"),
        pytest.param(document(facts=[{**F, "date": "2025/2024"}]), ["field date", "before it begins"], id="backward"),
        pytest.param(document(sources=[{**S, "published": ""}]), ["source 's1', field published"], id="published"),
        pytest.param(document(version=VERSION + 1), ["version", "install a newer talks"], id="newer version"),
        pytest.param(document(version=0), ["version", ">= 1"], id="version 0"),
        pytest.param(document(version="1"), ["version", "got `str`"], id="version as text"),
        pytest.param(document(version=10**30), ["version"], id="endless version"),
        pytest.param(b"null", ["is null"], id="null"),
        pytest.param(b"[]", ["is a list"], id="list"),
        pytest.param(b'"x"', ["is a text"], id="text"),
        pytest.param(b"", ["is not JSON in UTF-8"], id="nothing"),
        pytest.param(b" \n", ["is not JSON in UTF-8"], id="blank"),
        pytest.param(b"facts: []", ["is not JSON in UTF-8"], id="YAML"),
        pytest.param(document() + b"x", ["is not JSON in UTF-8"], id="more behind"),
        pytest.param(document() * 2, ["is not JSON in UTF-8"], id="twice over"),
        pytest.param('{"facts":[{"id":"f","answer":"é"}]}'.encode("latin-1"), ["UTF-8"], id="Latin 1"),
        pytest.param(document().decode().encode("utf-16"), ["UTF-8"], id="UTF-16"),
        pytest.param(b'{"facts":[{"id":"f","answer":"\\ud800"}]}', ["UTF-8"], id="half a character"),
        pytest.param(b'{"facts":[{"id":"f","answer":"a\nb"}]}', ["not JSON"], id="bare line break in a text"),
        pytest.param(b"\xef\xbb\xbf{}", ["x.json"], id="a BOM within"),
        pytest.param(b"\x00" * 100, ["not JSON"], id="zeros"),
        pytest.param(b"\x1f\x8b\x08\x00", ["not JSON"], id="gzip"),
    ],
)
def test_a_fault_is_named(data: bytes, told: list[str]) -> None:
    """A store that breaks the format is refused in one line with file, object and field."""
    message = refusal(data)
    assert all(part in message for part in told), message


@pytest.mark.parametrize(
    "data",
    [b"[" * 100_000, b'{"a":' * 100_000, b'{"facts":' + b"[" * 100_000 + b"]" * 100_000 + b"}",
     b'{"facts":[],"x":' + b"[" * 100_000, b'{"facts":[{"id":"f","answer":' + b'{"a":' * 100_000],
    ids=["lists", "objects", "facts", "unknown key", "answer"],
)  # fmt: skip
def test_endless_nesting_is_refused(data: bytes) -> None:
    """A hundred thousand levels are a fault like any other, not the end of the stack."""
    refusal(data)


def test_a_long_text_is_read_an_endless_one_refused() -> None:
    """A text may be as long as a book; one that is longer is refused with its fact and field."""
    text = "a" * LONGEST
    assert decode(document(facts=[{**F, "answer": text}]), "x.json").facts[0].answer == text
    assert "fact 'f1', field answer" in refusal(document(facts=[{**F, "answer": text + "a"}]))


@pytest.mark.parametrize(
    ("key", "told"),
    [
        pytest.param("a\nb", "fact 'f1'", id="line break"),
        pytest.param("\x1b[31m", "fact 'f1'", id="escape"),
        pytest.param("k" * 1_000_000, "fact 'f1'", id="endless"),
        pytest.param("x - at `$.y", "fact 'f1'", id="like a place"),
    ],
)
def test_an_odd_key_stays_one_line(key: str, told: str) -> None:
    """Whatever a key holds, the message is one short line that names the fact."""
    message = refusal(document(facts=[{**F, key: 1}]))
    assert told in message
    assert message.isprintable()
    assert len(message) < 1000


def test_a_group_of_synonyms_is_bounded() -> None:
    """200 words may mean the same; a larger group is refused by its number."""
    words = [f"w{n}" for n in range(201)]
    assert decode(document(synonyms=[["a"], words[:200]]), "x.json").synonyms[1][199] == "w199"
    assert "group number 2: " in refusal(document(synonyms=[["a"], words]))


def test_what_stands_behind_a_fault_of_form_is_read_too() -> None:
    """A store that breaks the format and then breaks off is told to be no JSON."""
    assert "not JSON" in refusal(b'{"facts": [{"id": 7}], ')


def test_an_older_version_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    """A store of an older version of the format is no fault."""
    monkeypatch.setattr("talkscli.store.faults.VERSION", VERSION + 1)
    assert decode(document(version=VERSION), "x.json").version == VERSION


def test_the_first_fault_is_told() -> None:
    """Of several faults one is told; `faults` has them all."""
    store = msgspec.json.decode(document(facts=[F, F, {**F, "about": ["x"], "speaker": "y", "date": "z"}]), type=Store)
    assert [fault.field for fault in faults(store)] == ["id", "id", "date", "about", "speaker"]
    assert "field id" in refusal(encode(store))


WHOLE = encode(HARBOUR)


@pytest.mark.parametrize("offset", range(7))
def test_a_store_cut_off_anywhere_is_refused(offset: int) -> None:
    """Whatever byte a file ends at, what is left is refused as a store, and nothing else happens."""
    for end in range(offset, len(WHOLE.rstrip()), 7 * 8):
        assert "not JSON" in refusal(WHOLE[:end])


@quick
@given(at=st.integers(0, len(WHOLE) - 1), byte=st.integers(0, 255))
def test_a_changed_byte_is_a_store_or_refused(at: int, byte: int) -> None:
    """A damaged byte gives another store or a refusal, never another error."""
    data = WHOLE[:at] + bytes([byte]) + WHOLE[at + 1 :]
    try:
        assert isinstance(decode(data, "x.json"), Store)
    except StoreError as error:
        assert error.message.startswith("x.json")


@quick
@given(data=st.binary(max_size=200))
def test_any_bytes_are_a_store_or_refused(data: bytes) -> None:
    """Bytes that are no store are refused as one."""
    with pytest.raises(StoreError):
        decode(data, "x.json")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["id", "answer", "facts", "about", "citation", "date", "name"]), inner, max_size=4
        )
    ),
    max_leaves=12,
)


@quick
@given(top=st.dictionaries(st.sampled_from(["facts", "entities", "sources", "synonyms", "version"]), JSON))
def test_any_json_is_a_store_or_refused(top: dict[str, Any]) -> None:
    """JSON of whatever shape gives a store or a refusal, never another error."""
    try:
        assert isinstance(decode(json.dumps(top).encode(), "x.json"), Store)
    except StoreError as error:
        assert error.message.startswith("x.json")


# Files that can't be read


def refused(path: Path) -> StoreError:
    """Give the refusal of a file."""
    with pytest.raises(StoreError) as caught:
        read(path)
    assert str(path) in caught.value.message
    assert caught.value.hint
    return caught.value


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    """A path that leads nowhere is told as that."""
    assert "there is no such file" in refused(tmp_path / "none.json").message


def test_a_broken_link_is_told(tmp_path: Path) -> None:
    """A link that leads nowhere is told as that."""
    link = tmp_path / "link.json"
    link.symlink_to("none.json")
    assert "there is no such file" in refused(link).message


def test_a_link_to_itself_is_told(tmp_path: Path) -> None:
    """Links in a circle are no store."""
    link = tmp_path / "link.json"
    link.symlink_to("link.json")
    assert "can't be read" in refused(link).message


def test_a_folder_is_told(tmp_path: Path) -> None:
    """A folder is no store."""
    assert "is a folder" in refused(tmp_path).message


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/random"])
def test_a_device_is_refused_unread(device: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A device, which may never end, is not opened at all."""
    if not Path(device).is_char_device():
        pytest.skip(f"there is no {device} here")
    monkeypatch.setattr(Path, "open", lambda *_, **__: pytest.fail("it was opened"))
    assert "is a device" in refused(Path(device)).message


def test_a_file_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    """Without permission there is no store."""
    path = tmp_path / "x.json"
    path.write_bytes(document())
    path.chmod(0)
    if os.access(path, os.R_OK):
        pytest.skip("this user may read everything")
    assert "can't be read" in refused(path).message


@pytest.mark.parametrize("error", [PermissionError(13, "Permission denied"), OSError(5, "Input/output error")])
def test_what_the_system_says_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: OSError) -> None:
    """Where the system refuses or fails to read, its reason is in the message."""
    path = tmp_path / "x.json"
    path.write_bytes(document())

    def fail(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(Path, "open", fail)
    assert refused(path).message.endswith(f"can't be read: {error.strerror}")


@pytest.mark.parametrize("name", ["a\0b", "x" * 5000], ids=["zero byte", "too long"])
def test_a_name_that_no_file_can_have_is_told(name: str) -> None:
    """A name that the system can't take is a fault of the path."""
    assert "can't be read" in refused(Path(name)).message


def test_a_file_beyond_all_measure_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More bytes than a store can have are not read to their end."""
    path = tmp_path / "x.json"
    path.write_bytes(document())
    monkeypatch.setattr(rooms, "MAX_BYTES", 10)
    assert "is larger than" in refused(path).message
    monkeypatch.setattr(rooms, "MAX_BYTES", len(document()))
    assert read(path).facts


def test_more_than_two_gigabytes_are_refused_unread(tmp_path: Path) -> None:
    """A file of more than 2 GiB is refused by its size, and the limit is told."""
    path = tmp_path / "x.json"
    with path.open("wb") as file:
        file.truncate((2 << 30) + 1)
    assert refused(path).message == f"{path} is larger than 2 GiB"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_read_to_the_limit_and_no_further(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of an endless pipe no more is read than a store can have, and the limit is told."""
    path = tmp_path / "pipe"
    os.mkfifo(path)
    ended = []

    def pour() -> None:
        try:
            with path.open("wb", buffering=0) as pipe:
                for _ in range(1000):
                    pipe.write(b" " * 4096)
        except BrokenPipeError:
            ended.append(True)

    monkeypatch.setattr(rooms, "MAX_BYTES", 100_000)
    writer = threading.Thread(target=pour)
    writer.start()
    assert "larger than" in refused(path).message
    writer.join()
    assert ended == [True]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX")
def test_reading_asks_for_no_more_memory_than_the_file_has_bytes(tmp_path: Path) -> None:
    """A store of 1 MB is read where a process may not have more than some MB besides what it has."""
    path = tmp_path / "x.json"
    path.write_bytes(document().ljust(1 << 20))
    script = """
import resource, sys
from pathlib import Path
from talkscli.store.files import read
now = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (now + (16 << 20), now + (16 << 20)))
print(len(read(Path(sys.argv[1])).facts))
"""
    if not Path("/proc/self/statm").exists():
        pytest.skip("needs /proc")
    done = subprocess.run([sys.executable, "-c", script, path], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("1\n", "")


# Encoding


@slow
@given(store=stores())
def test_a_store_survives_the_way_out_and_back(store: Store) -> None:
    """What is encoded is decoded to the same fields, and the same store always gives the same bytes."""
    data = encode(store)
    again = decode(data, "x.json")
    assert msgspec.structs.asdict(again) == msgspec.structs.asdict(store)
    assert encode(again) == data == encode(store)


def test_an_encoded_store_can_be_read_by_people() -> None:
    """It is UTF-8 as typed, indented, one line a value, with a line break at the end."""
    text = encode(HARBOUR).decode("utf-8")
    assert "Сольберг" in text
    assert '\n   "question": "Why did the ferry crews strike?",\n' in text
    assert text.endswith("}\n")
    assert json.loads(text)["facts"][0]["id"] == HARBOUR.facts[0].id


def test_the_schema_is_that_of_the_types() -> None:
    """The JSON Schema names every key of a fact, and refuses others."""
    described = json.loads(schema())["$defs"]["Fact"]
    assert described["required"] == ["id", "answer"]
    assert described["additionalProperties"] is False
    assert list(described["properties"]) == [field.encode_name for field in msgspec.structs.fields(HARBOUR.facts[0])]


def test_the_schema_beside_the_shipped_store_is_up_to_date() -> None:
    """data/facts.schema.json is what `talks schema` writes."""
    assert default_path().with_name("facts.schema.json").read_bytes() == schema()
