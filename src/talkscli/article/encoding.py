"""From the bytes of an article to its text."""

import codecs
import re

from talkscli.errors import ArticleError

MAX_BYTES = 64 << 20
_KNOWN = {b"%PDF": "a PDF", b"PK\x03\x04": "an Office document or a zip", b"\xd0\xcf\x11\xe0": "an old Office document",
          b"\x1f\x8b": "a gzip file", b"{\\rt": "an RTF document", b"\x89PNG": "a picture",
          b"\xff\xd8\xff": "a picture"}  # fmt: skip
_DECLARED = re.compile(rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE)
_HEAD = 8192  # bytes in which a page says how it is written; browsers look at the first 1024
# the codecs that browsers know (WHATWG Encoding Standard, 4.2), and what they read under the names of some
_CODECS = re.compile(
    r"cp125\d|cp(?:866|874|932|949)|iso8859-\d+|koi8-[ru]|mac-(?:roman|cyrillic)|gb18030|big5|euc_jp|iso2022_jp"
)
_READ_AS = {"iso8859-1": "cp1252", "ascii": "cp1252", "iso8859-9": "cp1254", "tis-620": "cp874", "iso8859-11": "cp874",
            "gb2312": "gb18030", "gbk": "gb18030", "shift_jis": "cp932", "euc_kr": "cp949"}  # fmt: skip


def decode(data: bytes, label: str, *, page: bool = False) -> str:
    """Decode UTF-8 (with or without BOM), UTF-16 (by its BOM), and a page as it says itself that it is written.

    Args:
        data: the bytes of the article.
        label: its name, for errors.
        page: whether it is HTML.

    Raises:
        ArticleError: it is too large, no text, or written in another way.
    """
    if len(data) > MAX_BYTES:
        raise ArticleError(f"{label} is larger than {MAX_BYTES >> 20} MiB", "split it into several files")
    for magic, what in _KNOWN.items():
        if data.startswith(magic):
            raise ArticleError(f"{label} is {what}, not text", "save it as text, Markdown or HTML")
    encoding = "utf-16" if data[:2] in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    try:
        content = data.decode(encoding)
    except UnicodeDecodeError as error:
        declared = _declared(data) if page else None
        try:
            content = data.decode(declared or encoding)
        except UnicodeDecodeError:
            raise ArticleError(
                f"{label} is not text in UTF-8 or UTF-16 (byte {error.start + 1})",
                "save it as UTF-8, as with iconv -t UTF-8",
            ) from None
    if "\0" in content:
        raise ArticleError(f"{label} is not text: it holds NUL bytes", "save it as text in UTF-8")
    return content.replace("\r\n", "\n").replace("\r", "\n")


def _declared(data: bytes) -> str | None:
    """The codec for the charset that a page names; none for one that no browser reads."""
    named = _DECLARED.search(data, 0, _HEAD)
    try:
        codec = codecs.lookup(named[1].decode("ascii")).name if named else ""
    except (LookupError, UnicodeDecodeError):
        return None
    codec = _READ_AS.get(codec, codec)
    return codec if _CODECS.fullmatch(codec) else None
