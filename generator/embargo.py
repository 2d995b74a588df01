"""Embargoes: the day that one names, and the day that it is judged against."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime

from .edtf import Edtf
from .model import State


def checked_until(state: State | None, until: str | None) -> str | None:
    """The day on which an embargo ends; raises ValueError where it has none, or where there is no embargo."""
    if state is not State.EMBARGOED:
        if until is not None:
            raise ValueError("only an article with `state: embargoed` has a day on which that ends")
        return None
    if until is None or not _is_day(until):
        raise ValueError("an embargo names the day on which it ends, as YYYY-MM-DD")
    return until


def _is_day(text: str) -> bool:
    try:
        known = Edtf.parse(text)
    except ValueError:
        return False
    return bool(known.year and known.day) and not known.inferred


def build_day(environment: Mapping[str, str], now: datetime) -> date:
    """The day for which a site is built: that of SOURCE_DATE_EPOCH (reproducible-builds.org) where it is set, else now.

    Raises ValueError where SOURCE_DATE_EPOCH is no number of seconds: a guess could end an embargo too early.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return now.astimezone(UTC).date()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ValueError(f"SOURCE_DATE_EPOCH must be a number of seconds, not {epoch!r}") from None
