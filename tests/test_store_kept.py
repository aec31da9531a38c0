"""What is kept in the cache is made anew once the code or the tables that shape it change."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import talkscli
from talkscli.extract import stores
from talkscli.search.index import cache
from talkscli.store import kept

PACKAGE = Path(talkscli.__file__).parent
KEPT = {"index": (cache.ROOMS, cache.LIBRARIES), "article": (stores.ROOMS, stores.LIBRARIES)}
LOADED = """
import sys
from pathlib import Path
if sys.argv[1] == "index":
    import talkscli.search.index.builder, talkscli.search.index.cache
else:
    from talkscli.extract.stores import make
    make(Path("a.html"), b"<title>Piers</title><p>Ida Vang opened the pier on 4 May 2020.</p>" * 9)
    make(Path("a.rst"), b"Piers\\n=====\\n\\nIda Vang opened the pier. She went.")
    make(Path("a.md"), "# Пирс\\n\\nИда Ванг открыла пирс. Это было весной.".encode())
for name, module in sys.modules.items():
    if getattr(module, "__file__", None):
        print(name, module.__file__, sep="\\t")
"""
SMALL = {"__init__.py", "__main__.py", "errors.py", "extract/stores.py"}
"""What shapes neither: names of faults, and what opens stores."""


@pytest.mark.parametrize("what", KEPT)
def test_all_that_shapes_what_is_kept_is_looked_at(what: str) -> None:
    """Whatever module of the package is loaded to make it is part of its key, every table, and every library."""
    if what == "article":
        pytest.importorskip("trafilatura")  # reads HTML
    done = subprocess.run([sys.executable, "-c", LOADED, what], capture_output=True, text=True, check=True)
    files = dict(line.split("\t") for line in done.stdout.splitlines())
    rooms, libraries = KEPT[what]
    known = {str(row[0]) for row in kept.shaping(rooms, libraries)}
    ours = {str(Path(file).relative_to(PACKAGE)) for name, file in files.items() if name.startswith("talkscli")}
    assert ours - known <= SMALL
    assert {f"language/tables/{path.name}" for path in (PACKAGE / "language" / "tables").iterdir()} - known <= {
        "language/tables/__pycache__"
    }
    used = {name.partition(".")[0] for name in files} & {*cache.LIBRARIES, *stores.LIBRARIES}
    assert used <= set(libraries)


@pytest.mark.parametrize("what", KEPT)
def test_each_change_of_code_or_tables_is_noticed(what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every file of the rooms that shape what is kept is noticed, whatever changes of it: size, time, place."""
    rooms, libraries = KEPT[what]
    code = tmp_path / "code"
    for room in rooms:
        shutil.copytree(PACKAGE / room, code / room)
    monkeypatch.setattr(kept, "__file__", str(code / "store" / "kept.py"))
    before = kept.shaping(rooms, libraries)
    for row in before:
        path = code / str(row[0])
        if not path.exists():
            continue  # a library
        now = path.stat()
        path.write_bytes(path.read_bytes() + b" ")
        assert kept.shaping(rooms, libraries) != before, path
        path.write_bytes(path.read_bytes()[:-1])
        os.utime(path, ns=(now.st_atime_ns, now.st_mtime_ns))
        before = kept.shaping(rooms, libraries)
    (code / "store" / "__pycache__").mkdir(exist_ok=True)
    (code / "store" / "__pycache__" / "files.pyc").write_text("")
    assert kept.shaping(rooms, libraries) == before


@pytest.mark.parametrize("library", stores.LIBRARIES)
def test_another_library_is_noticed(library: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A stemmer, a splitter of sentences, a reader of pages that was exchanged is noticed."""
    before = kept.shaping(stores.ROOMS, stores.LIBRARIES)
    (tmp_path / f"{library}.py").write_text("")
    monkeypatch.delitem(sys.modules, library, raising=False)
    monkeypatch.syspath_prepend(tmp_path)
    assert kept.shaping(stores.ROOMS, stores.LIBRARIES) != before
