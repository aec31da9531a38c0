"""Search: index -> candidates -> rank -> confidence."""

from collections.abc import Sequence
from pathlib import Path


class Engine:
    """An indexed store that answers questions."""


def open_engine(paths: Sequence[Path] = ()) -> Engine:
    """Index store files (the shipped one if none is named). Raises StoreError."""
    raise NotImplementedError
