"""A language that the site speaks: messages from gettext catalogues, names, numbers and dates as CLDR writes them.

English messages stand in the code and the templates; `templates/messages/<language>.po` translates them. What it does
not translate stays English. A message may hold `{named}` places, and nothing else is special in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from gettext import NullTranslations

from babel import Locale, UnknownLocaleError
from babel.numbers import format_decimal

from ..edtf import Edtf
from ..messages import mark
from ..settings import Project
from ..taxonomy import Country, english
from ..taxonomy.model import Labels
from .catalogues import read_catalogue
from .dates import written
from .escape import Foreign, Markdown, in_english, in_language, inert

__all__ = ["Voice", "filled", "mark", "voice_of", "voices_of"]

#: Whole numbers up to here show every plural category; only "other" and millions have more.
_TELLING = 200
_COMMA = mark(", ")
_WORD = re.compile(r"[A-Za-z]{2}")
_PLACE = re.compile(r"\{(\w+)\}")


@cache  # every page asks
def _plural_forms(locale: Locale) -> list[tuple[str, int]]:
    """The plural categories of a language, each with a number that takes it."""
    numbers = {"other": _TELLING} | {locale.plural_form(n): n for n in range(_TELLING, -1, -1)}
    return sorted(numbers.items())


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """Speaks one language."""

    tag: str  # BCP 47
    locale: Locale
    messages: NullTranslations
    folder: str = ""  # where its pages are, below the site's root: "" or "zh/"

    @property
    def language(self) -> str:
        """The language without script and region: `zh` for `zh-Hant`."""
        return str(self.locale.language)

    def gettext(self, message: str, **values: object) -> str:
        """The message in this language with its values; Markdown, and safe, if one of the values is."""
        said = self.messages.gettext(message) if message else ""
        return self._marked(self.fill(said, values), said in (message, ""), message)

    def ngettext(self, one: str, many: str, n: int, **values: object) -> str:
        """As `gettext`, in the form that goes with the number `n`, which is a value too."""
        said = self.messages.ngettext(one, many, n)
        return self._marked(self.fill(said, {"n": n, **values}), said in (one, many), many)

    def _marked(self, text: str, untranslated: bool, message: str) -> str:
        """`text` as English, if that is what it is on a page in another language, and it has words."""
        if self.language == "en" or not untranslated or not _WORD.search(_PLACE.sub("", message)):
            return text
        return in_english(text) if isinstance(text, Markdown) else Foreign(text)

    def plurals(self, one: str, many: str) -> dict[str, str]:
        """The forms of a message by the language's plural categories (CLDR), for a program that chooses by itself."""
        return {form: self.messages.ngettext(one, many, n) for form, n in _plural_forms(self.locale)}

    def articles(self, number: int) -> str:
        """`1 article`, `2 articles`."""
        return self.ngettext("{n} article", "{n} articles", number)

    def number(self, number: int | float) -> str:
        """A number with the language's separators."""
        return _decimal(number, self.locale)

    def date(self, edtf: str | None) -> str:
        """`21 May 2024`, `28 November 2022 (year inferred)`, `28 November (year unknown)`, `no date`."""
        try:
            known = Edtf.parse(edtf or "")
        except ValueError:
            return edtf or self.gettext("no date")
        day = written(known, self.locale)
        if not day:
            return self.gettext("no date")
        if not known.year:
            return self.gettext("{date} (year unknown)", date=day)
        return self.gettext("{date} (year inferred)", date=day) if known.inferred else day

    def listed(self, values: Iterable[str], between: str = _COMMA) -> str:
        """Things in a row: `a, b, c`, with the comma of the language; Markdown, and safe, if one of them is."""
        named: dict[str, object] = {f"a{index}": value for index, value in enumerate(values)}
        return self.fill(self.gettext(between).join(f"{{{name}}}" for name in named), named)

    def label(self, labels: Labels) -> str:
        """A name of the taxonomy: the English one where it has none in this language."""
        return str(getattr(labels, self.language, labels.en))

    def country(self, country: Country) -> str:
        """The name of a country: from the taxonomy, else from CLDR, else the English one."""
        known = getattr(country, self.language, None) or self.locale.territories.get(country.code)
        return str(known or country.en)

    def language_name(self, tag: str) -> str:
        """The name of a language; the tag itself if there is none."""
        try:
            return Locale.parse(tag, sep="-").get_display_name(self.locale) or tag
        except (UnknownLocaleError, ValueError):
            return tag

    def with_article(self, name: str) -> str:
        """A country or group inside a sentence: `the Netherlands` in English, as it is elsewhere."""
        return english.with_article(name) if self.language == "en" else name

    def lower_first(self, label: str) -> str:
        """A label inside a sentence: `space` for `Space` in English, as it is elsewhere."""
        return english.lower_first(label) if self.language == "en" else label

    def apart(self, tag: str) -> str:
        """`tag` if it is another language than this; nothing if it is the same."""
        return "" if tag.partition("-")[0] == self.language else tag

    def foreign(self, text: str, tag: str) -> Markdown:
        """Somebody else's words in the language `tag`, marked as such where it is not this one."""
        return in_language(text, self.apart(tag))

    def fill(
        self,
        message: str,
        values: dict[str, object],
        safe: type[str] = Markdown,
        escape: Callable[[str], str] = inert,
    ) -> str:
        """A translated message with its values, numbers as the language writes them: see `filled`."""
        return filled(message, {name: self._said(value) for name, value in values.items()}, safe, escape)

    def _said(self, value: object) -> str:
        if isinstance(value, str):
            return value
        return self.number(value) if isinstance(value, int | float) else str(value)


def voice_of(project: Project, tag: str, folder: str = "") -> Voice:
    """The voice that speaks the language `tag` with the project's catalogues and ours."""
    return Voice(tag, Locale.parse(tag, sep="-"), read_catalogue(project, tag), folder)


def voices_of(project: Project) -> tuple[Voice, ...]:
    """The voices of the project's languages: the first one's pages are at the root, the others' in folders."""
    first, *others = project.settings.languages
    return (voice_of(project, first), *(voice_of(project, tag, f"{tag}/") for tag in others))


def filled(message: str, values: dict[str, str], safe: type[str], escape: Callable[[str], str]) -> str:
    """The message with its values: plain text; or, if a value is `safe`, a `safe` text with all else escaped.

    A place without a value stays as it is, for a script on the page to fill.

    Neighbouring parts that are not safe are escaped as one, so that nothing comes to mean something where they meet.
    """
    if not any(isinstance(value, safe) for value in values.values()):
        return "".join(values.get(name, part) for name, part in _parts(message))
    made: list[str] = []
    plain = ""
    for name, part in _parts(message):
        text = values.get(name, part)
        if isinstance(text, safe):
            made += [_spaced(plain, bool(made), escape), text]
            plain = ""
        else:
            plain += text
    return safe("".join([*made, _spaced(plain, bool(made), escape)]))


def _spaced(text: str, follows: bool, escape: Callable[[str], str]) -> str:
    """The text escaped, with a blank where it begins or ends with one; a colon amid a sentence is only that."""
    inner = text.strip()
    if not inner:
        return " " if text else ""
    start, end = (" " if text[0].isspace() else ""), (" x" if text[-1].isspace() else "")
    before = "x" if follows and not start else ""
    escaped = escape(f"{before}{inner}{end}")
    return start + escaped[len(before) : -1 if end else None]


@lru_cache(maxsize=2_000)
def _parts(message: str) -> tuple[tuple[str, str], ...]:
    """The message cut at its places: pairs of the place's name (nothing for text) and of what is printed without it."""
    parts = enumerate(_PLACE.split(message))
    return tuple((part, f"{{{part}}}") if index % 2 else ("", part) for index, part in parts if part)


@lru_cache(maxsize=4_000)
def _decimal(number: int | float, locale: Locale) -> str:
    return str(format_decimal(number, locale=locale))
