"""What an editor states about an article: YAML between two `---` lines at the top of the file.

In HTML it stands inside a comment at the top. A field that is wrong is not used, and the error says so; front matter
that cannot be read at all leaves the article out. What other programs call a field (frontmatter.yml) fills up what is
not stated under our own name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from difflib import get_close_matches
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationInfo, field_validator

from ..edtf import EdtfText
from ..embargo import checked_until
from ..misspelt import meant_to_hide
from ..model import Metadata, Provenance, State, Status
from ..problems import Problem, error, warning
from ..yamlfile import check, parse
from .aliases import field_of, in_our_words

_MOST_CHARACTERS = 20_000
_DEEPEST = 10

_KEY = re.compile(r"([^\W\d][\w -]{0,40}?)[ \t]*:(?:\s|$)")
_HTML_OPENING = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?(?:<!doctype[^>]*>\s*)?<!--[ \t]*\n?(?=---[ \t]*\n)", re.IGNORECASE)


def _line(value: Any) -> Any:
    return " ".join(value.split()) if isinstance(value, str) else value


def _listed(value: Any) -> Any:
    return [value] if isinstance(value, dict) else value


_Text = Annotated[str, BeforeValidator(_line), Field(min_length=1, max_length=1000)]
_Url = Annotated[str, Field(pattern=r"^https?://[^\s<>\"]+$", max_length=2000)]


class DigestOf(BaseModel):
    """The article that a digest of our own retells."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    outlet: _Text = Field(examples=["Xinhua"])
    date: EdtfText | None = Field(None, examples=["2024-05-21"])
    title: _Text | None = Field(None, examples=['"Two academies open a laboratory"'])
    url: _Url | None = Field(None, examples=["https://example.org/news/1"])


class FrontMatter(BaseModel):
    """The fields that front matter may have."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    title: _Text | None = Field(None, examples=['"Two academies open a laboratory"'])
    date: EdtfText | None = Field(None, examples=["2024-05-21"])
    source: _Text | None = Field(None, examples=["Science and Technology Daily"])
    byline: _Text | None = Field(None, examples=["Jane Doe"])
    author: _Text | None = Field(None, description="another name of byline", examples=["Jane Doe"])
    url: _Url | None = Field(None, examples=["https://example.org/news/1"])
    language: str | None = Field(None, pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", examples=["zh-CN"])
    digest_of: Annotated[tuple[DigestOf, ...], BeforeValidator(_listed)] = Field(
        (), examples=['{outlet: Xinhua, date: 2024-05-21, title: "Two academies open a laboratory"}']
    )
    state: State | None = Field(None, description="who may see it", examples=["draft"])
    until: str | None = Field(
        None, validate_default=True, description="the day on which an embargo ends", examples=["2027-01-15"]
    )
    why: _Text | None = Field(None, description="the reason for its state", examples=["The publisher asked for it."])

    @field_validator("until")
    @classmethod
    def _embargo_has_an_end(cls, until: str | None, info: ValidationInfo) -> str | None:
        """An embargo names its day; nothing else has one."""
        return checked_until(info.data.get("state"), until)

    def metadata(self) -> Metadata:
        """The same as the stages know it."""
        return Metadata(
            title=self.title,
            date=self.date,
            source=self.source,
            byline=self.byline or self.author,
            url=self.url,
            language=self.language,
            digest_of=tuple(Provenance(item.outlet, item.date, item.title, item.url) for item in self.digest_of),
            status=Status(self.state, self.until, self.why or "") if self.state is not None else None,
        )


@dataclass(frozen=True, slots=True)
class Split:
    """A text, cut behind its front matter."""

    yaml: str | None  # None: there is no front matter
    yaml_line: int  # 1-based line of the file on which the YAML starts
    rest: str
    rest_line: int  # 1-based line of the file on which the rest starts


def split(text: str, html: bool = False) -> Split:
    """Cuts the front matter off; a text that merely begins with a rule has none. Lines must end with newlines."""
    nothing = Split(None, 1, text, 1)
    opening = _HTML_OPENING.match(text) if html else re.match(r"\s*(?=---[ \t]*\n)", text)
    if opening is None:
        return nothing
    before = text[: opening.end()].count("\n")
    lines = text[opening.end() :].split("\n")
    end = next((n for n, line in enumerate(lines) if n and line.rstrip() in ("---", "...")), None)
    if end is None or not _has_keys(lines[1:end]):
        return nothing
    stated = "\n".join(lines[1:end])
    if html:
        return Split(stated, before + 2, text, 1)
    return Split(stated, before + 2, "\n".join(lines[end + 1 :]), before + end + 2)


def _has_keys(lines: list[str]) -> bool:
    """Whether lines are meant as YAML: the first says `key:`, and a field that we know, or nothing but keys, follows.

    A dispatch between two rules ("LISBON: ...") is not.
    """
    top = [line for line in lines if line.strip() and not line.startswith((" ", "\t", "#", "- ", "-\t"))]
    keys = [_KEY.match(line) for line in top]
    if not top or keys[0] is None:
        return False
    names = [key[1] for key in keys if key]
    return (
        any(name in FrontMatter.model_fields or field_of(name) for name in names)
        or (len(names) == len(top) and all(name.islower() for name in names))
        or any(meant_to_hide(key[1], key.string[key.end() :], FrontMatter.model_fields) for key in keys if key)
    )


def read(stated: str, first_line: int, shown: str) -> tuple[Metadata, list[Problem]]:
    """The metadata in front matter, without the fields that are wrong; every fault with line, field and example.

    What has a state that cannot be read is a draft, because it may be one; so is what has a key that may mean a state.

    Fields that we do not know are common in collected Markdown (`tags`, `layout`): they are passed over with a warning.
    An error with the code `front-matter` means that it cannot be read at all: what the editor stated is not known, so
    the article is left out.
    """
    problem = _bomb(stated, first_line, shown)
    if problem:
        return Metadata(), [problem]
    data, positions, problems = parse(stated, shown, first_line)
    if problems:
        return Metadata(), [_left_out(problem) for problem in problems]
    if not isinstance(data, dict):
        fault = error("front-matter", "fields with values are wanted here.", file=shown, line=first_line)
        return Metadata(), [_left_out(fault)]
    own, dated, understood = in_our_words(data, FrontMatter.model_fields)
    known = {key: value for key, value in own.items() if key in FrontMatter.model_fields}
    other = {key: value for key, value in data.items() if key not in FrontMatter.model_fields and key not in understood}
    hiding = {key for key, value in other.items() if meant_to_hide(key, value, FrontMatter.model_fields)}
    problems = [_unknown(str(key), positions.line((str(key),)), shown, key in hiding) for key in other]
    if hiding and "state" not in known:
        known = {**known, "state": State.DRAFT}
    matter, faults = check(known, FrontMatter, positions, shown)
    if matter is None:
        problems += [_dropped(fault) for fault in faults]
        wrong = {re.split(r"[.\[]", fault.field or "")[0] for fault in faults}
        known = {key: value for key, value in known.items() if key not in wrong}
        if wrong & {"state", "until"}:
            known = {**known, "state": State.DRAFT, "until": None}
        matter, _ = check(known, FrontMatter, positions, shown)
    return replace(matter.metadata() if matter else Metadata(), dated=dated), problems


def _left_out(problem: Problem) -> Problem:
    message = f"{problem.message} The article is left out until its front matter is right."
    return replace(problem, code="front-matter", message=message)


def _dropped(problem: Problem) -> Problem:
    return replace(problem, code="front-matter-field", message=f"{problem.message} The field is not used.")


def _unknown(key: str, line: int, shown: str, hiding: bool) -> Problem:
    """A field that we do not know, with the one that may be meant."""
    if hiding:
        message = (
            "there is no such field; it may keep the article from the public, so without a state: this is a draft."
        )
        return error("front-matter-field", message, file=shown, line=line, field=key, example="state: draft")
    near = get_close_matches(key.lower(), FrontMatter.model_fields, n=1)
    message = "there is no such field; it is passed over."
    return warning("front-matter-field", message, file=shown, line=line, field=key, example=near[0] if near else None)


def _bomb(stated: str, first_line: int, shown: str) -> Problem | None:
    """Refuses YAML that is made to cost: too long, too deep, or with aliases, which front matter never needs."""
    if len(stated) > _MOST_CHARACTERS:
        message = f"front matter of more than {_MOST_CHARACTERS:,} characters is refused; the text belongs below it."
        return error("front-matter", message, file=shown, line=first_line)
    depth = 0
    try:
        for token in yaml.scan(stated, Loader=yaml.CSafeLoader):
            line = token.start_mark.line + first_line
            if isinstance(token, (yaml.AliasToken, yaml.AnchorToken, yaml.TagToken)):
                message = "anchors (&), aliases (*) and tags (!) are refused in front matter; put the text in quotes."
                return error("front-matter", message, file=shown, line=line, example='title: "*Text*"')
            if isinstance(token, (yaml.FlowMappingStartToken, yaml.FlowSequenceStartToken)):
                depth += 1
            elif isinstance(token, (yaml.FlowMappingEndToken, yaml.FlowSequenceEndToken)):
                depth -= 1
            if depth > _DEEPEST:
                return error("front-matter", "this is nested too deeply for front matter.", file=shown, line=line)
    except yaml.YAMLError:
        return None  # the parser says it better
    return None
