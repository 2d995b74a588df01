"""What holds for every template, so that the escaping boundary has no side door."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

FOLDER = Path(__file__).parents[2] / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*.md.j2"))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_prints_nothing_behind_the_boundary(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"\|\s*(safe|e|escape|forceescape|tojson|xmlattr|urlize)\b", text)
    assert not re.search(r"{%-?\s*(autoescape|macro|import|from)\b", text)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_values_stand_only_in_double_quoted_attributes_that_load_nothing(path: Path) -> None:
    for tag in re.findall(r"<[a-z][^>]*>", path.read_text(encoding="utf-8")):
        assert not re.search(r"='|=\s*{|\b(?:href|src|on\w+|style)=", tag)


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_class_names_are_ours(path: Path) -> None:
    names = re.findall(r'class="([^"]*)"', path.read_text(encoding="utf-8"))
    assert all(re.fullmatch(r"atlas-[a-z_-]+", name) for name in names)
