"""Word tables, made by tools/tables.py; the first line of each names source, version and licence."""

from pathlib import Path


def read(name: str) -> str:
    """Return the text of a table after its first line.

    Args:
        name: The file, without its ending.
    """
    return (Path(__file__).parent / f"{name}.txt").read_text("utf-8").partition("\n")[2]
