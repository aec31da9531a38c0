"""Which pieces of a page that has much around its article are of the article."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from talkscli.article.composing.pieces import Piece
from talkscli.article.html.page import About
from talkscli.article.inline import text_of
from talkscli.article.questions import asks

_GRAM = 4  # words that stand together are looked for together
_TOKEN = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\\W\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]+")
_CONTENT = ("text", "item", "code")
_LEAD = 15  # words of a lead that are looked for
SENTENCE = 8  # words; a shorter line that ends with no sign is none
_QUESTIONS, _BEHIND = 3, 2  # of an article, and behind it, where trafilatura takes but a part of a list of questions
_COVERED = 0.8  # of a page's text that trafilatura keeps: the rest is then no noise


def of_article(tree: Any, pieces: Sequence[Piece], article: str, told: About) -> list[Piece]:
    """Choose the pieces of a page that are of its article.

    Args:
        tree: the page.
        pieces: its text.
        article: what trafilatura takes for the article.
        told: what the page tells of itself.
    """
    return _chosen(_without(pieces, _elsewhere(tree, article)), article, told)


def with_lead(pieces: Sequence[Piece], told: About) -> list[Piece]:
    """Make text of a heading that is what the page is announced with: a standfirst."""
    return [
        Piece("text", p.text)
        if p.kind == "heading" and p.text != told.title and _announced(_TOKEN.findall(p.text.casefold()), told.lead)
        else p
        for p in pieces
    ]


def runs(text: str) -> set[tuple[str, ...]]:
    """The words of a text, and up to four that stand together in it."""
    told = _TOKEN.findall(text.casefold())
    return {tuple(told[i : i + n]) for n in range(1, _GRAM + 1) for i in range(len(told) - n + 1)}


def belongs(text: str, known: set[tuple[str, ...]]) -> bool:
    """Tell whether most of a text is known, as runs of words."""
    return bool(known) and _share(_TOKEN.findall(text.casefold()), known) >= _COVERED


def _elsewhere(tree: Any, article: str) -> set[str]:
    """The headings and items that lead to another page, and are none of the article: what else there is to read."""
    own = {tuple(_TOKEN.findall(line.casefold())) for line in article.splitlines()}
    found = set()
    for element in tree.iter("h2", "h3", "h4", "h5", "h6", "li"):
        if element.tag == "li" and element.find(".//li") is not None:
            continue
        text = text_of(element)
        link = next((e for e in element.iter("a") if text_of(e) == text), None)
        if link is None:
            link = next(element.iterancestors("a"), None)
        leads = link is not None and "#" not in (link.get("href") or "#")
        if leads and not asks(text) and tuple(_TOKEN.findall(text.casefold())) not in own:
            found.add(text)
    return found


def _without(pieces: Sequence[Piece], elsewhere: set[str]) -> list[Piece]:
    """Take these out, and the heading right above them: "More from the town"."""
    kept: list[Piece] = []
    above = False  # what stands above one that is out
    for piece in reversed(pieces):
        out = piece.kind in ("heading", "item") and piece.text in elsewhere
        if not out and not (above and piece.kind == "heading"):
            kept.append(piece)
        above = out
    return kept[::-1]


def _chosen(pieces: Sequence[Piece], article: str, told: About) -> list[Piece]:
    """Choose the pieces of the article, of a page that has much around it.

    What trafilatura found is of it, and between that what it passes over by kind: code, headings, questions. Where it
    found most of the page, so is all text between, but for a line that is no sentence. So are the text that the page
    is announced with, where it stands above that, and the sentences between title and text.
    """
    known = runs(article)
    tokens = [_TOKEN.findall(piece.text.casefold()) for piece in pieces]
    size = [len(row) for row in tokens]
    found = [_share(row, known) for row in tokens]
    lines = {tuple(_TOKEN.findall(line.casefold())) for line in article.splitlines()}
    for i, piece in enumerate(pieces):
        if piece.kind == "text" and size[i] < _GRAM and tuple(tokens[i]) not in lines:
            found[i] = 0  # one word stands anywhere
    sure = [i for i, piece in enumerate(pieces) if found[i] >= 0.5 and size[i] >= _GRAM and piece.kind in _CONTENT]
    if not sure:
        return list(pieces)
    for i in range(sure[0]):
        if size[i] < _GRAM and tuple(tokens[i]) not in lines:
            found[i] = 0  # of a menu
    span = range(sure[0], sure[-1] + 1)
    leads = _leads(pieces[: sure[0]], tokens, told)
    covered = sum(found[i] * size[i] for i in span) >= _COVERED * sum(size[i] for i in span)
    span = _with_questions(pieces, span) if covered else span
    listed = {i for i in _led(pieces, found) if i in span}
    kept: list[Piece] = []
    follows = False  # what stands under a heading is kept
    for i in reversed(range(span.stop)):
        piece = pieces[i]
        if piece.kind in _CONTENT:
            whole = covered and (
                piece.kind != "text" or size[i] >= SENTENCE or piece.text.endswith((".", "!", "?", ":"))
            )
            keep = found[i] >= 0.5 or i in leads or i in listed or (i in span and (whole or piece.kind == "code"))
        else:
            keep = follows or piece.kind == "end" or i in leads
        follows = keep and piece.kind not in ("heading", "ask", "end")
        if keep:
            kept.append(piece)
    return kept[::-1]


def _with_questions(pieces: Sequence[Piece], span: range) -> range:
    """Take to an article that asks several questions those behind it that stand on the same levels."""
    asked = [i for i, piece in enumerate(pieces) if piece.kind in ("heading", "ask") and asks(piece.text)]
    levels = [pieces[i].level for i in asked if span.start - 1 <= i < span.stop]
    behind = [i for i in asked if i >= span.stop and pieces[i].level in levels]
    if len(levels) < _QUESTIONS or len(behind) < _BEHIND:
        return span
    end = behind[-1] + 1
    while end < len(pieces) and pieces[end].kind in _CONTENT:
        end += 1
    return range(span.start, end)


def _led(pieces: Sequence[Piece], found: Sequence[float]) -> Iterator[int]:
    """Yield where the items stand that a text of the article leads into."""
    lead = False
    for i, piece in enumerate(pieces):
        if piece.kind != "item":
            lead = piece.kind == "text" and found[i] >= 0.5 and piece.text.endswith((":", "："))
        elif lead:
            yield i


def _leads(above: Sequence[Piece], tokens: Sequence[Sequence[str]], told: About) -> set[int]:
    """Where the text begins above what trafilatura found: as announced, and in sentences under the title."""
    own = [i for i, p in enumerate(above) if p.kind == "text" or (p.kind == "heading" and p.text != told.title)]
    found = [i for i in own if _announced(tokens[i], told.lead)][:1]
    under = next((i for i in reversed(range(len(above))) if above[i].kind not in ("text", "end")), None)
    if under is not None and above[under].text == told.title:
        said = (i for i in range(under + 1, len(above)) if len(tokens[i]) >= SENTENCE)
        found.extend(i for i in said if above[i].text.endswith((".", "!", "?", ":")))
    return set(found)


def _announced(tokens: Sequence[str], lead: str) -> bool:
    """Tell whether a text begins as the lead does, which may be cut short."""
    said = _TOKEN.findall(lead.casefold())[:_LEAD]
    return len(said) >= SENTENCE and list(tokens[: len(said) - 1]) == said[:-1]


def _share(tokens: Sequence[str], known: set[tuple[str, ...]]) -> float:
    """The share of the runs of words in a text that are known."""
    runs = [tuple(tokens[i : i + _GRAM]) for i in range(max(1, len(tokens) - _GRAM + 1))]
    return sum(run in known for run in runs) / len(runs)
