"""Who says what in other languages than English, by the closed words and the verbs of saying of each."""

import re

import pytest

from talkscli.language.subjects import read

NAMES = re.compile(r"(?<!\w)(?:Anna Berg|Berg|Tom Holm|Holm|Kella|Анна Берг|Берг)(?!\w)")
SAID = [
    ("fr", "« Il est tard », a dit Berg à Holm.", "Berg"),
    ("fr", "« Il est tard », estime le maire de Kella, Anna Berg.", "le maire de Kella, Anna Berg"),
    ("fr", "« Il est tard », ajoute la porte-parole de Berg.", "la porte-parole"),
    ("fr", "Pour Holm, c’est clair. « Il est tard », écrit-elle.", "elle"),
    ("fr", "« Il est tard », a-t-il ajouté.", "il"),
    ("fr", "« Il est tard, souligne Berg. On part. »", "Berg"),
    ("fr", "Selon Berg, le pont est « trop vieux ».", "Berg"),
    ("fr", "Le maire a déclaré à Holm que « le pont est fermé ».", "Le maire"),
    ("es", "«Es tarde», indicó el alcalde Tom Holm.", "el alcalde Tom Holm"),
    ("es", "Consultado sobre Holm, Berg sonrió y dijo: \"Es tarde\".", "Berg"),
    ("es", "Para Berg, el puente es “demasiado viejo”.", "Berg"),
    ("es", "“Es tarde“, apunta el juez.", "el juez"),
    ("es", "“Es tarde”, dijo este lunes en Kella la alcaldesa de Holm.", "la alcaldesa"),
    ("es", "“Es tarde”, dijo en Kella.", ""),
    ("de", "„Es ist spät“, sagte der für Brücken zuständige Minister Tom Holm in Kella.", "der für Brücken zuständige Minister Tom Holm"),
    ("de", "»Es ist spät«, so Berg.", "Berg"),
    ("es", "“Es tarde”, remarcó.", ""),
    ("es", "“Es tarde”, contó y se fue.", ""),
    ("es", "“Es tarde”, lamenta, por su parte, Berg, alcaldesa.", "Berg"),
    ("es", "“Es tarde”, dijo el vocero a la agencia Holm.", "el vocero"),
    ("es", "Según el alcalde, el puente “es viejo”.", "el alcalde"),
    ("es", "Berg, el alcalde del puerto, explica que “es viejo”.", "Berg"),
    ("de", "„Es ist spät“, hieß es in der Mitteilung von Berg.", "Berg"),
    ("de", "„Es ist spät“, hieß es in Kella.", None),
    ("de", "„Es ist spät“, sagte der Sprecher von der Universität Holm.", "der Sprecher"),
    ("fr", "Berg est quant à elle sûre : «Il est tard.»", "Berg"),
    ("it", "“È tardi - dichiara Berg - e partiamo.”", "Berg"),
    ("de", "Die Brücke ist Berg zufolge „zu alt“.", "Berg"),
    ("it", "«È tardi», ha detto Berg agli ospiti.", "Berg"),
    ("it", "Dopo i saluti, racconta Berg, «è arrivato il treno».", "Berg"),
    ("pt", "\"É tarde\", falou Berg ao jornal.", "Berg"),
    ("nl", "“Het is laat”, zegt Berg.", "Berg"),
    ("ru", "«Уже поздно», — сказала Анна Берг.", "Анна Берг"),
    ("ru", "— Уже поздно,— добавила Берг,— мы едем.", "Берг"),
    ("uk", "«Вже пізно», — заявила Берг.", "Берг"),
    ("fr", "La revue « Il est tard » paraît à Kella.", None),
    ("de", "Das Lied „Es ist spät“ ist alt.", None),
]  # fmt: skip
TOLD = [
    ("fr", "Le maire Berg a reçu Holm.", "Berg"),
    ("fr", "La porte-parole de Berg est partie.", None),
    ("es", "Berg dijo que Holm es tarde.", "Berg"),
    ("es", "Berg, de la oficina del puerto viejo, se alegra.", "Berg"),
    ("de", "Berg, der Chef der alten Werft, baut wieder Boote.", "Berg"),
    ("de", "Berg, Hauptweg 10, 8200 Schafheim, ab 13 Uhr.", None),
    ("de", "Das Wasser steigt, teilte Berg mit.", "Berg"),
]


def _read(language: str, text: str) -> tuple[str | None, list[str | None]]:
    """Return the words of the subject, and those of who says each quotation."""
    clause, said = read(text, [(m.start(), m.end(), m[0]) for m in NAMES.finditer(text)], language)
    return clause and text[clause.start : clause.end], [s.clause and text[s.clause.start : s.clause.end] for s in said]


@pytest.mark.parametrize(("language", "text", "speaker"), SAID)
def test_who_says_it(language: str, text: str, speaker: str | None) -> None:
    """The name, pronoun or noun counts that belongs to the verb of saying, wherever it stands; else nobody."""
    said = _read(language, text)[1]
    assert said
    assert said[0] == speaker


@pytest.mark.parametrize(("language", "text", "subject"), TOLD)
def test_whose_deed_it_is(language: str, text: str, subject: str | None) -> None:
    """Without a quotation the subject is who claims it, or whose name hangs on nothing before the verb."""
    assert _read(language, text)[0] == subject
