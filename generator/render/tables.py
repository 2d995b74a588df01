"""The whole atlas as tables, for spreadsheets and databases; of the sources' words they hold what may be shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

from ..catalog import Atlas
from ..catalog.order import when
from ..catalog.pairs import evidence_of, is_told
from ..export.table import Column, Table, Type, Value
from ..model import Evidence, Findings, Place, Record, Tag
from ..site import Site, page_url
from .published import what_of, words
from .rights import Shown, paragraph_of
from .voice import mark

_ID = Column("article_id", mark("the article that says so"), required=True, refers_to="articles.id")
_EXTRACT = Column("extract", mark("what it says, as far as the rights policy lets us show it"))
_WHERE = Column("paragraph", mark("where in the body it stands, from 1; empty: in the title"), Type.INTEGER)
_FINDING = Column("finding_id", mark("stable inside the article"), required=True)
_DATE = mark("EDTF: 2024-05-21, 2022-11-28? (year inferred), XXXX-11-28 (year unknown)")
_ROW = ("article_id", "finding_id")

Row = tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Makes the tables of one atlas."""

    atlas: Atlas
    site: Site
    shown: dict[str, Shown]  # what may be published, by article id

    def tables(self) -> list[Table]:
        """All tables; each one after those that it refers to."""
        return [
            self._countries(),
            self._themes(),
            self._groups(),
            self._sources(),
            self._indicators(),
            self._articles(),
            *self._filing(),
            *self._findings(),
        ]

    def _countries(self) -> Table:
        known = self.atlas.taxonomy.countries
        rows = [
            (
                code,
                known[code].en if code in known else code,
                known[code].zh if code in known else code,
                known[code].entry.region if code in known else None,
                len(self.atlas.countries.get(code, ())),
            )
            for code in sorted({*known, *self._codes()})
        ]
        columns = (
            Column("code", mark("ISO 3166-1 alpha-2; XK for Kosovo"), required=True),
            Column("name", mark("in English"), required=True),
            Column("name_zh", mark("in Chinese"), required=True),
            Column("region", mark("UN M49 subregion")),
            Column("articles", mark("how many articles are filed under it"), Type.INTEGER, required=True),
        )
        return Table("countries", mark("Countries and regions"), columns, tuple(rows), ("code",))

    def _codes(self) -> set[str]:
        """Every code that a row may refer to."""
        found = {*self.atlas.countries, *self.atlas.mentions}
        found |= {person.country for record in self._filed for person in record.findings.people if person.country}
        found |= {place.code for record in self.atlas.records for place in record.findings.mentions}
        return found | {source.country for source in self.atlas.taxonomy.sources.values() if source.country}

    def _themes(self) -> Table:
        known = self.atlas.taxonomy.themes
        rows: list[Row] = []
        for id_, shelf in self.atlas.themes.items():
            theme = known.get(id_)
            if theme is None:
                rows.append((id_, None, id_, None, None, None, None, len(shelf)))
            else:
                labels, meant = theme.labels, theme.definition
                rows.append((id_, theme.kind, labels.en, labels.zh, meant.en, meant.zh, theme.ford, len(shelf)))
        columns = (
            Column("id", mark("its id in the taxonomy"), required=True),
            Column("kind", mark("field of science and technology, or form of cooperation")),
            Column("name", mark("in English"), required=True),
            Column("name_zh", mark("in Chinese")),
            Column("definition", mark("what is filed here")),
            Column("definition_zh", mark("the same in Chinese")),
            Column("ford", mark("OECD field of research and development")),
            Column("articles", mark("how many articles are filed under it"), Type.INTEGER, required=True),
        )
        return Table("themes", mark("Themes"), columns, tuple(rows), ("id",))

    def _groups(self) -> Table:
        known = self.atlas.taxonomy.groups
        rows = [
            (
                id_,
                known[id_].kind if id_ in known else None,
                known[id_].labels.en if id_ in known else id_,
                known[id_].labels.zh if id_ in known else None,
                len(self.atlas.groups.get(id_, ())),
            )
            for id_ in dict.fromkeys([*known, *self.atlas.groups])
        ]
        columns = (
            Column("id", mark("its id in the taxonomy"), required=True),
            Column("kind", mark("bloc, organisation, initiative or region")),
            Column("name", mark("in English"), required=True),
            Column("name_zh", mark("in Chinese")),
            Column("articles", mark("how many articles are filed under it"), Type.INTEGER, required=True),
        )
        return Table("groups", mark("Groups of countries; a group is not its members"), columns, tuple(rows), ("id",))

    def _sources(self) -> Table:
        rows: list[Row] = []
        for id_, shelf in self.atlas.sources.items():
            source = self.atlas.taxonomy.sources.get(id_)
            if source is not None:
                about = (
                    source.kind,
                    source.country,
                    source.state_media,
                    source.licence,
                    source.publish.value,
                    source.url,
                )
                rows.append((id_, source.name.en, source.name.zh, *about, len(shelf)))
            else:
                printed = next((name for r in shelf.records if (name := r.article.source)), "not stated")
                rows.append((id_, printed, None, None, None, None, None, None, None, len(shelf)))
        columns = (
            Column("id", mark("its id in the taxonomy, or made of its name; not-stated for none"), required=True),
            Column("name", mark("in English, or as printed"), required=True),
            Column("name_zh", mark("in Chinese")),
            Column("kind", mark("agency, newspaper, institution ...")),
            Column("country_code", mark("whose it is"), refers_to="countries.code"),
            Column("state_media", mark("whether a state owns or edits it"), Type.BOOLEAN),
            Column("licence", mark("SPDX id or address")),
            Column("publish", mark("how much of it we may show: facts, extract or full")),
            Column("url", mark("its website")),
            Column("articles", mark("how many articles come from it"), Type.INTEGER, required=True),
        )
        return Table("sources", mark("Where the articles come from"), columns, tuple(rows), ("id",))

    def _indicators(self) -> Table:
        known = self.atlas.taxonomy.indicators
        used = {figure.indicator for record in self._filed for figure in record.findings.figures if figure.indicator}
        rows = [
            (id_, known[id_].labels.en, known[id_].labels.zh, known[id_].unit)
            if id_ in known
            else (id_, id_, None, None)
            for id_ in dict.fromkeys([*known, *sorted(used)])
        ]
        columns = (
            Column("id", mark("its id in the taxonomy"), required=True),
            Column("name", mark("in English"), required=True),
            Column("name_zh", mark("in Chinese")),
            Column("unit", mark("what it is counted in")),
        )
        return Table("indicators", mark("Figures that recur across articles"), columns, tuple(rows), ("id",))

    def _articles(self) -> Table:
        columns = (
            Column("id", mark("stable; the last part of the page's address"), required=True),
            Column("title", mark("as printed")),
            Column("title_en", mark("what a title in another language says, by an editor")),
            Column("date", _DATE),
            Column("date_basis", mark("stated, issue, inferred or editor")),
            Column("year", mark("the year it counts for"), Type.INTEGER),
            Column("source_id", mark("where it comes from"), required=True, refers_to="sources.id"),
            Column("source_as_printed", mark("the source in the article's own words")),
            Column("byline", mark("who wrote it, as printed")),
            Column("language", mark("BCP 47, of the body"), required=True),
            Column("url", mark("where it appeared")),
            Column("archive_url", mark("a copy that an archive keeps")),
            Column("archive_date", mark("when that copy was made")),
            Column("digest_of_outlet", mark("if it is our own digest: whose article it retells")),
            Column("digest_of_title", mark("that article's title")),
            Column("digest_of_date", mark("that article's date")),
            Column("digest_of_url", mark("that article's address")),
            Column("filed", mark("whether it reports cooperation"), Type.BOOLEAN, required=True),
            Column("partners", mark("codes of countries, for reading; one row each in the table partners")),
            Column("groups", mark("ids of groups; one row each in the table article_groups")),
            Column("themes", mark("ids of themes; one row each in the table article_themes")),
            Column("checked", mark("whether an editor has decided about it"), Type.BOOLEAN, required=True),
            Column("summary", mark("in our own words"), required=True),
            Column("summary_zh", mark("the same in Chinese")),
            Column("page", mark("its page in the atlas"), required=True),
        )
        rows = tuple(self._article(record) for record in self.atlas.records)
        return Table("articles", mark("The articles, newest first"), columns, rows, ("id",))

    def _article(self, record: Record) -> Row:
        article, found, archive = record.article, record.findings, record.archive
        retold = article.digest_of
        filed = record.filed
        page = f"articles/{article.id}.md"
        return (
            article.id,
            article.title,
            record.gloss or None,
            article.date,
            article.date_basis.value if article.date_basis is not None else None,
            when(record).year or None,
            self.atlas.source_of(record),
            article.source,
            article.byline,
            found.language,
            article.url,
            archive.url if archive is not None else None,
            archive.on if archive is not None else None,
            *((retold.outlet, retold.title, retold.date, retold.url) if retold is not None else (None,) * 4),
            filed,
            _joined(place.code for place in found.partners) if filed else None,
            _joined(tag.id for tag in found.groups) if filed else None,
            _joined(tag.id for tag in found.themes) if filed else None,
            bool(record.decisions),
            record.summary,
            record.summary_zh or None,
            self.site.address(page) or quote(page_url(page)),
        )

    def _filing(self) -> Iterator[Table]:
        """What the articles are filed under, and what they merely name."""
        score = Column("score", mark("how sure the machine is, 0 to 1"), Type.NUMBER, required=True)
        country = Column("country_code", mark("the country"), required=True, refers_to="countries.code")
        lists: tuple[tuple[str, str, Column, Callable[[Findings], tuple[Place | Tag, ...]]], ...] = (
            ("partners", mark("Countries that articles report cooperation with"), country, lambda f: f.partners),
            (
                "article_groups",
                mark("Groups that articles are filed under"),
                _reference("group", mark("the group")),
                lambda f: f.groups,
            ),
            (
                "article_themes",
                mark("Themes that articles are filed under"),
                _reference("theme", mark("the theme")),
                lambda f: f.themes,
            ),
        )
        for name, note, column, findings in lists:
            rows: dict[tuple[str, str], Row] = {}
            for record in self._filed:
                for found in findings(record.findings):
                    key = found.code if isinstance(found, Place) else found.id
                    row = (record.article.id, key, found.score, *self._says(record, found.evidence))
                    rows.setdefault((record.article.id, key), row)
            columns = (_ID, column, score, _EXTRACT, _WHERE)
            yield Table(name, note, columns, tuple(rows.values()), ("article_id", column.name))
        yield self._pairs(country)
        named = dict.fromkeys((r.article.id, place.code) for r in self.atlas.records for place in r.findings.mentions)
        note = mark("Countries that articles name without reporting cooperation with them")
        yield Table("mentions", note, (_ID, country), tuple(named), ("article_id", "country_code"))

    def _pairs(self, country: Column) -> Table:
        """Countries and themes that belong together, which two tables of an article's filing do not tell."""
        told = Column("told", mark("whether a sentence ties the one to the other"), Type.BOOLEAN, required=True)
        rows = tuple(
            (record.article.id, code, theme, is_told(record, code, theme), *self._says(record, pieces))
            for (code, theme), shelf in self.atlas.cells.items()
            for record in shelf.records
            for pieces in (evidence_of(record, code, theme),)
        )
        note = mark("Themes that articles are filed under with a country")
        columns = (_ID, country, _reference("theme", mark("the theme")), told, _EXTRACT, _WHERE)
        return Table("article_pairs", note, columns, rows, ("article_id", "country_code", "theme_id"))

    def _findings(self) -> Iterator[Table]:
        """What else was found in the articles that are filed."""
        makers: tuple[tuple[str, str, tuple[Column, ...], Callable[[Record], Iterable[Row]]], ...] = (
            ("figures", mark("Figures that articles give"), _FIGURES, self._figures),
            ("people", mark("People whom articles name"), _PEOPLE, self._people),
            (
                "programmes",
                mark("Programmes, projects and institutions that articles name"),
                _PROGRAMMES,
                self._programmes,
            ),
            ("agreements", mark("Agreements that articles report"), _AGREEMENTS, self._agreements),
            ("events", mark("Events that articles report"), _EVENTS, self._events),
        )
        for name, note, columns, rows_of in makers:
            rows: dict[tuple[Value, Value], Row] = {}
            for record in self._filed:
                for row in rows_of(record):
                    rows.setdefault((record.article.id, row[0]), (record.article.id, *row))
            yield Table(name, note, (_ID, _FINDING, *columns), tuple(rows.values()), _ROW)

    def _figures(self, record: Record) -> Iterator[Row]:
        for one in record.findings.figures:
            numbers = (one.value, one.low, one.high, one.unit, one.what, one.qualifier, one.as_of, one.indicator)
            scope = (_joined(one.scope.countries), _joined(one.scope.groups))
            yield one.id, *numbers, *scope, *self._says(record, one.evidence)

    def _people(self, record: Record) -> Iterator[Row]:
        for one in record.findings.people:
            yield one.id, one.name, one.role, one.country, *self._says(record, one.evidence)

    def _programmes(self, record: Record) -> Iterator[Row]:
        for one in record.findings.programmes:
            yield one.id, one.name, one.register_id, *self._says(record, one.evidence)

    def _agreements(self, record: Record) -> Iterator[Row]:
        for one in record.findings.agreements:
            yield one.id, one.kind, _joined(one.parties), one.date, *self._says(record, one.evidence)

    def _events(self, record: Record) -> Iterator[Row]:
        for one in record.findings.events:
            what = what_of(one, self.shown[record.article.id]) or None
            yield one.id, one.date, one.place, what, *self._says(record, one.evidence)

    def _says(self, record: Record, evidence: tuple[Evidence, ...]) -> tuple[str | None, int | None]:
        """The words that may be shown, and where the evidence stands."""
        return words(evidence, self.shown[record.article.id]) or None, _where(record, evidence)

    @property
    def _filed(self) -> tuple[Record, ...]:
        return self.atlas.filed.records


_FIGURES = (
    Column("value", mark("the number; empty for a range"), Type.NUMBER),
    Column("low", mark("the lower end of a range"), Type.NUMBER),
    Column("high", mark("its upper end"), Type.NUMBER),
    Column("unit", mark("count, person, percent, year, ISO 4217 code, or a measure"), required=True),
    Column("what", mark("what is counted, as the article says it")),
    Column("qualifier", mark("over, nearly, about, at least, up to, less than")),
    Column("as_of", mark("the time it is about, as EDTF")),
    Column("indicator_id", mark("the figure that recurs"), refers_to="indicators.id"),
    Column("countries", mark("codes of the countries it is about")),
    Column("groups", mark("ids of the groups it is about")),
    _EXTRACT,
    _WHERE,
)
_PEOPLE = (
    Column("name", mark("as printed, without titles"), required=True),
    Column("role", mark("as the article says it")),
    Column("country_code", mark("the side they speak or work for"), refers_to="countries.code"),
    _EXTRACT,
    _WHERE,
)
_PROGRAMMES = (
    Column("name", mark("as printed"), required=True),
    Column("programme_id", mark("its id in the register; empty where a pattern proposed it")),
    _EXTRACT,
    _WHERE,
)
_AGREEMENTS = (
    Column("kind", mark("memorandum, agreement, protocol ..."), required=True),
    Column("parties", mark("codes of countries and ids of groups")),
    Column("date", mark("when it was signed, as EDTF")),
    _EXTRACT,
    _WHERE,
)
_EVENTS = (
    Column("date", _DATE),
    Column("location", mark("where it took place")),
    Column("what", mark("what the article says, as far as the rights policy lets us show it")),
    _EXTRACT,
    _WHERE,
)


def _reference(name: str, note: str) -> Column:
    return Column(f"{name}_id", note, required=True, refers_to=f"{name}s.id")


def _where(record: Record, evidence: tuple[Evidence, ...]) -> int | None:
    """The paragraph of the first piece of evidence."""
    return paragraph_of(evidence[0], record.article.body) if evidence else None


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(dict.fromkeys(values)) or None
