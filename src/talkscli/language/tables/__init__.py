"""Word tables, made by tools/tables.py; the first line of each names source, version and licence."""

from pathlib import Path

_HERE = Path(__file__).parent


def read(name: str) -> str:
    """Return the text of a table after its first line.

    Args:
        name: The file, without its ending.
    """
    return (_HERE / f"{name}.txt").read_text("utf-8").partition("\n")[2]


def languages(kind: str) -> frozenset[str]:
    """Return the codes of the languages of which there is a table.

    Args:
        kind: Of table, as in the names of its files: "related" of "related-de".
    """
    return frozenset(path.stem.removeprefix(f"{kind}-") for path in _HERE.glob(f"{kind}-*.txt"))
