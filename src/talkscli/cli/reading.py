"""The commands that ask and read: each calls one function, and hands the result to render."""

from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING

from talkscli import render
from talkscli.cli import options as opt
from talkscli.cli.options import Reading
from talkscli.cli.parsing import said
from talkscli.errors import ExitCode, UsageError
from talkscli.render import Format, messages, output

if TYPE_CHECKING:
    from talkscli.lookup.results import Listing
    from talkscli.search.engine import Engine

SHOWN = 5
SOUGHT = 10  # facts among which those are that have most to do with an answer
"""Facts of a reply: the answer and what is related."""


def ask(given: Reading, question: opt.Question = None, batch: opt.Batch = None, explain: opt.Explain = False) -> int:
    """Answer a question, or say that the store has no answer.

    Example: talks ask why did ceasefire fail
    """
    from talkscli.cli import prompt
    from talkscli.lookup import ask as lookup

    if batch is not None and (question or given.view.save):
        raise UsageError("--batch takes neither a question nor --save", "questions stand in its file, one a line")
    words = prompt.some(said(question)) if question else None
    if words is None and batch is None and not prompt.interactive():
        words = prompt.from_pipe()
    engine = given.stores.engine()
    if words is not None:
        return _code(_answered(given, engine, prompt.cut(words), explain=explain))
    if batch is None:
        from talkscli.cli.conversation import Conversation

        conversation = Conversation(engine, given, explain=explain)
        prompt.loop(conversation, lambda: conversation.words)
        return ExitCode.FOUND
    from talkscli.cli.sharing import shared

    def answer(line: str) -> bool:
        reply = lookup.ask(engine, prompt.cut(line), top=given.top or SHOWN, explain=explain)
        render.answer_line(reply, explain=explain)
        return reply.answered

    answered = asked = 0
    with output.counting("questions") as count:
        for known in shared(prompt.portions(batch), answer, engine.reopen):
            answered += count(known)
            asked += 1
    if not asked:
        where = "standard input" if batch == "-" else batch
        messages.fault(f"{where} has no question", "one stands on each line", as_json=given.view.format is Format.json)
    return _code(answered)


def brief(given: Reading) -> int:
    """Show the story on one screen: what it is about, what happened when, who is who, what to ask.

    Example: talks brief
    """
    from talkscli.lookup import brief as briefing

    told = briefing.brief(given.stores.store(), _answers(given.stores.engine))
    render.brief(given.first(told, "about", "timeline", "people", "ask"), given.view)
    return ExitCode.FOUND


def timeline(
    given: Reading,
    since: opt.Since = None,
    until: opt.Until = None,
    about: opt.About = None,
    details: opt.Details = False,
) -> int:
    """Show what happened when, one line an event, on a time axis.

    Example: talks timeline --since 2022
    """
    from talkscli.lookup import listings

    found = listings.timeline(given.stores.store(), since, until, about)
    render.timeline(given.first(found, "facts"), given.view, of=len(found.facts), details=details)
    return _code(found.facts)


def who(given: Reading, name: opt.Name = None, explain: opt.Spellings = False) -> int:
    """Show who somebody is, their words and what they did; countries, organisations and places too.

    Example: talks who medinski
    """
    from talkscli.lookup import who as lookup

    store = given.stores.store()
    if not name:
        roll = lookup.everyone(store)
        render.everyone(given.first(roll, "entities"), given.view)
        return _code(roll.entities)
    if given.view.format not in (Format.table, Format.json):
        raise UsageError(f"--format {given.view.format.value} is for the list of all", "with a name: table or json")
    found = lookup.who(store, said(name))
    render.profile(given.first(found, "facts", "quotes"), given.view, explain=explain)
    return _code(found.found)


def faq(given: Reading, words: opt.Words = None) -> int:
    """Show questions with their answers.

    Example: talks faq ceasefire
    """
    from talkscli.lookup import listings

    return _listed(listings.faq(given.stores.store(), said(words), given.stores.find), given)


def quotes(given: Reading, speaker: opt.Speaker = None) -> int:
    """Show what was said, word for word, and by whom.

    Example: talks quotes trump
    """
    from talkscli.lookup import listings

    return _listed(listings.quotes(given.stores.store(), said(speaker) or None), given, quotes=True)


def facts(
    given: Reading,
    words: opt.Words = None,
    about: opt.About = None,
    topic: opt.Topic = None,
    section: opt.Section = None,
) -> int:
    """Show all facts, or those that fit.

    Example: talks facts --about turkey
    """
    from talkscli.lookup import listings

    return _listed(listings.facts(given.stores.store(), said(words), about, topic, section, given.stores.find), given)


def show(given: Reading, ident: opt.FactId) -> int:
    """Show one fact with all that the store has of it.

    Example: talks show crimea-annexation
    """
    from talkscli.lookup import listings

    found = listings.show(given.stores.store(), said([ident]))
    render.fact(found, given.view)
    return _code(found.facts)


def sources(given: Reading) -> int:
    """Show where the facts come from: sources, their dates and sections.

    Example: talks sources
    """
    from talkscli.lookup import listings

    rows = listings.sources(given.stores.library())
    render.sources(rows[: given.top], given.view)
    return ExitCode.FOUND


def _answered(given: Reading, engine: "Engine", question: str, *, explain: bool) -> bool:
    """Show the answer to a question: a fact, or the story in brief, a time line, who somebody is."""
    from talkscli.lookup import ask as lookup

    plain = given.view.format is Format.table and not explain
    if plain:
        from talkscli.lookup.overview import introduced, listed, named, overview

        if told := overview(question, given.stores.store, engine):
            render.overview(told, given.view, top=given.top)
            return True
        if profile := named(question, given.stores.store, engine):
            render.profile(profile, given.view)
            return True
    reply = lookup.ask(engine, question, top=given.top or (SOUGHT if plain else SHOWN), explain=explain)
    if plain and (kind := listed(question, reply)):
        commands: dict[str, Callable[[Reading], int]] = {"timeline": timeline, "quotes": quotes, "who": who}
        return commands[kind](given) == ExitCode.FOUND
    if plain and not reply.answered and (profile := introduced(question, given.stores.store, engine)):
        render.profile(profile, given.view)
        return True
    render.answer(reply, given.view, explain=explain, part=lookup.answered_part(engine, reply))
    return reply.answered


def _answers(opened: "Callable[[], Engine]") -> Callable[[str], bool]:
    """Make what tells whether a question is answered; the engine is opened at the first one."""
    engine = cache(opened)

    def answers(question: str) -> bool:
        from talkscli.lookup import ask as lookup  # most stores have questions of their own

        return lookup.ask(engine(), question, top=1).answered

    return answers


def _listed(found: "Listing", given: Reading, *, quotes: bool = False) -> int:
    render.listing(given.first(found, "facts"), given.view, of=len(found.facts), quotes=quotes)
    return _code(found.facts)


def _code(found: object) -> int:
    return ExitCode.FOUND if found else ExitCode.NOTHING


COMMANDS = (ask, brief, timeline, who, faq, quotes, facts, show, sources)
LISTS = (timeline, who, faq, quotes, facts, sources)
"""Those that can be written as csv and Markdown, too."""
