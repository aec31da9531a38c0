"""Whether a sentence has the opposite of what is asked in its place: "the *outer* wall", "was *not* repaired"."""

import re
from collections.abc import Sequence

from talkscli.language import grammar
from talkscli.language.opposites import function_opposites
from talkscli.search.cover import MET, covers
from talkscli.search.index.reader import Index
from talkscli.search.places import Sentences
from talkscli.search.question.query import Query
from talkscli.search.question.relations import negated
from talkscli.search.rank import Ranked

_DEGREES = frozenset("more most less least fewer".split())
_HELPING = frozenset(f"={word}" for word in grammar.HELPING)
_DENYING = frozenset(f"={word}" for word in grammar.folded(grammar.NEGATED)) | {"never"}
_UNLESS = frozenset("=until =but =only yet unless".split())
"""What takes back in part what was denied before: "did not open until May"."""
_FAILING = re.compile("fail|refus|declin|neglect")
"""How verbs begin that deny what they hang on, by an infinitive (Karttunen 1971)."""
_BESIDE = 2  # content words from a word to one that it belongs to
_FAR = 4  # words from what denies to what is denied


def says_opposite(index: Index, query: Query, ranked: Ranked) -> bool:
    """Tell whether a fact says the opposite of what a question takes for granted.

    "Did X accept" takes nothing so, nor do words that are no question; of a pair nothing is told.
    """
    if not query.english or query.asks in ("yesno", "any") or ranked.doc.profile == "pair":
        return False
    best = Sentences(query, index.passages(ranked.row)).best
    if _has_opposite(query, ranked, best) or _compares_otherwise(query, best) or _is_denied(query, best):
        return True
    return ranked.doc.profile == "bare" and (_is_called_otherwise(query, ranked) or _is_so(query, best))


def _has_opposite(query: Query, ranked: Ranked, best: Sequence[str]) -> bool:
    """Whether a word that the fact lacks has its opposite beside the same word, or with "un-" or the like anywhere."""
    content = [token for token in best if token[0] != "="]
    cover, _ = covers(query, ranked.shared)
    for n, term in enumerate(query.terms):
        others = query.opposites.get(term.key, frozenset()) - query.tokens
        if cover.all[n] >= MET:
            continue
        for at in (at for at, token in enumerate(content) if token in others):
            if content[at].endswith(term.key) or term.key.endswith(content[at]):
                return True
            behind, before = content[at + 1 : at + 1 + _BESIDE], content[max(0, at - _BESIDE) : at]
            if n + 1 < len(query.terms) and not query.standing_for(n + 1).isdisjoint(behind):
                return True
            if n and not query.standing_for(n - 1).isdisjoint(before):
                return True
    return False


def _is_called_otherwise(query: Query, ranked: Ranked) -> bool:
    """Whether it has nothing like a word with a capital, but what stands beside that: the *Red* Gate for the Blue."""
    cover, _ = covers(query, ranked.shared)
    places = [(n, term) for n, term in enumerate(query.terms) if query.mixed and term.start and term.key[0] != "@"]
    missing = [n for n, term in places if term.typed[:1].isupper() and cover.all[n] < MET]
    beside = [(n, m) for n in missing for m in (n - 1, n + 1) if 0 <= m < len(query.terms)]
    return any(abs(query.terms[m].start - query.terms[n].start) == 1 and cover.answer[m] >= MET for n, m in beside)


def _compares_otherwise(query: Query, best: Sequence[str]) -> bool:
    """Whether it has "most" before what the question has "least" before."""
    asked = query.text.split()
    for term in range(len(query.terms)):
        start = query.terms[term].start
        degree = asked[start - 1] if 0 < start <= len(asked) else ""
        others = {f"={word}" for word in function_opposites(degree)} if degree in _DEGREES else set()
        named = query.standing_for(term)
        if any(token in others and not named.isdisjoint(best[at + 1 : at + 2]) for at, token in enumerate(best)):
            return f"={degree}" not in best
    return False


def _is_denied(query: Query, best: Sequence[str]) -> bool:
    """Whether it denies a deed or a state, of which more is asked, and does not tell of it besides."""
    if query.relations.negated:
        return False
    denials = [at for at in range(len(best)) if _denies(best, at)]
    near = [{*best[at + 1 : at + 1 + _BESIDE]} & query.tokens for at in denials if _UNLESS.isdisjoint(best[at:])]
    return any(best.count(token) == 1 for tokens in near for token in tokens)


def _is_so(query: Query, best: Sequence[str]) -> bool:
    """Whether it tells that something is so of which it is asked what is not: "not exempt", "non-native"."""
    asked = query.text.split()
    if "non" in asked and "non" not in best:
        return True
    denied = next((at for at in range(len(asked)) if _is_no(asked, at)), None)
    if denied is None:
        return False
    term = next((n for n, term in enumerate(query.terms) if 0 < term.start - denied <= _BESIDE), None)
    named = query.standing_for(term) if term is not None else ()
    places = [at for at, token in enumerate(best) if token in named]
    return bool(places) and not any(_is_denying(best[max(0, at - _FAR) : at]) for at in places)


def _is_no(asked: Sequence[str], at: int) -> bool:
    """Whether a word of a question denies what follows: "not", "didn't", "*failed* to open"."""
    word = asked[at]
    if asked[at + 1 : at + 2] == ["to"] and _FAILING.match(word):
        return True
    return f"={word}" in _DENYING or word in ("not", "never")


def _is_denying(tokens: Sequence[str]) -> bool:
    return negated(tokens) or any(map(_FAILING.match, tokens))


def _denies(tokens: Sequence[str], at: int) -> bool:
    """Whether a token denies the verb behind it: "did *not* open"; "problems (not answers)" does not."""
    return tokens[at] in _DENYING or (tokens[at] == "=not" and at > 0 and tokens[at - 1] in _HELPING)
