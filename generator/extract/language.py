"""Which language a text is in: its script decides, and for the Latin script a vote of small words."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import yaml

from ..script import HAN

#: BCP 47 by script; Japanese is told from Chinese by its kana.
_SCRIPTS = (
    ("ja", re.compile(r"[\u3041-\u30fa\u30fc-\u30ff]+")),
    ("zh", re.compile(rf"[{HAN}]+")),
    ("ko", re.compile(r"[\uac00-\ud7a3]+")),
    ("ru", re.compile(r"[\u0400-\u04ff]+")),
    ("ar", re.compile(r"[\u0600-\u06ff]+")),
    ("el", re.compile(r"[\u0370-\u03ff]+")),
    ("he", re.compile(r"[\u0590-\u05ff]+")),
    ("hi", re.compile(r"[\u0900-\u097f]+")),
    ("th", re.compile(r"[\u0e00-\u0e7f]+")),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u06ff\u0900-\u097f\u0e00-\u0e7f\u3041-\u9fff\uac00-\ud7a3]")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f]+")
_WORD = re.compile(r"[a-z\u00c0-\u024f]+")
_SAMPLE = 20_000  # characters that decide; a longer text says nothing new
_LETTERS_A_WORD = 5  # a Han character weighs about as much as a short word
_BILINGUAL = 0.5  # both languages have at least this share of the letters, Han characters counted as words
_KANA_SHARE = 0.15  # Japanese has at least this share of kana among its Han


def detect_language(text: str) -> str:
    """The language of `text` (BCP 47), "und" without letters. Latin script that decides nothing is English."""
    sample = text[:_SAMPLE]
    latin_alone = sample.isascii() or _OTHER_SCRIPT.search(sample) is None
    counts = {language: 0 if latin_alone else _count(pattern, sample) for language, pattern in _SCRIPTS}
    if counts["ja"] >= _KANA_SHARE * counts["zh"]:
        counts["ja"], counts["zh"] = (counts["ja"] + counts["zh"], 0) if counts["ja"] else (0, counts["zh"])
    else:
        counts["ja"] = 0
    latin = _count(_LATIN, sample)
    language, best = max(counts.items(), key=lambda item: item[1])
    weight = _LETTERS_A_WORD if language in ("zh", "ja") else 1
    if best and best * weight >= latin:
        return language
    return _vote(sample.lower()) if latin else "und"


def language_of(stated: str | None, title: str | None, body: str) -> str:
    """The language of an article: as stated (its primary subtag), else that of body and title together.

    On a page in two languages the title's decides, if the body holds a good part of it.
    """
    if stated:
        return re.split("[-_]", stated.strip())[0].lower()
    found = detect_language(body or title or "")
    head = detect_language(title) if title and body else found
    if {found, head} != {"zh", "en"}:
        return found
    han, latin = (_count(pattern, body[:_SAMPLE]) for pattern in (dict(_SCRIPTS)["zh"], _LATIN))
    return head if min(han * _LETTERS_A_WORD, latin) >= _BILINGUAL * max(han, latin) else found


def _count(runs: re.Pattern[str], text: str) -> int:
    """How many characters stand in the runs of a script."""
    return sum(map(len, runs.findall(text)))


def _vote(text: str) -> str:
    """The Latin-script language whose small words are the most frequent."""
    words = Counter(_WORD.findall(text))
    votes = {language: sum(words[word] for word in small) for language, small in _small_words().items()}
    return max(votes, key=lambda language: (votes[language], language == "en"))


@cache
def _small_words() -> dict[str, tuple[str, ...]]:
    """The function words by language."""
    data = yaml.safe_load(Path(__file__).with_name("language.yml").read_text(encoding="utf-8"))
    return {language: tuple(dict.fromkeys(words)) for language, words in data.items()}
