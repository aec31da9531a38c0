"""Word tables, made by tools/tables.py; the first line of each names source, version and licence."""

from mmap import ACCESS_READ, mmap
from pathlib import Path

_HERE = Path(__file__).parent


def read(name: str) -> str:
    """Return the text of a table after its first line.

    Args:
        name: The file, without its ending.
    """
    return (_HERE / f"{name}.txt").read_text("utf-8").partition("\n")[2]


def raw(name: str) -> bytes:
    """Return the lines of a large table as they stand, for `look_up`: to decode them would take milliseconds.

    Args:
        name: The file, without its ending.
    """
    return (_HERE / f"{name}.txt").read_bytes().partition(b"\n")[2]


def mapped(name: str) -> mmap:
    """Return a table of more than a megabyte, first line and all, for `look_up`: only what that looks at is read.

    Args:
        name: The file, without its ending.
    """
    with (_HERE / f"{name}.txt").open("rb") as file:
        return mmap(file.fileno(), 0, access=ACCESS_READ)


def look_up(table: bytes | mmap, key: str) -> str:
    """Find a line of a table by its first word.

    Args:
        table: Lines in UTF-8, sorted by their first words, each with a line feed at its end. A first line that begins
            with "#" stands before all words, too.
        key: The word.

    Returns:
        What stands behind the word, or "".
    """
    wanted = key.encode("utf-8", "surrogatepass")
    low, high = 0, len(table)
    while low < high:
        start = table.rfind(b"\n", low, (low + high) // 2) + 1 or low
        end = table.find(b"\n", start)
        word, _, told = table[start:end].partition(b" ")
        if word == wanted:
            return told.decode()
        if word < wanted:
            low = end + 1
        else:
            high = start
    return ""


def holds(words: bytes, word: str) -> bool:
    """Tell whether a word is one of a table of words alone.

    Args:
        words: In UTF-8, sorted, with a blank behind each.
        word: It has no blank in it.
    """
    wanted = word.encode("utf-8", "surrogatepass")
    low, high = 0, len(words)
    while low < high:
        start = words.rfind(b" ", low, (low + high) // 2) + 1 or low
        end = words.find(b" ", start)
        found = words[start:end]
        if found == wanted:
            return True
        if found < wanted:
            low = end + 1
        else:
            high = start
    return False


def languages(kind: str) -> frozenset[str]:
    """Return the codes of the languages of which there is a table.

    Args:
        kind: Of table, as in the names of its files: "related" of "related-de".
    """
    return frozenset(path.stem.removeprefix(f"{kind}-") for path in _HERE.glob(f"{kind}-*.txt"))
