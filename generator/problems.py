"""What is wrong with an input, said so that a person can act on it.

A problem is a value, not an exception: stages return the problems they meet beside the good results, so that everything
wrong is reported at once and bad input never loses good input.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How bad a problem is."""

    ERROR = "error"  # some input was left out, or an editor's decision could not be applied
    WARNING = "warning"  # everything was used, but a person should look


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it is, and what right would look like."""

    severity: Severity
    code: str  # short and stable, for programs: "empty-file"
    message: str  # one sentence for a person
    file: str | None = None  # path as the user would type it, POSIX separators
    line: int | None = None  # 1-based
    field: str | None = None  # dotted path inside the file: "countries[3].code"
    example: str | None = None  # what is right

    def __str__(self) -> str:
        """The problem on one line: `file:line: severity: [code] field: message. Example: ...`."""
        place = self.file or ""
        if place and self.line is not None:
            place += f":{self.line}"
        head = f"{place}: " if place else ""
        field = f"{self.field}: " if self.field else ""
        tail = f" Example: {self.example}" if self.example else ""
        return f"{head}{self.severity}: [{self.code}] {field}{self.message}{tail}"


def error(code: str, message: str, **where: str | int | None) -> Problem:
    """A problem that left something out; `where` takes file, line, field and example."""
    return Problem(Severity.ERROR, code, message, **where)  # type: ignore[arg-type]


def warning(code: str, message: str, **where: str | int | None) -> Problem:
    """A problem that a person should look at; `where` takes file, line, field and example."""
    return Problem(Severity.WARNING, code, message, **where)  # type: ignore[arg-type]
