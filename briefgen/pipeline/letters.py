"""The letter of an edition: what its mail says, made once and kept with the edition's files."""

from collections.abc import Collection

from briefgen.ledger.editions import File
from briefgen.model.brief import Brief
from briefgen.model.edition import Recipient
from briefgen.model.settings import Settings


def letter(settings: Settings, brief: Brief, standing: Collection[str], template: str = "") -> tuple[File, ...]:
    """Give the letter of an edition as a file to keep ("letter.json", "letter"); nothing where there is no `email`.

    Only key points whose ids are among `standing` are quoted: what a person took out of the file is not in its letter.
    `template` stands in place of the config's ("nothing-new", for the note that there is nothing new). Raises
    TemplateError.
    """
    raise NotImplementedError


def recipients(settings: Settings) -> tuple[Recipient, ...]:
    """Give everybody whom the config names: by mail, then the folder."""
    raise NotImplementedError
