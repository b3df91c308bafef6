"""What the words after a full stop say about it: words that open sentences, words that carry a sentence on."""

import re

# Words that open sentences and hardly ever stand, with a capital, in the middle of one: function words, not names.
_STARTERS = """
The A An This That These Those There Here It He She They We I You His Her Its Their Our My Your Everyone Nobody
Someone More Less Fewer Nearly Almost About Around Like Unlike Thanks Following Asked Speaking Born Above Below
Alongside Who Whom Whose What When Where Why Which How Whether While Though Although Because Since If Unless Until
Once As After Before During In On At By For From With Without To Into Among Between Against Despite Besides Under
Over Through Throughout Toward Towards Upon Within According Based Given But And Or Nor So Yet Still Then Thus Hence
Therefore However Moreover Furthermore Meanwhile Nevertheless Nonetheless Instead Otherwise Indeed Also Again
Already Now Today Yesterday Tomorrow Later Earlier Soon Afterward Afterwards Recently Previously Currently Finally
Eventually Perhaps Maybe Not No Yes Some Many Most Much Few Several Both Each Every Another Other Others All Any
None Neither Either Such Only Even Just Too One Two Three Four Five Six Seven Eight Nine Ten Dozens Hundreds
Thousands Millions Billions Officials Analysts Critics Experts Observers People Please Let Do Does Did Is Are Was
Were Has Have Had Can Could Will Would Should May Might Must
Der Die Das Ein Eine Er Sie Es Wir Ich Ihr Wie Wer Wann Warum Wo Und Aber Oder Im Am Auf Bei Mit Nach Seit Vor Zu
Doch Le La Les Il Elle Ils Elles Nous Vous Je Ce Cette Ces Mais Et Dans En Pour Par Avec El Los Las Un Una Ella
Ellos Pero Para Por Con Esta Este Esto Como Cuando Qué Cómo Lo Gli Ma Per Nel Nella Questo Questa Si De Det Den Het
Een Hij Zij Wij Ik Maar Hvad Hvem Hvor Hvordan Hun Han Jeg Vi Men Og
В Во На Но А И Он Она Оно Они Мы Я Вы Ты Это Эта Этот Эти По С Со К Ко Из От До За Для При Как Что Так Однако Кроме
После Перед Под Над Без Через Между Если Когда Где Кто Чтобы Хотя Поэтому Затем Потом Также Тогда Теперь Сейчас Все
Всё Его Её Ее Их У О Об Не Ни Тем Там Тут Здесь Среди Согласно Ныне
"""
STARTERS = frozenset(_STARTERS.split())

_SURNAMES = """
He She So An No Do May Can Will De La Le El Den Lo Han Si Yet Du Ha We You One Ten Wo Ma
"""
# Of these, the ones that are also surnames, or parts of them, and so may follow an initial.
SURNAMES = frozenset(_SURNAMES.split())

_PRONOUNS = "i he she it we they you this that there my your"
# Small letters that open a sentence where a writer uses no capitals.
PRONOUNS = frozenset(_PRONOUNS.split())

_DAY_OR_MONTH = (
    r"(?:Mon|Tues?|Wednes|Wed|Thurs?|Fri|Satur|Sat|Sun)(?:day)?\b"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\."
)
DAY_OR_MONTH = re.compile(_DAY_OR_MONTH)
# What follows the hour without ending the sentence.
AFTER_HOUR = re.compile(
    _DAY_OR_MONTH + r"|(?:[ECMP][SD]?T|GMT|UTC|BST|CES?T|EES?T|MSK|IST|JST|KST|HKT|SGT|AE[SD]?T|NZ[SD]?T|AK[SD]T|HST)\b"
    r"|(?:Eastern|Central|Mountain|Pacific|Atlantic|Greenwich|Coordinated)\b"
    r"|[A-Z]\w+ (?:time|Time|Standard|Daylight)\b"
)
# A phrase of time that opens a sentence: "At 5 a.m. Smith left".
FRAME = re.compile(r"(?:At|By|On|In|From|Around|About|Before|After|Until|Since|Between|В|С|К|До|После|Около|\d+)\s")

_SAYING = (
    "said|says|asked|asks|wrote|writes|told|tells|added|adds|replied|replies|answered|explained|shouted|cried|exclaimed"
    "|tweeted|posted|recalled|wondered|insisted|continued|joked|quipped|noted|declared|responded|warned|argued|remarked"
    "|whispered|yelled|screamed|demanded|inquired|enquired|muttered|murmured|quoth|thought|followed"
)
# Who said it, after a question or an exclamation: “Why now?” Anna Smith asked.
NAMED_SAYING = re.compile(
    rf"(?:I|[A-Z][\w.’'-]*(?: (?:of|de|la|van|von|bin|al|[A-Z][\w.’'-]*)){{0,5}}(?: [a-z]+){{0,2}}) (?:{_SAYING})\b"
)
SAYING = re.compile(rf"(?:[^\W\d_][\w’'-]*\s){{1,4}}?(?:{_SAYING})\b|(?:{_SAYING})\b")

_MONTHS = """
Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
januar februar marts maj juni juli oktober december
Januára Februára Marca Apríla Mája Júna Júla Augusta Septembra Októbra Novembra Decembra
"""
# The months before which a number with a full stop is a day: "12. Juni".
MONTHS = frozenset(_MONTHS.split())

_ORDINAL_LEADS = "am vom im zum zur der die das den dem des bis ab seit und oder beim"
# Words before a number that make it an ordinal: "der 3. Weg", "des 19. Jahrhunderts".
ORDINAL_LEADS = frozenset(_ORDINAL_LEADS.split())
