"""Word tables, made by tools/tables.py; the first line of each names source, version and licence."""

from pathlib import Path

_HERE = Path(__file__).parent


def read(name: str) -> str:
    """Return the text of a table after its first line.

    Args:
        name: The file, without its ending.
    """
    return (_HERE / f"{name}.txt").read_text("utf-8").partition("\n")[2]


def look_up(table: str, key: str) -> str:
    """Find a line of a table by its first word.

    Args:
        table: Lines sorted by their first words, as they stand: to split them would take longer than a look-up does.
        key: The word.

    Returns:
        What stands behind the word, or "".
    """
    low, high = 0, len(table)
    while low < high:
        start = table.rfind("\n", low, (low + high) // 2) + 1 or low
        end = table.index("\n", start)
        word, _, told = table[start:end].partition(" ")
        if word == key:
            return told
        if word < key:
            low = end + 1
        else:
            high = start
    return ""


def languages(kind: str) -> frozenset[str]:
    """Return the codes of the languages of which there is a table.

    Args:
        kind: Of table, as in the names of its files: "related" of "related-de".
    """
    return frozenset(path.stem.removeprefix(f"{kind}-") for path in _HERE.glob(f"{kind}-*.txt"))
