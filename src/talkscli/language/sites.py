"""Places that the gazetteer has not: towns, and the nouns for their parts, for buildings, roads, hills and waters."""

from functools import cache

from talkscli.language import tables


@cache
def _nouns() -> frozenset[str]:
    return frozenset(tables.read("sites-en").split())


@cache
def _towns() -> bytes:
    return tables.raw("towns")


def is_site(noun: str) -> bool:
    """Tell whether a noun means a place or a building: "suburb", "hotel"."""
    return noun in _nouns()


def is_town(name: str) -> bool:
    """Tell whether a town is called so; many a family name is that of a town, too."""
    return tables.look_up(_towns(), name.replace(" ", "_")) != ""
