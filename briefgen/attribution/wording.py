"""Small words of English by which the parts of a sentence are told apart."""


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


BE = _words("am is are was were be been being")
FINITE = _words(
    """
    am is are was were has have had do does did will would can could may might must shall should
    isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't couldn't shouldn't
    isn’t aren’t wasn’t weren’t hasn’t haven’t hadn’t don’t doesn’t didn’t won’t wouldn’t can’t couldn’t shouldn’t
    cannot
    """
)
AUXILIARY = FINITE | BE | _words("having 're ’re 've ’ve 'll ’ll 'd ’d 'm ’m")
POSSESSIVE = _words("'s ’s")
PAST = _words(
    """
    became began bought broke brought built came caught chose drew drove fell flew forced fought gave got grew held kept
    knew laid lay led left lost made meant met paid ran rose said sat saw sent set spent stood took taught threw told
    went won wrote
    """
)
"""Past tenses that no ending shows."""
TOLD = _words("became began broke came chose drew drove fell flew gave grew knew saw spoke took threw went wrote")
"""Past tenses that are no participle, and no noun that is part of a name."""
UNREAL = _words(
    "will would can could may might must shall should 'll ’ll 'd ’d not never cannot declined refused failed"
)
"""What makes of a verb something that was not said, or not yet."""
ADVERB = _words(
    """
    also not never then later again further now still recently already even just both once often always since soon
    first too ever yet thus instead only rather long now
    """
)
OPENER = _words(
    """
    but and yet still so then also or nor meanwhile however perhaps indeed moreover furthermore additionally besides
    nevertheless nonetheless instead therefore thus today yesterday earlier later now afterward afterwards separately
    elsewhere even again once though
    """
)
"""What may stand before a subject and is none of it."""
PREPOSITION = _words(
    """
    in on at by for from with without of to during after before since until over under about against among amid between
    despite through throughout toward towards via upon following besides beyond like unlike near across into within
    because given asked according speaking citing regarding concerning
    """
)
CLAUSE = _words(
    """
    that because while although though if when whenever whether whereas where why how what unless until as than but so
    yet which who whom whose
    """
)
"""What opens a clause of its own."""
RELATIVE = _words("who whom whose which where that")
DETERMINER = _words("the a an this that these those his her its their our my your some any no every each")
PRONOUN = _words("he she they it we i you who which one others some many most both")
DAY = _words("monday tuesday wednesday thursday friday saturday sunday")
TIME = DAY | _words(
    """
    january february march april may june july august september october november december today yesterday tonight
    morning afternoon evening night earlier later last this week month year recently early late
    """
)
OCCASION = _words(
    """
    interview statement speech briefing conference tweet letter email e-mail memo report call message address
    rally testimony filing remarks news press phone telephone written separate recent joint televised post op-ed
    """
)
"""Where something was said: "in an interview" is no part of a speaker's name."""
CLAIM = _words(
    """
    accusation accusations allegation allegations assertion assertions charge charges claim claims criticism
    insinuation insinuations report reports suggestion suggestions
    """
)
"""What somebody denies in a clause about it: "an accusation that the port denies"."""
