"""The day of a build is that of SOURCE_DATE_EPOCH, else today in UTC; an embargo names a day and nothing else does."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from generator.embargo import build_day, checked_until
from generator.model import State

NOW = datetime(2026, 11, 30, 23, 30, tzinfo=timezone(timedelta(hours=-2)))


def test_the_day_of_a_build() -> None:
    assert build_day({}, NOW) == date(2026, 12, 1)
    assert build_day({"SOURCE_DATE_EPOCH": ""}, NOW) == date(2026, 12, 1)
    epoch = int(datetime(2024, 2, 29, 12, tzinfo=UTC).timestamp())
    assert build_day({"SOURCE_DATE_EPOCH": str(epoch)}, NOW) == date(2024, 2, 29)


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30])
def test_a_day_that_cannot_be_read_is_no_day(epoch: str) -> None:
    with pytest.raises(ValueError, match="SOURCE_DATE_EPOCH"):
        build_day({"SOURCE_DATE_EPOCH": epoch}, NOW)


def test_an_embargo_and_its_day_belong_together() -> None:
    assert checked_until(State.EMBARGOED, "2026-12-01") == "2026-12-01"
    assert checked_until(State.DRAFT, None) is None
    wrong = [(State.EMBARGOED, None), (State.DRAFT, "2026-12-01"), (None, "2026-12-01")]
    wrong += [(State.EMBARGOED, day) for day in ("2026", "2026-12", "2026-02-30", "2026-12-01?", "XXXX-12-01", "soon")]
    for state, until in wrong:
        with pytest.raises(ValueError, match="embargo"):
            checked_until(state, until)
