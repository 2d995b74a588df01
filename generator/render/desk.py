"""What every kind of page is made with."""

from __future__ import annotations

from dataclasses import dataclass

from ..catalog import Atlas, Shelf
from ..catalog.axes import themes
from ..catalog.dossier import Dossier
from ..model import Record
from ..settings import Settings
from .escape import Markdown
from .links import Target
from .names import Names
from .press import Press
from .rights import Shown
from .views import Views
from .voice import Voice

_TOP_THEMES = 3


@dataclass(frozen=True, slots=True)
class CountryLine:
    """A country in a table."""

    target: Target
    second: Markdown  # its name in the second language
    number: int
    sources: int  # independent ones
    years: str
    in_years: tuple[str, ...]  # those that have articles
    themes: tuple[Target, ...]  # the most frequent
    all_themes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Desk:
    """The atlas, what may be shown of its articles, and the press."""

    atlas: Atlas
    settings: Settings
    voice: Voice
    names: Names
    views: Views
    press: Press
    shown: dict[str, Shown]  # by article id
    preview: bool
    dossier: Dossier  # what all filed articles report

    def summary(self, record: Record) -> str:
        """What the article reports, in our own words."""
        return (record.summary_zh if self.voice.language == "zh" else "") or record.summary

    def counted(self, shelf: Shelf) -> str:
        """How many articles a shelf has, how many sources they come from, and how many of these speak for one state."""
        articles, number = self.voice.articles(len(shelf)), self.atlas.independent(shelf)
        if not number:
            return self.voice.gettext("{articles}, no source stated", articles=articles) if len(shelf) else articles
        sources = self.voice.ngettext("{n} source", "{n} sources", number)
        said = self.voice.gettext("{articles}, {sources}", articles=articles, sources=sources)
        state = self.of_one_state(shelf)
        return self.voice.gettext("{part} ({unknown})", part=said, unknown=state) if state else said

    def of_one_state(self, shelf: Shelf) -> str:
        """What several sources of a shelf are that one state owns or edits; nothing for fewer than two."""
        found = self.atlas.of_one_state(shelf)
        if found is None:
            return ""
        state = self.voice.with_article(self.names.country_name(found[0]))
        return self.voice.ngettext(
            "{n} of them is owned or edited by the state: {country}",
            "{n} of them are owned or edited by one state: {country}",
            found[1],
            country=state,
        )

    def country_lines(self) -> list[CountryLine]:
        """The countries with articles, the most articles first."""
        lines = [self._country_line(code, shelf) for code, shelf in self.atlas.countries.items()]
        return sorted(lines, key=lambda line: (-line.number, line.target.title))

    def _country_line(self, code: str, shelf: Shelf) -> CountryLine:
        of_themes = [count.target for count in self.views.counts(shelf, themes, self.names.theme)]
        return CountryLine(
            target=self.names.country(code),
            second=self.names.country_second(code),
            number=len(shelf),
            sources=self.atlas.independent(shelf),
            years=self.names.span(shelf),
            in_years=shelf.years,
            themes=tuple(of_themes[:_TOP_THEMES]),
            all_themes=tuple(theme.title for theme in of_themes),
        )

    def reported(self, shelf: Shelf, of_what: str) -> str:
        """The first sentence of a page, such as `3 articles, 2021 to 2024, report cooperation of China with France`."""
        when = self.voice.gettext(", {years},", years=self.names.span(shelf)) if shelf.years else ""
        return self.voice.ngettext(
            "{n} article{when} reports cooperation{of_home} {of_what}.",
            "{n} articles{when} report cooperation{of_home} {of_what}.",
            len(shelf),
            when=when,
            of_home=self.names.of_home,
            of_what=of_what,
        )
