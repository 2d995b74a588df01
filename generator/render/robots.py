"""What programs that visit a site ask for first: robots.txt and llms.txt."""

from __future__ import annotations

from ..plaintext import clean
from ..site import page_url
from .library import Library

#: The pages that a reader in a hurry needs: path, name, what is there.
_WAYS = (
    ("countries/index.md", "Countries and regions", "a page for each, with articles, themes and years"),
    ("themes/index.md", "Themes", "fields of science and technology, and forms of cooperation"),
    ("groups/index.md", "Groups", "blocs, organisations and regions"),
    ("sources/index.md", "Sources", "where the articles come from, and what of them may be shown"),
    ("articles/index.md", "Articles", "all of them, newest first"),
)
_DATA = (
    ("data/index.md", "Data and downloads", "every file, with its columns, size and licence"),
    ("data/records.jsonl", "All records", "JSON Lines, one article with its findings on each line"),
    ("data/record.schema.json", "Their JSON Schema", "what each key means"),
    ("data/datapackage.json", "Data Package", "the tables as CSV, with keys and types"),
    ("articles/all.atom.xml", "Atom feed", "the newest articles"),
)


def robot_files(library: Library) -> dict[str, bytes]:
    """Both files. Programs read robots.txt only at the root of a host."""
    site = library.site
    robots = "User-agent: *\nAllow: /\n"
    if site.url:
        robots += f"\nSitemap: {site.address('sitemap.xml')}\n"
    about = clean(site.description or "Articles about international science and technology cooperation.")
    notes = (
        "The articles belong to their publishers: pages hold facts, tables and short attributed extracts.",
        "Every claim is its source's. A count of articles does not measure cooperation.",
    )
    lines = [f"# {clean(site.name)}", "", f"> {about}", "", *(f"- {note}" for note in notes), ""]
    for heading, ways in (("Pages", _WAYS), ("Data", _DATA)):
        lines += [f"## {heading}", ""]
        lines += [f"- [{name}]({site.address(path) or page_url(path)}): {note}" for path, name, note in ways]
        lines += [""]
    return {"robots.txt": robots.encode(), "llms.txt": "\n".join(lines).encode("utf-8")}
