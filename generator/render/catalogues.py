"""Reads the translators' files: `templates/messages/<language>.po`, the project's own before ours."""

from __future__ import annotations

import io
import re
from gettext import GNUTranslations, NullTranslations
from pathlib import Path

from babel.messages import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po

from ..settings import Project

Forms = str | tuple[str, ...] | list[str]  # a message, or the forms that go with numbers

_PLACES = re.compile(r"\{\w+\}")


def read_catalogue(project: Project, tag: str) -> NullTranslations:
    """The translations into the language `tag`; messages that no catalogue translates stay English.

    A catalogue for `zh` also serves `zh-Hant` where that has none of its own. What is broken in a file is left out.
    """
    found = NullTranslations()
    for path in reversed(project.catalogues(tag)):
        translations = _translations(path, tag)
        translations.add_fallback(found)
        found = translations
    return found


def _translations(path: Path, tag: str) -> NullTranslations:
    """The usable translations of a catalogue: whole, with the same places as their message, and not marked as fuzzy."""
    try:
        catalogue = read_po(io.BytesIO(path.read_bytes()), locale=tag.replace("-", "_"))
    except (OSError, PoFileError, ValueError):
        return NullTranslations()
    for message in list(catalogue):
        if message.id and not (_whole(message.string) and same_places(message.id, message.string)):
            catalogue.delete(message.id, message.context)
    return _compiled(catalogue)


def _whole(translation: Forms | None) -> bool:
    """Whether every form is there: an empty one would be filled by the English form of that number, of two."""
    return bool(translation) and (isinstance(translation, str) or all(translation or ()))


def same_places(message: Forms, translation: Forms | None) -> bool:
    """Whether every form of the translation that is there has the same `{places}` as its message.

    Of a message with plural forms only the `{n}` may be left out: "one article".
    """
    wanted = set(_PLACES.findall(message if isinstance(message, str) else message[-1]))
    optional = set() if isinstance(message, str) else {"{n}"}
    forms = [translation] if isinstance(translation, str) else translation or ()
    return all(wanted - optional <= set(_PLACES.findall(form)) <= wanted for form in forms if form)


def _compiled(catalogue: Catalog) -> GNUTranslations:
    """The catalogue as gettext uses it, made in memory: nothing needs compiling beforehand."""
    binary = io.BytesIO()
    write_mo(binary, catalogue)
    binary.seek(0)
    return GNUTranslations(binary)
