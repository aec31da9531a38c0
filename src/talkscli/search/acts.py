"""Who does what to whom in the texts of a fact, and what belongs to whom: told by the places of its names and words."""

from collections.abc import Sequence, Set

from talkscli.language import grammar
from talkscli.search.index.doc import Doc, Passages
from talkscli.search.question.query import Query

CLAUSE = 20  # tokens before a verb among which its subject is looked for

_ARTICLES = frozenset([f"={word}" for word in grammar.ARTICLES])
_BE = frozenset([f"={word}" for word in grammar.folded(grammar.BE)])
_NO_VERB = _ARTICLES | _BE | frozenset("=of =its =their =his =her =this".split())
"""What stands before a noun that is a verb elsewhere, or before a participle."""
_STANDING_IN = frozenset("=he =she =it =they =we =i".split())
_OPENING = frozenset(
    "=that =and =but =while =when =if =because =as =where =who =which =whom =although =though =since =so".split()
)
"""What a clause begins with, before its subject."""


def doer(query: Query, doc: Doc, passages: Passages) -> float:
    """Tell whether a fact's texts have the act that is asked for done by the same.

    Returns:
        1 where somebody who is asked about stands before the verb in some text, or after it and "by"; -1 where only
        others do, or the one to whom it is done; 0 where the question or the texts do not tell. Questions are looked
        at where the answer itself does not tell, or for one that asks the same: "who *led X*".
    """
    verbs, alone = _act(query)
    if not verbs:
        return 0.0
    asked = doc.asked_with(verbs, passages)
    same = any(_asks_who(tokens, verbs, query.relations.patients, whole=bool(alone)) for tokens in asked)
    return 1.0 if same else said_doer(query, passages) or _done(query, verbs, alone, asked)


def said_doer(query: Query, passages: Passages) -> float:
    """Tell the same by the answer of a fact alone."""
    verbs, alone = _act(query)
    return _done(query, verbs, alone, passages.sentences) if verbs else 0.0


def names_no_doer(query: Query, passages: Passages) -> bool:
    """Tell whether it is asked who did something, and the answer says only that it was done: "X was shot dead"."""
    act = query.relations.act
    if query.asks != "who" or act is None:
        return False
    verbs = query.standing_for(act)
    whom = {token for n, term in enumerate(query.terms) if n != act for token in term.variants}
    places = [(row, at) for row in passages.sentences for at, token in enumerate(row) if token in verbs]
    return bool(places) and all(
        at and row[at - 1] in _BE and "=by" not in row[at:] and not whom.isdisjoint(row[:at]) for row, at in places
    )


def _act(query: Query) -> tuple[Set[str], Set[str]]:
    """What the act that is asked for may be called, and the names to whom as a whole it is done."""
    relations = query.relations
    verb = relations.verb if relations.verb is not None else relations.act
    if verb is None or not (relations.agents or relations.patients):
        return frozenset(), frozenset()
    alone = relations.patients.difference(*(query.standing_for(name) for name, _ in relations.modified))
    return query.standing_for(verb), alone


def _done(query: Query, verbs: Set[str], alone: Set[str], texts: Sequence[Sequence[str]]) -> float:
    relations = query.relations
    verdict = 0.0
    for tokens in texts:
        for at in [at for at, token in enumerate(tokens) if token in verbs]:
            doers = _doers(tokens, at)
            if not doers.isdisjoint(relations.agents):
                return 1.0
            if doers and (relations.agents or not doers.isdisjoint(relations.patients)):
                verdict = -1.0
            elif doers and not verdict:
                after = tokens[at + 1 :]
                if not relations.patients.isdisjoint(tokens if "=by" in after else after):
                    verdict = -1.0 if _only_belong(alone, after) else 1.0
    return verdict


def _asks_who(tokens: Sequence[str], verbs: Set[str], names: Set[str], *, whole: bool) -> bool:
    """Whether a question asks who does this to one of these as a `whole`, "who led X", or else "who led the X team"."""
    asks = any(tokens[at - 1 : at] == ["=who"] for at, token in enumerate(tokens) if token in verbs)
    return asks and not names.isdisjoint(tokens) and _only_belong(names, tokens) is not whole


def _doers(tokens: Sequence[str], verb: int) -> set[str]:
    """The names before a verb, joined by "and"; after "by" where that follows; none of a noun or another passive."""
    after = list(tokens[verb + 1 : verb + 5])
    if "=by" in after:
        return {token for token in after[after.index("=by") + 1 :] if token[0] == "@"}
    if verb and tokens[verb - 1] in _NO_VERB:
        return set()
    found: set[str] = set()
    for token in reversed(tokens[max(0, verb - CLAUSE) : verb]):
        if token[0] == "@":
            found.add(token)
        elif token in _STANDING_IN and not found:
            return found
        elif found and token not in ("=and", "=the"):
            if token in _BE and tokens[verb - 1] not in found:
                return set()  # "were X's terms accepted"
            break
    return found


def _only_belong(names: Set[str], tokens: Sequence[str]) -> bool:
    """Whether names stand after a verb as parts of other nouns alone: "led the *X* delegation"."""
    after = [tokens[at + 1 : at + 2] for at, token in enumerate(tokens) if token in names]
    return bool(after) and all(following and following[0][0] not in "=@" for following in after)


def leads_clause(names: Set[str], passages: Passages) -> bool:
    """Whether one of these stands where the subject of a clause of the answer does: first, or after a conjunction."""
    for tokens in passages.sentences:
        for at, token in enumerate(tokens):
            if token in names:
                before = [word for word in tokens[max(0, at - 2) : at] if word not in _ARTICLES]
                if not before or before[-1] in _OPENING:
                    return True
    return False


def modifier(query: Query, doc: Doc, passages: Passages, covered: Sequence[float]) -> float:
    """Whether the names of a question belong to the same nouns in the fact."""
    verdicts = [
        _belongs(query.standing_for(name), query.standing_for(noun), doc, passages)
        for name, noun in query.relations.modified
        if covered[noun] >= 0.5
    ]
    return min(verdicts, default=0.0)


def _belongs(names: Set[str], nouns: Set[str], doc: Doc, passages: Passages) -> float:
    """Whether one of these names belongs to one of these nouns in some text of a fact, or another name does."""
    verdict = -0.5
    for tokens in doc.texts_with(nouns, passages):
        for at in [at for at, token in enumerate(tokens) if token in nouns]:
            beside = tokens[max(0, at - 2) : at]
            if tokens[at + 1 : at + 2] == ["=of"]:
                beside += tokens[at + 2 : at + 4]
            named = {token for token in beside if token[0] == "@"}
            if named & names:
                return 1.0
            if named:
                verdict = -1.0
    return verdict
