"""What the words of data files and findings are called on the site.

`Voice.gettext` translates them where they are used. The kinds are printed as they stand in the data; they are listed
here for the translators.
"""

from __future__ import annotations

from ..model import Action, DateBasis, State
from ..taxonomy.model import Publish
from .voice import mark

#: The site's name and description, its menu and its colour schemes, as our own mkdocs.yml has them.
SITE = (
    mark("Cooperation Atlas"),
    mark("Who cooperates with whom in science and technology, on what, since when, and who says so"),
    mark("Home"),
    mark("World view"),
    mark("Programmes and people"),
    mark("Method"),
    mark("About"),
    mark("About this atlas"),
    mark("Colours: as the system. Switch to light"),
    mark("Colours: light. Switch to dark"),
    mark("Colours: dark. Switch to the system's"),
)

THEME_KINDS = (mark("field"), mark("form"))
GROUP_KINDS = (mark("bloc"), mark("organisation"), mark("initiative"), mark("region"))
SOURCE_KINDS = (
    mark("agency"),
    mark("newspaper"),
    mark("magazine"),
    mark("journal"),
    mark("broadcaster"),
    mark("website"),
    mark("ministry"),
    mark("government"),
    mark("international organisation"),
    mark("university"),
    mark("institution"),
    mark("company"),
    mark("own"),
)
PROGRAMME_KINDS = (mark("programme"), mark("facility"), mark("mission"), mark("agreement"), mark("forum"))
AGREEMENT_KINDS = (
    mark("memorandum"),
    mark("agreement"),
    mark("protocol"),
    mark("treaty"),
    mark("joint statement"),
    mark("action plan"),
    mark("charter"),
    mark("contract"),
    mark("letter of intent"),
)
DECIDED_FIELDS = (
    mark("title"),
    mark("date"),
    mark("source"),
    mark("byline"),
    mark("language"),
    mark("relevant"),
    mark("url"),
    mark("partners"),
    mark("groups"),
    mark("themes"),
    mark("gloss"),
    mark("summary"),
    mark("archive"),
    mark("state"),
    mark("article"),
)

ACTIONS = {
    Action.ACCEPT: mark("confirmed"),
    Action.REJECT: mark("left out"),
    Action.CORRECT: mark("corrected"),
    Action.ADD: mark("added"),
    Action.MERGE: mark("merged"),
    Action.SPLIT: mark("split"),
    Action.JOIN: mark("joined"),
}

STATES = {
    State.DRAFT: mark("draft, not published"),
    State.EMBARGOED: mark("embargoed"),
    State.PUBLISHED: mark("published"),
    State.WITHDRAWN: mark("withdrawn"),
}

BASIS = {
    DateBasis.STATED: mark("printed with the article"),
    DateBasis.ISSUE: mark("the date of the issue"),
    DateBasis.INFERRED: mark("worked out from what the article says"),
    DateBasis.EDITOR: mark("checked by an editor"),
}

MODES = {
    Publish.FACTS: mark("facts only"),
    Publish.EXTRACT: mark("short extracts"),
    Publish.FULL: mark("whole articles"),
}
