"""Shortcodes and components: what they fold behind a title is a pair, what they hold besides is text."""

import pytest
from helpers import pairs, read

BOTH = {"How deep is it?": "Nine metres.", "Is it free?": "Yes, for all."}
FOLDS = {
    "hugo": '{{< faq "How deep is it?" >}}\nNine metres.\n{{</ faq >}}\n\n{{< faq "Is it free?" >}}\nYes, for all.\n{{< /faq >}}',
    "named": '{{% fold-item title="How deep is it?" %}}Nine metres.{{% /fold-item %}}\n{{< x/fold question="Is it free?" open=true >}}\nYes, for all.\n{{< /x/fold >}}',
    "within": '{{< faqs >}}\n  {{< card title="How deep is it?" >}}\n  Nine metres.\n  {{< /card >}}\n  {{< card title="Is it free?" >}}\n  Yes, for all.\n  {{< /card >}}\n{{< /faqs >}}',
    "liquid": '{% faq "How deep is it?" %}\nNine metres.\n{% endfaq %}\n{% accordion title="Is it free?" %}\nYes, for all.\n{% /accordion %}',
    "builder": '[ab_row a="1"][ab_toggle title="How deep is it?" open="no"]<p>Nine metres.</p>[/ab_toggle][ab_line size="2" /][ab_toggle title="Is it free?"]\n<p>Yes, for all.</p>\n[/ab_toggle][/ab_row]',
    "component": "<Folds>\n  <Fold title=\"How deep is it?\">\n    Nine metres.\n  </Fold>\n  <Fold icon={<b />} title='Is it free?' style={{ a: 1 }}>Yes, for all.</Fold>\n</Folds>",
    "lower case": '<faq question="How deep is it?">\n\nNine metres.\n\n</faq>\n<my-accordion title="Is it free?">Yes, for all.</my-accordion>',
    "single": '<FAQ question="How deep is it?" answer="Nine metres." />\n\n{{< faq q="Is it free?" a="Yes, for all." >}}',
}


@pytest.mark.parametrize("content", FOLDS.values(), ids=FOLDS)
def test_what_is_folded_is_a_pair(content: str) -> None:
    """A shortcode or a component with a title that asks, and what is between it and its end, are a pair."""
    assert pairs(read("# Pool\n\n" + content + "\n")) == BOTH


def test_a_title_that_does_not_ask() -> None:
    """It is a question among others, where the component folds something; in other text both are kept as text."""
    content = '<Accordion title="{}">\n  Ask at the desk.\n</Accordion>\n'.format
    asked = read(f"# FAQ\n\n{content('Is it free?')}\n{content('I lost my towel')}", ".mdx")
    assert pairs(asked)["I lost my towel"] == "Ask at the desk."
    told = read(f"# Pool\n\nThe pool is old.\n\n{content('Lost towels')}", ".mdx")
    assert [b.text for s in told.sections for b in s.blocks] == ["The pool is old.", "Lost towels", "Ask at the desk."]


def test_all_of_a_folded_answer_is_kept() -> None:
    """Lists, code, components in it and folds in it stand in the answer, however far in they are set."""
    content = """# FAQ

<Group>
    <Accordion title="How do I swim?">
        Slowly:

        - first one **arm**
        - then the other

        ```sh
        swim --far
        ```

        <Steps>
            <Step title="Begin">Jump [in](/in).</Step>
        </Steps>
    </Accordion>
</Group>
"""
    answer = "Slowly:\n- first one arm\n- then the other\n\n    swim --far\n\nBegin\n\nJump in."
    assert pairs(read(content, ".mdx")) == {"How do I swim?": answer}


@pytest.mark.parametrize(
    "content",
    [
        '# Pool\n\nWrite `{{< faq "Why?" >}}` and `{{< /faq >}}` around it.\n',
        '# Pool\n\nIt is written so:\n\n```\n{{< faq "Why?" >}}\nSo.\n{{< /faq >}}\n```\n',
        '# Pool\n\nThe pool is old.\n\n<!-- {{< faq "Why?" >}} So. {{< /faq >}} -->\n',
        '# Pool\n\nThe pool is old. {{< figure title="Why?" >}}\n',
        "# Pool\n\nThe pool is old, a [pool][a] of [old], as [told in 'May'](/may).\n\n[a]: /a\n",
    ],
)
def test_what_folds_nothing(content: str) -> None:
    """Marks in code and comments, marks that nothing closes and links make no pair, and text around them stays."""
    document = read(content)
    assert not pairs(document)
    assert document.sections[0].blocks[0].text.startswith(("Write", "It is written", "The pool is old"))


def test_marks_without_end_hide_no_fold() -> None:
    """Many marks that nothing closes leave the pairs among them alone."""
    content = '{{< image src="a.png" title="Deep?" >}}\n\n' * 50 + FOLDS["hugo"]
    assert pairs(read("# Pool\n\n" + content)) == BOTH


def test_a_part_of_a_page_that_stands_in_is_no_code() -> None:
    """HTML that is set further in below other HTML is read as what it says."""
    content = '# FAQ\n\n<section>\n\n\t<ul>\n\t<li><a href="#" class="faq-q">Is it free?</a>\n\t<div><p>Yes, for all.</p></div></li>\n\t</ul>\n\n</section>\n'
    assert pairs(read(content)) == {"Is it free?": "Yes, for all."}


@pytest.mark.parametrize(
    "unit",
    [
        "[a ",
        '[a b="',
        "{{< a ",
        '{% a "',
        "<A b={",
        "<A b='",
        "<A>",
        "[a_b]",
        "`",
        "<!--",
        '<A q="x">',
        "</A>",
        "~~~\n",
    ],
)
def test_a_long_line_of_marks(unit: str) -> None:
    """Whatever stands there many thousand times is read, and text before it stays."""
    content = "# Pool\n\nThe pool is old.\n\n{{< x >}}" + unit * (30_000 // len(unit)) + "</A> [/a_b] {{< /x >}}"
    assert read(content).sections[0].blocks[0].text.startswith("The pool is old.")


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (r"\[vc\_row el\_class='x'\]\[vc\_col\] The pool is old. \[/vc\_col\]\[/vc\_row\]", "The pool is old."),
        (
            r"The sums \[a/b\] and \[sic\] stay; \[/x\] ends nothing.",
            "The sums [a/b] and [sic] stay; [/x] ends nothing.",
        ),
    ],
)
def test_escaped_marks_of_a_page_builder_are_no_text(content: str, told: str) -> None:
    """What a page builder wrote is left out where it was turned into Markdown with its signs escaped, too."""
    assert [b.text for s in read(f"# Pool\n\n{content}\n").sections for b in s.blocks] == [told]
