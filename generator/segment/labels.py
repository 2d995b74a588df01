"""Labels that stand over what they name, on a line of their own: "Source:" over "Drylands Institute"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..model import Line
from .bylines import is_name_line
from .credits import labels_alone
from .dates import find_dates
from .words import ends_sentence, width

_VALUE = 90  # columns; a longer line is text
_HEAD = 30  # lines among which credits stand


def with_values(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page's head, each label that stands alone joined with the line under it.

    Without its colon a label only counts over what can be nothing else: "Published" over a day, "Author" over a name.
    """
    out: list[Line] = []
    taken = False
    for line, below in zip(lines, [*lines[1:], None], strict=True):
        if taken:
            taken = False
        elif below is not None and len(out) < _HEAD and _belongs(line, below):
            label = line.text.strip().rstrip(":： ")
            out.append(replace(line, text=f"{label}: {below.text.strip()}"))
            taken = True
        else:
            out.append(line)
    return out


def _belongs(line: Line, below: Line) -> bool:
    """Whether a line is a label, and the one under it what it names."""
    kind = labels_alone(line.text)
    value = below.text.strip()
    if kind is None or line.level or below.level or width(value) > _VALUE or labels_alone(value) is not None:
        return False
    dated = any(date.start <= len("Wednesday, ") for date in find_dates(value))
    if line.text.rstrip()[-1:] in ":：":
        return dated if kind in ("date", "updated") else not ends_sentence(value)
    return not below.gap and (dated if kind in ("date", "updated") else kind == "byline" and is_name_line(value))
