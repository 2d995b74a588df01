"""A printed name leads to its entry, however it is written."""

from __future__ import annotations

import pytest

from generator.taxonomy import Source, SourceNames, Taxonomy, compile_sources


def names() -> SourceNames:
    entries = [
        {
            "id": "tide",
            "name": {"en": "The Tide Daily", "zh": "潮汐日报"},
            "aliases": ["Chao Xi Ri Bao"],
            "kind": "newspaper",
        },
        {
            "id": "second",
            "name": {"en": "Tide daily, the", "zh": "第二"},
            "aliases": ["TIDE-DAILY"],
            "kind": "newspaper",
        },
    ]
    sources = {str(entry["id"]): Source.model_validate(entry) for entry in entries}
    return compile_sources(Taxonomy({}, {}, {}, sources))


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("The Tide Daily", "tide"),
        ("THE TIDE-DAILY", "tide"),
        ("《潮汐日报》", "tide"),
        ("潮汐日報", "tide"),
        ("Chaoxi Ribao", "tide"),
        ("ＴＩＤＥ　ＤＡＩＬＹ", "second"),
        ("Tide Weekly", None),
        ("潮汐", None),
        ("", None),
        ("...", None),
        (None, None),
    ],
)
def test_case_spaces_punctuation_width_and_script_do_not_matter(printed: str | None, found: str | None) -> None:
    assert names().find(printed) == found
