"""Small stores for the tests, and strategies that make any store."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from talkscli.article import readers
from talkscli.article.document import Document
from talkscli.search.engine import Engine
from talkscli.store.model import Citation, Entity, Fact, Source, Store

quick = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # nothing is timed
slow = settings(quick, max_examples=25)  # for properties that index a store


def fact(ident: str = "f1", answer: str = "The tide turns twice a day.", **more: object) -> Fact:
    """Give a fact; what is not said is left out."""
    return Fact(id=ident, answer=answer, **more)  # type: ignore[arg-type]


def entity(ident: str, name: str, **more: object) -> Entity:
    """Give an entity; what is not said is left out."""
    return Entity(id=ident, name=name, **more)  # type: ignore[arg-type]


def store(*facts: Fact, **more: object) -> Store:
    """Give a store of these facts."""
    return Store(facts=facts, **more)  # type: ignore[arg-type]


def read(content: str, suffix: str = ".md") -> Document:
    """Read an article from a string."""
    return readers.parse(content, suffix, "test")


def pairs(article: Document) -> dict[str, str]:
    """Give the answers of an article by their questions."""
    return {block.question: block.text for s in article.sections for block in s.blocks if block.question}


def document(**more: object) -> bytes:
    """Give the JSON of a store with one fact, changed or enlarged by `more`."""
    return json.dumps({"facts": [{"id": "f1", "answer": "The tide turns twice a day."}]} | more).encode()


@contextmanager
def engine(of: Store) -> Iterator[Engine]:
    """Index a store for as long as it is needed."""
    made = Engine.of(of)
    try:
        yield made
    finally:
        made.index.db.close()


def top(searching: Engine, question: str) -> str | None:
    """Give the id of the best fact, whether it is given as the answer or not."""
    hits = searching.search(question, 1).hits
    return hits[0].fact.id if hits else None


def _cited(section: str, paragraph: int, source: str = "chronicle") -> Citation:
    return Citation(source=source, section=section, paragraph=paragraph)


HARBOUR = Store(
    sources=(
        Source(id="chronicle", title="A Chronicle of Veldhaven", language="en", published="2021-04"),
        Source(id="programme", title="The Choir's Programme"),
    ),
    entities=(
        Entity(id="solberg", name="Ingrid Solberg", kind="person", role="mayor of Veldhaven", side="veldhaven",
               aliases=("Solberg", "Sólberg", "Сольберг", "mayor")),
        Entity(id="berg", name="Ingrid Berg", kind="person", role="chief engineer", side="council", aliases=("Berg",)),
        Entity(id="kravets", name="Olena Kravets", kind="person", role="conductor", side="choir",
               aliases=("Kravets", "Kravetz", "Олена Кравець", "Кравець")),
        Entity(id="choir", name="Tidewater Choir", kind="organisation", aliases=("the Tidewater", "choir")),
        Entity(id="council", name="Veldhaven City Council", kind="organisation", aliases=("City Hall", "council")),
        Entity(id="veldhaven", name="Veldhaven", kind="place", aliases=("Veldhåven", "Вельдгавен")),
        Entity(id="norrland", name="Norrland", kind="country", aliases=("Norrlanders",)),
        Entity(id="regatta", name="Lantern Regatta"),
    ),
    facts=(
        Fact(id="bridge-opened", question="When was the harbour bridge opened?",
             phrasings=("opening date of the bridge", "harbour bridge inauguration"),
             answer="The harbour bridge was opened to carts and cars on 16 May 1987.",
             citation=_cited("The Bridge", 1), date="1987-05-16", date_text="16 May 1987", about=("veldhaven",),
             topics=("bridge",)),
        Fact(id="bridge-cost", question="How much did the harbour bridge cost?",
             phrasings=("price of the bridge", "what was paid for the bridge"),
             answer="It cost 40 million crowns, twice the first estimate.",
             citation=_cited("The Bridge", 2), about=("council",), topics=("bridge", "money")),
        Fact(id="bridge-closed", question="Why was the harbour bridge closed?",
             phrasings=("reason for shutting the bridge", "what made the city close the crossing"),
             answer="Rust had weakened two of its cables, so it was shut until new ones hung.",
             attribution="City engineers", citation=_cited("The Bridge", 3), date="2019-03/2020",
             date_text="March 2019 to 2020", about=("berg", "council"), topics=("bridge", "repairs")),
        Fact(id="choir-founded", question="Who founded the Tidewater Choir?",
             phrasings=("founder of the choir", "who started the choir"),
             answer="Olena Kravets founded the Tidewater Choir in 1990.",
             citation=_cited("The Choir", 1, "programme"), date="1990", date_text="1990", about=("kravets", "choir"),
             topics=("choir",)),
        Fact(id="choir-size", question="How many singers are in the choir?",
             phrasings=("size of the choir", "number of voices in the Tidewater Choir"),
             answer="It has 64 singers, most of them dockers.",
             citation=_cited("The Choir", 2, "programme"), about=("choir",), topics=("choir",)),
        Fact(id="tour-quote", question="What did Olena Kravets say about the tour?",
             phrasings=("words of the conductor on the tour", "Kravets on touring"),
             answer="She said that the ferry decides where the choir sings.",
             quote="We sing wherever the ferry takes us.", speaker="kravets",
             citation=_cited("Voices", 1, "programme"), about=("choir",), topics=("choir", "voices")),
        Fact(id="mayor-quote", question="What did the mayor promise the dockers?",
             phrasings=("Solberg's pledge to dock workers",),
             answer="Ingrid Solberg promised a new crane before winter.",
             quote="You will have your crane before the first snow.", speaker="solberg",
             citation=_cited("Voices", 2), about=("solberg", "veldhaven"), date="2020-10", date_text="October 2020",
             topics=("voices",), note="Editor's note: the chronicle dates this to autumn."),
        Fact(id="ferry-strike", question="Why did the ferry crews strike?",
             phrasings=("cause of the ferry walkout",),
             answer="The crews wanted longer breaks and better pay.",
             citation=_cited("Questions", 1), about=("veldhaven",), topics=("ferry",), faq=True),
        Fact(id="regatta-prize", question="What does the winner of the regatta get?",
             phrasings=("regatta prize",),
             answer="The winner of the Lantern Regatta gets a brass lantern.",
             citation=_cited("Questions", 2), about=("regatta",), topics=("regatta",), faq=True),
        Fact(id="fog", question="How often is there fog?", answer="On every third morning.", topics=("weather",)),
    ),
    synonyms=(("bridge", "crossing", "span"), ("singer", "vocalist", "chorister")),
)  # fmt: skip


# Any store

anything = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
dates = st.sampled_from(["2014", "2022-02", "2025-05-16", "2022-06/2023", "0001", "9999-12-31"])
slugs = st.text("abcxyz-09", min_size=1, max_size=6)


@st.composite
def stores(draw: st.DrawFn, text: st.SearchStrategy[str] = anything) -> Store:
    """Make any valid store; the ids are slugs."""

    def ids(most: int) -> list[str]:
        return draw(st.lists(slugs, unique=True, max_size=most))

    def some(strategy: st.SearchStrategy[str]) -> str | None:
        return draw(st.none() | strategy)

    sources = tuple(
        Source(id=i, title=some(text), language=some(text), url=some(text), published=some(dates)) for i in ids(2)
    )
    named = ids(3)
    known = st.sampled_from(named) if named else st.none()
    entities = tuple(
        Entity(
            id=i, name=draw(text), kind=draw(st.sampled_from(["person", "country", "organisation", "place", None])),
            role=some(text), side=some(known), aliases=tuple(draw(st.lists(text, max_size=2))), note=some(text),
        )
        for i in named
    )  # fmt: skip
    cited = st.sampled_from([s.id for s in sources]) if sources else st.none()
    facts = tuple(
        Fact(
            id=i, question=some(text), phrasings=tuple(draw(st.lists(text, max_size=2))), answer=draw(text.filter(str.strip)),
            citation=draw(st.none() | st.builds(
                Citation, source=st.none() | cited, section=st.none() | text,
                paragraph=st.none() | st.integers(1, 99))),
            attribution=some(text), about=tuple(draw(st.lists(known, max_size=2)) if named else ()), date=some(dates),
            date_text=some(text), quote=some(text), speaker=some(known),
            topics=tuple(draw(st.lists(text, max_size=2))), faq=draw(st.booleans()), note=some(text),
        )
        for i in ids(4)
    )  # fmt: skip
    synonyms = tuple(map(tuple, draw(st.lists(st.lists(text, max_size=3), max_size=2))))
    return Store(sources=sources, entities=entities, facts=facts, synonyms=synonyms)
