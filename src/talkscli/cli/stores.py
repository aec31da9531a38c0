"""Open what --store names: a store, or an article, of which a store is made, and kept in the cache by its content."""

import stat
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from talkscli.errors import StoreError
from talkscli.render import output
from talkscli.store import files

if TYPE_CHECKING:
    from talkscli.search.engine import Engine
    from talkscli.store.merge import Library
    from talkscli.store.model import Fact, Store

BEGINNING = 4096  # bytes that tell a store from an article
LASTS = 90 * 24 * 3600  # seconds that the store of an article is kept
_JSON = {".json", ".jsonld"}
_BLANK = b"\xef\xbb\xbf \t\r\n"


class Stores:
    """The stores of a run, each opened once."""

    def __init__(self, named: Sequence[Path] = ()) -> None:
        """Take what was named: stores and articles; none is the shipped store. Raises TalksError."""
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

        with output.progress("facts indexed") as progress:
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
        with output.progress("facts read") as progress:
            store = make(path, data, progress)
        _keep(made, store)
        return store

    def _path(self, path: Path) -> Path:
        """Name the store file that stands for what was named: itself, or the store made of an article."""
        try:
            mode = path.stat().st_mode
            if stat.S_ISREG(mode):
                with path.open("rb") as file:
                    if not is_article(path, file.read(BEGINNING)):
                        return path
            elif not stat.S_ISFIFO(mode):
                return path
        except (OSError, ValueError):
            return path  # what reads it will say what is wrong
        data = files.read_bytes(path)
        if not is_article(path, data[:BEGINNING]):
            self._made[path] = files.decode(data, str(path))  # a pipe is read once
            return path
        made = _place(path, data)
        self._articles[made] = (path, data)
        if not made.is_file():
            self._made[made] = self._make(made)
        return made


def is_article(path: Path, beginning: bytes) -> bool:
    """Tell an article from a store.

    Args:
        path: Its name.
        beginning: Its first bytes.

    Returns:
        False for JSON that is no page of questions and answers (FAQPage), which is taken for a store.
    """
    start = beginning.lstrip(_BLANK)[:1]
    if path.suffix.lower() in _JSON or start == b"{":
        return b'"@type"' in beginning or b'"@context"' in beginning
    return True


def make(path: Path, data: bytes, progress: Callable[[int, int], None] | None = None) -> "Store":
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
    from talkscli.errors import ArticleError
    from talkscli.extract import build

    suffix = path.suffix.lower()
    if not suffix and data.lstrip(_BLANK)[:1] == b"{":
        suffix = ".json"
    document = readers.parse(readers.decode(data, str(path)), suffix, str(path))
    if not document.sections:
        raise ArticleError(f"{path}: there is no text in it", "name a file with paragraphs of text")
    return build.make(document, path.stem, progress)


def _place(path: Path, data: bytes) -> Path:
    """Name the file in the cache for the store of an article, by its content and by the code that makes it."""
    from hashlib import blake2b

    from talkscli.search.cache import folder

    here = Path(__file__).parents[1]
    code = [
        (file.name, file.stat().st_mtime_ns)
        for room in ("article", "extract", "language", "store")
        for file in sorted((here / room).rglob("*.py"))
    ]
    name = blake2b(repr((path.name, code)).encode("utf-8", "surrogateescape") + data, digest_size=12).hexdigest()
    return (folder() or Path("/nonexistent")) / "articles" / name / f"{path.stem}.json"


def _keep(made: Path, store: "Store") -> None:
    """Keep it, if it can be kept, and remove what is old."""
    with suppress(OSError, StoreError):
        made.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        files.write(made, files.encode(store))
        for old in made.parent.parent.iterdir():
            if time.time() - old.stat().st_mtime > LASTS:
                for file in old.iterdir():
                    file.unlink()
                old.rmdir()
