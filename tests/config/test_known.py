"""What a config may name is what the rooms offer."""

from briefgen.cite import EXPORTS, STYLES
from briefgen.config import Known
from briefgen.formats import FORMATS


def test_formats_and_styles_are_those_that_there_are():
    assert set(Known().formats) == (set(FORMATS) | set(EXPORTS)) - {"json"}, "brief.json is always written"
    assert set(Known().citations) == set(STYLES)
