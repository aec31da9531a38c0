"""Questions in the front matter of Markdown, each with its answer."""

import pytest
from helpers import pairs, read

BOTH = {"How deep is it?": "Nine metres.", "Is it free?": "Yes, for all."}
RECORDS = {
    "plain": "---\ntitle: Pool\nfaqs:\n  - question: How deep is it?\n    answer: Nine metres.\n  - question: Is it free?\n    answer: Yes, for all.\n---\n",
    "not further in": "---\ntitle: Pool\nfaqs:\n- answer: 'Nine metres.'\n  question: \"How deep is it?\"\n\n# cheap\n-\n  question: Is it free? # no\n  answer: >-\n    Yes,\n    for all.\n---\n",
    "groups": "---\ntitle: Pool\nfaqgroups:\n  - heading: Swimming\n    faqs:\n      - title: How deep is it?\n        description: |-\n          Nine metres.\n  - heading: Money\n    faqs:\n      - title: Is it free?\n        link:\n          url: /free\n        content:\n          - >-\n            Yes, for all.\n---\n",
    "long": "---\ntitle: Pool\nitems:\n  - q: How deep\n      is it?\n    a: \"Nine\n      metres.\"\n  - q: 'Is it free?'\n    a: 'Yes,\n      for all.'\n---\n",
    "toml": '+++\ntitle = "Pool"\n[[faq.items]]\nquestion = "How deep is it?"\nanswer = "Nine metres."\n[[faq.items]]\nquestion = "Is it free?"\nanswer = """\nYes, for all."""\n+++\n',
}


@pytest.mark.parametrize("content", RECORDS.values(), ids=RECORDS)
def test_records_are_pairs(content: str) -> None:
    """Records with a question and an answer are pairs, in YAML and in TOML."""
    document = read(content)
    assert pairs(document) == BOTH
    assert document.title == "Pool"


def test_answers_are_markdown() -> None:
    """Paragraphs and lists of an answer stay, links are their text."""
    content = "---\nfaq:\n  - question: What is there?\n    answer: |\n      [All](/all) of this:\n\n      - a pool\n      - a hill\n---\nThe park is old.\n"
    assert pairs(read(content)) == {"What is there?": "All of this:\n- a pool\n- a hill"}


def test_what_the_text_holds_is_not_told_twice() -> None:
    """A question that stands in the text as well is answered there alone."""
    content = "---\nfaq:\n  - question: Is it free?\n    answer: Yes.\n---\n# Pool\n\n## Is it free?\n\nYes, for all.\n"
    document = read(content)
    assert [b.text for s in document.sections for b in s.blocks] == ["Yes, for all."]


@pytest.mark.parametrize(
    "front",
    [
        "---\nfeatures:\n  - title: Deep water\n    text: Nine metres.\n---\n",
        "---\nfaq:\n  title: Questions\n  link: /faq\n---\n",
        "---\nmenu:\n  - question\n  - 'answer\n---\n",
        "---\nfaq: " + "- " * 500 + "\n" + "\n".join(" " * n + "- a:" for n in range(200)) + "\n---\n",
        "---\nfaq: " + "[" * 50_000 + "\n---\n",
        "---\nfaq: &all\n  - question: How?\n    answer: So.\nfaqs: *all\n---\n",
        "---\nfaq: !!python/object/apply:os.getcwd []\n---\n",
        '+++\nfaq = ["question"\n+++\n',
        "+++\nfaq" + ".a" * 20_000 + " = 1\n+++\n",
        "+++\nfaq = " + "[" * 5000 + "]" * 5000 + "\n+++\n",
    ],
)
def test_records_of_something_else(front: str) -> None:
    """Records that ask nothing are no pairs, and front matter that can't be read is passed over."""
    assert not pairs(read(front + "# Pool\n\nThe pool is old.\n"))


@pytest.mark.parametrize(
    ("tag", "shown"),
    [
        ('{% include row id="tiers" %}', True),
        ("{% for each in page.tiers %}\n{{ each.title }}\n{% endfor %}", True),
        ('{% include row id="other" %}', False),
        ("See the tiers.", False),
    ],
)
def test_cards_that_a_template_shows_are_text(tag: str, shown: bool) -> None:
    """A list that the text names in a tag stands there, each of its records under its title."""
    front = "---\ntiers:\n  - title: 'Plain<br />$65 a month'\n    excerpt: >-\n      All *may* come\n      and swim.\n  - title: Logo\n---\n"
    document = read(f"{front}# Pool\n\nThe pool is old.\n\n{tag}\n")
    told = [(s.heading, b.text) for s in document.sections for b in s.blocks]
    assert (("Plain $65 a month", "All may come and swim.") in told) is shown
    assert not any(heading == "Logo" for heading, _ in told)
