"""The site's name and address come from mkdocs.yml, whatever else stands in it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from generator.site import Site, page_url, read_site


@pytest.mark.parametrize(
    ("path", "url"),
    [
        ("index.md", ""),
        ("zh/index.md", "zh/"),
        ("countries/index.md", "countries/"),
        ("countries/fr.md", "countries/fr/"),
        ("articles/2024-an-index.md", "articles/2024-an-index/"),
        ("countries/fr.bib", "countries/fr.bib"),
    ],
)
def test_a_page_has_the_address_of_its_folder_and_a_file_its_own(path: str, url: str) -> None:
    assert page_url(path) == url


def test_addresses_are_public_only_where_the_sites_own_is_known() -> None:
    assert Site(url="https://atlas.example/a/").address("articles/天文台.md") == (
        "https://atlas.example/a/articles/%E5%A4%A9%E6%96%87%E5%8F%B0/"
    )
    assert Site().address("articles/a.md") == ""


def test_mkdocs_yml_gives_name_and_address_and_the_environment_may_too(tmp_path: Path) -> None:
    """Tags that MkDocs knows and we do not need are passed over."""
    config = tmp_path / "mkdocs.yml"
    config.write_text(
        "site_name: Atlas of one\nsite_url: !ENV [SITE_URL_OF_TEST, 'https://one.example/x']\n"
        "markdown_extensions:\n  - emoji: {generator: !!python/name:material.extensions.emoji.to_svg }\n",
        encoding="utf-8",
    )
    assert read_site(config, {}) == Site("Atlas of one", "", "https://one.example/x/")


@pytest.mark.parametrize("content", [None, "", "- a list", "site_name: [", "\udcff"])
def test_without_a_readable_mkdocs_yml_the_defaults_stand(content: str | None, tmp_path: Path) -> None:
    config = tmp_path / "mkdocs.yml"
    if content is not None:
        config.write_bytes(content.encode("utf-8", "surrogateescape"))
    assert read_site(config, {}) == Site()


def test_the_day_of_the_build_is_known_only_where_the_environment_names_it(tmp_path: Path) -> None:
    missing = tmp_path / "mkdocs.yml"
    assert read_site(missing, {"SOURCE_DATE_EPOCH": "1716249600"}).built == date(2024, 5, 21)
    assert read_site(missing, {}).built is None
    assert read_site(missing, {"SOURCE_DATE_EPOCH": "soon"}).built is None
