"""Whom a family name alone means where several have it: news calls so only whom it is about."""

from collections.abc import Mapping, Sequence

from talkscli.language import vocabulary


class Namesakes:
    """Knows which of several people a text is about."""

    def __init__(self, roles: Mapping[str, Sequence[str]], title: str | None) -> None:
        """Take what is told of each full name: what somebody is, and the title of the text."""
        self._roles = roles
        self._title = title or ""

    def chief(self, names: Sequence[str]) -> str | None:
        """Say who of the bearers of a family name is meant by it.

        Args:
            names: Their full names, in the order in which they come up.

        Returns:
            Who is named first, if the title has that name alone, or only of that one an office is told, or all others
            are relatives; else nobody.
        """
        first, *others = names
        if first in self._title and not any(other in self._title for other in others):
            return first
        if self._is_something(first) and not any(map(self._is_something, others)):
            return first
        return first if all(map(self._is_relative, others)) and not self._is_relative(first) else None

    def _is_something(self, name: str) -> bool:
        return any(not _is_kin(role) for role in self._roles.get(name, ()))

    def _is_relative(self, name: str) -> bool:
        roles = self._roles.get(name, ())
        return bool(roles) and all(map(_is_kin, roles))


def _is_kin(role: str) -> bool:
    return not vocabulary.KIN.isdisjoint(role.lower().split()[:3])
