"""What things are called on the site, and where their pages are."""

from __future__ import annotations

from dataclasses import dataclass

from babel import Locale, UnknownLocaleError

from ..catalog import Atlas
from ..catalog.axes import NOT_STATED
from ..catalog.order import UNDATED
from ..model import Article, Provenance, Record
from ..taxonomy.english import with_article
from .dates import in_words
from .escape import clean
from .links import Target

COUNTRIES = Target("countries/index.md", "Countries and regions")
THEMES = Target("themes/index.md", "Themes")
GROUPS = Target("groups/index.md", "Groups")
SOURCES = Target("sources/index.md", "Sources")
ARTICLES = Target("articles/index.md", "Articles")


@dataclass(frozen=True, slots=True)
class Names:
    """The names and pages of everything in an atlas. What the taxonomy does not know goes by its id."""

    atlas: Atlas

    def country(self, code: str) -> Target:
        """The page of a country, under its English name."""
        return Target(f"countries/{code.lower()}.md", self.country_name(code))

    def country_name(self, code: str) -> str:
        """The English name of a country."""
        country = self.atlas.taxonomy.countries.get(code)
        return country.en if country is not None else code

    @property
    def of_home(self) -> str:
        """Whose cooperation the atlas is about, after `cooperation`: ` of China`, or nothing."""
        home = self.atlas.home
        return f" of {with_article(self.country_name(home))}" if home is not None else ""

    def country_zh(self, code: str) -> str:
        """The Chinese name of a country."""
        country = self.atlas.taxonomy.countries.get(code)
        return country.zh if country is not None else code

    def theme(self, id_: str) -> Target:
        """The page of a theme, under its English label."""
        theme = self.atlas.taxonomy.themes.get(id_)
        return Target(f"themes/{id_}.md", theme.labels.en if theme is not None else id_)

    def group(self, id_: str) -> Target:
        """The page of a group, under its English label."""
        group = self.atlas.taxonomy.groups.get(id_)
        return Target(f"groups/{id_}.md", group.labels.en if group is not None else id_)

    def cell(self, code: str, theme: str, title: str | None = None) -> Target:
        """The page where a country and a theme cross."""
        own = f"{self.country(code).title}: {self.theme(theme).title}"
        return Target(f"countries/{code.lower()}/{theme}.md", own if title is None else title)

    def source(self, id_: str) -> Target:
        """The page of a source: under its English name, or as it is printed."""
        return Target(f"sources/{id_}.md", self.source_name(id_))

    def source_name(self, id_: str) -> str:
        """The English name of a source, or the name as printed (of its newest article)."""
        source = self.atlas.taxonomy.sources.get(id_)
        if source is not None:
            return source.name.en
        if id_ == NOT_STATED:
            return "Source not stated"
        printed = (record.article.source for record in self.atlas.sources[id_].records)
        return next((name for name in printed if name), id_)

    def source_of(self, record: Record) -> Target:
        """The page of the record's source."""
        return self.source(self.atlas.source_of(record))

    def article(self, article: Article) -> Target:
        """The page of an article, under its title."""
        title = clean(article.title or "") or f"Untitled article ({in_words(article.date)})"
        return Target(f"articles/{article.id}.md", title)

    def speaker(self, record: Record) -> str:
        """Who says what an article says: `according to ...`."""
        retold = record.article.digest_of
        if retold is not None:
            return f"{outlet(retold)}, as retold in our digest"
        id_ = self.atlas.source_of(record)
        return "a source that is not stated" if id_ == NOT_STATED else self.source_name(id_)


def outlet(retold: Provenance) -> str:
    """The outlet of an article that a digest retells, inside a sentence."""
    named = clean(retold.outlet)
    return "an outlet that is not stated" if named.casefold() in ("", "not stated", "unknown") else named


def language_name(tag: str) -> str:
    """The English name of a language; the tag itself if there is none."""
    try:
        return Locale.parse(tag, sep="-").get_display_name("en") or tag
    except (UnknownLocaleError, ValueError):
        return tag


def year_name(year: str) -> str:
    """A year as people read it."""
    return "Year not known" if year == UNDATED else year


def articles(number: int) -> str:
    """`1 article`, `2 articles`."""
    return f"{number:,} article{'' if number == 1 else 's'}"
