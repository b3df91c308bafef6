"""What a template may not do."""


class Refusal(Exception):  # noqa: N818 - it is not seen outside: `compose` makes a TemplateError of it
    """Something that a template may not do, in words for its author. Jinja catches none of these."""
