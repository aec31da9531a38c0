"""Kills, full disks, crowds and strangers: the old store or the new one stands whole, and the next run works.

A few rounds run each time; `TALKS_ROUNDS=200 pytest -m slow tests/test_faults.py` makes as many as SECURITY.md tells of.
"""

import json
import os
import random
import re
import shutil
import signal
import sqlite3
import stat
import subprocess
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

if os.name != "posix":
    pytest.skip("needs POSIX", allow_module_level=True)

import resource

pytestmark = pytest.mark.slow
ROUNDS = int(os.environ.get("TALKS_ROUNDS", "15"))
COMMAND = [sys.executable, "-m", "talkscli"]
NOBODY = 65534
CHOSEN = random.Random(7)  # the moments differ from machine to machine all the same

ARTICLE = """\
Harbour Talks

What Was Agreed

Norland and Port Union agreed on 16 May 2031 to exchange 1,000 seized fishing boats. The exchange begins in June 2031.

Voices

Ingrid Alva said, "A door that is ajar is not a wall." She left for Port Union on 17 May 2031.
"""
MORE = "\nWhat Comes Next\n\nThe next round is planned for 3 July 2031. A ferry carries both delegations.\n"


def run(*args: str | Path, **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; no run may take a minute."""
    return subprocess.run([*COMMAND, *args], capture_output=True, timeout=60, check=False, **more)


def start(*args: str | Path, **more: Any) -> subprocess.Popen[bytes]:
    """Start the program and go on."""
    return subprocess.Popen([*COMMAND, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def one_line(err: bytes) -> str:
    """Give the one line on stderr; a traceback is never one."""
    text = err.decode()
    assert text.startswith("talks: "), text
    assert text.count("\n") == 1, text
    return text


def lasting(*args: str | Path, **more: Any) -> float:
    """Give the seconds that a run takes here and now."""
    before = time.monotonic()
    assert run(*args, **more).returncode in {0, 1}
    return time.monotonic() - before


class Room:
    """An article, the store built from it, and the bytes of that store before and after the article grew."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.article = folder / "article.txt"
        self.store = folder / "store.json"
        self.article.write_text(ARTICLE)
        assert run("build", self.article, "-o", self.store).returncode == 0
        self.old = self.store.read_bytes()
        self.article.write_text(ARTICLE + MORE)
        assert run("build", self.article, "-o", self.store).returncode == 0
        self.new = self.store.read_bytes()
        assert self.old != self.new
        self.reset()

    def reset(self) -> None:
        """Put the old store back, and nothing beside it."""
        for path in self.folder.iterdir():
            if path != self.article:
                path.unlink()
        self.store.write_bytes(self.old)

    def build(self) -> list[str | Path]:
        """Give the command line that turns the old store into the new one."""
        return ["build", self.article, "-o", self.store]

    def beside(self) -> list[str]:
        """Name what lies beside the article and its store."""
        return sorted(path.name for path in self.folder.iterdir() if path not in {self.article, self.store})


@pytest.fixture
def room(tmp_path: Path) -> Room:
    """Give a store and an article that has grown since."""
    folder = tmp_path / "room"
    folder.mkdir()
    return Room(folder)


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """Give a store that is large enough for its index to be kept."""
    path = tmp_path / "large.json"
    facts = [
        {
            "id": f"f{n}",
            "question": f"Which boat came in as number {n}?",
            "answer": f"The boat of berth {n * 7} came {n}th.",
        }
        for n in range(700)
    ]
    path.write_text(json.dumps({"facts": facts}))
    return path


@pytest.fixture
def shared() -> Iterator[Path]:
    """Give a folder that every user may enter and read."""
    folder = Path(tempfile.mkdtemp(prefix="talks-test-"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


# Killed

STEPS = """
import os, signal, sys
from talkscli.store import writing
left = int(sys.argv.pop(1))
steps = writing.write.__code__, writing.beside.__wrapped__.__code__

def line(frame, event, _):
    global left
    if event in ("line", "return"):
        left -= 1
        if not left:
            os.kill(os.getpid(), signal.SIGKILL)
    return line

def called(frame, *_):
    return line if frame.f_code in steps else None

sys.settrace(called)
from talkscli.cli.app import main
sys.exit(main())
"""


def test_build_killed_before_each_step_of_writing(room: Room) -> None:
    """Whichever line of the writer comes to be the last, the store is the old one or the new one, whole."""
    seen, step = set(), 0
    while step < 100:
        step += 1
        room.reset()
        ended = subprocess.run([sys.executable, "-c", STEPS, str(step), *room.build()], capture_output=True, timeout=60)
        stands = room.store.read_bytes()
        assert stands in {room.old, room.new}
        seen.add((ended.returncode, stands == room.new))
        if ended.returncode == 0:
            break
        assert ended.returncode == -signal.SIGKILL
        assert all(name.startswith(".store.json.") for name in room.beside())
    assert seen >= {(-signal.SIGKILL, False), (-signal.SIGKILL, True), (0, True)}
    room.reset()
    assert run(*room.build()).returncode == 0
    assert room.store.read_bytes() == room.new


def test_build_killed_at_any_moment(room: Room) -> None:
    """After `kill -9` the store is the old one or the new one, whole, and the next build makes the new one."""
    span = lasting(*room.build())
    room.reset()
    for _ in range(ROUNDS):
        building = start(*room.build())
        time.sleep(CHOSEN.uniform(0.3 * span, 1.1 * span))
        building.kill()
        building.communicate(timeout=60)
        assert room.store.read_bytes() in {room.old, room.new}
        again = run(*room.build())
        assert (again.returncode, again.stderr) == (0, b"")
        assert room.store.read_bytes() == room.new
        room.reset()


def test_first_question_killed_at_any_moment(large: Path, tmp_path: Path) -> None:
    """After `kill -9` while an index is made, the next run answers as if nothing had been."""
    cache = tmp_path / "caches"
    asked = ["ask", "--json", "which boat came in as number 77", "--store", large]
    sound = run(*asked, env={**os.environ, "XDG_CACHE_HOME": str(cache / "sound")})
    assert sound.returncode == 0
    span = lasting(*asked, env={**os.environ, "XDG_CACHE_HOME": str(cache / "timed")})
    for n in range(ROUNDS):
        known = {**os.environ, "XDG_CACHE_HOME": str(cache / str(n))}
        asking = start(*asked, env=known)
        time.sleep(CHOSEN.uniform(0.2 * span, 1.1 * span))
        asking.kill()
        asking.communicate(timeout=60)
        for _ in range(2):  # the one makes the index, the other reads it
            again = run(*asked, env=known)
            assert (again.returncode, again.stdout, again.stderr) == (0, sound.stdout, b"")


# Interrupted

STARTED = """
import os, sys
sys.argv[0] = "talks"
from talkscli.__main__ import run
os.write(1, b"started\\n")
run()
"""


@pytest.mark.parametrize("what", ["build", "ask", "timeline", "who --format json", "check"])
def test_ctrl_c_at_any_moment(room: Room, large: Path, tmp_path: Path, what: str) -> None:
    """Ctrl-C ends any command with 130 and no word, or it was done already; a store is never left in between."""
    command, *options = what.split()
    args: list[str | Path] = [command, *options, "--store", room.store]
    if command == "build":
        args = room.build()
    elif command == "ask":
        args = ["ask", "which boat came in as number 77", "--store", large]
    elif command == "check":
        args = ["check", room.store, "--against", room.article]
    span = min(lasting(*args), 2.0)
    codes = []
    for n in range(max(3, ROUNDS // 5)):
        room.reset()
        known = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / f"cache-{n}")}
        running = subprocess.Popen(
            [sys.executable, "-c", STARTED, *args], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=known
        )
        assert running.stdout
        assert running.stdout.readline() == b"started\n"
        time.sleep(CHOSEN.uniform(0, span))
        running.send_signal(signal.SIGINT)
        _, err = running.communicate(timeout=60)
        codes.append(running.returncode)
        assert (running.returncode in {0, 1, 130}, err) == (True, b""), (running.returncode, err)
        assert room.store.read_bytes() in {room.old, room.new}
        assert room.beside() == []
        left = [path for path in (tmp_path / f"cache-{n}").rglob("*") if path.suffix == ".part"]
        assert left == []
    assert set(codes) <= {0, 1, 130}


def test_ctrl_c_at_the_very_end() -> None:
    """Ctrl-C while the last bytes are flushed ends with 130 too."""
    script = """
import io, sys
from talkscli.__main__ import run

class Slow(io.StringIO):
    def flush(self):
        if self.getvalue():
            raise KeyboardInterrupt

sys.argv = ["talks", "--version"]
main = __import__("talkscli.cli.app").cli.app.main
def late(*args):
    code = main(*args)
    sys.stdout = Slow("x")
    return code
__import__("talkscli.cli.app").cli.app.main = late
run()
"""
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, timeout=60, check=False)
    assert (ended.returncode, ended.stderr) == (130, b"")


# A full disk


def limited(size: int) -> Any:
    """Make what limits the files that a process may write to so many bytes."""

    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return limit


@pytest.mark.parametrize("size", [0, 1, 100, 1000])
def test_build_without_room_leaves_the_old_store(room: Room, size: int) -> None:
    """Where the disk is full, the old store stands, nothing lies beside it, and the reason is told."""
    assert len(room.new) > size
    ended = run(*room.build(), preexec_fn=limited(size))
    assert ended.returncode == 3
    assert "store.json: can't be written: " in one_line(ended.stderr)
    assert room.store.read_bytes() == room.old
    assert room.beside() == []
    assert run(*room.build()).returncode == 0
    assert room.store.read_bytes() == room.new


@pytest.mark.parametrize("size", [0, 1, 5000, 100_000])
def test_questions_are_answered_without_room(large: Path, tmp_path: Path, size: int) -> None:
    """Where an index can't be kept, the answer is the same, nothing is said, and nothing is left behind."""
    asked = ["ask", "--json", "which boat came in as number 77", "--store", large]
    sound = run(*asked)
    known = {**os.environ, "XDG_CACHE_HOME": str(tmp_path / "full")}
    ended = run(*asked, env=known, preexec_fn=limited(size))
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, sound.stdout, b"")
    assert [path for path in (tmp_path / "full").rglob("*") if path.is_file()] == []


@pytest.mark.parametrize("name", ["a.svg", "a.html"])
def test_pictures_without_room(store_file: Path, tmp_path: Path, name: str) -> None:
    """A picture that does not fit is told and does not replace the one before."""
    (tmp_path / name).write_text("before")
    ended = run("timeline", "--store", store_file, "--save", tmp_path / name, preexec_fn=limited(500))
    assert ended.returncode == 3
    assert f"{name}: can't be written" in one_line(ended.stderr)
    assert (tmp_path / name).read_text() == "before"


def test_output_without_room(store_file: Path, tmp_path: Path) -> None:
    """Output into a file on a full disk ends with 3 and the reason."""
    with (tmp_path / "out").open("wb") as out:
        ended = subprocess.run(
            [*COMMAND, "facts", "--store", store_file],
            stdout=out, stderr=subprocess.PIPE, timeout=60, preexec_fn=limited(100),
        )  # fmt: skip
    assert ended.returncode == 3
    assert "the output can't be written" in one_line(ended.stderr)


def test_a_full_filesystem(tmp_path: Path) -> None:
    """On a filesystem without a free block a build ends with 3, and the store on it stays as it was."""
    tiny = tmp_path / "tiny"
    tiny.mkdir()
    script = """
    mount -t tmpfs -o size=64k tmpfs "$1" || exit 77
    cp "$2" "$1/article.txt" && "$3" -m talkscli build "$1/article.txt" -o "$1/store.json" >/dev/null || exit 78
    before=$(cksum < "$1/store.json")
    echo "A ferry brought $(date +%s) more boats." >> "$1/article.txt"
    cat /dev/zero > "$1/filler" 2>/dev/null
    "$3" -m talkscli build "$1/article.txt" -o "$1/store.json"; echo "code $?"
    test "$before" = "$(cksum < "$1/store.json")" && echo the same; ls -A "$1"
    rm "$1/filler"; "$3" -m talkscli build "$1/article.txt" -o "$1/store.json" >/dev/null; echo "then $?"
    """
    (tmp_path / "article").write_text(ARTICLE)
    if not shutil.which("unshare"):
        pytest.skip("needs unshare")
    ended = subprocess.run(
        ["unshare", "-m", "sh", "-c", script, "sh", tiny, tmp_path / "article", sys.executable],
        capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    if ended.returncode == 77 or "unshare" in ended.stderr:
        pytest.skip("may not mount")
    assert ended.stdout.split("\n")[:2] == ["code 3", "the same"], ended
    assert ended.stdout.split("\n")[2:] == ["article.txt", "filler", "store.json", "then 0", ""]
    assert "No space left" in one_line(ended.stderr.encode())


STRANGER = """
import json, os, sys
from talkscli.cli.app import main
first, then = json.loads(sys.argv[1])
out = os.dup(1)
null = os.open(os.devnull, os.O_WRONLY)
os.dup2(null, 1)
cache = os.environ.pop("XDG_CACHE_HOME")
os.environ["XDG_CACHE_HOME"] = cache + "-first"
assert main(first) == 0  # loads what others may not be allowed to read
os.environ["XDG_CACHE_HOME"] = cache
os.dup2(out, 1)
if os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
import talkscli
try:
    os.stat(talkscli.__file__)
except OSError:
    sys.exit(77)
sys.exit(main(then))
"""


def as_another_user(first: list[str | Path], then: list[str | Path], **more: Any) -> subprocess.CompletedProcess[bytes]:
    """Run `then` as somebody who may not write everywhere: as root, somebody else; `first` is run as ourselves."""
    both = json.dumps([list(map(str, first)), list(map(str, then))])
    ended = subprocess.run([sys.executable, "-c", STRANGER, both], capture_output=True, timeout=60, check=False, **more)
    if ended.returncode == 77:
        pytest.skip("others may not enter this checkout")
    return ended


def test_a_read_only_folder(shared: Path, tmp_path: Path) -> None:
    """In a folder that may not be written to, a build ends with 3 and the old store stays."""
    room = Room(shared)
    shared.chmod(0o555)
    try:
        ended = as_another_user(["build", room.article, "-o", tmp_path / "first.json"], room.build())
    finally:
        shared.chmod(0o755)
    assert ended.returncode == 3
    assert "Permission denied" in one_line(ended.stderr)
    assert room.store.read_bytes() == room.old
    assert room.beside() == []


# A crowd


def test_many_builds_at_once(room: Room) -> None:
    """32 builds into one store all end well, each after the other; the new one stands whole, with nothing beside it."""
    crowd = [start(*room.build()) for _ in range(32)]
    ends = [(each.communicate(timeout=300)[1], each.returncode) for each in crowd]
    assert {code for _, code in ends} == {0}
    assert all(err == b"" or b"waiting for another build" in err for err, _ in ends)
    assert room.store.read_bytes() == room.new
    assert room.beside() == []


def test_readers_never_see_half_a_store(room: Room) -> None:
    """Whoever reads while others build finds the old store or the new one."""
    crowd = [start(*(room.build() if n % 2 else ["facts", "--json", "--store", room.store])) for n in range(16)]
    told = [(*each.communicate(timeout=300), each.returncode) for each in crowd]
    assert {code for _, _, code in told} == {0}
    assert {err for _, err, _ in told[::2]} == {b""}
    counts = {len(json.loads(out)) for out, _, _ in told[::2]}
    assert counts <= {len(json.loads(data)["facts"]) for data in (room.old, room.new)}


# Another user

AS_ROOT = pytest.mark.skipif(os.geteuid() != 0, reason="needs root, to be two users")


@AS_ROOT
@pytest.mark.parametrize("how", ["their folder", "their file", "their link", "open folder"])
def test_an_index_of_another_user_is_not_read(shared: Path, how: str) -> None:
    """What somebody else has put into the cache folder does not change an answer."""
    shared.chmod(0o777)
    store = shared / "store.json"
    rows = [
        {"id": f"f{n}", "question": f"Where is berth {n}?", "answer": f"Berth {n} is at pier {n}."} for n in range(800)
    ]

    def told(pier: str) -> bytes:
        rows[5]["answer"] = f"Berth 5 is at pier {pier}."
        data = json.dumps({"facts": rows}).encode()
        store.write_bytes(data)
        return data

    asked = ["ask", "where is berth 5", "--store", store]
    cache = shared / "cache"
    known = {**os.environ, "XDG_CACHE_HOME": str(cache)}
    told("B")
    assert b"pier B" in as_another_user(asked, asked, env=known).stdout
    (index,) = cache.rglob("*.index")
    folder = index.parent
    assert (stat.S_IMODE(folder.stat().st_mode), stat.S_IMODE(index.stat().st_mode)) == (0o700, 0o600)
    with closing(sqlite3.connect(index)) as planted, planted:  # the same index, but for one answer, with a seal
        planted.execute("UPDATE fact SET body = replace(body, 'pier B', 'pier A')")
    checksum = zlib.crc32(index.read_bytes())
    index.with_suffix(".seal").write_text(json.dumps({"checksum": checksum, "state": []}))
    assert b"pier A" in as_another_user(asked, asked, env=known).stdout  # it would be believed
    if how != "their folder":
        os.chown(folder, 0, 0)
    if how == "their link":
        real = shared / "real"
        index.rename(real)
        index.symlink_to(real)
    if how == "open folder":
        os.chown(index, 0, 0)
        folder.chmod(0o777)
    ended = run(*asked, env=known)
    assert ended.returncode == 0
    assert b"pier B" in ended.stdout
    assert ended.stderr == b""


@AS_ROOT
def test_an_index_can_t_be_read_by_others(large: Path, shared: Path) -> None:
    """The index, and the folder that it lies in, are the owner's alone, whatever the umask."""
    known = {**os.environ, "XDG_CACHE_HOME": str(shared / "cache")}
    assert run("ask", "which boat came in", "--store", large, env=known, umask=0).returncode in {0, 1}
    (index,) = (shared / "cache").rglob("*.index")
    looked = subprocess.run(["cat", index], capture_output=True, user=NOBODY, group=NOBODY, extra_groups=[])
    assert looked.returncode != 0
    assert looked.stdout == b""


# Large and endless


def bounded() -> None:
    """Limit a process to 3 GB of memory and a minute of work."""
    resource.setrlimit(resource.RLIMIT_AS, (3 << 30, 3 << 30))
    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))


@pytest.mark.parametrize(
    "form", ["[", '{"facts":', '{"a":', '{"facts":[{"id":"f","answer":[', '{"facts":[],"synonyms":[']
)
@pytest.mark.parametrize("command", ["facts --store", "ask why --store", "check", "build article.txt -o"])
def test_nesting_without_end(tmp_path: Path, form: str, command: str) -> None:
    """A hundred thousand levels end with 3 and one line, in every command that reads a store."""
    (tmp_path / "article.txt").write_text(ARTICLE)
    store = tmp_path / "deep.json"
    store.write_text(form * (100_000 // form.count("{") if form == '{"a":' else 1) + "[" * 100_000)
    ended = run(*command.split(), store, cwd=tmp_path, preexec_fn=bounded)
    assert ended.returncode == 3
    assert "deep.json" in one_line(ended.stderr)


@pytest.mark.parametrize("command", ["facts --store", "ask word --store", "timeline --store", "build article.txt -o"])
@pytest.mark.parametrize("text", ["word ", "é\u202e"])
def test_a_text_without_end(tmp_path: Path, text: str, command: str) -> None:
    """One text of 20 MB (200 MB in the long form) ends with 3 and one line that names fact and field."""
    (tmp_path / "article.txt").write_text(ARTICLE)
    size = 200 if ROUNDS > 15 else 20
    fact = json.dumps({"id": "f1", "answer": text * (size * 1_000_000 // len(text.encode()))}, ensure_ascii=False)
    (tmp_path / "long.json").write_text(f'{{"facts": [{fact}]}}', "utf-8")
    ended = run(*command.split(), tmp_path / "long.json", cwd=tmp_path, preexec_fn=bounded)
    assert ended.returncode == 3
    assert "long.json: fact 'f1', field answer: " in one_line(ended.stderr)


@pytest.mark.parametrize("what", ["/dev/zero", "/dev/tty", "a folder"])
@pytest.mark.parametrize("command", ["facts --store", "ask why --store", "check", "build article.txt -o"])
def test_no_file_at_all(tmp_path: Path, what: str, command: str) -> None:
    """A device without end, a terminal and a folder are refused unread by every command that reads a store."""
    (tmp_path / "article.txt").write_text(ARTICLE)
    if what.startswith("/dev") and not Path(what).is_char_device():
        pytest.skip(f"there is no {what} here")
    ended = run(*command.split(), tmp_path if what == "a folder" else what, cwd=tmp_path, preexec_fn=bounded)
    assert ended.returncode == 3
    assert re.search("a folder|a device", one_line(ended.stderr))


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize(
    "command", ["facts --json --store", "ask --json what was agreed in the harbour --store", "check"]
)
def test_a_pipe_is_read(store_file: Path, bom: bytes, command: str) -> None:
    """A store comes through a pipe such as `<(…)`, with a BOM or without."""
    reader, writer = os.pipe()
    os.write(writer, bom + store_file.read_bytes())
    os.close(writer)
    ended = run(*command.split(), f"/dev/fd/{reader}", pass_fds=[reader])
    os.close(reader)
    assert ended.returncode == 0
    assert ended.stderr == b""
