"""Chinese names are found by how they are written in Latin letters."""

from __future__ import annotations

import pytest

from generator.render.pinyin import romanised


@pytest.mark.parametrize(
    ("name", "latin"),
    [
        ("张军", "Zhang Jun"),
        ("李晓明", "Li Xiaoming"),
        ("曾小青", "Zeng Xiaoqing"),  # céng elsewhere
        ("吕布", "Lü Bu"),
        ("欧阳文山", "Ouyang Wenshan"),
    ],
)
def test_a_name_is_written_as_in_a_passport(name: str, latin: str) -> None:
    assert latin in romanised(name)


@pytest.mark.parametrize("name", ["Marie Curie", "何塞·黎刹", "李", ""])
def test_what_is_no_chinese_name_is_left_alone(name: str) -> None:
    assert romanised(name) == ()
