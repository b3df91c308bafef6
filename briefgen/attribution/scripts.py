"""Quoted speech in Japanese, Chinese, Korean and Russian, in the patterns of their newspapers.

A sentence that quotes, names its speaker at the beginning (in Russian: behind the verb too) and ends its quotation with
a verb of saying is attributed; any other is given to nobody.
"""

import re
from collections.abc import Sequence

from briefgen.model.attribution import Attributed
from briefgen.model.place import Span

_JA_SAID = re.compile(
    r"\s*(?:など)?と(?:の)?(?:述べ|語|話し|発言し|強調し|指摘し|表明し|批判し|説明し|主張し|コメントし|訴え|言|明言し)\w*"
)
_JA_SPEAKER = re.compile(r"([^「」『』、。でにをへ\s]{2,30}?)(?:は|が)(?=[、\s\w「])")
_ZH_SAID = re.compile(
    r"(?:[^“”「」，。：]{0,20}?)(?:表示|指出|强调|強調|称|稱|说|說|重申|宣布|批评|批評|认为|認為)(?:，|：|:|,)?\s*\Z"
)
_ZH_SPEAKER = re.compile(
    r"([^“”「」，。、：\s]{2,30}?)(?=\d|在|于|於|对|對|就|周[一-日]|今天|昨天|当天|當天|"
    r"表示|指出|强调|強調|称|稱|说|說|重申|宣布|批评|批評|认为|認為)"
)
_KO_SAID = re.compile(
    r"\s*(?:이?라고|이?라며|고|며)\s*(?:\w+\s){0,2}?(?:말했|밝혔|강조했|전했|주장했|지적했|덧붙였|설명했|비판했|답했)\w*"
)
_KO_SPEAKER = re.compile(r"((?:[가-힣A-Z]+\s){0,4}[가-힣A-Z]+?)(?:은|는|이|가)\s")
_RU_VERB = (
    r"(?:заявил|сказал|сообщил|отметил|подчеркнул|добавил|пояснил|ответил|написал|указал|напомнил|предупредил)[аио]?"
)
_RU_BEHIND = re.compile(rf"\s*,?\s*[—–-]\s*({_RU_VERB})\s+((?:[\w-]+\s){{0,6}}?[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+){{0,2}})")
_RU_BEFORE = re.compile(
    rf"((?:[\w-]+\s){{0,6}}?[А-ЯЁ][\w-]+(?:\s[А-ЯЁ][\w-]+){{0,2}})\s({_RU_VERB})(?:,\s+что|:)?\s*\Z"
)
_HANGUL, _KANA = re.compile("[가-힣]"), re.compile("[ぁ-ヿ]")
_HAN, _CYRILLIC = re.compile("[一-鿿]"), re.compile("[А-яЁё]")


def find(text: str, sentence: Span, quoted: Sequence[Span]) -> Attributed | None:
    """Give the attributed speech of a sentence in one of these languages; None where there is none."""
    inner = [each for each in quoted if sentence.contains(each)]
    if not inner:
        return None
    words = sentence.of(text)
    first, last = inner[0], inner[-1]
    if _HANGUL.search(words):
        return _framed(text, sentence, inner, _KO_SPEAKER, _KO_SAID.match(text, last.end, sentence.end))
    if _KANA.search(words):
        return _framed(text, sentence, inner, _JA_SPEAKER, _JA_SAID.match(text, last.end, sentence.end))
    if _HAN.search(words):
        said = _ZH_SAID.search(text, sentence.start, first.start)
        return _framed(text, sentence, inner, _ZH_SPEAKER, said)
    return _russian(text, sentence, inner) if _CYRILLIC.search(words) else None


def _framed(
    text: str, sentence: Span, quoted: Sequence[Span], speaker: re.Pattern[str], said: re.Match[str] | None
) -> Attributed | None:
    """Give what a speaker at the beginning of a sentence says in it."""
    named = speaker.match(text, sentence.start, quoted[0].start) if said else None
    if not named or not said:
        return None
    return Attributed(Span(*named.span(1)), Span(*said.span()), tuple(quoted))


def _russian(text: str, sentence: Span, quoted: Sequence[Span]) -> Attributed | None:
    if behind := _RU_BEHIND.match(text, quoted[0].end, sentence.end):
        return Attributed(Span(*behind.span(2)), Span(*behind.span(1)), tuple(quoted))
    before = _RU_BEFORE.match(text, sentence.start, quoted[0].start)
    return Attributed(Span(*before.span(1)), Span(*before.span(2)), tuple(quoted)) if before else None
