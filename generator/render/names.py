"""What things are called on the site, and where their pages are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..catalog import Atlas, Shelf
from ..catalog.axes import NOBODY, NOT_STATED
from ..catalog.independence import OWN
from ..catalog.order import UNDATED
from ..model import Agreement, Provenance, Record, State
from ..plaintext import clean
from ..taxonomy.model import Labels
from .escape import Markdown, in_language
from .links import Target
from .voice import Voice, mark
from .words import STATES

#: The indexes; `Names.index` gives each its title in the language of the page.
COUNTRIES = Target("countries/index.md", mark("Countries and regions"))
THEMES = Target("themes/index.md", mark("Themes"))
GROUPS = Target("groups/index.md", mark("Groups"))
SOURCES = Target("sources/index.md", mark("Sources"))
ARTICLES = Target("articles/index.md", mark("Articles"))
DATA = Target("data/index.md", mark("Data and downloads"))
CHANGES = Target("changes/index.md", mark("What changed"))
ASK = Target("ask/index.md", mark("Ask"))
COMPARE = Target("compare/index.md", mark("Compare"))
SEARCH = Target("search/index.md", mark("Search"))


@dataclass(frozen=True, slots=True)
class Names:
    """The names and pages of everything in an atlas, in one language. What the taxonomy does not know goes by its id.

    Everything has a name in a second language too, because many readers know a thing by that: Chinese on all pages
    but the Chinese ones, where it is English.
    """

    atlas: Atlas
    voice: Voice

    def index(self, target: Target) -> Target:
        """One of the indexes, under its title in this language."""
        return Target(target.path, self.voice.gettext(target.title))

    @property
    def second(self) -> str:
        """The language of the second names."""
        return "en" if self.voice.language == "zh" else "zh"

    @property
    def second_heading(self) -> str:
        """The name of that language, in itself."""
        return {"en": "English", "zh": "中文"}[self.second]

    def second_label(self, labels: Labels) -> Markdown:
        """A name in the second language, marked as such."""
        return in_language(labels.en if self.second == "en" else labels.zh, self.second)

    def country(self, code: str) -> Target:
        """The page of a country, under its name."""
        return Target(f"countries/{code.lower()}.md", self.country_name(code))

    def country_name(self, code: str) -> str:
        """The name of a country."""
        country = self.atlas.taxonomy.countries.get(code)
        return self.voice.country(country) if country is not None else code

    def country_second(self, code: str) -> Markdown:
        """The name of a country in the second language."""
        country = self.atlas.taxonomy.countries.get(code)
        return in_language(code if country is None else country.en if self.second == "en" else country.zh, self.second)

    @property
    def of_home(self) -> str:
        """Whose cooperation the atlas is about, after `cooperation`: ` of China`, or nothing."""
        home = self.atlas.home
        if home is None:
            return ""
        return self.voice.gettext(" of {home}", home=self.voice.with_article(self.country_name(home)))

    def theme(self, id_: str) -> Target:
        """The page of a theme, under its label."""
        theme = self.atlas.taxonomy.themes.get(id_)
        return Target(f"themes/{id_}.md", self.voice.label(theme.labels) if theme is not None else id_)

    def group(self, id_: str) -> Target:
        """The page of a group, under its label."""
        group = self.atlas.taxonomy.groups.get(id_)
        return Target(f"groups/{id_}.md", self.voice.label(group.labels) if group is not None else id_)

    def cell(self, code: str, theme: str, title: str | None = None) -> Target:
        """The page where a country and a theme cross."""
        own = self.voice.gettext("{country}: {theme}", country=self.country_name(code), theme=self.theme(theme).title)
        return Target(f"countries/{code.lower()}/{theme}.md", own if title is None else title)

    def parties(self, agreement: Agreement) -> str:
        """The countries and groups between which an agreement is."""
        return self.sides(agreement.parties)

    def sides(self, parties: Iterable[str]) -> str:
        """Countries and groups, given by their codes and ids."""
        return self.voice.listed(
            self.country_name(party) if party.isupper() else self.group(party).title for party in parties
        )

    def source(self, id_: str) -> Target:
        """The page of a source: under its name, or as it is printed."""
        return Target(f"sources/{id_}.md", self.source_name(id_))

    def source_name(self, id_: str) -> str:
        """The name of a source, or the name as printed (of its newest article)."""
        source = self.atlas.taxonomy.sources.get(id_)
        if source is not None:
            return self.voice.label(source.name)
        if id_ == NOT_STATED:
            return self.voice.gettext("Source not stated")
        printed = (record.article.source for record in self.atlas.sources[id_].records)
        return next((name for name in printed if name), id_)

    def source_of(self, record: Record) -> Target:
        """The page of the record's source."""
        return self.source(self.atlas.source_of(record))

    def article(self, record: Record) -> Target:
        """The page of an article, under its title, which is in the language of the article."""
        article, path = record.article, f"articles/{record.article.id}.md"
        if title := clean(article.title or ""):
            return Target(path, title, self.voice.apart(record.findings.language))
        untitled = self.voice.gettext("Untitled article ({date})", date=self.voice.date(article.date))
        return Target(path, untitled)

    def about(self, record: Record, themes: bool = True) -> str:
        """What a title in another language is about: an editor's gloss, else the partners (and themes) of the article.

        Nothing where the title is in the language of the page.
        """
        if not self.voice.apart(record.findings.language):
            return ""
        if record.gloss and self.voice.language == "en":
            return record.gloss
        found = record.findings
        filed = [self.country_name(place.code) for place in found.partners]
        filed += [self.theme(tag.id).title for tag in found.themes if themes]
        return self.voice.listed(filed) if record.filed else ""

    def state(self, record: Record) -> str:
        """What a preview says of an article that is not published; nothing of any other."""
        status = record.status
        if status.state is State.EMBARGOED and status.until:
            return self.voice.gettext("embargoed until {day}", day=self.voice.date(status.until))
        return "" if status.state is State.PUBLISHED else self.voice.gettext(STATES[status.state])

    def speaker(self, record: Record) -> str:
        """Who says what an article says: `according to ...`."""
        retold = record.article.digest_of
        if retold is not None:
            return self.voice.gettext("{outlet}, as retold in our digest", outlet=self.outlet(record, retold))
        id_ = self.atlas.source_of(record)
        if id_ == NOT_STATED:
            return self.voice.gettext("a source that is not stated")
        return self.source_name(id_)

    def outlet(self, record: Record, retold: Provenance) -> str:
        """The outlet of an article that a digest retells, inside a sentence: under its own name where it is known."""
        known = self.atlas.taxonomy.sources.get(self.atlas.source_of(record))
        if known is not None and known.kind != OWN:
            return self.voice.label(known.name)
        named = clean(retold.outlet)
        if named.casefold() in NOBODY:
            return self.voice.gettext("an outlet that is not stated")
        return named

    def year(self, year: str) -> str:
        """A year as people read it."""
        return self.voice.gettext("Year not known") if year == UNDATED else year

    def span(self, shelf: Shelf) -> str:
        """The years that a shelf covers: `2021 to 2024`, `2024`, `not known`."""
        if not shelf.years:
            return self.voice.gettext("not known")
        last, first = shelf.years[0], shelf.years[-1]
        return first if first == last else self.voice.gettext("{first} to {last}", first=first, last=last)
