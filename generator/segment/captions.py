"""What a caption looks like: a photograph's words are no part of the article."""

from __future__ import annotations

import re

from ..script import HAN
from .lines import LINES
from .words import width

_MAX_WIDTH = 700  # longer lines are paragraphs that happen to name a photographer
_PROSE = 3  # sentences; so many are a paragraph, though a credit closes it
_STOPS = re.compile(r"[.!?][\"”’)]*(?=\s)|[。！？]")
_PHOTO = (
    r"(?:file |stock |handout )?"
    r"(?:photos?|photograph(?:s|y)?|pictures?|images?|illustrations?|graphics?|video|map|screenshot)"
)


_FORMS = LINES.any_of(
    (
        rf"^[\[(（【〔]\s*{_PHOTO}\b.*[\])）】〕]\W*$",  # [Photo: guests walk past a turbine. /Agency]
        rf"^[\[(（]?{_PHOTO}(?:\s+(?:credits?|courtesy|source|provided|taken|shows?|by))?\s*[:：/]",  # Photo: ...
        rf"^{_PHOTO}\s+(?:credit|courtesy|by|taken|provided|shows?|released)\b",
        r"^(?:caption|credit|photo caption|above|below|left|right|pictured|top|bottom|from left"
        r"|fig(?:ure)?\.?\s*\d+)\s*[:：.]\s",
        r"^(?:this|the|an?)?\s*(?:undated\s+|combined\s+|combo\s+|handout\s+|aerial\s+|file\s+)*(?:photo|picture|image)"
        r"(?:\s+\w+){0,6}?\s+(?:taken|shows?|released|provided)\b",
        r"^(?:getty images|shutterstock|unsplash|i ?stock(?:photo)?|alamy(?: stock photo)?|depositphotos|pixabay|flickr"
        r"|(?:reuters|afp|epa|ap|pa)(?: photos?| images)?|人民视觉|视觉中国|新华社图片)\W*$",
        r"^file\s*(?:photo|pic)?\s*[-–—:]\s",
    ),
    re.IGNORECASE | re.DOTALL,
)
_CREDITS = LINES.any_of(  # behind what the picture shows
    (
        rf"[\[(（【〔]\s*{_PHOTO}\b[^\])）】〕]{{0,120}}[\])）】〕]\W*$",  # ... (PHOTO: XINHUA)
        r"[\[(（]\s*(?:xinhua|reuters|ap|afp|epa|getty(?: images)?|cfp|ic|vcg|file|courtesy|provided|handout)"
        r"\s*(?:[/／:：][^)\]）]{0,60}|photo|file)?\s*[\])）]\W*$",
        r"[\[(（][^)\]）]{1,50}[/／]\s*(?:xinhua|reuters|ap|afp|epa|getty(?: images)?|cfp|vcg|shutterstock|unsplash"
        r"|for [\w ]+)[\])）]\W*$",
        r"[\[(（][^)\]）]{2,50}[/／]\s*(?:file|handout|stock)(?:\s(?:photo|image|picture|pic))?\s*[\])）]\W*$",
        r"\b(?:photo|photos|picture|image)s?\s+(?:by|courtesy of|credit"
        r"|provided by)\s*:?\s*[\w .,'’/&-]{2,60}[\])）]?\.?$",
        r"[\s.]\s?[/／]\s?[A-Z][\w.&'-]*(?:\s[A-Z][\w.&'-]*){0,3}(?:\s(?:photo|images|file))?$",  # ... model. /Agency
        r"(?:courtesy of|©)\s*[A-Z][\w .,'’/&-]{2,60}$",
        r"[.!?]\s+(?-i:[A-Z][A-Z .'’-]{3,40}\s?[/／]\s?[A-Z][A-Z .&'’-]{1,40})$",  # ... in May. LI MENG/THE COURIER
        r"[.!?]\s+(?-i:PHOTOS?|Photos?|(?:Image |Photo )?Credits?|Pic(?:ture)?s?):\s*[\w /&.'’-]{2,50}$",
        r"[.!?]\s*[\[(（](?-i:[A-ZÀ-Þ][\w .&’-]{2,40}\s?[/／]\s?[A-ZÀ-Þ][\w .&’-]{2,40})[\])）]$",
    ),
    re.IGNORECASE | re.DOTALL,
)
_ZH_FORMS = LINES.any_of(
    (
        r"^[【\[（(〔]\s*(?:图说|图为|图片说明|图注|图片|图)\s*[】\])）〕]",
        r"^\s*[▲△↑↓◀▼]",
        r"^[（(【\[]?\s*(?:上|下|左|右|本|题)?图(?:片|中|为|示|[一二三四五六七八九十\d]{1,2})?\s*(?:[:：/丨|]|为|是"
        r"|来源|[:：])",
        r"^图[一二三四五六七八九十\d]{1,2}[\s:：.、]",
        r"^(?:图片|照片|供图|图源|摄影|配图|制图|摄|资料图|题图|插图|漫画|海报|视频)\s*(?:来源|说明|为)?\s*[:：/／丨|｜]",
        r"^这是.{0,80}(?:拍摄|摄)的?",
    )
)
_ZH_CREDITS = LINES.any_of(
    (
        r"[（(【\[](?!(?:撰稿|撰文|文字?|图/?文)\s*[:：/])[^（()）】\]]{0,40}(?:摄|供图|图片来源|图源|资料图片?|资料照片|效果图|视频截图|图据"
        r"|来源：[^）)]*图)[^（()）】\]]{0,40}[）)】\]]\W*$",
        r"[（(][^（()）]{1,20}提供[）)]\W*$",
        rf"[\s。）)](?:新华社|中新社|本报|[{HAN}]{{2,6}}[社报网])?(?:记者"
        rf"|通讯员)?\s*[{HAN}·]{{2,6}}\s*[摄发]\W*$",
        r"(?:新华社|中新社|人民视觉|视觉中国|影像中国)(?:发|供图|记者\s*\S{2,6}\s*摄)\W*$",
        r"(?:供图|资料图片?|资料照片)\W*$",
    )
)


def is_caption(text: str) -> bool:
    """Whether a line is the caption or the credit of a picture."""
    text = text.strip()
    if width(text) > _MAX_WIDTH:
        return False
    if _FORMS.found_in(text) or (width(text) <= 400 and _ZH_FORMS.found_in(text)):
        return True
    return len(_STOPS.findall(text)) < _PROSE and (
        _CREDITS.found_in(text) or (width(text) <= 400 and _ZH_CREDITS.found_in(text))
    )
