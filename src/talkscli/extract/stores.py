"""Open stores, and articles, of which stores are made and kept in the cache by their content."""

import codecs
import stat
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from talkscli.errors import StoreError
from talkscli.store import files, kept, writing
from talkscli.store.json import is_json

if TYPE_CHECKING:
    from talkscli.search.engine import Engine
    from talkscli.store.merge import Library, Progress
    from talkscli.store.model import Fact, Store

BEGINNING = 4096  # bytes that tell a store from an article
ROOMS = ("article", "extract", "language", "store")  # all of the package that shapes a store, as a test asserts
LIBRARIES = (
    "Stemmer", "anyascii", "docutils", "gcld3", "htmldate", "lxml", "markdown_it", "msgspec", "rapidfuzz", "sentencex",
    "trafilatura",
)  # fmt: skip
STANDARD_INPUT = Path("/dev/stdin")  # how "-" is called, also where the system does not know it

Counting = Callable[[str], "AbstractContextManager[Progress | None]"]
"""Given what is counted ("facts read"), opens what is told how many are done, and of how many."""


def _untold(_: str) -> AbstractContextManager[None]:
    return nullcontext()


class Stores:
    """The stores of a run, each opened once."""

    def __init__(self, named: Sequence[Path] = (), progress: Counting = _untold) -> None:
        """Take what was named: stores and articles ("-" is standard input); none is the shipped store.

        Raises TalksError where one of them can't be read.
        """
        self._progress = progress
        self._made: dict[Path, Store] = {}
        self._articles: dict[Path, tuple[Path, bytes]] = {}
        self.paths = [self._path(path) for path in named]

    def library(self) -> "Library":
        """Read all of them as one. Raises StoreError."""
        from talkscli.store import merge

        found = merge.load(self.paths, self._read)
        named = {str(made): str(path) for made, (path, _) in self._articles.items()}
        return merge.Library(found.store, {source: named.get(file, file) for source, file in found.files.items()})

    def store(self) -> "Store":
        """Read all of them as one, without where they came from. Raises StoreError."""
        return self.library().store

    def engine(self) -> "Engine":
        """Open them for questions. Raises StoreError."""
        from talkscli.search.engine import open_engine

        with self._progress("facts indexed") as progress:
            return open_engine(self.paths, progress, self._read)

    def find(self, words: str) -> "list[Fact]":
        """Find facts by words. Raises StoreError."""
        return self.engine().find(words)

    def _read(self, path: Path) -> "Store":
        if path not in self._made:
            try:
                self._made[path] = files.read(path)
            except StoreError:
                if path not in self._articles:
                    raise
                self._made[path] = self._make(path)  # not kept yet, or damaged
        return self._made[path]

    def _make(self, made: Path) -> "Store":
        """Make the store of an article, and keep it."""
        path, data = self._articles[made]
        with self._progress("facts read") as progress:
            store = make(path, data, progress)
        if made != path:
            _keep(made, store)
        return store

    def _path(self, path: Path) -> Path:
        """Name the store file that stands for what was named: itself, or the store made of an article."""
        if str(path) == "-":
            return self._read_once(STANDARD_INPUT, _read_article("-"))
        try:
            mode = path.stat().st_mode
            if stat.S_ISFIFO(mode):
                return self._read_once(path, files.read_bytes(path))
            if not stat.S_ISREG(mode):
                return path
            with path.open("rb") as file:
                if _is_store(path, file.read(BEGINNING)):
                    return path
        except (OSError, ValueError):
            return path  # what reads it will say what is wrong
        return self._article(path, _read_article(str(path)))

    def _read_once(self, path: Path, data: bytes) -> Path:
        """Take what can't be read again: a store or an article from a pipe."""
        if not _is_store(path, data[:BEGINNING]):
            return self._article(path, data)
        self._made[path] = files.decode(data.removeprefix(codecs.BOM_UTF8), str(path))
        return path

    def _article(self, path: Path, data: bytes) -> Path:
        made = _place(path, data) or path
        self._articles[made] = (path, data)
        if made == path or not made.is_file():
            self._made[made] = self._make(made)
        return made


def _read_article(name: str) -> bytes:
    from talkscli.article.readers import read_bytes  # a store can do without

    return read_bytes(name)


def _is_store(path: Path, beginning: bytes) -> bool:
    """Tell a store from an article by its first bytes: JSON that is no page of questions and answers (FAQPage)."""
    if not is_json(path.suffix, beginning.decode("utf-8-sig", "replace")):
        return False
    return b'"@type"' not in beginning and b'"@context"' not in beginning


def make(path: Path, data: bytes, progress: "Progress | None" = None) -> "Store":
    """Make the store of an article.

    Args:
        path: Its name, which tells its format if it has an ending.
        data: What stands in it.
        progress: Is told how many facts there are by now.

    Returns:
        The store.

    Raises:
        ArticleError: It can't be read, or holds no text.
    """
    from talkscli.article import readers
    from talkscli.extract import build

    return build.make(readers.document(data, str(path)), path.stem, progress)


def _place(path: Path, data: bytes) -> Path | None:
    """Name the file in the cache for the store of an article, by its content and by the code that makes it.

    None where there is no cache to keep it in.
    """
    from hashlib import blake2b

    folder = kept.folder()
    if folder is None:
        return None
    known = repr((path.name, kept.shaping(ROOMS, LIBRARIES))).encode("utf-8", "surrogateescape")
    return folder / "articles" / blake2b(known + data, digest_size=12).hexdigest() / f"{path.stem}.json"


def _keep(made: Path, store: "Store") -> None:
    """Keep it, if it can be kept, and remove what is old."""
    with suppress(OSError, StoreError):
        made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        writing.write(made, files.encode(store))
        for old in made.parent.parent.iterdir():
            if time.time() - old.stat().st_mtime > kept.LASTS:
                for file in old.iterdir():
                    file.unlink()
                old.rmdir()
