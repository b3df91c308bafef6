"""English verbs by which a text gives somebody's words or views, and their forms."""

from typing import NamedTuple


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


class Verb(NamedTuple):
    """A form of a verb: its lemma, which form it is (`base`, `s`, `ed`, `ing`), and what may follow.

    `takes` holds letters: `c` a clause ("said that …"), `n` a noun phrase ("denied the charge"), `t` an infinitive
    ("vowed to …"), `o` a person before the clause ("told reporters that …"), `q` quoted words, the speaker often behind
    ("“…,” said the envoy"). `particles` may stand between the verb and what it takes ("warned of …").
    """

    lemma: str
    form: str
    takes: str
    particles: frozenset[str]


# Lemma, what it takes, particles. Written as general English, not from any annotated text.
_TABLE = """
    say cq; answer cq; add cq; tell oq; ask onq for about; write cq; tweet cq; note cnq; argue cq for against; claim
    cnq; insist cq on; declare cnq; announce cnq; state cnq; explain cnq; admit cnq to; acknowledge cnq; allege cnq;
    assert cnq; contend cq; maintain cnq; conclude cq; remark cq on; observe cq; predict cnq; suggest cnq; reply cq;
    respond cq; warn conq of against about; stress cnq; emphasize cnq; emphasise cnq; underscore cn; underline cn;
    highlight cn; report cn; reveal cn; testify cq; confirm cn; deny cn; complain cq about of; concede cnq; joke cq
    about; quip cq; recall cnq; reiterate cnq; repeat cnq; reaffirm cn; affirm cnq; caution conq against; clarify cn;
    comment q on; counter cq; boast cq of about; lament cnq; muse cq; opine cq; proclaim cnq; pronounce n; retort cq;
    scoff q at; shout q; swear ct; vow ctq; pledge ctn; promise ctn; urge onqt; advise ont against; assure o; inform o
    of; remind o of; notify o of; persuade o; convince o of; believe cn in; think cq of about; feel c; hope ct for;
    fear cn; expect cnt; know c; doubt cn; suspect cn; worry c about; regret cn; agree ctq with on to; disagree c
    with; estimate cn; find c; show c; indicate cn; signal cn; imply cn; consider n; regard n as; view n as; see n as;
    want nt; wish tc for; intend t; plan t; decide ct; refuse t; decline t; threaten tn; offer tn; seek nt; propose
    cnt; recommend cn; demand cnt; request n; call nq for on; appeal q to for; describe n as; characterize n as;
    characterise n as; portray n as; depict n as; label n; dub n; brand n; dismiss n as; reject n; criticize n for;
    criticise n for; condemn n for; denounce n as; decry n; slam n for; blast n for; attack n for; assail n; mock n;
    ridicule n; deride n as; disparage n; praise n for; hail n as; laud n for; applaud n; welcome n; endorse n; back
    n; support n; oppose n; defend n as; blame n on for; accuse n of; charge cn with; fault n for; question cn;
    challenge n; dispute cn; rebut n; refute n; mention cn; cite n; discuss n; address n; outline n; quote n; express
    n; voice n; raise n; echo n; invoke n; refer to; allude to; point to out; object to; talk about of; speak of about
    against for; lash out; hint c at; rule c; determine c; forecast cn; foresee n; envision n; detail n; specify cn;
    guarantee cn; certify c; rebuke n for; chide n for; scold n for; commend n for; thank n for; apologize for;
    apologise for; plead for; campaign for; lobby for; liken n to; compare n; exhort ont; encourage ont; reference n;
    link n; promote n; chastise n for; tout n as; admire n; chant q; cry q; scream q; sing q; whisper q; continue q;
    read q; put q it; illustrate cn; advocate n for; favor n; favour n; prefer nt
"""
_IRREGULAR = {
    "say": "said", "tell": "told", "write": "wrote written", "think": "thought", "feel": "felt", "know": "knew known",
    "find": "found", "read": "read", "put": "put", "show": "showed shown", "see": "saw seen", "swear": "swore sworn",
    "seek": "sought", "speak": "spoke spoken", "forecast": "forecast", "foresee": "foresaw foreseen",
}  # fmt: skip
_DOUBLED = frozenset({"admit", "quip", "regret", "dub", "slam", "refer", "plan", "rebut", "prefer"})
PAST_ONLY = frozenset({"written", "known", "shown", "seen", "sworn", "spoken", "foreseen"})
"""Participles that are no past tense."""


def _forms(lemma: str) -> dict[str, str]:
    """Give the forms of a verb, each with its name."""
    stem = lemma + lemma[-1] if lemma in _DOUBLED else lemma.removesuffix("e")
    if lemma[-1] == "y" and lemma[-2] not in "aeo":
        third, past = lemma[:-1] + "ies", lemma[:-1] + "ied"
    else:
        third = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z")) else "s")
        past = stem + "ed"
    gerund = lemma + "ing" if lemma.endswith("ee") else stem + "ing"
    pasts = dict.fromkeys(_IRREGULAR.get(lemma, past).split(), "ed")
    return {lemma: "base", third: "s", gerund: "ing", **pasts}


def _verbs() -> dict[str, Verb]:
    found = {}
    for entry in _TABLE.split(";"):
        lemma, *rest = entry.split()
        takes = rest.pop(0) if rest and rest[0] not in _PREPOSITIONS else ""
        for form, name in _forms(lemma).items():
            found[form] = Verb(lemma, name, takes, frozenset(rest))
    return found


_PREPOSITIONS = frozenset({"to", "about", "of", "for", "out"})
VERBS = _verbs()
"""By their forms, in small letters."""

OF_CLAUSES = frozenset({"maintain", "conclude", "observe", "hold", "contend", "counter"})
"""Verbs of speech only if a clause or a quotation follows: "maintained that", not "maintained the pier"."""
NOUN_TOO = _words(
    """
    address advocate advocates answer appeal appeals ask attack attacks back blame boast brand brands call calls
    campaign challenge challenges charge charges cite claim claims comment comments counter demand demands detail
    details dispute disputes doubt doubts estimate estimated estimates express fault favor fear fears feeling find
    finding findings finds forecast forecasts highlight highlights hope hopes joke jokes label labels lobby meaning
    need note notes object objects offer offers outline outlines plan planning plans pledge pledges point points
    praise promise promises question questions raise raises rebuke remark remarks repeat report reports request
    requests rule rules show shows signal signals speaking state states support suspect suspects talk talks threat
    tweet tweets view views voice vow vows warning warnings wish worries worry
    """
)
"""Forms that are as often nouns: they count as verbs only behind what can be their subject."""

UNSPOKEN = _words(
    """
    believe think feel hope fear expect know doubt suspect worry regret agree disagree estimate find show signal
    imply consider regard view see want wish intend plan decide refuse decline threaten offer seek address support
    back oppose promote link favor favour prefer admire illustrate determine forecast foresee envision guarantee
    rule challenge raise welcome attack campaign lobby fault persuade convince
    """
)
"""Verbs of views and deeds: what follows them is not what somebody said."""

DONE = frozenset({"declare", "proclaim", "pronounce", "confirm", "promise", "pledge", "propose", "request"})
"""Verbs of deeds if a thing follows them ("declared a holiday"), of speech if a clause or a quotation does."""

DENIALS = frozenset({"deny", "reject", "dismiss", "dispute", "refute", "rebut"})
"""Verbs that say of what somebody else said that it is not so."""
DENYING = frozenset(form for form, verb in VERBS.items() if verb.lemma in DENIALS)
"""Their forms."""
