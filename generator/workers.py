"""Reads files in several processes: what comes out is the same, in the same order, as from one.

At most a few batches are under way at a time, so that memory stays flat however many files there are.
"""

from __future__ import annotations

import gc
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TypeVar

from .curate import Curation
from .model import Record
from .pipeline import Run, Tools, prepare, read
from .problems import Problem

T = TypeVar("T")
Files = list[tuple[Path, str]]  # path, document name

BATCH = 16  # files that a process reads at a time
_AHEAD = 3  # batches per process that are under way or wait to be taken


def prepare_machine(root: Path) -> tuple[Run, Tools]:
    """What finds the machine's own findings, without any editor's decision."""
    run, tools = prepare(root)
    gc.freeze()  # the lexicon stays as long as the process: nothing of it is garbage to look for
    return run, replace(tools, curation=Curation())


def read_in_processes(
    root: Path, batches: Iterable[Files], home: str | None, jobs: int, make: Callable[[Record], T]
) -> Iterator[tuple[list[T], list[Problem]]]:
    """For every batch of files, in order: what `make` makes of their records, and the problems met.

    `make` is a function of a module, so that another process can find it. Raises BrokenProcessPool where one died.
    """
    waiting: deque[Future[tuple[list[T], list[Problem]]]] = deque()
    with ProcessPoolExecutor(jobs) as processes:
        for batch in batches:
            waiting.append(processes.submit(_read, root, batch, home, make))
            if len(waiting) >= _AHEAD * jobs:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


_prepared = cache(prepare_machine)  # once a process


def _read(root: Path, files: Files, home: str | None, make: Callable[[Record], T]) -> tuple[list[T], list[Problem]]:
    """The same of one batch, in the process that was given it."""
    run, tools = _prepared(root)
    run.problems = []
    return [make(record) for record in read(run, tools, files, home)], run.problems
