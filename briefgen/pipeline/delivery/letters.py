"""The letter of an edition: what its mail says, made once and kept with the edition's files."""

from collections.abc import Callable, Collection
from dataclasses import replace

from briefgen import compose, looks, mail, markup
from briefgen.ledger.editions import File
from briefgen.model.brief import Brief
from briefgen.model.edition import Recipient, Way
from briefgen.model.settings import Settings
from briefgen.model.tree import Tree

LETTER = "letter"
"""The format of the file of an edition that holds its letter."""
_SUBJECT = "subject"


def letter(settings: Settings, brief: Brief, standing: Collection[str], template: str = "") -> tuple[File, ...]:
    """Give the letter of an edition as a file to keep ("letter.json", "letter"); nothing where there is no `email`.

    Only excerpts whose ids are among `standing` are in it: what a person took out of the file is not in its letter.
    `template` stands in place of the config's ("nothing-new", for the note that there is nothing new). Raises
    TemplateError.
    """
    email = settings.email
    if email is None:
        return ()
    told, load = _left(brief, standing), looks.loader(settings.root)
    subject = _tree(told, _SUBJECT, lambda name: email.subject if name == _SUBJECT else load(name))
    body = _tree(told, template or email.body, load)
    return (("letter.json", LETTER, mail.dump(mail.letter(subject, body, email, brief.language))),)


def recipients(settings: Settings) -> tuple[Recipient, ...]:
    """Give everybody whom the config names: by mail, then the folder."""
    everyone = settings.email.everyone if settings.email else ()
    mailed = (Recipient(Way.MAIL, each.address) for each in everyone)
    folder = (Recipient(Way.FOLDER, str(settings.deliver_to)),) if settings.deliver_to else ()
    return (*mailed, *folder)


def _tree(brief: Brief, name: str, load: Callable[[str], str]) -> Tree:
    return markup.finish(compose.compose(brief, name, load))[1]


def _left(brief: Brief, standing: Collection[str]) -> Brief:
    """Give what is left of a brief with these excerpts alone."""

    def left(keys: Collection[str]) -> tuple[str, ...]:
        return tuple(key for key in keys if key in standing)

    return replace(
        brief,
        key_points=left(brief.key_points),
        sections=tuple(
            replace(each, excerpts=left(each.excerpts), background=left(each.background)) for each in brief.sections
        ),
        annex=left(brief.annex),
        excerpts=tuple(each for each in brief.excerpts if each.id in standing),
        citations=tuple(each for each in brief.citations if each.excerpt in standing),
    )
