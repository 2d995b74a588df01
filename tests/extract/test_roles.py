"""Who has a part in the work of an article is filed; who is compared, sat out or sold something is only named."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import Lexicon, extract
from generator.model import Article

CASES: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("roles_cases.yml").read_text(encoding="utf-8"))
#: F1 of partners, F1 of all that is named, share of right relevance, articles filed under a mere mention; at
#: first sight of the first 36 they were .61, .99, .69 and 9.
LEAST, WRONGLY = (0.98, 0.97, 0.97), 1


def test_the_parts_that_countries_have_are_told_apart(lexicon: Lexicon) -> None:
    """Partners, names and relevance stay where they are, and no mere mention is filed."""
    partners, named = Counter[str](), Counter[str]()
    right, wrongly = [], []
    for case in CASES:
        article = Article("a.txt", 1, case["id"], case["title"], None, None, None, None, None, None, case["body"])
        found = extract(article, lexicon, case["home"], ())
        either = set(case.get("either", ()))
        filed, wanted = {place.code for place in found.partners} - either, set(case.get("partners", ()))
        have, want = filed | {place.code for place in found.mentions} - either, wanted | set(case.get("mentions", ()))
        partners.update(right=len(filed & wanted), wrong=len(filed ^ wanted))
        if "mentions" in case:
            named.update(right=len(have & want), wrong=len(have ^ want))
        if case.get("relevant", True) is not None:
            right.append(found.relevant is case.get("relevant", True))
        assert {tag.id for tag in found.groups} >= set(case.get("groups", ())), case["id"]
        wrongly += [case["id"]] if filed - wanted else []
    scores = (*(2 * tally["right"] / (2 * tally["right"] + tally["wrong"]) for tally in (partners, named)),)
    assert all(score >= least for score, least in zip((*scores, sum(right) / len(right)), LEAST, strict=True)), scores
    assert len(wrongly) <= WRONGLY, wrongly


@pytest.mark.parametrize(
    ("body", "partners"),
    [
        ("Our academy and Chile signed a protocol. Guests from Peru could not land.", ["CL"]),
        ("Our academy and Chile signed a protocol. Guests from Peru may come later.", ["CL"]),
        ("Our academy and Chile signed a protocol. Peru lends the second ship.", ["CL", "PE"]),
        ("Our academy and Chile signed a protocol. Peru lends its farmers money.", ["CL"]),
        ("Our academy and Chile signed a protocol. A Peruvian firm maintains the pumps.", ["CL"]),
        ("Our academy and Chile signed a protocol. Peru's navy maintains the pumps.", ["CL", "PE"]),
        ("Our academy and Chile signed a protocol. Peru maintains a larger fleet of its own.", ["CL"]),
        ("我院与智利签署议定书。秘鲁派来两名潜水员。", ["CL", "PE"]),
        ("我院与智利签署议定书。秘鲁代表参加了签约仪式。", ["CL"]),
        ("我院与智利签署议定书。秘鲁的商店买走了十台，那是零售，不算合作。", ["CL"]),
        ("从南斯拉夫引进的李子树结果了。中南两国园艺工作者签署了协议。", []),
    ],
)
def test_one_sentence_tells_who_has_a_part(body: str, partners: list[str], read: Any) -> None:
    """What is added to an article of cooperation with Chile files whom it names only where that has a part."""
    assert sorted(place.code for place in read(body).partners) == partners


SENTENCES: dict[str, dict[str, list[str]]] = yaml.safe_load(
    Path(__file__).with_name("role_sentences.yml").read_text(encoding="utf-8")
)
#: Articles that report cooperation: home, body with a place for the sentence, partners without it.
AROUND = {
    "en": [
        ("CN", "China and Chile opened a joint station in May. {} It cost 4 million.", {"CL"}),
        ("CN", "Our academy and Chile signed a protocol on a station. The two sides will share all data. {}", {"CL"}),
        (None, "Ghana and Chile opened a joint station in May. {}", {"CL", "GH"}),
        ("AU", "The Hobart academy and Chile's oceanographers have built a joint station. {} It will grow.", {"CL"}),
    ],
    "zh": [
        ("CN", "中国与智利共建的联合站点五月启用。{}", {"CL"}),
        ("CN", "我院与智利签署了联合站点的议定书，双方将共享数据。{}总投资四千万元。", {"CL"}),
        (None, "加纳和智利合建的站点五月启用。{}", {"GH", "CL"}),
    ],
}
#: The share of right filings that was reached; at first sight .87, .68, .95 and .86.
REACHED = {("en", "none"): 0.99, ("en", "part"): 0.95, ("zh", "none"): 0.99, ("zh", "part"): 1.0}


@pytest.mark.parametrize(("language", "kind"), REACHED)
def test_a_sentence_files_whom_it_gives_a_part(language: str, kind: str, read: Any) -> None:
    """The share of sentences about Peru that file it where they should, and only there, does not fall."""
    right = []
    for sentence in SENTENCES[language][kind]:
        added = {"PE", "KE"} if "Kenya" in sentence or "肯尼亚" in sentence else {"PE"}
        for home, body, partners in AROUND[language]:
            found = {place.code for place in read(body.format(sentence), home=home).partners}
            right.append(found == (partners | added if kind == "part" else partners))
    assert sum(right) / len(right) >= REACHED[language, kind]
