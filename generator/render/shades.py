"""Numbers with a shade: the more, the stronger; what a shade means stands beside them in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from ..catalog.steps import limits, step_of
from .escape import Markdown, classed
from .voice import Voice


@dataclass(frozen=True, slots=True)
class Shades:
    """A scale for counts of one kind."""

    lowest: tuple[int, ...]  # count of each shade

    @classmethod
    def of(cls, counts: Iterable[int]) -> Shades:
        """The scale that reaches from one to the highest of `counts`."""
        return cls(limits(max(counts, default=0)))

    def name(self, number: int) -> str:
        """What the shade of a count is called in style sheets: `step-3`."""
        return f"step-{step_of(number, self.lowest)}"

    def shaded(self, number: int, text: object) -> Markdown:
        """`text` in the shade of a count."""
        return classed(text, "shade", self.name(number))

    def legend(self, voice: Voice) -> list[Markdown]:
        """What each shade stands for: `1`, `2 to 4`, `5 and more`."""
        told = []
        for index, low in enumerate(self.lowest):
            high = self.lowest[index + 1] - 1 if index + 1 < len(self.lowest) else None
            if high is None:
                text = voice.gettext("{number} and more", number=low)
            elif high == low:
                text = voice.number(low)
            else:
                text = voice.gettext("{low} to {high}", low=low, high=high)
            told.append(self.shaded(low, text))
        return told
