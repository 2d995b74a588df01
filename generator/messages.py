"""Texts of the site that stand in tables of code."""


def mark(message: str) -> str:
    """Marks a message that stands in a table for the translators; `gettext` translates it where it is used."""
    return message
