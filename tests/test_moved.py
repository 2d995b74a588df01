"""Old addresses of articles lead to the new ones, and a line that cannot work is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.moved import load_moved

KNOWN = {"2024-new-1a2b", "2023-other-3c4d"}


def load(text: str, folder: Path) -> tuple[dict[str, str], list[tuple[int | None, str]]]:
    """What the file says, and the line and the message of each problem."""
    path = folder / "redirects.yml"
    path.write_text(text, encoding="utf-8")
    moved, problems = load_moved(path, "content/redirects.yml", KNOWN)
    return moved, [(problem.line, problem.message) for problem in problems]


def test_without_the_file_nothing_has_moved(tmp_path: Path) -> None:
    assert load_moved(tmp_path / "redirects.yml", "content/redirects.yml", KNOWN) == ({}, [])


def test_an_old_id_leads_to_the_new_one_also_in_several_steps(tmp_path: Path) -> None:
    text = "2022-oldest-5e6f: 2023-old-7a8b\n2023-old-7a8b: 2024-new-1a2b\n2021-天文台-9c0d: 2023-other-3c4d\n"
    moved, problems = load(text, tmp_path)
    assert problems == []
    assert moved == {
        "2022-oldest-5e6f": "2024-new-1a2b",
        "2023-old-7a8b": "2024-new-1a2b",
        "2021-天文台-9c0d": "2023-other-3c4d",
    }


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("2020-old-1111: 2020-nowhere-2222", "no article has the id"),
        ("2024-new-1a2b: 2023-other-3c4d", "still there"),
        ("2020-a-1: 2020-b-2\n2020-b-2: 2020-a-1", "in a circle"),
        ("../../index: 2024-new-1a2b", "no id of an article"),
        ("a/b: 2024-new-1a2b", "no id of an article"),
        (f"{'x' * 201}: 2024-new-1a2b", "no id of an article"),
        ('"": 2024-new-1a2b', "no id of an article"),
    ],
)
def test_a_line_that_cannot_work_is_left_out_and_told_with_its_place(line: str, message: str, tmp_path: Path) -> None:
    moved, problems = load(f"2020-fine-0000: 2024-new-1a2b\n{line}\n", tmp_path)
    assert moved == {"2020-fine-0000": "2024-new-1a2b"}
    assert message in problems[0][1]
    assert problems[0][0] == 2


@pytest.mark.parametrize("text", ["- a list\n", "just text\n", "a: [unclosed\n"])
def test_a_file_of_another_shape_is_told(text: str, tmp_path: Path) -> None:
    moved, problems = load(text, tmp_path)
    assert moved == {}
    assert len(problems) == 1


def test_an_empty_file_says_nothing(tmp_path: Path) -> None:
    assert load("# nothing yet\n", tmp_path) == ({}, [])
