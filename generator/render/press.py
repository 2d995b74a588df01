"""Makes a page of a template: front matter, Jinja, and the one escaping boundary."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol
from unicodedata import east_asian_width

import yaml
from jinja2 import BytecodeCache, Environment, FileSystemLoader, StrictUndefined
from jinja2.bccache import Bucket

from ..catalog.order import when
from ..model import Record
from ..plaintext import clean
from ..settings import Project
from .beside import Asides
from .dates import as_day
from .escape import (
    Markdown,
    anchored,
    classed,
    code,
    dated,
    finalize,
    findable,
    html_text,
    in_language,
    keyed,
    strong,
    valued,
)
from .links import Target, external, link
from .tree import Page, SearchEntry
from .voice import Voice

#: A wider title, counted in letters (a Han character is as wide as two), would fill a phone's screen in the usual type.
_LONG_TITLE = 100


class _Compiled(BytecodeCache):
    """Keeps compiled templates for the next language, and for the next build of a preview; Jinja compares the texts."""

    def __init__(self) -> None:
        self._kept: dict[str, bytes] = {}  # by the template's place

    def load_bytecode(self, bucket: Bucket) -> None:
        """Gives Jinja what is kept of a template."""
        if (kept := self._kept.get(bucket.key)) is not None:
            bucket.bytecode_from_string(kept)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keeps what Jinja has compiled."""
        self._kept[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def environment(project: Project, voice: Voice) -> Environment:
    """Jinja for pages in the language of `voice`: every expression passes `finalize`.

    Filters and operators give plain text, which is escaped.

    Templates include each other and never call macros: what a macro returns is plain text to Jinja, and stays so.
    """
    jinja = Environment(
        loader=FileSystemLoader(project.template_folders),
        undefined=StrictUndefined,
        finalize=finalize,
        autoescape=False,  # noqa: S701 - HTML escaping would not hold in Markdown; finalize escapes for both
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        bytecode_cache=_COMPILED,
    )
    jinja.globals.update(
        _=voice.gettext,
        ngettext=voice.ngettext,
        number=voice.number,
        foreign=voice.foreign,
        external=external,
        strong=strong,
        code=code,
        anchored=anchored,
        findable=findable,
        classed=classed,
        keyed=keyed,
        dated=dated,
        valued=valued,
    )
    return jinja


class Witness(Protocol):
    """An article that gives a figure, and who says it."""

    @property
    def speaker(self) -> str:
        """Who says it."""

    @property
    def article(self) -> Target:
        """Where."""


@dataclass(frozen=True, slots=True)
class Press:
    """Prints the pages of one language."""

    jinja: Environment
    shared: dict[str, Any]  # what every template may use
    voice: Voice
    asides: Asides

    def page(
        self,
        template: str,
        target: Target,
        description: str,
        *,
        search: SearchEntry | None = None,
        records: Iterable[Record] = (),
        head: str = "",
        wide: bool = False,
        **context: Any,
    ) -> Page:
        """The page at `target` from `template`; `records` are the articles it tells of, `head` is HTML for its head.

        A `wide` page has no table of contents beside it.

        Paths are the same in every language, and the pages of a language stand in its folder. So a link between two
        pages is the same for all, and only a link to a file, which is there once, leads out of the folder (`file`).
        """
        here = target.path
        told = tuple(records)
        beside = self.asides.of(template, target, description, told)
        body = self.jinja.get_template(f"{template}.md.j2").render(
            self.shared,
            title=_heading(target),
            link=partial(link, here),
            links=partial(self.links, here),
            tellers=partial(self.tellers, here),
            witnesses=partial(self.witnesses, here),
            file=partial(self.file, here),
            **context,
        )
        more: dict[str, object] = {"head": head, "hide": ["toc"] if wide else []}
        if beside is not None:
            body += self.jinja.get_template("beside.md.j2").render(beside=beside, file=partial(self.file, here))
            more |= {"head": head + beside.head, "links": list(beside.links)}
        return Page(
            path=self.voice.folder + here,
            title=clean(target.title),
            markdown=front_matter(target.title, description, template, search is not None, more) + body.rstrip() + "\n",
            updated=newest(told),
            search=search,
        )

    def links(self, here: str, targets: Iterable[Target]) -> str:
        """Links from the page at `here` to all of `targets` in a row."""
        return self.voice.listed([link(here, target) for target in targets])

    def tellers(self, here: str, told: Iterable[Target], more: int = 0, sources: int = 0, alone: bool = False) -> str:
        """Who says so, as links from the page at `here`, how many more articles do, and how many sources these are.

        Where the word of one source is `alone`, this is said: more articles of it are no second source.
        """
        said = self.voice.listed([link(here, target) for target in told], "; ")
        if more:
            others = self.voice.ngettext("{n} more article", "{n} more articles", more)
            if alone:
                others = self.voice.ngettext(
                    "{n} more article of the same source", "{n} more articles of the same source", more
                )
            said = self.voice.gettext("{part}; {unknown}", part=said, unknown=others)
        if sources < 2:
            return said
        counted = self.voice.ngettext("{n} source", "{n} sources", sources)
        return self.voice.gettext("{part} ({unknown})", part=said, unknown=counted)

    def witnesses(self, here: str, told: Iterable[Witness], sources: int) -> str:
        """Who gives a figure, each with a link to the article, and how many articles and sources these are."""
        said = [self.voice.gettext("{kind}: {name}", kind=one.speaker, name=link(here, one.article)) for one in told]
        every = self.voice.listed(said, "; ")
        if len(said) < 2:
            return every
        articles = self.voice.articles(len(said))
        counted = self.voice.ngettext("{n} source", "{n} sources", sources)
        both = self.voice.gettext("{articles}, {sources}", articles=articles, sources=counted) if sources else articles
        return self.voice.gettext("{part} ({unknown})", part=every, unknown=both)

    def file(self, here: str, path: str, text: str) -> Markdown:
        """A link from the page at `here` to a file of the tree, such as `data/articles.json`."""
        return link(self.voice.folder + here, Target(path, text))


def front_matter(
    title: str, description: str, kind: str, searchable: bool, more: Mapping[str, object] | None = None
) -> str:
    """YAML front matter whose texts are safe to print into HTML, as MkDocs and its themes do.

    Of `more`, what is not empty is added: `head`, HTML for the page's head; `links`, the `link` elements that belong
    into it, each with `rel`, `type`, `title`, and the `path` of a file below the site's root; `hide`, what
    Material is to leave out.
    """
    data: dict[str, object] = {"title": html_text(title), "description": html_text(description), "kind": kind}
    if not searchable:
        data["search"] = {"exclude": True}
    data |= {key: value for key, value in (more or {}).items() if value}
    return f"---\n{yaml.safe_dump(data, allow_unicode=True, sort_keys=False, width=float('inf'))}---\n\n"


def _heading(target: Target) -> Markdown:
    """The title at the head of the page; a long one is marked, to be set smaller."""
    heading = in_language(target.title, target.lang)
    width = sum(2 if east_asian_width(letter) in "WF" else 1 for letter in target.title)
    return classed(heading, "long") if width > _LONG_TITLE else heading


def newest(records: Iterable[Record]) -> date | None:
    """The newest day that the articles' dates give; None where no year is known."""
    return max((day for record in records if (day := as_day(when(record))) is not None), default=None)
