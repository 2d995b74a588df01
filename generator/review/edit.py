"""Puts decisions into the text of an editor's file, and leaves everything else in it as it is.

The file is edited as text, so that comments and layout stay, and only at places that the YAML parser names. Where that
would not do exactly what is wanted, nothing is done.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from ..yamlfile import parse


def extended(text: str, entries: Sequence[str]) -> str | None:
    """The file with `entries`, indented by two blanks, at the end of `decisions:`; None where that cannot be done."""
    unix = text.replace("\r\n", "\n")
    lines = (unix if unix.endswith("\n") else unix + "\n").splitlines(keepends=True)
    root, key, row = _decisions(unix)
    if root is None:
        return None
    if key is None:
        made = "".join([*lines, "decisions:\n", *entries])
    elif isinstance(row, yaml.SequenceNode) and row.value and not row.flow_style:
        at = _last_line(row.value[-1]) + 1
        made = "".join([*lines[:at], *_indented(entries, row), *lines[at:]])
    elif isinstance(row, yaml.ScalarNode) and not row.value:
        at = key.end_mark.line + 1
        made = "".join([*lines[:at], *entries, *lines[at:]])
    else:
        return None
    return _checked(text, made, len(entries), None)


def settled(text: str, about: str, entry: str) -> str | None:
    """The file with its open entry about a finding replaced by `entry`; None where there is none."""
    unix = text.replace("\r\n", "\n")
    _, _, row = _decisions(unix)
    if not isinstance(row, yaml.SequenceNode) or row.flow_style:
        return None
    for index, node in enumerate(row.value):
        if isinstance(node, yaml.MappingNode) and ("decide", about) in _scalars(node):
            lines = unix.splitlines(keepends=True)
            made = [*lines[: node.start_mark.line], *_indented([entry], row), *lines[_last_line(node) + 1 :]]
            return _checked(text, "".join(made), 0, index)
    return None


def _decisions(text: str) -> tuple[yaml.Node | None, yaml.Node | None, yaml.Node | None]:
    """The root of a file (None where it is no mapping in blocks), the key `decisions`, and its value."""
    try:
        root = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None, None, None
    if not isinstance(root, yaml.MappingNode) or root.flow_style:
        return None, None, None
    for key, value in root.value:
        if isinstance(key, yaml.ScalarNode) and key.value == "decisions":
            return root, key, value
    return root, None, None


def _scalars(node: yaml.MappingNode) -> list[tuple[str, str]]:
    return [(key.value, value.value) for key, value in node.value if isinstance(value, yaml.ScalarNode)]


def _last_line(node: yaml.Node) -> int:
    """The last line of a node, from 0: blocks end where the next thing begins, so their leaves are asked."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return max(map(_last_line, last)) if isinstance(last, tuple) else _last_line(last)
    end = node.end_mark
    return int(end.line) - (1 if end.column == 0 and end.line > node.start_mark.line else 0)


def _indented(entries: Sequence[str], row: yaml.Node) -> list[str]:
    """The entries with the indentation of a list, where they have two blanks."""
    blanks = " " * row.start_mark.column
    return [blanks + line[2:] for entry in entries for line in entry.splitlines(keepends=True)]


def _checked(before: str, after: str, more: int, replaced: int | None) -> str | None:
    """The new text, with the old one's line ends, if it differs from the old one in nothing but the decisions meant."""
    old, new = (parse(text, "")[0] for text in (before, after))
    if not isinstance(old, dict) or not isinstance(new, dict):
        return None
    rows: list[list[Any]] = [list(data.pop("decisions", None) or []) for data in (old, new)]
    if replaced is not None:
        for row in rows:
            row[replaced : replaced + 1] = []
    if old != new or rows[0] != rows[1][: len(rows[0])] or len(rows[1]) != len(rows[0]) + more:
        return None
    return after.replace("\n", "\r\n") if "\r\n" in before else after
