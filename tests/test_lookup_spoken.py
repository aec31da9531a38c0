"""Questions that are typed as they are spoken."""

import pytest

from talkscli.lookup.wording.asked import asked
from talkscli.lookup.wording.spoken import written


@pytest.mark.parametrize(
    ("spoken", "told"),
    [
        ("why'd they meet?", "why did they meet?"),
        ("whyd they meet", "why did they meet"),
        ("whats next", "what is next"),
        ("so whos Moe", "so who is Moe"),
        ("the whos and whats of it", "the whos and whats of it"),
        ("who'd have thought it", "who would have thought it"),
        ("what’re the terms", "what are the terms"),
        ("where're they", "where are they"),
        ("what did she say they’d need", "what did she say they would need"),
        ("d'you have the date", "do you have the date"),
        ("is it gonna rain", "is it going to rain"),
        ("how much wood do u need", "how much wood do you need"),
        ("r there boats b4 lunch", "are there boats before lunch"),
        ("can ppl come w/o ur ticket", "can people come without your ticket"),
        ("who ruled in 300 bc", "who ruled in 300 bc"),
        ("what is ur", "what is ur"),
        ("how come the bridge fell", "why the bridge fell"),
        ("whereabouts did they meet", "where did they meet"),
        ("whereabouts of the ring", "whereabouts of the ring"),
        ("is it over, this strike?", "is this strike over"),
        ("who's he, this Moe?", "who is this Moe"),
        ("did he come, the mayor of Kella?", "did the mayor of Kella come"),
        ("Moe, who's he?", "who is Moe"),
        ("van Moe, what is she", "what is van Moe"),
        ("moe, who's he", "who is moe"),
        ("sorry, who is she", "sorry, who is she"),
        ("that bridge, what is it?", "what is that bridge"),
        ("did she actually turn up in Kella", "did she turn up in Kella"),
        ("when exactly was it built?", "when was it built?"),
        ("Really?", "Really?"),
        ("who sang Love Actually", "who sang Love Actually"),
        ("so there's a truce then?", "there's a truce"),
        ("so who was there then", "who was there"),
        ("what was it like back then", "what was it like back then"),
        ("what did he do and what then", "what did he do and what then"),
        ("and then?", "and then?"),
        ("it didn't work out, did it?", "it didn't work out"),
        ("they left Kella, didn’t they", "they left Kella"),
        ("if it rains, will it", "if it rains, will it"),
        ("did it rain, I mean, in Kella", "did it rain, I mean, in Kella"),
        ("Moe, the mayor, who is she", "Moe, the mayor, who is she"),
        ("did they leave Kella, the old town, on Monday", "did they leave Kella, the old town, on Monday"),
        ("who was crowned, and why", "who was crowned, and why"),
    ],
)
def test_what_is_spoken_is_written_out(spoken: str, told: str) -> None:
    """Contractions, and what is meant in the place of its pronoun; what is not plain stays."""
    assert written(spoken) == told


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("when was it built, does anybody remember?", "when was it built"),
        ("how many came, do we know?", "how many came"),
        ("is it gonna last, d'you think, this war?", "is this war going to last"),
        ("Moe, remind me, what is she?", "what is Moe"),
        ("did he say that, I wonder", "did he say that"),
        ("quick summary pls", "quick summary"),
        ("what did Berg say, and did she know?", "what did Berg say, and did she know?"),
        ("if it breaks, how do I know?", "if it breaks, how do I know?"),
        ("was it sold, do you know who bought it", "was it sold, do you know who bought it"),
    ],
)
def test_what_only_asks_for_an_answer_is_left_out(line: str, told: str) -> None:
    """Wherever it stands."""
    assert asked(line).text == told
