"""What an article reports, in one or two sentences of our own, in English and Chinese: made from its findings alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ..amounts import counted, in_chinese, in_english
from ..model import Figure, Findings
from ..taxonomy import Taxonomy
from ..taxonomy.english import lower_first, with_article

_MOST = 6  # names in a row; a longer list ends in "and 9 more"
_TELLING = 2  # figures


def summarise(findings: Findings, home: str | None, taxonomy: Taxonomy) -> str:
    """What the article reports: cooperation of whom, with whom, on what, and the most telling figures; plain text."""
    of_home = f" of {_country(home, taxonomy)}" if home is not None else ""
    if not findings.relevant:
        return f"Reports no cooperation{of_home}."
    partners = [_country(place.code, taxonomy) for place in findings.partners]
    groups = [with_article(g.labels.en if (g := taxonomy.groups.get(tag.id)) else tag.id) for tag in findings.groups]
    parties = _listed([*partners, *groups])
    themes = [lower_first(t.labels.en if (t := taxonomy.themes.get(tag.id)) else tag.id) for tag in findings.themes]
    on = f" on {_listed(themes)}" if themes else ""
    figures = _figures(findings, "en", lambda figure: _figure_en(figure, taxonomy), "; ")
    named = f" It names {figures}." if figures else ""
    if not parties:
        return f"Reports international cooperation{of_home}{on}.{named}"
    if home is not None:
        return f"Reports cooperation{of_home} with {parties}{on}.{named}"
    among = "involving" if len(partners) + len(groups) == 1 else "between"
    return f"Reports cooperation {among} {parties}{on}.{named}"


def summarise_zh(findings: Findings, home: str | None, taxonomy: Taxonomy) -> str:
    """The same in Chinese."""
    own = _country_zh(home, taxonomy) if home is not None else ""
    if not findings.relevant:
        return f"未报道{own}的合作。" if own else "未报道合作。"
    partners = [_country_zh(place.code, taxonomy) for place in findings.partners]
    groups = [g.labels.zh if (g := taxonomy.groups.get(tag.id)) else tag.id for tag in findings.groups]
    parties = _listed_zh([*partners, *groups])
    themes = _listed_zh([t.labels.zh if (t := taxonomy.themes.get(tag.id)) else tag.id for tag in findings.themes])
    on = f"在{themes}方面" if themes else ""
    figures = _figures(findings, "zh", lambda figure: _figure_zh(figure, taxonomy), "；")
    named = f"文中数据：{figures}。" if figures else ""
    if not parties:
        return f"报道{own}{on}的国际合作。{named}"
    return f"报道{own}与{parties}{on}的合作。{named}" if own else f"报道{parties}{on}的合作。{named}"


def _figures(findings: Findings, language: str, write: Callable[[Figure], str], between: str) -> str:
    """The most telling figures that can be said in the language: indicators first, then what is counted, then money.

    What a figure counts is known in the article's own language; of an indicator both languages know the name.
    """
    known = [f for f in findings.figures if f.indicator or (f.what and findings.language == language)]
    telling = [f for f in known if f.indicator or counted(f) or f.unit.isupper()]
    telling.sort(key=lambda figure: (figure.indicator is None, not counted(figure), -figure.score))
    of_each: dict[str, Figure] = {}
    for figure in telling:
        of_each.setdefault(figure.indicator or figure.what, figure)
    return between.join(write(figure) for figure in list(of_each.values())[:_TELLING])


def _figure_en(figure: Figure, taxonomy: Taxonomy) -> str:
    indicator = taxonomy.indicators.get(figure.indicator or "")
    what = lower_first(indicator.labels.en) if indicator else figure.what
    if counted(figure):
        return in_english(figure).removesuffix(" people") + f" {what}"
    return f"{in_english(figure)} ({what})"


def _figure_zh(figure: Figure, taxonomy: Taxonomy) -> str:
    indicator = taxonomy.indicators.get(figure.indicator or "")
    return f"{indicator.labels.zh if indicator else figure.what}{in_chinese(figure)}"


def _country(code: str, taxonomy: Taxonomy) -> str:
    country = taxonomy.countries.get(code)
    return with_article(country.en if country is not None else code)


def _country_zh(code: str, taxonomy: Taxonomy) -> str:
    country = taxonomy.countries.get(code)
    return country.zh if country is not None else code


def _listed(names: Sequence[str]) -> str:
    """The names as English lists them: `a`, `a and b`, `a, b and c`; `a, and b and c` where a name has an "and"."""
    shown = list(dict.fromkeys(names))
    if len(shown) > _MOST:
        shown = [*shown[: _MOST - 1], f"{len(shown) - _MOST + 1} more"]
    last = ", and " if any(" and " in name for name in shown) else " and "
    return last.join([", ".join(shown[:-1]), shown[-1]] if len(shown) > 1 else shown)


def _listed_zh(names: Sequence[str]) -> str:
    """The names as Chinese lists them: `甲、乙、丙`; a longer list ends in the number of all."""
    shown = list(dict.fromkeys(names))
    return "、".join(shown[:_MOST]) + (f"等{len(shown)}项" if len(shown) > _MOST else "")
