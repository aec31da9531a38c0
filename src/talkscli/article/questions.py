"""What marks a question, an answer, and a list of questions, in any script."""

import re
import unicodedata

_SIGN = r"(?:[ ]?\d{1,3})?[ ]?[:.)：．]\s*(?=\S)"
QUESTION = re.compile(r"\s*(?:Q|Question|Frage|F|П|В|Питання|Запитання|Вопрос|问|問)" + _SIGN, re.IGNORECASE)
ANSWER = re.compile(r"\s*(?:A|Answer|Antwort|В|О|Відповідь|Ответ|答)" + _SIGN, re.IGNORECASE)
_CLOSERS = "\"'”’»)]}*_` \t"
_FAQ = re.compile(
    r"\bfaqs?\b|\bq\s?(?:&|and)\s?a\b|\bfrequently[ -]asked\b|\bquestions (?:and|&) answers\b"
    r"|\b(?:häufig(?: gestellte)?|oft gestellte) fragen\b|\bfragen und antworten\b|\bfoire aux questions\b"
    r"|\bquestions fréquentes\b|\bpreguntas (?:más )?frecuentes\b|\bperguntas frequentes\b|\bdomande frequenti\b"
    r"|\bveelgestelde vragen\b|\bnajczęściej zadawane pytania\b|\bчасто задаваемые вопросы\b"
    r"|\bчаст(?:і|ые) (?:за)?(?:питання|вопросы)"
    r"|\bпоширені (?:за)?питання\b|常见问题|常見問題|よくある(?:ご)?質問|자주 묻는 질문",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Tell whether a text ends with a question mark, of whatever script, closing signs aside."""
    end = text.rstrip(_CLOSERS)[-1:]
    return end == "?" or (end > "~" and "QUESTION MARK" in unicodedata.name(end, ""))


def names_faq(text: str | None) -> bool:
    """Tell whether a title, heading or file name says that questions and answers stand under it."""
    return bool(text) and _FAQ.search((text or "")[:300].replace("_", " ").replace("-", " ")) is not None


def unmarked(text: str, mark: re.Pattern[str]) -> str:
    """Return a question or an answer without the "Q:" or "A:" before it."""
    found = mark.match(text)
    return text[found.end() :] if found else text
