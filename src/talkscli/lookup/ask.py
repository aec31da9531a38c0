"""One question to a store."""

from talkscli.lookup.results import Answer, Refs
from talkscli.search.engine import Engine
from talkscli.store.model import Store


def ask(source: Store | Engine, question: str, top: int = 5, *, explain: bool = False) -> Answer:
    """Answer a question, or decline it; never raises for whatever the question holds.

    `source` is a store, or an engine (`talkscli.search.engine.open_engine`), which keeps large stores out of memory.
    `top` is the number of facts in the reply, the answer included; `explain` tells of each word what covers it.
    """
    searching = Engine.of(source) if isinstance(source, Store) else source
    found = searching.search(question, top, explain=explain)
    facts = [hit.fact for hit in found.hits]
    index = searching.index
    refs = Refs(
        index.sources([f.citation.source for f in facts if f.citation and f.citation.source]),
        index.entities(list({i for f in facts for i in (*f.about, *f.subject, f.speaker) if i})),
        index.source_count > 1,
    )
    return Answer(
        question,
        found.answered,
        found.hits[0].confidence if found.hits else 0.0,
        found.read_as,
        found.missing,
        found.hits[0].fact if found.answered else None,
        found.hits[1:] if found.answered else found.hits,
        refs,
        found.matches,
    )
