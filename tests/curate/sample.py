"""A small project on disk, read as the pipeline reads it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

from generator.catalog import Atlas
from generator.model import Record
from generator.pipeline import Run, read_project

#: A digest of four items, two of which have the same title and date, and two the same title only.
ITEMS = {
    "bridge": (
        "A telescope is agreed for the two academies\nThe Northern Herald· 2024-05-21 09:10\n\n"
        "China and Serbia signed an agreement on a joint telescope in Belgrade on 20 May 2024. "
        "The two sides have 114 cooperation agreements on science and technology.\n\n"
        "“We will watch the sky together for many years,” said Jelena Markovic, minister of science of Serbia.\n"
    ),
    "brief": (
        "Scientists of the two countries meet again\nThe Northern Herald· 2024-05-22 09:10\n\n"
        "China and Hungary opened a joint laboratory for materials in Budapest on 21 May 2024. "
        "Some 40 scientists from Hungary and China will work there.\n"
    ),
    "twin": (
        "Scientists of the two countries meet again\nThe Northern Herald· 2024-05-22 09:10\n\n"
        "China and Chile agreed to study glaciers together with 40 scientists. "
        "Researchers from Chile will visit China in June.\n"
    ),
    "later": (
        "Scientists of the two countries meet again\nThe Northern Herald· 2024-05-29 09:10\n\n"
        "China and Peru signed a memorandum on potatoes. Scientists of Peru and China will share seeds.\n"
    ),
}


def digest(*names: str) -> str:
    """A document with the items in a given order."""
    return "\n\n".join(ITEMS[name] for name in names or ITEMS)


def write(root: Path, articles: dict[str, str], decisions: dict[str, str] | None = None) -> Path:
    """A project that has these articles (beside earlier ones) and these curation files (alone), by name."""
    shutil.rmtree(root / "content" / "curation", ignore_errors=True)
    for folder, files in (("articles", articles), ("curation", decisions or {})):
        for name, text in files.items():
            path = root / "content" / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    (root / "content" / "atlas.yml").write_text("home: CN\n", encoding="utf-8")
    return root


def read(root: Path, today: date | None = None, preview: bool = False) -> tuple[Run, Atlas]:
    """The project, read."""
    return read_project(root, preview, today)


def about(run: Run, words: str) -> Record:
    """The record whose body has these words."""
    (record,) = [record for record in run.records if words in record.article.body]
    return record
