"""What the lines around an article say: one table of phrases, and the kind of line each is a sign of.

It is the field's common knowledge of how pages are furnished, in the languages a desk reads; it names no publisher.
Each line of the table is a regular expression, matched without regard to case against a unit's words for display, less
the marks that decorate it.
"""

import re
from enum import Enum
from functools import cache

_LONGEST = 260
"""Longer units are never furniture (characters)."""
_DECORATION = " |>»›←→▶►*-–—:\"“”'‘’[]()#•·✕×"


class Kind(Enum):
    """What a unit looks like, taken alone."""

    PROSE = "a paragraph of sentences"
    LINE = "a short line that ends like no sentence"
    ITEM = "an item of a list that ends like no sentence"
    FURNITURE = "part of the page, not of the article"
    OPENER = "the heading of a list that is no part of the article"
    CLOSER = "what follows is no part of the article"


_LINES = {
    # Comments; the end of the page.
    Kind.CLOSER: r"""
        (?:leave|post|add|write) (?:a |your )?(?:comment|reply)s?(?: below| here)?(?: \W.*)?
        (?:leave a reply|reply) (?:cancel reply|to .{1,40})
        (?:(?:view|show|see|read|load|all) )?(?:the |all |more )?(?:\d+ )?comments?(?: \(\d+\))?:?
        \d* ?(?:responses?|replies)(?: \(\d+\))?:?
        comments? \(\d+\)|no comments?(?: yet)?|join the (?:conversation|discussion)|have your say
        comments (?:are closed|have been disabled).{0,40}
        \d+ (?:comments?|responses?|thoughts?) (?:on|to) .{1,120}
        コメント(?:を書く|する|欄|を残す)?|댓글(?: ?\d+)?|комментарии(?: \(?\d+\)?)?|评论|留言
        kommentare|commentaires|comentarios|comentários
        .{0,60}\ball rights reserved\b.{0,160}|all content .{0,40}copyright.{0,100}
        все права защищены.{0,120}|版权所有.{0,60}|alle rechte vorbehalten.{0,40}
        tous droits réservés.{0,40}
    """,
    # Headings of lists of other stories, of tags, of what is known of the author.
    Kind.OPENER: r"""
        (?:the )?(?:most|more) (?:popular|read|viewed|shared|watched|discussed|recent|searched)\b.{0,40}
        (?:\S+ ){0,3}(?:popular|trending|latest|recommended) (?:now|posts?|articles?|topics?|searches)\b.{0,30}
        (?:\S+ ){0,3}(?:popular|trending|latest|recommended|top|recent|featured|related) stor(?:y|ies)\b.{0,30}
        (?:\S+ ){0,3}(?:popular|trending|top|latest|recent) (?:news|headlines|videos?|galleries|reads)\b.{0,30}
        (?:\S+ ){0,3}(?:popular|recent|latest|top) (?:comments|tags?)\b.{0,30}
        (?:\S+ ){0,3}(?:top|recent|featured|related|similar|sponsored|promoted) (?:posts?|articles?)\b.{0,30}
        (?:\S+ ){0,3}(?:featured|related|similar|sponsored|recommended) (?:news|videos?|topics?|content)\b.{0,30}
        (?:related|similar) (?:stories|links?)\b.{0,30}|(?:sponsored|promoted) (?:stories|links?)\b.{0,30}
        (?:\S+ ){0,3}(?:related|recommended) (?:reading|coverage|items?|products?)\b.{0,30}
        (?:\S+ ){0,4}(?:access )?rankings?
        (?:popular|trending|recommended|related|sponsored|promoted|recent|latest)(?: now| (?:on|from|in) .{1,40})?:?
        random posts|up next|what(?:'|’)s (?:hot|new|next|trending)
        editor(?:'|’)?s?(?:'|’)? (?:picks?|choice)|must reads?
        don(?:'|’)t miss|in case you missed it|in this (?:article|story|section)|also in the news
        elsewhere on the web
        (?:around|from) the web|from our partners?|paid content|partner content|recommended for you
        you (?:may|might|could) (?:also |have )?(?:like|be interested|enjoy|missed)\b.{0,80}
        we recommend\b.{0,80}
        more (?:from|on|in|about|like|by|stories|news|coverage|headlines|posts)\b.{0,80}
        (?:read|see|watch|find out) (?:also|more|next|this)\b.{0,80}|also (?:read|see|on)\b.{0,80}
        read next.{0,80}
        (?:next|previous) (?:article|story|post|up)\b.{0,80}|other (?:news|stories|articles)\b.{0,80}
        (?:further|keep) reading\b.{0,80}|(?:explore|load) more\b.{0,80}
        (?:see|view|show) (?:all|more)\b.{0,80}
        (?:tags?|topics?|filed under|categories|posted in|in this story|keywords|labels)(?:\s?[:：].{0,160})?
        関連(?:記事|ニュース|リンク|キーワード|タグ).{0,10}|(?:人気|おすすめ|注目|最新)の?(?:記事|ニュース).{0,10}
        (?:アクセス)?ランキング.{0,10}|あわせて読みたい.{0,5}|(?:相关|热门|推荐|最新)(?:新闻|文章|阅读|推荐).{0,10}
        (?:관련|인기|추천|최신|많이 본)\s?(?:기사|뉴스).{0,10}|延伸阅读.{0,5}|相關新聞.{0,5}
        (?:читайте также|по теме|материалы по теме|популярное|самое читаемое|новости партн[её]ров)\b.{0,60}
        (?:lesen sie (?:auch|mehr)|mehr zum thema|meistgelesen|das könnte sie auch|à lire aussi|lire aussi)\b.{0,80}
        (?:sur le même sujet|les plus lus|te puede interesar|lo más leído|noticias relacionadas|lea también)\b.{0,80}
        (?:leia (?:também|mais)|veja também|mais lidas|notícias relacionadas)\b.{0,80}
        (?:baca juga|berita terkait|leggi anche)\b.{0,80}
        about the (?:authors?|writers?|editors?|contributors?)\b.{0,20}|author(?: bio| profile)?
        (?:view|see|read) (?:all|more) (?:posts?|articles?|stories) (?:by|from) .{1,80}
    """,
    Kind.FURNITURE: r"""
        (?:name|e-?mail|website|comment|comment text|your name|your e-?mail|message|subject)(?: ?\*|:| address)?
        (?:submit|send|reply|report|cancel reply|post comment|save my name.*|notify me (?:of|by|when|via) .*)
        (?:click (?:to|here to) )?(?:share|tweet|pin|print|save|e-?mail|copy|like|follow)(?: (?:this|it|on|by|via))?:?
        (?:share|print|save|e-?mail) (?:this|the) (?:page|article|story|post)\b.{0,80}
        (?:share|tweet|pin|print|save|e-?mail|copy|follow|gift) (?:(?:this|via|on|by|with|to|us|the|full|your) )*\w+\W*
        (?:(?:facebook|twitter|instagram|linkedin|pinterest|whatsapp|telegram|reddit|youtube|tumblr|flipboard)\W{0,3})+
        (?:(?:messenger|google ?(?:\+|plus|news)|rss(?: feeds?)?|vk|line|weibo|wechat|tiktok|x|sms)\W{0,3})+
        (?:(?:facebook|twitter|pinterest|whatsapp|linkedin|e-?mail|print|reddit|copy(?: link)?|more|hatena)\W{0,3})+
        (?:please )?(?:follow|like|find|join|connect with|visit) (?:us|me|him|her|our)\b.{0,80}
        (?:subscribe|sign[ -]?up|sign[ -]?in|log[ -]?(?:in|out)|register|donate|contribute|join|support us)\W{0,3}
        (?:subscribe|sign[ -]?(?:up|in)|log[ -]?in|register|donate) (?:now|today|here|free|to|for|or|with)\b.{0,80}
        become a member.{0,40}|create (?:an )?account|my account|(?:already|not) a subscriber.{0,60}
        subscribe .{1,60}
        (?:get|receive|enter|want) .{0,60}\b(?:inbox|newsletters?|e-?mail(?:s| alerts| address)?|notifications)\b.{0,80}
        (?:.{0,40}\b)?newsletters?(?: sign[ -]?up)?\b.{0,20}
        (?:you have|thank you for) (?:successfully )?subscrib.{0,60}
        共有|シェア(?:する)?|ツイート|印刷|공유(?:하기)?|인쇄|分享(?:到)?.{0,6}|打印|teilen|partager|compartir|compartilhar
        поделиться.{0,20}|подписаться.{0,40}|подписывайтесь.{0,60}|condividi
        (?:story|article) continues (?:below|after).{0,40}|continue reading(?: below)?.{0,20}
        scroll (?:down )?(?:to|for) .{1,40}
        advertisements?(?:\W.{0,60})?|ads?|advertising|sponsored(?: content)?|skip ad(?:vertisement)?
        report (?:this )?ad|advert
        广告|広告|광고|реклама|anzeige|publicité|publicidade?
        (?:home|homepage|(?:main |open |close )?menu|search(?: for.{0,30})?|close|navigation|sections?|more)(?: \+)?
        toggle (?:navigation|menu|search)|back|next|previous|prev|next ?page|go|ok
        back to (?:top|home).{0,20}|top
        (?:skip|jump) to .{1,40}|loading\W*|play|pause|mute|expand|collapse|edition|english|live|listen
        watch
        photos?|videos?|gallery|slideshow|view (?:gallery|photos|image|full image|in .{1,20}).{0,20}
        enlarge(?: image)?
        (?:hide |toggle )?caption|\d+ (?:shares?|likes?|views?|retweets?|photos?|images?)
        image \d+ of.{0,8}
        about(?: us)?|contact(?: us)?|advertise(?: with us)?|careers?|jobs|help(?: cent(?:er|re))?|faqs?
        site ?map
        privacy(?: (?:policy|notice|settings|cent(?:er|re)|statement))?
        terms(?: of (?:use|service|sale))?
        (?:terms|privacy) (?:and|&) .{1,30}|legal(?: notice)?|disclaimer|imprint|impressum|accessibility
        archives?
        corrections|feedback|do not sell .{1,40}|ad ?choices?|cookies? .{1,20}|code of conduct
        customer service
        subscriptions?|licensing|reprints?|permissions
        (?:updated )?\d+\s?(?:[mhdw]|mins?|minutes?|hours?|hrs?|days?|weeks?|months?|years?)\.? ago.{0,20}
        \d+ ?(?:分|時間|日)前|\d+ ?(?:분|시간|일) ?전|\d+[ -]min(?:ute)?s?(?: read)?|reading time.{0,20}
        \d+:\d\d(?::\d\d)?
        (?:home|главная|ホーム|홈|首页|accueil|startseite|inicio)?\s?(?:[>›»/|]\s?[^>›»/|\s][^>›»/|]{0,39}){2,}
        (?:[^|]{1,30}\|){2,}[^|]{0,30}
        .{0,40}(?:copyright|[©ⓒ]|\(c\)).{0,12}(?:19|20)\d\d\b.{0,160}
        (?:powered|designed|developed|built|hosted) by .{1,60}
        無断転載.{0,30}|.{0,40}(?:무단 ?전재|재배포 ?금지).{0,40}|перепечатка.{0,120}
        https?://\S+|\S+@\S+\.\w+|[\W\d_]+
    """,
}
"""Signs that hold for a short line; the whole of it is matched."""

_SENTENCES = r"""
    your e-?mail address will not be (?:published|shared)|required fields are marked
    (?:you can )?unsubscribe\b
    by (?:signing up|subscribing|clicking|submitting|registering)\b|click here (?:to|for)\b
    enter your e-?mail\b
    (?:get|receive) .{0,60}\b(?:inbox|e-?mail|newsletters?)\b|sign up (?:for|to|here|now)\b
    subscribe (?:to|for|now|today|here)\b
    please (?:enter your|enable|log in|sign in|subscribe|consider (?:subscribing|supporting|donating))\b
    (?:this|our) (?:web)?site (?:uses|is protected)\b|we use cookies
    .{0,60}\b(?:use of|uses?|accept|these) cookies\b
    (?:please )?enable javascript|.{0,40}\bjavascript (?:is|to be|must be)\b|.{0,40}\bad ?blocker\b
    (?:have|got) a (?:news )?tip\b|follow .{2,40} on (?:twitter|facebook|instagram|x|telegram)\b
    join our (?:telegram|whatsapp)\b
    (?:read more|related|see also|also read|watch|more|read also|don(?:'|’)t miss|recommended)\s?[:：]
    download (?:our|the) .{0,20}app\b|this material may not be published|want more (?:from|like)\b
    if you (?:liked|enjoyed) this\b
    (?:copyright|[©ⓒ]|\(c\)).{0,160}\ball rights reserved\b
"""
"""Signs that hold for a whole sentence too; its beginning is matched."""


def of_line(words: str) -> Kind | None:
    """Give the kind of furniture that a short line is by what it says, None where no phrase tells."""
    bare = words.strip(_DECORATION)
    if not bare:
        return Kind.FURNITURE
    if len(bare) > _LONGEST:
        return None
    return next((kind for kind, pattern in _lines() if pattern.fullmatch(bare)), None) or of_sentence(words)


def of_sentence(words: str) -> Kind | None:
    """Give the kind of furniture that a sentence is by how it begins, None where no phrase tells."""
    bare = words.lstrip(_DECORATION)
    return Kind.FURNITURE if len(bare) <= _LONGEST and _sentences().match(bare) else None


@cache
def _lines() -> tuple[tuple[Kind, re.Pattern[str]], ...]:
    return tuple((kind, _compiled(table)) for kind, table in _LINES.items())


@cache
def _sentences() -> re.Pattern[str]:
    return _compiled(_SENTENCES)


def _compiled(table: str) -> re.Pattern[str]:
    return re.compile("|".join(line.strip() for line in table.strip().splitlines()), re.IGNORECASE)
