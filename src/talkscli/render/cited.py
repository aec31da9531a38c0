"""When a fact was and where it stands, as people read it."""

import re

from talkscli.language import calendar
from talkscli.lookup.results import Refs
from talkscli.render.clean import one_line
from talkscli.store.model import Fact

UNDATED = "date not given"


def when(fact: Fact, *, short: bool = False) -> str:
    """Write a fact's date as people read it: the source's own words, and the date where these tell no year.

    `short`: the date instead of "Thursday".
    """
    words = one_line(fact.date_text or "")
    date = calendar.say(fact.date) if fact.date else ""
    if not words or not date or re.search(r"\d{4}", words):
        return words or date
    return date if short else f"{words} ({date})"


def where(fact: Fact, refs: Refs, *, title: bool = True, listed: bool = False) -> str:
    """Say where a fact stands: source with its date, section and paragraphs, as far as known.

    Args:
        fact: The fact.
        refs: What it refers to.
        title: Whether its source is named.
        listed: Whether it stands in a list that names the one source: of what stands under the title, the paragraph.
    """
    cited = fact.citation
    if cited is None:
        return "no source given"
    parts = []
    section = cited.section
    source = refs.sources.get(cited.source or "")
    if title and source:
        parts += [source.title or source.id, calendar.say(source.published) if source.published else UNDATED]
        section = None if section == source.title else section  # before its first heading, an article has its title
    if listed and not title and source and cited.paragraph and section == source.title:
        section = None
    if section or cited.paragraph:
        last = f"–{cited.last}" if cited.last and cited.last != cited.paragraph else ""
        parts.append(" ".join(p for p in (section, f"¶{cited.paragraph}{last}" if cited.paragraph else None) if p))
    return " · ".join(parts) or (cited.source or "no source given")
