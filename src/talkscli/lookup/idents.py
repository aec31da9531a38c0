"""Ids as lists show them."""

import re

_DIGEST = re.compile(r"-([0-9a-f]{8}(?:-[0-9]+)?)$")


def short(ident: str) -> str:
    """Shorten the id of a fact to what tells it apart.

    Args:
        ident: The id of a fact.

    Returns:
        The hash at the end of an id that `build` made; an id without one, or with the name of a store, as it is.
    """
    found = None if ":" in ident else _DIGEST.search(ident)
    return found[1] if found else ident
