"""YAML files that people edit: read, validated, and every fault reported with file, line and field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar, cast

import yaml
from pydantic import BaseModel, ValidationError

from .problems import Problem, error

Model = TypeVar("Model", bound=BaseModel)
Key = str | int


class Positions:
    """Maps a path of keys to the line on which its value starts."""

    def __init__(self, root: yaml.Node | None, first_line: int) -> None:
        self._root = root
        self._first = first_line

    def line(self, path: Iterable[Key]) -> int:
        """The 1-based line of the deepest part of `path` that the file holds."""
        node = self._root
        best = node.start_mark.line if node is not None else 0
        for key in path:
            child = _child(node, key)
            if child is None:
                break
            start, node = child
            best = start.start_mark.line
        return best + self._first


def _child(node: yaml.Node | None, key: Key) -> tuple[yaml.Node, yaml.Node] | None:
    """The node that names `key` (for the position) and the node that holds its value."""
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value == str(key):
                return name, value
    if isinstance(node, yaml.SequenceNode) and isinstance(key, int) and key < len(node.value):
        return node.value[key], node.value[key]
    return None


class _UniqueKeyLoader(yaml.CSafeLoader):
    """A safe loader with the scalars of YAML 1.2, which refuses a key written twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """A mapping; raises ConstructorError for a key that stands twice."""
        seen: set[str] = set()
        for name, _ in node.value:
            if isinstance(name, yaml.ScalarNode) and name.value != "<<":
                if name.value in seen:
                    raise yaml.constructor.ConstructorError(
                        None, None, f"the key {name.value!r} stands twice", name.start_mark
                    )
                seen.add(name.value)
        return super().construct_mapping(node, deep)


_BOOLEAN = re.compile(r"^(?:true|True|TRUE|false|False|FALSE)$")  # YAML 1.2: NO is Norway, not false
_UniqueKeyLoader.yaml_implicit_resolvers = {
    first: [
        (tag, _BOOLEAN if tag == "tag:yaml.org,2002:bool" else rule)
        for tag, rule in rules
        if tag != "tag:yaml.org,2002:timestamp"
    ]
    for first, rules in yaml.CSafeLoader.yaml_implicit_resolvers.items()
}
#: What the constructors of PyYAML raise on explicit tags that do not fit their value (`!!bool maybe`), besides its own.
_UNREADABLE = (yaml.YAMLError, RecursionError, ValueError, LookupError, AttributeError, TypeError)


def parse(text: str, file: str, first_line: int = 1) -> tuple[Any, Positions, list[Problem]]:
    """The data in `text`, where its parts stand, and what is wrong; data is None where it cannot be read at all."""
    try:
        loader = _UniqueKeyLoader(text)
        try:
            node = loader.get_single_node()
            data = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except _UNREADABLE as fault:
        mark = getattr(fault, "problem_mark", None) or getattr(fault, "context_mark", None)
        line = (mark.line if mark else 0) + first_line
        said = getattr(fault, "problem", None) or (str(fault).splitlines() or [type(fault).__name__])[0]
        tab = mark is not None and "\t" in "".join(text.splitlines()[mark.line : mark.line + 1])
        problem = error(
            "yaml-syntax",
            f"this is not valid YAML: {said}.",
            file=file,
            line=line,
            example="blanks in the place of the tab" if tab else 'title: "Text: with a colon"',
        )
        return None, Positions(None, first_line), [problem]
    return data, Positions(node, first_line), []


def check(
    data: Any, model: type[Model], positions: Positions, file: str, path: tuple[Key, ...] = ()
) -> tuple[Model | None, list[Problem]]:
    """`data` as a `model`, or every field that is wrong; `path` says where in the file the data stands."""
    try:
        return model.model_validate(data), []
    except ValidationError as fault:
        return None, [_explain(item, model, positions, file, path) for item in fault.errors()]


def _explain(item: Any, model: type[BaseModel], positions: Positions, file: str, path: tuple[Key, ...]) -> Problem:
    """A pydantic error as a problem, with the field's own example where the model has one."""
    where = (*path, *(key for key in item["loc"]))
    messages = {
        "extra_forbidden": "no such field here",
        "missing": "this field is required",
        "model_type": "fields with values are wanted here",
        "tuple_type": "a list is wanted here",
        "dict_type": "fields with values are wanted here",
        "string_pattern_mismatch": f"{str(item['input'])[:60]!r} is not written as it must be here",
    }
    message = messages.get(item["type"], item["msg"].removeprefix("Value error, "))
    example = None
    for key in item["loc"]:
        described = model.model_fields.get(str(key))
        if described is not None and described.examples:
            example = f"{key}: {described.examples[0]}"
        break
    if item["type"] in {"extra_forbidden", "model_type"}:
        example = "the fields " + ", ".join(model.model_fields)
    return error(
        "invalid-field", f"{message}.", file=file, line=positions.line(where), field=dotted(where), example=example
    )


def dotted(path: Iterable[Key]) -> str:
    """A path of keys as people write it: `themes[3].labels.en`."""
    text = ""
    for key in path:
        text += f"[{key}]" if isinstance(key, int) else f".{key}" if text else key
    return text


def read_text(path: Path, file: str) -> tuple[str | None, list[Problem]]:
    """The text of a YAML file (UTF-8), or why it cannot be read."""
    try:
        return path.read_text(encoding="utf-8-sig"), []
    except UnicodeDecodeError as fault:
        return None, [error("not-utf8", f"byte {fault.start} is not UTF-8; save the file as UTF-8.", file=file)]
    except OSError as fault:
        return None, [error("unreadable", f"cannot be read: {fault.strerror}.", file=file)]


def load_list(
    path: Path, model: type[Model], file: str, mend: Callable[[Any], Model | None] | None = None
) -> tuple[list[Model], list[Problem]]:
    """The valid entries of a YAML file that is a list, and every fault in the others; `mend` may save some of those."""
    text, problems = read_text(path, file)
    if text is None:
        return [], problems
    entries, problems = _entries(text, model, file, mend)
    return cast("list[Model]", entries[:]), problems[:]


@lru_cache(maxsize=16)  # a preview reads the same files at every change; neither entries nor problems can change
def _entries(
    text: str, model: type[BaseModel], file: str, mend: Callable[[Any], BaseModel | None] | None
) -> tuple[list[BaseModel], list[Problem]]:
    """The same for the text of a file."""
    data, positions, problems = parse(text, file)
    if problems or data is None:
        return [], problems
    if not isinstance(data, list):
        return [], [
            error("not-a-list", "the file must be a list of entries.", file=file, line=1, example="- id: space")
        ]
    entries: list[BaseModel] = []
    for index, item in enumerate(data):
        entry, faults = check(item, model, positions, file, (index,))
        problems.extend(faults)
        if entry is None and mend is not None:
            entry = mend(item)
        if entry is not None:
            entries.append(entry)
    return entries, problems


def load_mapping(path: Path, model: type[Model], file: str) -> tuple[Model | None, list[Problem]]:
    """A YAML file that is one mapping, validated; None where it is not valid."""
    text, problems = read_text(path, file)
    if text is None:
        return None, problems
    data, positions, problems = parse(text, file)
    if problems:
        return None, problems
    return check(data if data is not None else {}, model, positions, file)
