"""What is known where a sentence begins: the persons of the document, who spoke, whom "he" and "she" mean."""

from collections.abc import Sequence

from msgspec import Struct, field


class Quote(Struct, frozen=True, gc=False):
    """Verbatim words, where they begin and end in the passage, and who said them."""

    words: str
    start: int
    end: int
    speaker: str | None
    """The id of an entity."""
    said_by: str | None
    """The passage's own words for a speaker who is not named: "A government official"."""
    place: int | None = None
    """Behind what stands for the speaker's name: "he", "the director"."""


class People(Struct, frozen=True):
    """What is known of the persons of a document, by their ids."""

    names: dict[str, str]
    sexes: dict[str, str]
    roles: dict[str, str]
    offices: dict[str, str]
    """Their roles in small letters."""
    kinds: dict[str, str | None]


class Subject(Struct, frozen=True, gc=False):
    """Whose deed or words a sentence tells."""

    ids: tuple[str, ...] = ()
    phrase: str = ""
    """Its noun phrase, as it stands in the sentence."""
    start: int = 0
    end: int = 0
    verb: str = ""
    before: str = ""
    """The phrase before the verb: this one, or what was done in the passive."""
    pronoun: bool = False
    """It is "he", "she", "it", "they"."""
    resolved: bool = False
    """It does not name whom `ids` has: "he", "the foreign secretary"."""


class Context(Struct):
    """Who "he", "she" and "it" are at this point of a section, who spoke last, and who is named in reach."""

    language: str = "en"
    """That of the document."""
    speaker: Quote | None = None
    """Who spoke in the sentence before."""
    said_in: int = 0
    """The paragraph that tells who spoke."""
    goes_on: bool = False
    """The quotation of the sentence before has no end."""
    last: str | None = None
    """The person that the last sentence was about."""
    body: str | None = None
    """The organisation that was last the subject of a sentence."""
    doubted: str | None = None
    """Who is `last`, but was only named beside what somebody else did: "he" may be either."""
    by_sex: dict[str, str] = field(default_factory=dict)
    main: dict[str, str] = field(default_factory=dict)
    """Whom the document is about, who may be "he" or "she" in the rows of its tables, too."""
    topic: str | None = None
    """The person that was the subject of the sentence before."""
    actor: str | None = None
    """The person that was last the subject of a sentence."""
    begins: bool = False
    """The sentence begins its paragraph."""
    ends: bool = False
    """The sentence ends its paragraph."""
    quoted: frozenset[str] = frozenset()
    """Who is named in what this sentence quotes."""
    named: set[str] = field(default_factory=set)
    """Who is named in this section, outside of quotations."""
    spoke: set[str] = field(default_factory=set)
    """Who has said something in this section."""
    seen: dict[str, int] = field(default_factory=dict)
    """The last paragraph of this section that names an entity."""
    unnamed: str | None = None
    """The words for somebody without a name who spoke last: "police spokeswoman"."""
    _led: tuple[str | None, dict[str, str], str | None, str | None, str | None, str | None] | None = None
    """Who was spoken of where the list began that goes on."""

    def only(self, people: People) -> str | None:
        """Return the person who speaks where nobody else is named in the section."""
        persons = [ident for ident in self.named if people.kinds.get(ident) == "person"]
        return persons[0] if len(persons) == 1 and persons[0] in self.spoke and self.unnamed is None else None

    def acts_still(self) -> bool:
        """Tell whether the person last spoken of is who acted last."""
        return self.last is not None and self.last == self.actor and self.doubted != self.last

    def remember(self, persons: Sequence[str], people: People, *, doubtful: bool = False) -> None:
        """Take note of persons spoken of, the most important one last."""
        for person in persons:
            self.last = person
            self.doubted = person if doubtful else None
            for sex in people.sexes.get(person, "mf"):
                self.by_sex[sex] = person

    def begin(self, *, item: bool, row: bool) -> None:
        """Begin a block: "he" in an item of a list is nobody of the item before, and in a row of a table nobody else.

        Args:
            item: It is an item of a list.
            row: It is a row of a table.
        """
        if row:
            self.forget()
            self.by_sex.update(self.main)
            self.actor = self.topic = self.body = self.speaker = None
        elif not item:
            self._led = None
        elif self._led is None:
            self._led = (self.last, dict(self.by_sex), self.actor, self.topic, self.body, self.doubted)
        else:
            self.last, by_sex, self.actor, self.topic, self.body, self.doubted = self._led
            self.by_sex = dict(by_sex)

    def forget(self) -> None:
        """Leave open whom "he" and "she" mean: somebody without a name was spoken of."""
        self.last = None
        self.by_sex.clear()
