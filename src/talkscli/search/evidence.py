"""What speaks for a fact as the answer, and what against it: the figures from which the confidence is worked out."""

from collections.abc import Sequence
from operator import mul

from msgspec import Struct

from talkscli.search.acts import doer, leads_clause, modifier
from talkscli.search.cover import Covers, cover_akin, covers
from talkscli.search.index.doc import Doc, Whose
from talkscli.search.index.reader import Index
from talkscli.search.places import Sentences, near_in
from talkscli.search.question.query import Query
from talkscli.search.rank import Ranked
from talkscli.search.uncovered import uncovered
from talkscli.search.whose import namesakes, whose

OPEN = {"what", "how", "yesno", "any"}  # questions that any kind of fact may answer


class Evidence(Struct, gc=False):
    """Figures for one fact and one question. Shares go from 0 to 1."""

    score: float
    """Of the ranking."""
    lead: float
    """Over the next fact, as a share of the score."""
    covered: float
    """Share of the question's weight that the answer and its best phrasing cover, context at half worth."""
    answered: float
    """Share that the answer itself covers."""
    phrased: float
    """Share that the best single phrasing covers; of a bare sentence 0."""
    inside: float
    """Share that the best single sentence of the answer covers."""
    around: float
    """Share that what stands around the fact covers."""
    strange: float
    """Rarity in English of the rarest word that is not covered and that no fact holds."""
    elsewhere: float
    """The highest inverse document frequency, as a share of the highest there is, of a word that is not covered but
    that other facts hold."""
    unstated: float
    """Rarity of the rarest word, names aside, that the answer itself does not cover, whatever its phrasings do."""
    unnamed: float
    """Inverse document frequency of the rarest name that is not covered."""
    proper: float
    """Rarity of the rarest word that was typed as a name and is not covered; 0 where all words are typed so, and
    in other languages than English."""
    names_inside: float
    """Share of the question's names that the best sentence itself holds; 1 where there are none."""
    numbers: float
    """1 where every number of the question is covered."""
    missing: float
    """How many of its words are not covered."""
    terms: float
    """How many words it has."""
    known: float
    """Share of its words that the store or English has."""
    respelled: float
    """Share of its weight that was read otherwise than typed."""
    near: float
    """Share of neighbouring words that stand near each other in a sentence."""
    ordered: float
    """Share that stand near each other and in the same order."""
    near_asked: float
    """Share that stand near each other in the best phrasing."""
    dense: float
    """Words covered by the best sentence, to the length of what they span."""
    modifier: float
    """1 where a name belongs to the same noun as in the question, -1 where another name does, -0.5 where none does."""
    agent: float
    """1 where the fact tells the act of whom the question names, -0.5 of their side, -1 of somebody else; 0 where
    that is not known, one of its clauses does, or a longer name may be meant by the one in the question."""
    owner: float
    """The same of whose property is asked for; never against a fact of whose act is asked for."""
    doer: float
    """1 where the fact's texts have the act that is asked for done by the same, -1 by somebody else; 0 where that is
    not known."""
    theme: float
    """The same of whom something is told."""
    denied: float
    """1 where the question denies and the fact does not."""
    denies: float
    """1 where the fact denies and the question does not."""
    opposed: float
    """1 where the fact has the opposite of a word of the question that it lacks."""
    verb: float
    """How well the best sentence or phrasing covers the word after whom the question is about, "did X *attend*"; 0.5
    where none follows."""
    exact: float
    """Share of the question's weight that the best sentence holds word for word."""
    new: float
    """1 where the best sentence has the number or name that the question asks for, 0 where not; 0.5 where it asks for
    neither."""
    counted: float
    """1 where a number stands before what the question counts, "how many *prisoners*", 0 where none does; 0.5 where it
    counts nothing."""
    focus: float
    """How well the answer covers the attribute that is asked for, or the fact what somebody spoke about; 0.5 where
    neither is asked."""
    holds: float
    """1 where the fact holds what the question word asks for."""
    kind: float
    """1 where the fact is asked for such an answer, or one of the two names no kind: "Lost keys" as a heading."""
    cosine: float
    """Of the most similar phrasing."""
    grams: float
    """The same by character trigrams."""
    akin: float
    """Share of the question's weight that the fact covers by words of related meaning, or by its own."""
    told: float
    """Share of the weight of its words, names aside, that the fact says, by related words too; 1 where it has none."""
    alien: float
    """The greatest share of a word to which none of the fact's is related."""


def evidence(index: Index, query: Query, ranked: Ranked, lead: float) -> Evidence:
    """Collect the evidence for one fact."""
    doc, features, relations = ranked.doc, ranked.features, query.relations
    passages = index.passages(ranked.row)
    cov, best = covers(query, ranked.shared)
    weights, terms, total = query.weights, query.terms, query.total

    def share(worths: Sequence[float]) -> float:
        return float(sum(map(mul, weights, worths))) / total

    open_ = uncovered(query, cov, index.idf(0))
    sentence = Sentences(query, passages)
    near, ordered = sentence.together()
    kin = cover_akin(query, doc.all_tokens(), cov.all)
    if relations.focus is not None:
        kin[relations.focus] = cov.all[relations.focus]  # "which party" is not answered by what has to do with parties
    agent, owner, theme = (
        _told(index, wanted, whose(index, ranked.row, doc)) if wanted else 0.0
        for wanted in (relations.agents, relations.owners, relations.themes)
    )
    if agent < 0 and leads_clause(relations.agents, passages):
        agent = 0.0
    if theme < 0 and leads_clause(relations.themes, passages):
        theme = 0.0
    return Evidence(
        score=ranked.score,
        lead=lead,
        covered=share(cov.all),
        answered=features.answer,
        phrased=share(cov.phrasing),
        inside=sentence.share,
        around=features.context,
        strange=open_.strange,
        elsewhere=open_.elsewhere,
        unstated=open_.unstated,
        unnamed=open_.unnamed,
        proper=open_.proper,
        names_inside=sum([sentence.worths[n] > 0 for n in query.names]) / len(query.names) if query.names else 1.0,
        numbers=open_.numbers,
        missing=open_.missing,
        terms=len(terms),
        known=query.known,
        respelled=query.respelled,
        near=near,
        ordered=ordered,
        near_asked=near_in(query, passages.questions[best]) if passages.questions else near,
        dense=sentence.dense,
        modifier=modifier(query, doc, passages, cov.all),
        agent=agent,
        owner=max(0.0, owner) if agent > 0 else owner,
        doer=1.0 if agent > 0 and query.asks == "words" else doer(query, doc, passages),  # "said X" as well as "X said"
        theme=theme,
        denied=float(relations.negated and not sentence.negated),
        denies=float(sentence.negated and not relations.negated),
        opposed=_opposed(query, sentence.best, doc),
        verb=_verb(query, cov, sentence),
        exact=sentence.exact,
        new=sentence.new(),
        counted=sentence.counted(),
        focus=_focus(query, cov, kin),
        holds=features.holds,
        kind=1.0 if query.asks in OPEN or doc.states else features.kind,
        cosine=features.cosine,
        grams=features.grams,
        akin=share(kin),
        told=_told_of(query, cov, kin),
        alien=max([w * (1 - worth) for w, worth in zip(weights, kin, strict=True)], default=0.0) / total,
    )


def _verb(query: Query, cov: Covers, sentence: Sentences) -> float:
    at = query.relations.verb
    if at is None:
        return 0.5
    told = cov.answer[at] if query.asks == "words" else 0.0  # any words of somebody are what is said
    return max(told, sentence.worths[at], cov.phrasing[at])


def _focus(query: Query, cov: Covers, kin: Sequence[float]) -> float:
    relations = query.relations
    if relations.focus is not None:
        return cov.answer[relations.focus]
    spoken = relations.topic if query.asks == "words" else None
    return 0.5 if spoken is None else max(cov.all[spoken], kin[spoken])


def _told_of(query: Query, cov: Covers, kin: Sequence[float]) -> float:
    """How much is said of what is asked about somebody, the names themselves aside."""
    said = total = 0.0
    for n, weight in enumerate(query.weights):
        if n not in query.names:
            total += weight
            said += weight * max(cov.answer[n], cov.phrasing[n], kin[n] if kin[n] > cov.all[n] else 0.0)
    return said / total if total else 1.0


def _opposed(query: Query, sentence: Sequence[str], doc: Doc) -> float:
    for term, opposite in query.opposites.items():
        said = not (opposite.isdisjoint(sentence) and opposite.isdisjoint(doc.tokens))
        if said and term not in doc.tokens and term not in sentence:
            return 1.0
    return 0.0


def _told(index: Index, wanted: frozenset[str], told: Whose) -> float:
    if not told.subjects:
        return 0.0
    if not wanted.isdisjoint(told.subjects):
        return 1.0
    if not wanted.isdisjoint(told.sides):
        return -0.5
    return 0.0 if namesakes(index, wanted, told.subjects) else -1.0
