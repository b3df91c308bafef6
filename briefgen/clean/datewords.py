"""The words that dates are written with, in the languages a desk reads."""

from functools import cache

_DAYS = """
monday mon montag lundi lunes segunda-feira lunedì понедельник poniedziałek 月 月曜日 월 월요일 星期一
tuesday tue tues dienstag mardi martes terça-feira martedì вторник wtorek 火 火曜日 화 화요일 星期二
wednesday wed mittwoch mercredi miércoles quarta-feira mercoledì среда środa 水 水曜日 수 수요일 星期三
thursday thu thur thurs donnerstag jeudi jueves quinta-feira giovedì четверг czwartek 木 木曜日 목 목요일 星期四
friday fri freitag vendredi viernes sexta-feira venerdì пятница piątek 金 金曜日 금 금요일 星期五
saturday sat samstag sonnabend samedi sábado sabato суббота sobota 土 土曜日 토 토요일 星期六
sunday sun sonntag dimanche domingo domenica воскресенье niedziela 日 日曜日 일 일요일 星期日
"""
_PUBLISHED = """
published publish posted dated date released issued filed created publication
veröffentlicht publiziert erstellt publié publiée publicado publicada pubblicato опубликовано дата
公開 掲載 発行 配信 投稿 公開日 掲載日 発行日 配信日 投稿日 입력 등록 승인 发布 发布时间 發布
"""
_UPDATED = """
updated update modified revised edited aktualisiert actualizado actualizada atualizado aggiornato
обновлено изменено 更新 更新日 最終更新 수정 최종수정 更新时间
"""
_BESIDE = """
at on the of by first last originally was um am den vom le à de del el das às il alle на в от uhr h hrs г года
this story article page is from local time min read mins minute minutes reading et ct mt pt
"""

ZONES = {
    "Z": 0,
    "UTC": 0,
    "GMT": 0,
    "WET": 0,
    "WEST": 60,
    "CET": 60,
    "MEZ": 60,
    "CEST": 120,
    "MESZ": 120,
    "EET": 120,
    "EEST": 180,
    "MSK": 180,
    "МСК": 180,
    "TRT": 180,
    "PKT": 300,
    "WIB": 420,
    "SGT": 480,
    "HKT": 480,
    "JST": 540,
    "KST": 540,
    "AWST": 480,
    "ACST": 570,
    "AEST": 600,
    "AEDT": 660,
    "NZST": 720,
    "NZDT": 780,
    "EST": -300,
    "EDT": -240,
    "CDT": -300,
    "MST": -420,
    "MDT": -360,
    "PST": -480,
    "PDT": -420,
    "HST": -600,
}
"""Minutes east of UTC, of abbreviations with one meaning in print. CST (China, America), IST and BST have several."""


@cache
def labels() -> dict[str, str]:
    """Give what the words that label a date call it: "published" or "updated"."""
    return dict.fromkeys(_PUBLISHED.split(), "published") | dict.fromkeys(_UPDATED.split(), "updated")


@cache
def beside() -> frozenset[str]:
    """Give the words that stand beside a date and say nothing else: days, labels, prepositions."""
    return frozenset(_DAYS.split()) | frozenset(_BESIDE.split()) | labels().keys()
