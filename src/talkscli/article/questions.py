"""What marks a question, an answer, a list of questions, and a list of links, in any script."""

import re
import unicodedata

from talkscli.language.quotations import CLOSING

_SIGN = r"(?:\d{1,3}\.\d{1,3}[:.)]?(?:\s+(?=\S)|\Z)|(?:[ ]?\d{1,3}[a-z]?)?[ ]?(?:[:)：．]|\.(?!\d))\s*(?=\S))"
QUESTION = re.compile(r"\s*(?:Q|Question|Frage|F|П|В|Питання|Запитання|Вопрос|问|問)" + _SIGN, re.IGNORECASE)
ANSWER = re.compile(r"\s*(?:A|Answer|Antwort|В|О|Відповідь|Ответ|答)" + _SIGN, re.IGNORECASE)
_NUMBER = re.compile(r"\d{1,3}(?:[.)]|(?:\.\d{1,2})+[.)]?)\s+(?=\S)")
_CLOSERS = CLOSING + "')]}*_`!: \t"
_FAQ = re.compile(
    r"\bfaqs?\b|\bq\s?(?:&|and)\s?a\b|\bfrequently[ -]asked\b|\bquestions (?:and|&) answers\b"
    r"|\b(?:häufig(?: gestellte)?|oft gestellte) fragen\b|\bfragen und antworten\b|\bfoire aux questions\b"
    r"|\bquestions fréquentes\b|\bpreguntas (?:más )?frecuentes\b|\bperguntas frequentes\b|\bdomande frequenti\b"
    r"|\bveelgestelde vragen\b|\bnajczęściej zadawane pytania\b|\bчасто задаваемые вопросы\b"
    r"|\bчаст(?:і|ые) (?:за)?(?:питання|вопросы)"
    r"|\bпоширені (?:за)?питання\b|常见问题|常見問題|よくある(?:ご)?質問|자주 묻는 질문",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:references|external links|further reading|see also|bibliography|footnotes|citations|read more|more on this"
    r"|related(?: \w+)?|you (?:may|might) also like|einzelnachweise|weblinks|literatur|siehe auch"
    r"|références|liens externes|voir aussi|referencias|enlaces externos|véase también|voci correlate"
    r"|примітки|посилання|література|див\. також|примечания|ссылки|литература|см\. также"
    r"|参考文献|参考资料|外部链接|外部連結|参见|脚注|出典|関連項目|外部リンク)[\s:：]*",
    re.IGNORECASE,
)


def asks(text: str) -> bool:
    """Tell whether a text ends with a question mark, of any script; closing signs and a remark in brackets aside."""
    end = text.rstrip(_CLOSERS)[-1:]
    if text.endswith(")") and end != "?":
        end = text[: text.rfind("(")].rstrip(_CLOSERS)[-1:]
    return end == "?" or (end > "~" and "QUESTION MARK" in unicodedata.name(end, ""))


def names_faq(text: str | None) -> bool:
    """Tell whether a title, heading or file name says that questions and answers stand under it."""
    return bool(text) and _FAQ.search((text or "")[:300].replace("_", " ").replace("-", " ")) is not None


def names_links(text: str) -> bool:
    """Tell whether a heading says that what stands under it points elsewhere: references, related articles."""
    return _LINKS.fullmatch(text[:100]) is not None


def plain_question(text: str) -> str:
    """Return a question without the "Q:" or the number before it."""
    text = unmarked(text, QUESTION)
    found = _NUMBER.match(text)
    return text[found.end() :] if found else text


def unmarked(text: str, mark: re.Pattern[str]) -> str:
    """Return a question or an answer without the "Q:" or "A:" before it."""
    found = mark.match(text)
    return text[found.end() :] if found else text
