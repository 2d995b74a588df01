"""A corpus that tempts a site to show too much: every mode of publishing, both languages, sentences without end.

The words between the names are invented by dice, so that whatever of them stands on a page comes from the article.
"""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import yaml

ROOT = Path(__file__).parents[2]

#: id, English name, Chinese name, mode, kind
SOURCES = (
    ("quiet-gazette", "The Quiet Gazette", "静默时报", "facts", "newspaper"),
    ("morning-wire", "The Morning Wire", "晨讯通讯社", "extract", "agency"),
    ("open-lab", "Open Lab News", "开放实验室网", "full", "institution"),
    ("cooperation-atlas", "Our Digest", "本站摘编", "full", "own"),
)
_SYLLABLES = re.findall("..", "bakedifoguhajelimonuparesitovuwaxeyozu")
_HAN = (
    "砚楸槿榫泅洇涓淖湫溏漪潆澹瀛炀焘煜熹牍牖猗玢珏琇璞甑畛疃皙睟砼硎碣磬祜禊稔窈竽笏筚箜篌"
    "粢絜绡缃缣罟翊耄肱胤腴臬舁艋芄苕茕荑莼菡"
)
_PARTNERS = (("France", "法国"), ("Serbia", "塞尔维亚"), ("Brazil", "巴西"), ("Kenya", "肯尼亚"))


@dataclass(frozen=True)
class Written:
    """An article of the corpus."""

    name: str  # of its file
    language: str
    mode: str  # what its source allows
    text: str  # the whole file
    body: str  # the paragraphs


def _word(dice: random.Random) -> str:
    return "".join(dice.choice(_SYLLABLES) for _ in range(dice.randint(3, 4)))


def _filler(dice: random.Random, language: str, number: int) -> str:
    if language == "zh":
        return "".join(dice.choice(_HAN) for _ in range(number))
    return " ".join(_word(dice) for _ in range(number))


def _sentence(dice: random.Random, language: str, partner: tuple[str, str], size: int) -> str:
    """A sentence that reports cooperation, with `size` words or characters that nobody else uses.

    Between them stands little else in a row: words that several articles share must not be taken for a leak.
    """
    one, two, three = (_filler(dice, language, size // 3 + 1) for _ in range(3))
    number = dice.randint(11, 999)
    if language == "zh":
        return dice.choice(
            [
                f"中国与{partner[1]}{one}签署科技合作协议，{two}共建{number}个联合实验室，{three}。",
                f"{one}中国和{partner[1]}科学家{two}联合研究海洋，{three}培训青年科学家{number}名。",
                f"“{one}中{partner[1][0]}科技合作{two}”，部长{dice.choice('李王')}砚楸说{three}。",
            ]
        )
    return dice.choice(
        [
            f"China and {partner[0]} {one} signed an agreement {two} on {number} joint laboratories {three}.",
            f"Scientists from China {one} and {partner[0]} began joint research {two}, {number} students {three}.",
            f'"{one[:1].upper()}{one[1:]} cooperation with {partner[0]} {two}," said Minister Li Keba {three}.',
        ]
    )


def _body(dice: random.Random, language: str, shape: str) -> str:
    partner = dice.choice(_PARTNERS)
    sizes = {
        "news": [[24, 27, 24], [30, 24], [27, 33, 24, 30]],
        "endless": [[160], [240], [24]],
        "short": [[24]],
        "one-paragraph": [[30, 24, 33, 27, 60]],
        "quotes": [[70], [75], [80], [60]],
        "many": [[24] for _ in range(24)],
    }[shape]
    blank = "" if language == "zh" else " "
    return "\n\n".join(blank.join(_sentence(dice, language, partner, size) for size in sizes_) for sizes_ in sizes)


SHAPES = ("news", "endless", "short", "one-paragraph", "quotes", "many")


def articles(seed: int = 20260101) -> list[Written]:
    """Every shape in both languages from every source, also unlisted and missing ones; and copies across sources."""
    dice = random.Random(seed)
    made = []
    sources = [*SOURCES, ("", "Some Village Post", "某村报", "extract", "")]
    for number, (id_, en, zh, mode, _) in enumerate(sources):
        for language in ("en", "zh"):
            for shape in SHAPES:
                body = _body(dice, language, shape)
                name = f"{shape}-{language}-{id_ or f'unlisted{number}'}"
                made.append(_file(dice, name, language, mode, zh if language == "zh" else en, body))
    secret = _body(dice, "en", "news")  # of a source that allows facts only, and reprinted by those that allow more
    made += [_file(dice, f"copy-{id_}", "en", "facts", en, secret) for id_, en, _, _, _ in SOURCES[:3]]
    shared = _body(dice, "zh", "news")
    made += [_file(dice, f"reprint-{n}", "zh", "extract", "晨讯通讯社", shared) for n in range(4)]
    return made


def _file(dice: random.Random, name: str, language: str, mode: str, source: str, body: str) -> Written:
    title = "中国与伙伴国科技合作新进展" if language == "zh" else "China and its partners deepen scientific cooperation"
    head = ["---", f"date: 2024-{dice.randint(1, 12):02}-{dice.randint(1, 28):02}"]
    head += [f"source: {source}"] if source else []
    head += [] if name.startswith("one-paragraph") else [f"title: {title} ({name})"]
    text = "\n".join([*head, "---", "", body, ""])
    return Written(f"{name}.txt", language, mode, text, body)


def project(root: Path, made: list[Written]) -> Path:
    """A project that holds the articles, with the repository's settings, pages and templates."""
    shutil.copytree(ROOT / "templates", root / "templates")
    shutil.copytree(ROOT / "content" / "pages", root / "content" / "pages")
    shutil.copy(ROOT / "mkdocs.yml", root)
    shutil.copy(ROOT / "content" / "atlas.yml", root / "content")
    folder = root / "content" / "articles"
    folder.mkdir()
    for one in made:
        (folder / one.name).write_text(one.text, encoding="utf-8")
    entries = [
        {"id": id_, "name": {"en": en, "zh": zh}, "kind": kind, "publish": mode, "licence": "CC-BY-4.0"}
        for id_, en, zh, mode, kind in SOURCES
    ]
    (root / "content" / "taxonomy").mkdir()
    (root / "content" / "taxonomy" / "sources.yml").write_text(yaml.safe_dump(entries, allow_unicode=True), "utf-8")
    return root
