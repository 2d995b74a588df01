"""A key that may be meant to hide an article is told from the many that are not."""

from __future__ import annotations

import pytest

from generator.misspelt import meant_to_hide


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("State", "draft"),
        ("STATE", "withdrawn"),
        ("sate", "draft"),
        ("stat", "draft"),
        ("states", "draft"),
        ("st\u0430te", "draft"),  # a Cyrillic letter
        ("ｓｔａｔｅ", "draft"),
        ("status", "draft"),
        ("state ", "publised"),
        ("Publish", False),
        ("published", "no"),
        ("published", "not before 2027"),
        ("publish", "facts"),
        ("Until", "2027-01-15"),
        ("draft", True),
        ("Embargo", "2027-01-15"),
        ("withdrawn", "yes"),
    ],
)
def test_meant_to_hide(key: str, value: object) -> None:
    assert meant_to_hide(key, value, ("title", "date", "source"))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("status", "published"),
        ("State", "published"),
        ("published", "2024-05-21"),
        ("published", "22/08/2023"),
        ("Published", "March 3, 2021"),
        ("published", True),
        ("publish_date", "2024-05-21"),
        ("publisher", "Xinhua"),
        ("Publication", "Nature"),
        ("date", "2024-05-21"),
        ("Date", "2024-05-21"),
        ("draft", False),
        ("tags", "state"),
        ("tilte", "The state"),
        ("statement", "x"),
        (3, "x"),
        (None, None),
    ],
)
def test_not_meant_to_hide(key: object, value: object) -> None:
    assert not meant_to_hide(key, value, ("title", "date", "source"))
