"""What the search engine may know of a page: nothing that the page itself does not show."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..catalog import Shelf
from ..catalog.axes import themes
from ..catalog.order import when, year_of
from ..model import Person, Record
from ..plaintext import clean
from ..script import simplified
from ..taxonomy.model import ThemeEntry
from .dates import as_day
from .pinyin import romanised
from .rights import Shown
from .tree import SearchEntry, facet

if TYPE_CHECKING:
    from .desk import Desk

_TELLING = 3  # weight of a term that makes a theme nearly alone: see ThemeTerms


def article_entry(desk: Desk, record: Record) -> SearchEntry:
    """An article: its title, what may be shown of its text, and how it is filed.

    What we say of it stands there in both languages, so that a query in one finds an article in the other.
    """
    article, findings, names = record.article, record.findings, desk.names
    shown, day = desk.shown[article.id], as_day(when(record))
    source = names.source_of(record).title
    countries = {place.code: names.country_name(place.code) for place in findings.partners} if record.filed else {}
    fields = {tag.id: names.theme(tag.id).title for tag in findings.themes} if record.filed else {}
    groups = [names.group(tag.id).title for tag in findings.groups] if record.filed else []
    text = [desk.summary(record)]  # prose first: an excerpt starts with it where the words stand in the title alone
    text += [article.body] if shown.body else [*_quoted(shown, article.body)]
    text += [source, article.source or "", article.byline or "", *countries.values(), *groups, *fields.values()]
    text += [record.summary, record.summary_zh]
    if record.filed:
        text += [*(person.name for person in findings.people), *(programme.name for programme in findings.programmes)]
        text += [latin for person in findings.people for latin in romanised(simplified(person.name))]
        text += [name for code in countries for name in _country_names(desk, code)]
        text += [name for id_ in fields for name in _theme_names(desk, id_)]
    year, language = year_of(record), findings.language
    return SearchEntry(
        title=names.article(record).title,
        text=clean(" ".join(dict.fromkeys(text))),
        kind="article",
        names=(clean(record.gloss),) if record.gloss else (),
        facets={
            "country": tuple(facet(code, name) for code, name in countries.items()),
            "theme": tuple(facet(id_, name) for id_, name in fields.items()),
            "year": (facet(year, names.year(year)),),
            "source": (facet(desk.atlas.source_of(record), source),),
            "language": (facet(language, desk.voice.language_name(language)),),
        },
        note=clean(desk.voice.listed([desk.voice.date(article.date), source])),
        date=str(day or ""),
    )


def _quoted(shown: Shown, body: str) -> Iterator[str]:
    """The extracts, each with its paragraph: side by side they must not read as one long passage."""
    for (start, _), piece in sorted(shown.pieces.items()):
        yield f"“{piece}” ({1 + body[:start].count(chr(10) * 2)})"


def country_entry(desk: Desk, code: str, shelf: Shelf) -> SearchEntry:
    """A country, under all its names in both languages."""
    country = desk.atlas.taxonomy.countries.get(code)
    names = [code]
    if country is not None:
        entry = country.entry
        names = [country.en, country.zh, code]
        for more in (entry.aliases, entry.demonyms, entry.former):
            names += [*more.en, *more.zh]
    title = desk.names.country_name(code)
    fields = [desk.names.theme(theme).title for theme in shelf.count(themes)]
    return _place_entry(desk, "country", title, names, fields, shelf, {"country": (facet(code, title),)})


def _country_names(desk: Desk, code: str) -> tuple[str, ...]:
    """What a country is called in both languages, and its people: a query may say `French` or 法国."""
    country = desk.atlas.taxonomy.countries.get(code)
    return (country.en, country.zh, *country.entry.demonyms.en) if country is not None else ()


def _theme_names(desk: Desk, id_: str) -> tuple[str, ...]:
    """What a theme is called in both languages."""
    theme = desk.atlas.taxonomy.themes.get(id_)
    return (theme.labels.en, theme.labels.zh) if theme is not None else ()


def _initials(theme: ThemeEntry) -> list[str]:
    """The short form of a theme's name where it is one of its terms: AI."""
    initials = "".join(word[0] for word in theme.labels.en.split()).upper()
    return [initials] if initials in theme.terms.en else []


def _tellers(desk: Desk, theme: ThemeEntry) -> list[str]:
    """The words that make a theme nearly alone, a sentence for each language: who knows one finds the theme."""
    return [
        desk.voice.gettext("Words that tell of it: {words}.", words=desk.voice.listed(words))
        for terms in (theme.terms.en, theme.terms.zh)
        if (words := [term for term, weight in terms.items() if weight >= _TELLING])
    ]


def group_entry(desk: Desk, id_: str, shelf: Shelf) -> SearchEntry:
    """A group, under all its names in both languages."""
    group = desk.atlas.taxonomy.groups.get(id_)
    names = [id_]
    if group is not None:
        names = [group.labels.en, group.labels.zh, id_, *group.aliases.en, *group.aliases.zh]
    fields = [desk.names.theme(theme).title for theme in shelf.count(themes)]
    return _place_entry(desk, "group", desk.names.group(id_).title, names, fields, shelf, {})


def theme_entry(desk: Desk, id_: str, shelf: Shelf) -> SearchEntry:
    """A theme, under its labels and with its definitions in both languages."""
    theme = desk.atlas.taxonomy.themes.get(id_)
    title = desk.names.theme(id_).title
    names = [title, theme.labels.zh, *_initials(theme)] if theme is not None else [id_]
    text = [theme.definition.en, theme.definition.zh, *_tellers(desk, theme)] if theme is not None else []
    return _place_entry(desk, "theme", title, names, text, shelf, {"theme": (facet(id_, title),)})


def cell_entry(desk: Desk, code: str, theme: str, shelf: Shelf) -> SearchEntry:
    """The page where a country and a theme cross."""
    country, field = desk.names.country_name(code), desk.names.theme(theme).title
    known = desk.atlas.taxonomy.themes.get(theme)
    place = desk.atlas.taxonomy.countries.get(code)
    names = [f"{country} {field}"]
    if known is not None and place is not None:
        names += [f"{place.en} {known.labels.en}", f"{place.zh} {known.labels.zh}"]
        names += [f"{place.en} {short}" for short in _initials(known)]
    facets: dict[str, tuple[str, ...]] = {"country": (facet(code, country),), "theme": (facet(theme, field),)}
    return _place_entry(desk, "cell", desk.names.cell(code, theme).title, names, [], shelf, facets)


def person_entry(desk: Desk, person: Person, side: str) -> SearchEntry:
    """Somebody whom articles name, in the role and on the `side` that they give: the row among people."""
    said = [part for part in (person.role or "", side) if part]
    names = (clean(person.name), *romanised(simplified(person.name)))
    return SearchEntry(clean(person.name), clean(desk.voice.listed(said)), "person", tuple(dict.fromkeys(names)))


def source_entry(desk: Desk, id_: str, shelf: Shelf) -> SearchEntry:
    """A source, under its names and as it is printed."""
    source = desk.atlas.taxonomy.sources.get(id_)
    title = desk.names.source_name(id_)
    names = [title]
    if source is not None:
        names = [source.name.en, source.name.zh, *source.aliases]
    return _place_entry(desk, "source", title, names, [], shelf, {"source": (facet(id_, title),)})


def _place_entry(
    desk: Desk,
    kind: str,
    title: str,
    names: list[str],
    text: list[str],
    shelf: Shelf,
    facets: dict[str, tuple[str, ...]],
) -> SearchEntry:
    known = tuple(dict.fromkeys(clean(name) for name in names))
    counted = desk.voice.articles(len(shelf))
    note = desk.voice.listed([counted, desk.names.span(shelf)]) if shelf.years else counted
    return SearchEntry(clean(title), clean(" ".join([*known, *text])), kind, known, facets, note)
