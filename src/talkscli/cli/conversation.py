"""A conversation on a terminal: questions that lean on what was said before, and the other commands by their names."""

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from talkscli import render
from talkscli.cli import completion
from talkscli.cli.commands import Commands
from talkscli.cli.typed import KNOWN_AS, mistyped, number_of
from talkscli.errors import TalksError
from talkscli.language import grammar
from talkscli.language.words import words
from talkscli.lookup import brief, listings, who
from talkscli.lookup.ask import answered_part, ask, offers
from talkscli.lookup.conversation import dialogue
from talkscli.lookup.conversation.following import reply_to
from talkscli.lookup.conversation.otherwise import is_placed
from talkscli.lookup.excerpt import excerpt
from talkscli.lookup.overview import listed, overview
from talkscli.lookup.results import Answer, Listing, Refs
from talkscli.lookup.who import reads_as_question
from talkscli.lookup.wording.asked import asked, halves
from talkscli.lookup.wording.remarks import Wants
from talkscli.lookup.wording.story import asks_for_list, asks_next
from talkscli.render import messages
from talkscli.store.model import Fact

if TYPE_CHECKING:
    from talkscli.cli.options import Reading
    from talkscli.search.engine import Engine

POOL = 13
"""Facts that a question brings up: the answer, and what "more" can show."""
SHOWN = 3
_REMARK = "Sorry. Ask it in other words; `more` shows what else there is, `source` where the answer stands."


class Conversation(Commands):
    """Answers line after line, and remembers whom and what it was about."""

    def __init__(self, engine: "Engine", given: "Reading", *, explain: bool = False) -> None:
        super().__init__(engine, replace(given, view=replace(given.view, numbered=True)))
        self._commands |= {"brief": self._brief, "who": self._who}
        self._explain = explain
        self._offered: list[Fact | str] = []
        self._shown = 0
        self._asked = ""
        self._refs = Refs({}, {})

    @cached_property
    def words(self) -> list[str]:
        """What Tab completes: commands, names and ids."""
        names = [*completion.named(self._store), *completion.idents(self._store)]
        return list(dict.fromkeys([*self._commands, "more", "source", "quit", *names]))

    def __call__(self, line: str) -> bool:
        """Answer a line. Returns False where it ends the conversation."""
        line = line.removeprefix("/").removeprefix("talks ").removeprefix("ask ").strip()  # as it is typed in a shell
        first, _, rest = line.partition(" ")
        command = first.lower()
        if meant := self._meant(command, alone=not rest):
            messages.say(f"read {first} as {meant}")
            command, line = meant, f"{meant} {rest}".strip()
        if command in {"quit", "exit", "bye", "q"} and not rest:
            return False
        try:
            if (number := number_of(line)) is not None:
                self._choose(number)
            elif not (command in self._commands and self._commands[command](rest.strip())):
                self._say(line)
        except TalksError as error:
            messages.fault(error.message, error.hint, as_json=self._given.view.format is render.Format.json)
        return True

    def _meant(self, word: str, *, alone: bool) -> str | None:
        """Find the command that a mistyped word is meant for, or one by another name."""
        if alone and word in KNOWN_AS:
            return KNOWN_AS[word]
        if word.removesuffix("?") in grammar.INTERROGATIVES and self._memory.question:
            return None  # "who?" asks the last question otherwise
        known = word in self._commands or self._engine.index.known([word])
        return None if known else mistyped(word, [*self._commands, "more", "source", "quit", "exit"])

    def _say(self, line: str) -> None:
        leans = bool(self._memory.question) and is_placed(words(line))  # "about what?" asks for no story
        if not leans and (self._told_next(line) or self._told_whole(line)):
            return
        parts = halves(line)
        if parts and self._is_two(line):
            for part in parts:
                self._say(part)
            return
        wanted = asked(line)
        line = line if wanted.stated else wanted.text
        if [name.typed for name in self._memory.names.find(line)] == [line.rstrip("?")] and self._who(line):
            return  # nothing but a name asks who that is
        turn = dialogue.read(line, self._memory)
        if turn.wants is Wants.MORE:
            self._more()
        elif turn.wants is Wants.AGAIN and self._memory.fact:
            render.told(self._memory.fact, [], self._refs, self._asked, self._given.view)
        elif turn.wants is Wants.REMARK and self._memory.fact:
            messages.say(_REMARK)
        elif turn.wants in (Wants.NOTHING, Wants.AGAIN, Wants.REMARK):
            messages.say(_unclear(turn) or "ask about what is told here, or `brief` for the story; `help` tells how")
        elif turn.wants is Wants.SOURCE:
            if shown := self._memory.fact or self._memory.answer:
                render.proof(shown, self._refs, self._given.view)
            else:
                messages.say("there was no answer, so there is no place to show")
        elif not self._told_list(line):
            self._ask(turn, line)

    def _told_list(self, line: str) -> bool:
        """Show the time line, the quotations or who is who, if that is asked for."""
        kind = listed(line, ask(self._engine, line, 1)) if asks_for_list(line) else None
        return kind is not None and self._commands[kind]("")

    def _told_whole(self, line: str) -> bool:
        """Show the story in brief, or what happened in a time, if that is asked for."""
        table = self._given.view.format is render.Format.table
        told = overview(line, lambda: self._store, self._engine) if table else None
        if isinstance(told, brief.Brief):
            self._offered, self._shown, self._refs = list(told.ask), SHOWN, told.refs
        elif told:
            self._memory.last = told.facts
        if told:
            render.overview(told, self._given.view, top=self._given.top)
        return told is not None

    def _told_next(self, line: str) -> bool:
        """Show what came after what was told last, or before, by the dates, if that is asked for."""
        step = asks_next(line)
        last = self._memory.last
        if step and last:
            found = listings.beside(self._store, last[-1] if step > 0 else last[0], step)
            if found.facts:
                self._refs, self._offered = found.refs, []
                self._tell(found.facts[0])
            else:
                messages.nothing(found.missing, "timeline shows what is dated; or ask in other words", self._given.view)
        return bool(step and last)

    def _is_two(self, line: str) -> bool:
        """Tell whether two questions in one line want an answer each: no fact is asked for by both."""
        whole = ask(self._engine, line, 1)
        return whole.answer is None or answered_part(self._engine, whole) is not None

    def _ask(self, turn: dialogue.Turn, typed: str = "") -> None:
        top = self._given.top or POOL
        if turn.unclear:
            messages.say(_unclear(turn))
        reply = reply_to(turn, self._engine, self._memory, top, explain=self._explain)
        self._memory.keep(reply, leans=turn.leans, of=turn.of)
        pronouns = typed if turn.read_as and grammar.PERSONAL.issuperset(turn.read_as) else ""
        reply = replace(reply, typed=pronouns, told=self._memory.told)
        self._offer(reply)
        render.answer(reply, self._given.view, explain=self._explain)

    def _offer(self, reply: Answer) -> None:
        self._asked, self._refs = reply.question, reply.refs
        self._offered, self._shown = list(offers(reply)), SHOWN

    def _choose(self, number: int) -> None:
        chosen = self._offered[number - 1] if 0 < number <= min(len(self._offered), self._shown) else None
        if chosen is None:
            messages.say(f"nothing is offered under {number}")
        elif isinstance(chosen, str):
            self._ask(dialogue.Turn(Wants.ANSWER, chosen))
        else:
            self._tell(chosen)

    def _tell(self, fact: Fact) -> None:
        """Show a fact that was chosen as an answer, with what else was offered."""
        told = {*self._memory.told, fact.id}
        others = [each for each in self._offered if isinstance(each, Fact) and each.id not in told]
        question = fact.question or self._asked
        self._memory.choose(question, fact)
        self._asked, self._offered, self._shown = question, list(others), SHOWN
        render.told(fact, others[:SHOWN], self._refs, question, self._given.view)

    def _more(self) -> None:
        fact = self._memory.fact
        if fact and self._asked and not excerpt(fact.answer, self._asked, self._refs.language(fact)).whole:
            self._asked = ""  # all of it is seen now
            render.fact(Listing((fact,), self._refs), self._given.view)
            return
        following = [each for each in self._offered[self._shown : self._shown + SHOWN] if isinstance(each, Fact)]
        if following:
            render.choices(following, self._shown + 1, self._given.view)
            self._shown += SHOWN
        else:
            messages.say("there is no more to that: ask something else, or `brief` for the story")

    # The other commands: each tells whether the line was meant for it

    def _brief(self, rest: str = "") -> bool:
        if len(rest.split()) == 1:
            messages.say("`brief` takes no words: to ask of something, ask a question")
        elif not rest:
            told = brief.brief(self._store, lambda question: ask(self._engine, question, 1).answered)
            self._offered, self._shown, self._refs = list(told.ask), SHOWN, told.refs
            render.brief(told, self._given.view)
        return len(rest.split()) < 2

    def _who(self, name: str) -> bool:
        if not name:
            render.everyone(who.everyone(self._store), self._given.view)
            return True
        if dialogue.read(f"who {name}", self._memory).wants is not Wants.ANSWER:  # "who says so?"
            return False
        found = who.who(self._store, name.rstrip("?"))
        if not found.fits or reads_as_question(found):
            return False
        self._refs = found.refs
        if found.entity:
            self._memory.choose(f"who is {found.entity.name}", found.known_for, [found.entity])
        render.profile(found, self._given.view)
        return True


def _unclear(turn: dialogue.Turn) -> str:
    return f"it is not clear what “{turn.unclear}” means here: use a name" if turn.unclear else ""
