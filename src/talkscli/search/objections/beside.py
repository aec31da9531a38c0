"""Whether a fact is beside the question, however much of its words it has: it is no answer then."""

import re
from collections.abc import Sequence

from talkscli.language import grammar
from talkscli.language.opposites import opposites
from talkscli.language.related import related
from talkscli.language.words import stems, words
from talkscli.search import acts
from talkscli.search.cover import MET, Covers, cover_akin, covers
from talkscli.search.evidence import Evidence
from talkscli.search.index.reader import Index
from talkscli.search.objections.accounts import are_others, credits_another, is_off_topic, lacks_addressed
from talkscli.search.objections.circumstances import tells_no_place, tells_no_reason
from talkscli.search.objections.figures import counts_else, lacks_figure
from talkscli.search.objections.figures_abroad import lacks_figure_abroad
from talkscli.search.objections.opposed import says_opposite
from talkscli.search.objections.presiding import heads_another
from talkscli.search.objections.timing import is_at_another_time, is_opposite, lasts_otherwise, only_mentions
from talkscli.search.objections.turns import is_of_another
from talkscli.search.question.query import Query
from talkscli.search.question.relations import ADVERBIAL
from talkscli.search.question.terms import Term
from talkscli.search.rank import Ranked

ASSERTING = {"who", "where", "when", "words"}
"""Questions that what is so never answers, where they ask what is not: "who did not come"."""
HELD = {"when", "duration", "words"}
"""Questions that a bare sentence answers only by what can be seen in it."""
KIN = 0.7
"""Least likeness by which a fact answers that has no word of the question."""

MOST = 0.75
"""Share of a question that a denial has of it."""
FEW, UNLIKE, SAME = 2, 0.42, 0.95
"""Words of a question, and the likeness, by trigrams and by words, of a phrasing that has them by chance."""

_BECAUSE = re.compile(
    r"\b(?:as a result|because|in (?:the )?wake|on account|in response to|due to) (?:of )?([^,.;:]+)", re.IGNORECASE
)
_ONE = frozenset(("a", "an"))
_COUNTING = {"?number", "?duration"}


def is_beside(index: Index, query: Query, ranked: Ranked, found: Evidence) -> bool:
    """Tell whether a fact is no answer.

    It tells the act of another, or of another of several, or the opposite, or what is so of what is not; somebody's
    words on something else, or another's; it is a bare sentence without the time or the words that are asked for; it
    meets nothing of the question; or it tells something else of whom a yes-no question is about.
    """
    if query.asks == "meaning" and _only_names(index, query, ranked):
        return True
    another = found.agent == found.doer == -1 or credits_another(index, query, ranked) or lacks_addressed(query, ranked)
    denied = found.denied > 0 and query.relations.denies and not found.opposed and query.asks in ASSERTING
    contrary = is_opposite(index, query, ranked) or says_opposite(index, query, ranked)
    another = another or contrary or is_of_another(index, query, ranked)
    off_topic = is_off_topic(index, query, found)
    if ranked.doc.profile == "phrased":  # the weights know more of what has many phrasings
        apart = _by_chance(query, found) or lasts_otherwise(query, ranked) or is_at_another_time(query, ranked)
        unlike = _lacks_deed(query, ranked) or _is_for(query, ranked) or heads_another(index, query, ranked)
        return another or denied or apart or unlike or (off_topic and bool(query.relations.agents))
    empty = ranked.doc.profile == "bare" and not found.holds and query.asks in HELD
    of_others = ranked.doc.profile == "bare" and found.modifier == -1 and query.asks == "who"  # "the *Norland* team"
    if another or denied or off_topic or empty or of_others:
        return True
    cover, _ = covers(query, ranked.shared)
    return (
        _meets_nothing(index, query, ranked, cover)
        or (
            query.asks == "yesno"
            and (_tells_else(query, ranked, found, cover) or _leaves_open(query, ranked, found, cover))
        )
        or are_others(index, query, ranked, found)
        or (query.asks == "why" and _is_effect(index, query, ranked))
        or (ranked.doc.profile == "bare" and acts.names_no_doer(query, index.passages(ranked.row)))
        or tells_no_reason(index, query, ranked)
        or tells_no_place(index, query, ranked)
        or _acts_otherwise(index, query, ranked, found, cover)
        or (lacks_figure if query.english else lacks_figure_abroad)(index, query, ranked, found)
        or counts_else(index, query, ranked, _kin(query, ranked))
        or only_mentions(index, query, ranked)
        or (query.asks in ("when", "where") and _did_nothing_such(query, ranked, found, cover))
    )


def _only_names(index: Index, query: Query, ranked: Ranked) -> bool:
    """Whether a fact names something, but neither tells what it is nor was written to: "what is *Vintra*"."""
    if query.kind in ranked.doc.asked:
        return False
    if ranked.doc.asked and not query.names and _ONE.isdisjoint(query.text.split()):
        return False  # "what are sanctions" may ask what is told of them, "what is a sanction" does not
    from talkscli.language.meaning import tells_what, written  # few questions come here

    answer = index.fact(ranked.row).answer
    names = [name for n in query.names for name in index.entity(int(query.terms[n].key[1:])).names]
    return not tells_what(answer, names or written(answer, query.tokens))


def _by_chance(query: Query, found: Evidence) -> bool:
    """Whether a phrasing has a few words by chance: the answer has none, and the phrasing is unlike the question."""
    return len(query.terms) <= FEW and not found.answered and found.grams < UNLIKE and found.cosine < SAME


def _lacks_deed(query: Query, ranked: Ranked) -> bool:
    """Whether a fact has nothing like the deed of whom it is asked for: "who *quit* the team"."""
    act = query.relations.act
    if act is None or "who" not in query.text.split() or query.asks != "who" or len(query.terms) < 2:
        return False
    cover, _ = covers(query, ranked.shared)
    return max(cover.answer[act], cover.phrasing[act], _kin(query, ranked)[act]) < MET


def _is_for(query: Query, ranked: Ranked) -> bool:
    """Whether a fact has nothing "against" which somebody or something was."""
    return query.english and "against" in query.text.split() and "=against" not in ranked.doc.all_tokens()


def _meets_nothing(index: Index, query: Query, ranked: Ranked, cover: Covers) -> bool:
    """Whether a fact has no word of the question, but how much or "last"; or its only word in another sense."""
    terms = [n for n, term in enumerate(query.terms) if _COUNTING.isdisjoint(term.variants)]
    content = [n for n in terms if query.terms[n].word not in ADVERBIAL] or terms
    met = [max(cover.answer[n], cover.phrasing[n]) if len(content) < len(terms) else cover.all[n] for n in content]
    if not any(met):
        return max(_kin(query, ranked), default=0.0) < KIN
    return len(content) == 1 and _in_another_sense(index, query.terms[content[0]], ranked)


def _kin(query: Query, ranked: Ranked) -> list[float]:
    """How alike the nearest word of a fact is to each of the question's."""
    return cover_akin(query, ranked.doc.all_tokens(), [0.0] * len(query.terms))


def _in_another_sense(index: Index, term: Term, ranked: Ranked) -> bool:
    """Whether a fact meets a word only by what the tables say means the same, unlike it as that is; or by an adverb.

    "Load" stands for a score, and "carefully" has the stem of "cares".
    """
    doc = ranked.doc
    said = doc.all_tokens() | doc.context
    fits = [(worth, token, how) for token, (worth, how) in term.variants.items() if token in said]
    if not fits or term.key[0] in "@#":
        return False
    _, token, how = max(fits)
    if token[0] == "?":
        return False  # what it asks for is there, in whatever words
    if how == "synonym" and "_" not in term.key and not any("_" in token for _, token, _ in fits):
        near = related(term.key)
        if not any(token in near or index.has_synonym(term.key, token) for _, token, _ in fits):
            return True
    if doc.asked or term.word.endswith("ly"):
        return False
    told = words(index.fact(ranked.row).answer)
    forms = {word for word, stem in zip(told, stems(told), strict=True) if stem == token}
    return bool(forms) and all(word.endswith("ly") and grammar.is_adverb(word) for word in forms)


def _tells_else(query: Query, ranked: Ranked, found: Evidence, cover: Covers) -> bool:
    """Whether a fact tells something else of whom a yes-no question is about.

    What is asked of them ("is X *neutral*", "did X *leave Y*") has to be met by the answer, or by a phrasing in its
    own words; what belongs to one ("X's economy") is not what belongs to another.
    """
    relations = query.relations
    names, rest = _split(query)
    if found.modifier == -1 and all(name < noun for name, noun in relations.modified):
        return True
    if not names or all(worth >= MET for worth in cover.phrasing):
        return bool(names) and _by_likeness(query, cover, rest)
    if not rest:  # "is X Dutch"
        return any(cover.answer[n] < MET for n in names)
    kin = _kin(query, ranked)
    unmet = not any(cover.answer[n] >= MET for n in rest) and any(max(cover.all[n], kin[n]) < MET for n in rest)
    if unmet and not _denied(found):
        return True
    done_to = relations.object
    return _by_likeness(query, cover, rest) or (done_to is not None and cover.answer[done_to] < MET)


def _leaves_open(query: Query, ranked: Ranked, found: Evidence, cover: Covers) -> bool:
    """Whether a fact has nothing like a deed that may be done or not: "accept" has opposites, "mention" has none."""
    verb = query.relations.verb
    if verb is None or not query.relations.agents or _denied(found) or not opposites(query.terms[verb].key):
        return False
    return max(cover.all[verb], _kin(query, ranked)[verb]) < MET


def _denied(found: Evidence) -> bool:
    """Whether a fact denies in other words most of what is asked: whoever "has violated no law" did not break it."""
    return bool(found.denies) and found.covered >= MOST


def _split(query: Query) -> tuple[list[int], list[int]]:
    """The places of the names of a question, and of its other words."""
    names = query.names
    return names, [n for n in range(len(query.terms)) if n not in names]


def _by_likeness(query: Query, cover: Covers, rest: Sequence[int]) -> bool:
    """Whether what one is said to be is met by no more than a synonym in a phrasing: "impartial" for "neutral"."""
    return bool(query.relations.themes and rest) and not any(
        cover.answer[n] >= MET or cover.phrasing[n] >= 1 for n in rest
    )


def _acts_otherwise(index: Index, query: Query, ranked: Ranked, found: Evidence, cover: Covers) -> bool:
    """Whether it is another who does what is asked for, as far as the fact has that at all."""
    verb = query.relations.verb
    if verb is None or not query.relations.agents or found.doer != -1:
        return False
    states = query.asks in ("yesno", "any")
    if states and all(worth >= MET for worth in cover.phrasing):
        return False
    if states:
        said = cover.answer[verb] >= MET and acts.said_doer(query, index.passages(ranked.row)) == -1
        return said or found.agent <= 0
    return query.asks in ("what", "who") and MET <= cover.answer[verb] < 1 and cover.phrasing[verb] < 1


def _did_nothing_such(query: Query, ranked: Ranked, found: Evidence, cover: Covers) -> bool:
    """Whether a fact tells something of another than is asked about, and nothing like what is asked of that one."""
    verb = query.relations.verb
    if verb is None or -1 not in (found.agent, found.theme) or max(cover.answer[verb], cover.phrasing[verb]) >= MET:
        return False
    return _kin(query, ranked)[verb] < MET


def _is_effect(index: Index, query: Query, ranked: Ranked) -> bool:
    """Whether a bare sentence tells what came of that of which the cause is asked: "as a result of the arrest, …"."""
    if ranked.doc.profile != "bare" or query.relations.verb is None:
        return False
    answer, verb = index.fact(ranked.row).answer, query.terms[query.relations.verb]
    causes = list(_BECAUSE.finditer(answer))
    inside = {stem for cause in causes for stem in stems(words(cause[1]))}
    return verb.key in inside and verb.key not in stems(words(_BECAUSE.sub(" ", answer)))
