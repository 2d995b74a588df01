"""What a person should look at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ..model import Article, Place, ReviewItem, Tag

_SURE = 0.6  # a filing below this score is shown to an editor


def find_review_items(
    article: Article, relevant: bool, partners: Sequence[Place], groups: Sequence[Tag], doubtful: Sequence[str]
) -> Iterator[ReviewItem]:
    """Everything about the article that a person should decide."""
    if article.title is None:
        yield ReviewItem("no-title", "no title was found")
    if article.date is None:
        yield ReviewItem("no-date", "no date was found")
    elif "XXXX" in article.date:
        yield ReviewItem("date-without-year", f"the year of {article.date} is not known")
    elif "?" in article.date:
        yield ReviewItem("date-without-year", f"the year of {article.date} was inferred")
    if relevant and not partners and not groups:
        yield ReviewItem("no-partner", "cooperation is reported, but no country or group was found to file it under")
    for pair in doubtful:
        yield ReviewItem("ambiguous-pair", f"“{pair}” was read by likelihood alone")
    for place in partners:
        if place.score < _SURE:
            yield ReviewItem("low-score", f"{place.code} was filed on weak evidence (score {place.score})", place.id)
