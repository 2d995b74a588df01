"""What an article reports, in one or two sentences of our own, in English and Chinese: made from its findings alone."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..amounts import counted, counted_in_english, in_chinese, in_english, in_millions, roundly
from ..model import Figure, Findings
from ..taxonomy import Taxonomy
from ..taxonomy.english import lower_first, with_article

_MOST = 6  # names in a row; a longer list ends in "and 9 more"
_TELLING = 2  # figures
_SURE = 0.8  # a figure of a lower score may count nothing
_NO_NOUN = re.compile(
    r"[了着过的去年今其首将有为已它他她们被把与和及每各]|.{9}"
)  # in Chinese: a verb, or half a sentence
_NOTHING_NAMED = {"others", "ones", "them", "these", "those", "many", "each"}


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
    figures = _figures(findings, "en", lambda figure: _figure_en(figure, taxonomy), " and ")
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
    parties = _listed_zh([*partners, *groups], "方")
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
    known = [f for f in findings.figures if f.indicator or (findings.language == language and _says_what(f, language))]
    telling = [f for f in known if f.indicator or counted(f) or f.unit.isupper()]
    telling.sort(key=lambda f: (f.indicator is None, not counted(f), f.unit != "person", -f.score, -(f.value or 0)))
    of_each: dict[str, Figure] = {}
    for figure in telling:
        of_each.setdefault(figure.indicator or figure.what, figure)
    return between.join(write(figure) for figure in list(of_each.values())[:_TELLING])


def _says_what(figure: Figure, language: str) -> bool:
    """Whether what a figure counts can be told with it in a few words."""
    if not figure.what or figure.score < _SURE or figure.what.casefold() in _NOTHING_NAMED:
        return False
    if language == "en" or figure.unit.isupper():
        return True
    return _NO_NOUN.search(figure.what) is None and (figure.unit == "person" or _measured_zh(figure) is not None)


def _figure_en(figure: Figure, taxonomy: Taxonomy) -> str:
    indicator = taxonomy.indicators.get(figure.indicator or "")
    what = lower_first(indicator.labels.en) if indicator else figure.what
    if counted(figure):
        return counted_in_english(figure, what)
    if figure.unit.isupper():
        return f"{what} of {in_millions(figure)}" if indicator else in_millions(figure)
    return f"{in_english(figure)} ({what})"


def _figure_zh(figure: Figure, taxonomy: Taxonomy) -> str:
    indicator = taxonomy.indicators.get(figure.indicator or "")
    measured = None if indicator else _measured_zh(figure)
    if measured:
        return measured
    if figure.unit.isupper() and indicator is None:
        return in_chinese(figure)
    words = roundly(figure) if counted(figure) else None
    return f"{indicator.labels.zh if indicator else figure.what}{words[1] if words else in_chinese(figure)}"


def _measured_zh(figure: Figure) -> str | None:
    """What is counted with its measure word, as the sentence has it: 14种切割头; None where it stands otherwise."""
    for piece in figure.evidence[:1] if figure.unit == "count" else ():
        found = re.search(rf"[0-9万亿余多](?P<word>[\u4e00-\u9fff]{{1,2}}?){re.escape(figure.what)}", piece.exact)
        if found is not None:
            return f"{in_chinese(figure)}{found['word']}{figure.what}"
    return None


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


def _listed_zh(names: Sequence[str], counted_as: str = "项") -> str:
    """The names as Chinese lists them: `甲、乙、丙`; a longer list ends in the number of all."""
    shown = list(dict.fromkeys(names))
    return "、".join(shown[:_MOST]) + (f"等{len(shown)}{counted_as}" if len(shown) > _MOST else "")
