"""Abbreviations that end in a full stop, and what the stop may mean after each.

One table serves all languages: a word stands in it when it is hardly ever an ordinary word at the end of a sentence.
Entries in lower case also match with a capital ("approx", "Approx"); entries with a capital do not match in lower case,
so that "Sat." is a day and "sat." is a verb.
"""

import re
from enum import Enum


class Abbreviation(Enum):
    """What follows an abbreviation's full stop."""

    LEADS = "leads"  # something always follows: "Mr. Smith"
    COUNTS = "counts"  # a number follows, else it is an ordinary word: "No. 5", "The answer is no."
    EITHER = "either"  # the sentence may go on in a capital, or end: "the U.S. President", "in the U.S. The"
    ENDS = "ends"  # a capital after it begins a sentence: "and so on, etc. The"
    INITIAL = "initial"  # one letter


def abbreviation(word: str) -> Abbreviation | None:
    """Say what kind of abbreviation `word` is (given without its last full stop), or None for an ordinary word."""
    if len(word) == 1:
        has_case = word.isupper() or word.islower()
        return _KINDS.get(word) or (Abbreviation.INITIAL if has_case and word != _RUSSIAN_I else None)
    kind = _KINDS.get(word) or _KINDS.get(word[:1].lower() + word[1:])
    if kind is None and "." in word and _DOTTED.fullmatch(word):
        return Abbreviation.EITHER
    return kind


# Letters with stops between them: U.S, a.m, Ph.D, т.е.
_DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")

_RUSSIAN_I = "я"

_LEADS = """
mr mrs ms dr prof Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Rev Revd Fr Hon Rt Msgr Mgr Esq Pres Pvt Gen
Lt Col Maj Brig Capt Cmdr Cdr Comdr Adm Sgt Cpl Pfc Det Insp Supt Ens Spc Lieut Cmd Gov Govs Sen Rep Sens Reps Atty
Amb Sec Asst Assoc Dep Dir Chmn Mt Pt Op Ph Def P.S PS vs v es e.g i.e eg ie cf ca viz approx esp incl ff resp z.B
z.T z.Z d.h u.a med rer phil habil Dipl s.o bzw bspw ggf evtl sog vgl geb gest kath ev jur Hr Frl Str Nr Abs Abb Tab
Hrsg hrsg Sra Srta Sres Dña Ud Uds Lic Ing Arq Avda Cra Admón párr párrf Núm Excmo Sig Sigg Dott Avv Egr Gent Geom
Rag Arch On psicol idraul meteor econ Fru Frk Skt mgr inż św ul woj im tzw tzn np bałt napr tzv ing mudr aanw bijv
blz mevr dhr drs т.е т.к т.н т.о т.ч г-н г-жа гн им ул пл бул пр-т наб пер обл р-н пос дер пгт проф акад доц канд
докт ред изд сост см ср напр рис табл стр гл разд тел факс вкл св тов гос лат греч англ нем франц итал исп яп кит
н.ст мин.вод кв корп просп est avg misc excl prev orig mgmt dist admin intl natl inkl exkl insb bzgl einschl entspr
zzgl allg aprox Av Dra डॉ प्रो श्री
"""

_COUNTS = """
no nos Nos p pp vol vols fig figs sec sect ch chap art arts para paras app eq ver ext n° N° núm nr pt Rs rs mar st
pop min max tel Tel fl b d c Ene Abr Ago Dic Lun Mié Jue Vie Sáb Dom Mag Giu Lug Set Ott Gio Ven Janv Févr Avr Juil
Okt Dez Mär Jän lun mer dom с д п ч ст т кв мин макс ок № стр Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon
Tue Tues Wed Thu Thur Thurs Fri Sat Sun ft lb oz fax pág págs kl kap n.º
"""

_EITHER = """
Jr Sr Inc Corp Ltd Co co Cos Bros Mfg Assn Dept Univ Inst Intl Natl Govt govt Ave Blvd Rd St Sts Ft Hwy Pkwy Bldg
Ste Ala Ariz Ark Calif Colo Conn Fla Ga Ill Ind Kan Kans Ky La Md Mich Minn Miss Mo Mont Neb Nebr Nev Okla Ore Pa
Penn Tenn Tex Va Vt Wash Wis Wisc Wyo Del Mass Ont Que Alta Ph.D M.D D.C U.S U.K U.N E.U al ed eds trans transl rev
repr PhD Bhd Sdn Pty PVT Pvt LTD Mio Mrd Tsd Jh Jhd Chr UU EE Lda Cía Cia Ltda Spa г гг в вв тыс млн млрд трлн руб
коп долл дол у.е обл чел экз т.г пр жыл т.б r
"""

_ENDS = """
etc a.m p.m am pm A.M P.M usw ecc sq mph др пр т.д т.п н.э н.е
"""

_TABLES = {
    Abbreviation.COUNTS: _COUNTS,
    Abbreviation.EITHER: _EITHER,
    Abbreviation.ENDS: _ENDS,
    Abbreviation.LEADS: _LEADS,
}
_KINDS = {word: kind for kind, table in _TABLES.items() for word in table.split()}
