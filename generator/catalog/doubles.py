"""Articles that are in the corpus twice, or seem to be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from ..model import Article, Record
from ..problems import Problem, error, warning


def without_double_ids(records: list[Record]) -> tuple[list[Record], list[Problem]]:
    """The records with an address of their own; the later one of two (by file, then item) is left out and reported."""
    kept: dict[str, Record] = {}
    problems: list[Problem] = []
    for record in sorted(records, key=lambda r: (r.article.doc, r.article.item)):
        # Addresses become file names, and some file systems tell neither case nor normal forms apart.
        address = unicodedata.normalize("NFC", record.article.id).casefold()
        first = kept.setdefault(address, record)
        if first is not record:
            problems.append(
                error(
                    "double-id",
                    f"{_place(record.article)} has the id {record.article.id!r} of {_place(first.article)}; it is left "
                    "out. Remove one of the two files if they are the same, else give this article its own title or "
                    "date in its front matter.",
                    file=_file(record.article),
                    example="title: The exact title of this article",
                )
            )
    return list(kept.values()), problems


def same_title_and_date(records: list[Record]) -> list[Problem]:
    """A warning for each article whose title and date another one has already, whatever the case and punctuation."""
    problems: list[Problem] = []
    for first, second in twins(records):
        article = second.article
        when = f"date ({article.date})" if article.date else "lack of a date"
        problems.append(
            warning(
                "same-title-and-date",
                f"{_place(article)} has the title and the {when} of {_place(first.article)}: {article.title!r}. Both "
                "are kept and counted. Remove one of the two files if they are the same article; if not, nothing "
                "needs to be done.",
                file=_file(article),
            )
        )
    return problems


def twins(records: Iterable[Record]) -> Iterator[tuple[Record, Record]]:
    """The first article with a title and date, and each other one with the same; case and punctuation do not count."""
    seen: dict[tuple[str, str], Record] = {}
    for record in sorted(records, key=lambda r: (r.article.doc, r.article.item)):
        article = record.article
        title = re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", article.title or "").casefold())
        first = seen.setdefault((title, (article.date or "").rstrip("?")), record)
        if title and first is not record:
            yield first, record


def _place(article: Article) -> str:
    return f"item {article.item} of {article.doc}"


def _file(article: Article) -> str:
    return f"content/articles/{article.doc}"
