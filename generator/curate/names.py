"""Names that decisions use and the taxonomy does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from ..problems import Problem, error
from ..taxonomy import Taxonomy
from ..yamlfile import Key, Positions, dotted
from .schema import Add, Correct, Merge, Plain, Step

#: What the entries of a field must be: a kind of entry in the taxonomy. `party` is a country or a group.
_LISTS = {"partners": "country", "groups": "group", "themes": "theme"}
_FIELDS: Mapping[str, Mapping[str, str]] = {
    "partner": {"code": "country"},
    "mention": {"code": "country"},
    "group": {"id": "group"},
    "theme": {"id": "theme"},
    "figure": {"indicator": "indicator"},
    "person": {"country": "country"},
    "programme": {"id": "programme"},
    "agreement": {"parties": "party"},
}
_EXAMPLES = {"country": "FR", "group": "asean", "theme": "space", "indicator": "agreements", "programme": "svom"}


def unknown_names(
    step: Step | Plain, path: tuple[Key, ...], taxonomy: Taxonomy, positions: Positions, file: str
) -> Iterator[Problem]:
    """Every name in a decision that is not in the taxonomy, with one that may be meant."""
    known = _known(taxonomy)
    for where, kind, name in _names(step, path):
        if name not in known[kind]:
            near = get_close_matches(name, known[kind], n=1)
            yield error(
                f"unknown-{kind}",
                f"{name!r} is not in the taxonomy.",
                file=file,
                line=positions.line(where),
                field=dotted(where),
                example=near[0] if near else _EXAMPLES.get(kind, "FR or asean"),
            )
    if isinstance(step, Merge) and step.name is None:
        identifier = step.into.partition(":")[2]
        if identifier not in taxonomy.programmes:
            where = (*path, "name")
            message = f"{identifier!r} is not in programmes.yml, so the merged programme needs a name."
            example = "name: Two Rivers Telescope"
            at = positions.line(where)
            yield error("invalid-field", message, file=file, line=at, field=dotted(where), example=example)


def _known(taxonomy: Taxonomy) -> dict[str, Collection[str]]:
    return {
        "country": taxonomy.countries,
        "group": taxonomy.groups,
        "theme": taxonomy.themes,
        "indicator": taxonomy.indicators,
        "programme": taxonomy.programmes,
        "party": {*taxonomy.countries, *taxonomy.groups},
    }


def _names(step: Step | Plain, path: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    """Each name with its place and what it must be."""
    if isinstance(step, Plain):
        kind = _LISTS.get(step.field)
        for index, name in enumerate(step.value if kind else ()):
            yield (*path, index), kind or "", name
    elif isinstance(step, Add):
        yield from _in_fields(step.add, step.new, (*path, "new"))
    elif isinstance(step, Correct) and isinstance(step.to, dict):
        yield from _in_fields(step.correct.partition(":")[0], step.to, (*path, "to"))


def _in_fields(
    kind: str, values: Mapping[str, Any], path: tuple[Key, ...]
) -> Iterator[tuple[tuple[Key, ...], str, str]]:
    for field, wanted in _FIELDS.get(kind, {}).items():
        value = values.get(field)
        if isinstance(value, str):
            yield (*path, field), wanted, value
        for index, name in enumerate(value if isinstance(value, list) else ()):
            yield (*path, field, index), wanted, str(name)
    scope = values.get("scope")
    for field, wanted in (("countries", "country"), ("groups", "group")) if isinstance(scope, dict) else ():
        names = scope.get(field) if isinstance(scope, dict) else None
        for index, name in enumerate(names if isinstance(names, list) else ()):
            yield (*path, "scope", field, index), wanted, str(name)
