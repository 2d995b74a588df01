"""One sentence in our own words that says what an article reports, made from its findings alone."""

from __future__ import annotations

from collections.abc import Sequence

from ..model import Article, Findings
from ..taxonomy import Taxonomy
from ..taxonomy.english import lower_first, with_article

_MOST = 6  # names in a row; a longer list ends in "and 9 more"


def summarise(article: Article, findings: Findings, home: str | None, taxonomy: Taxonomy) -> str:
    """What the article reports: cooperation of whom, with whom, on what; plain text, no word of the source's."""
    of_home = f" of {_country(home, taxonomy)}" if home is not None else ""
    if not findings.relevant:
        return f"Reports no cooperation{of_home}."
    partners = [_country(place.code, taxonomy) for place in findings.partners]
    groups = [with_article(g.labels.en if (g := taxonomy.groups.get(tag.id)) else tag.id) for tag in findings.groups]
    parties = _listed([*partners, *groups])
    themes = [lower_first(t.labels.en if (t := taxonomy.themes.get(tag.id)) else tag.id) for tag in findings.themes]
    on = f" on {_listed(themes)}" if themes else ""
    if not parties:
        return f"Reports international cooperation{of_home}{on}."
    if home is not None:
        return f"Reports cooperation{of_home} with {parties}{on}."
    among = "involving" if len(partners) + len(groups) == 1 else "between"
    return f"Reports cooperation {among} {parties}{on}."


def _country(code: str, taxonomy: Taxonomy) -> str:
    country = taxonomy.countries.get(code)
    return with_article(country.en if country is not None else code)


def _listed(names: Sequence[str]) -> str:
    """The names as English lists them: `a`, `a and b`, `a, b and c`; `a, and b and c` where a name has an "and"."""
    shown = list(dict.fromkeys(names))
    if len(shown) > _MOST:
        shown = [*shown[: _MOST - 1], f"{len(shown) - _MOST + 1} more"]
    last = ", and " if any(" and " in name for name in shown) else " and "
    return last.join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)
