"""Lines that speak to the reader of the page, or of the page itself: no sentence of an article does either.

A prompt asks for something (sign up, vote, report an error); a note tells how the text came to be there.
"""

from __future__ import annotations

import re

from ..script import simplified
from .lines import LINES
from .words import han, width

_LONGEST = 260  # columns; a longer line is a paragraph
_ASKS = LINES.compile(
    r"^\W*(?:(?:please |to )?(?:subscribe|sign up|register|follow|join|download|click|tap|support|donate|become"
    r"|get|enter|share"
    r"|view|scan|add|forward|update|manage|vote|stay|stop|unsubscribe|receive|report|read|see|visit|contact"
    r"|write to|send|reply"
    r"|watch|listen|help|try|buy|order|check out|discover|explore|find out)"
    r"|found an? (?:error|typo|mistake)|don't miss|never miss"
    r"|enjoyed|like this|liked this|want|got a|have (?:a|you)|was this|did you|do you"
    r"|if you|what you|like what|love what"
    r"|you(?:'re| are| can| have| may| receive| received| get| got)|how (?:would|do) you|would you|what do you think"
    r"|tell us|thanks for reading|thank you for reading"
    r"|take (?:our|the|part)"
    r"|advertisement|too busy|new here|[\w ]{4,40}: (?:see|visit|read|follow) our)\b",
    re.IGNORECASE,
)
_OF_THE_PAGE = LINES.compile(
    r"\b(?:subscri\w+|unsubscribe|sign up|newsletters?|inbox|e-?mail address|preferences|follow us|our (?:app"
    r"|channel|page|website"
    r"|site|podcast|work|journalism|coverage|community|readers|feed|reporting)|app store|google play|telegram"
    r"|whatsapp|youtube"
    r"|twitter|facebook|instagram|click here|ctrl\s*\+|(?:an? )?(?:error|typo|mistake) in|this (?:post|article"
    r"|story|page|e-?mail"
    r"|message|newsletter|edition|content|bulletin|letter|list|mailing)|web version|in your browser|reply with"
    r"|tuned|comment below|our (?:report|pages|stories|videos)|the code\b.{0,30}\byour (?:phone|mobile|device|tablet)"
    r"|these (?:messages"
    r"|e-?mails)|a friend|the original (?:article|story|post)"
    r"|join the conversation|ad-free|members?hip|qr code|independent journalism|quality journalism|your (?:say"
    r"|comments?|vote|story|details|opinion))\b",
    re.IGNORECASE,
)
_COOKIES = LINES.compile(
    r"\bcookies?\b.*\b(?:accept|reject|agree|consent|privacy|preferences|settings|ads|experience|partners|manage)\b"
    r"|\b(?:accept|reject|agree|consent|privacy)\b.*\bcookies?\b"
    r"|(?:接受|同意|拒绝).{0,20}cookie|cookie.{0,20}(?:接受|同意|拒绝)",
    re.IGNORECASE,
)
_VIEW_ONLINE = LINES.compile(
    r"^\W*(?:view|read|open|see) (?:this|the|it|our)?\s*(?:e-?mail|newsletter|message|issue"
    r"|edition)?\s*(?:online|in (?:your|a|the)"
    r" (?:web )?browser|as a web ?page|on the web)\W*$|^\W*(?:having )?trouble (?:viewing|reading)\b",
    re.IGNORECASE,
)
_BOX = LINES.compile(
    r"^\W*[\[【(（]\s*(?:newsletter|ad|advert|advertisement|sponsored|promotion|promo|partner content|广告|推广"
    r"|投票)\s*[\]】)）]|^\W*(?:广告|推广)\s"
    r"|^\W*(?:poll|quiz|reader poll|reader survey|vote|survey|question of the (?:day|week|month)"
    r"|quote of the (?:day|week)|advertisement|advertorial|promotion"
    r"|did you know|投票|问卷|小调查|今日话题|互动话题)\s*[:：?？]"
    r"|^(?:[○◯☐□◻⬜●⚪]\s*[^○◯☐□◻⬜●⚪]{1,40}){2,}$|^[○◯☐◻⬜⚪]\s*\S.{0,40}$"
    r"|^(?:is|was) this (?:page|article|story|answer|information|content)\b.{0,20}\b(?:useful|helpful|interesting)\b"
    r"|^(?:listen|read|watch|play|audio|estimated reading time)?\W*\d{1,3} ?min(?:ute)?s?(?: read| listen)?$"
    r"|[☰≡⋮🔍▾⌄]|^[^.。!?]{0,60}-?\d{1,2}\s*°\s*[CF]?\b[^.。]{0,60}$|^(?:weather|today's weather"
    r"|exchange rates?|lottery|天气|今日天气)\b(?:\W*[:：|｜—–]|\.|(?!.*[.。]$))"
    r"|^(?:pages?|p\.|seite|página) ?[A-Z]?\d{1,3} ?[:：–—] ?\S.{2,80}$"  # what other pages have
    r"|^\W*(?:previous|prev|next|newer|older)(?: (?:post|article|story|page))? ?[:：].*"
    r"\b(?:next|newer|previous|older)\b"
    r"|^(?-i:(?:TO-?DAY'?S )?WEATHER|TIDES|CHESS|LOTTO)\b"
    r"|^\W*(?:font|font size|text|text size|字体|字号|字级)\W*(?:(?:A\W*|small|medium|large|[大中小特]+)\W*)+$",
    re.IGNORECASE,
)
_HASHTAGS = LINES.compile(r"^\W*(?:(?:hash)?tags?\s*[:：]\s*)?(?:#\s?[\w-]+[#\s,;·|]*)+$", re.IGNORECASE)
_ZH_PROMPT = LINES.compile(
    r"(?:点击|长按|扫码|扫描|扫一扫|关注|订阅|加入|下载|转发|分享|点赞|点个|在看|星标|置顶|投稿|留言|评论区"
    r"|二维码|推荐给|加为|好友|粉丝)"
)
_ZH_BUTTON = LINES.compile(  # what to do with the page
    r"^\W*(?:扫码|扫一扫|长按|点击|轻触|往下|向下|上滑|下滑|滑动|左滑|戳)[^。；]{0,14}"
    r"(?:关注|查看|阅读|观看|收听|加入|报名|下载|精彩|全文|了解|更多|继续|下一个)[^。；]{0,12}$"
    r"|^\W*登[录陆][^。；]{0,10}(?:账号|帐号|即可|后(?:查看|阅读|评论))[^。；]{0,12}$"
    r"|^\W*(?:微信图片|IMG|DSC)_?\d+\S*\W*$|回复.{0,3}退订|取消订阅"
)
_ZH_ASKED = LINES.compile(
    r"(?:公众号|微信|微博|客户端|我们|本刊|本报|本站|本网|好友|朋友|在看|蓝字|上方|下方|二维码|频道|专页|粉丝团"
    r"|新闻|《[^》]+》|App|APP|LINE)"
)
_WORK = (
    r"(?:story|article|report|post|entry|content|text|item|page|newsletter|bulletin|digest|e-?mail|message|column"
    r"|material|version|interview|translation|transcript)s?"
)
_NOTE = LINES.compile(
    rf"^\W*(?:the {_WORK} (?:was|is|has been) "
    r"(?:auto-?\w*|machine|(?:edited|condensed|translated) (?:for|by|automatically))\b)"
    rf"|^\W*(?:(?:the )?(?:this|above|following|foregoing) {_WORK}|{_WORK}(?: above| below)?)\s+"
    r"(?:(?:was|is|were|are|has|have|had|been|be|may|first|originally|also|\w+ly)\s+){0,4}"
    r"(?:auto-?\w*|generated|translated|edited|produced|published|syndicated|compiled|distributed|supplied"
    r"|sponsored|republished|posted|filed|tagged"
    r"|licen[cs]ed under|reproduced|reprinted|comes?|updated|corrected|condensed|adapted|appeared|prepared"
    r"|written with)\b"
    r"|^\W*(?:produced|compiled|distributed|prepared|layout|designed|typeset|translated|transcribed|syndicated"
    r"|powered|published"
    r"|provided|supplied) (?:and \w+ )?by\b(?:[^,]|,\s(?-i:[A-Z])){0,80}$|^\W*with (?:reporting|contributions?"
    r"|additional reporting) (?:by|from)\b"
    r"|^\W*(?:in )?(?:our |the )?next (?:issue|number|edition)\s*:"
    r"|\breproduction\b.{0,60}\b(?:permitted|welcome|prohibited|allowed|forbidden)"
    r"|\bis solely responsible for\b|^\W*(?:re)?published (?:under|with permission|with kind permission|from)\b"
    r"|^\W*(?:automatically|machine|computer)[- ](?:translated|generated|translation)\b|^\W*(?:editor-in-chief"
    r"|managing editor|publisher|imprint|layout)\s*[:：]|\bsyndicated feed\b"
    r"|^\W*(?:additional|further) reporting\b|^\W*(?:correction|clarification|editor'?s note|note to readers)\s*[:：]"
    r"|^\W*(?:printed|publication|printing) (?:on|of) .{0,40}(?:paper|ink)\b|^\W*SOURCE\s+(?-i:[A-Z])"
    r"|\bunauthori[sz]ed reproduction",
    re.IGNORECASE,
)
_ZH_NOTE = LINES.compile(
    r"^\W*(?!本[报刊网台社][^。，]{0,12}(?:讯|电|记者|通讯员|评论员))(?:本(?:栏目|版|期|文(?!件)|稿|刊|报(?![告道])|站|网|电子报|简报|快报|内容|文章|新闻|资讯))[^。]{0,40}(?:来自|来源于"
    r"|源自|首发|原载|制作|编辑部|整理|编译|所有|刊登|转载|转自|摘自|自动|生成|提供"
    r"|欢迎|完|结束|责任|观点|立场|发布|印发|编印|出版|截稿)"
    r"|^\W*编者按\s*[:：].{0,30}(?:观点|立场)|^\W*(?:作者|译者|记者|讲者)简介\s*[:：]|^\W*(?:更正|勘误|致歉)\s*[:：]"
    r"|^\W*[（(]?\s*(?:据|根据)?[^。]{0,12}(?:录音|速记|讲话|现场记录)[^。]{0,8}整理[^。]{0,20}[）)]?\W*$"
    r"|^\W*(?:编印|编制|主送|抄送|抄报|报送|呈报|分送|印发|报|送|发|联系电话|传真|网址|内部资料|内部交流)\s*[:：]"
    r"|^\W*[（(]?(?:全文完|本期完|本版完|未完待续)[）)]?\W*$"
    r"|^\W*(?:内部资料|内部参考|请勿外传|仅供内部|欢迎订阅|欢迎投稿)|机器(?:翻译|生成)|自动(?:翻译|生成|抓取)|仅供参考|著作权归"
)


def is_prompt(text: str) -> bool:
    """Whether a line asks the reader for something, or is a box of the page: a poll, the weather, hashtags."""
    if width(text) > _LONGEST or text[:1] in "\"“‘「『'":
        return False
    plain = simplified(text).replace("’", "'")
    if _VIEW_ONLINE.match(plain) or _HASHTAGS.match(plain):
        return True
    if _BOX.search(plain) or _COOKIES.search(plain):
        return True
    if han(plain):
        if _ZH_BUTTON.search(plain):
            return True
        return not re.search(r"[。；]$", plain) and bool(
            _ZH_PROMPT.search(plain) and _ZH_ASKED.search(plain) and han(plain) <= 40
        )
    return _ASKS.match(plain) is not None and _OF_THE_PAGE.search(plain) is not None


def is_note(text: str) -> bool:
    """Whether a line tells how the text came to be there: who produced, translated or may reprint it."""
    plain = simplified(text).replace("’", "'")
    return width(text) <= _LONGEST + 100 and (_NOTE.search(plain) is not None or _ZH_NOTE.search(plain) is not None)
