"""Chinese names in Latin letters, for who knows them so and searches for them."""

from __future__ import annotations

import re
from functools import cache
from itertools import product

from ..script import HAN

_NAME = re.compile(f"[{HAN}]{{2,4}}")
_DOUBLE = 4  # a name of so many characters has a surname of two


@cache
def romanised(name: str) -> tuple[str, ...]:
    """How a name of two to four Han characters is written in pinyin (GB/T 28039): surname, then given name as one word.

    A surname with several readings gives several (曾 is Zeng, and céng elsewhere); a name in other letters gives none.
    """
    if _NAME.fullmatch(name) is None:
        return ()
    from pypinyin import Style, lazy_pinyin, pinyin  # noqa: PLC0415 - takes half a second, and not every build needs it

    at = 1 if len(name) < _DOUBLE else 2
    families = pinyin(name[:at], style=Style.NORMAL, heteronym=True, v_to_u=True)
    given = "".join(lazy_pinyin(name[at:], v_to_u=True)).capitalize()
    return tuple(f"{''.join(family).capitalize()} {given}" for family in product(*families))
