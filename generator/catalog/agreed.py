"""Which agreement it is: the name that articles give it, and agreements of which they tell only by their name.

Names are found as names of programmes. Where one stands in the sentence that reports an agreement, it is that one's.
A name alone is an agreement of the home if the register says so, or if the register does not know it and the name does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml

from ..model import Agreement, Programme, Record
from ..taxonomy import Taxonomy
from . import axes
from .dossier import Dossier, Entry

_KIND = "agreement"  # in the register of programmes


@dataclass(frozen=True, slots=True)
class Agreed:
    """An agreement that articles report, under a name, or by its name alone."""

    entry: Entry[Agreement] | Entry[Programme]
    name: Programme | None


def name_of(record: Record, agreement: Agreement, taxonomy: Taxonomy) -> Programme | None:
    """The agreement's name: the first that is one in the sentences that report it."""
    told = set(agreement.evidence)
    named = (one for one in record.findings.programmes if told.intersection(one.evidence))
    return next((one for one in named if is_agreement(one, taxonomy)), None)


def is_agreement(programme: Programme, taxonomy: Taxonomy) -> bool:
    """Whether a name is that of an agreement."""
    known = taxonomy.programmes.get(programme.register_id or "")
    return known.kind == _KIND if known is not None else bool(_named().search(programme.name.strip('《》“”"')))


def agreed_in(dossier: Dossier, taxonomy: Taxonomy, home: str | None) -> tuple[Agreed, ...]:
    """The agreements of a dossier in its order, then those of which only the name is told."""
    found = [Agreed(entry, _first_name(entry, taxonomy)) for entry in dossier.agreements]
    listed = {key_of(one.name) for one in found if one.name is not None}
    for entry in dossier.programmes:
        if key_of(entry.first) not in listed and _alone(entry.first, taxonomy, home):
            found.append(Agreed(entry, entry.first))
    return tuple(found)


def key_of(programme: Programme) -> str:
    """What a programme is known by: its id in the register, else its name."""
    return programme.register_id or axes.slug_of(programme.name)


def _first_name(entry: Entry[Agreement], taxonomy: Taxonomy) -> Programme | None:
    names = (name_of(record, agreement, taxonomy) for record, agreement in entry.told)
    return next((name for name in names if name is not None), None)


def _alone(programme: Programme, taxonomy: Taxonomy, home: str | None) -> bool:
    """Whether a name alone is an agreement of the home: one of the whole world says nothing of a partner."""
    known = taxonomy.programmes.get(programme.register_id or "")
    return is_agreement(programme, taxonomy) and (known is None or home is None or home in known.parties)


@cache
def _named() -> re.Pattern[str]:
    words: dict[str, list[str]] = yaml.safe_load(Path(__file__).with_name("agreements.yml").read_text(encoding="utf-8"))
    english, chinese = "|".join(map(re.escape, words["en"])), "|".join(map(re.escape, words["zh"]))
    return re.compile(rf"\b(?:{english})(?:$|\s+(?:{'|'.join(words['en_after'])})\b)|(?:{chinese})$", re.IGNORECASE)
