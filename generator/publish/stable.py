"""Makes Pagefind's index the same bytes every time.

Pagefind keeps its filters, and the values of each, in hash maps: it writes them in an order that changes from run to
run, and names the files by a hash of what they then hold. Everything else it writes is stable. We sort these lists and
name the files anew.
"""

from __future__ import annotations

from typing import Any

from .packed import encoded, named, packed, unpacked

_FILTERS = 3  # the metadata is [version, pages, chunks, filters, sorts, fields], a filter in it [name, file]


def stable_filters(files: dict[str, bytes], metadata: list[Any]) -> tuple[dict[str, bytes], list[Any]]:
    """The files and metadata of an index with filters in a fixed order, under names that follow from their content."""
    stable = {path: data for path, data in files.items() if not path.endswith(".pf_filter")}
    filters = []
    for name, old in sorted(metadata[_FILTERS]):
        label, values = unpacked(files[f"filter/{old}.pf_filter"])
        content = encoded([label, sorted(values)])  # a value is [label, pages]
        filters.append([name, named(content, old)])
        stable[f"filter/{filters[-1][1]}.pf_filter"] = packed(content)
    return stable, [*metadata[:_FILTERS], filters, *metadata[_FILTERS + 1 :]]
