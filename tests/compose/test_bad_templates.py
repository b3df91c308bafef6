"""What a template may not do, each with what its author is told."""

import briefs
import pytest
from composed import composed, marked

from briefgen.compose import compose
from briefgen.errors import TemplateError, UnknownKeyError

FIRST = "{% set e = brief.key_points[0] %}"
WHOLE = "an excerpt can be printed whole, {{ e }}, and nothing else"

APART = [
    "{{ e|upper }}",
    "{{ e|length }}",
    "{{ e|list }}",
    "{{ e|first }}",
    "{{ e|join }}",
    "{{ [e]|join }}",
    "{{ [e]|map('lower')|list }}",
    "{{ brief.excerpts|sort|length }}",
    "{{ e ~ '' }}",
    "{{ '' ~ e }}",
    "{{ e + '' }}",
    "{{ '' + e }}",
    "{{ e * 2 }}",
    "{{ '%s' % e }}",
    "{{ -e }}",
    "{{ e[:3] }}",
    "{{ e[0] }}",
    "{{ e() }}",
    "{% for c in e %}{{ c }}{% endfor %}",
    "{% if 'harbour' in e %}{% endif %}",
    "{% if e < 'x' %}{% endif %}",
    "{% if e == 'x' %}{% endif %}",
    "{% if brief.title != e %}{% endif %}",
    "{% if 'x' in brief.excerpts %}{% endif %}",
    "{{ e.text }}",
    "{{ e.upper() }}",
    "{{ e.replace('a', 'b') }}",
    "{{ e.selector.exact }}",
]


@pytest.mark.parametrize("template", APART)
def test_an_excerpt_is_not_taken_apart(template: str) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(f"\n{FIRST}\n{template}")
    assert str(caught.value).startswith("main:3: ")
    assert WHOLE in str(caught.value)


NOT_THERE = [
    "safe",
    "e",
    "escape",
    "string",
    "replace",
    "format",
    "center",
    "truncate",
    "wordwrap",
    "tojson",
    "attr",
    "xmlattr",
]


@pytest.mark.parametrize("name", NOT_THERE)
def test_filters_that_could_let_words_in_or_grow_are_not_there(name: str) -> None:
    with pytest.raises(TemplateError, match=f"main:2: there is no filter '{name}'; known: capitalize, default, first"):
        composed(f"{FIRST}\n{{{{ e|{name} }}}}")
    with pytest.raises(TemplateError, match=f"main:1: No filter named '{name}'"):
        composed(f"{{{{ brief.warnings|map('{name}')|list }}}}")


CASES = {
    # What is undefined.
    "\n\n{{ brif.title }}": "main:3: 'brif' is undefined; a template knows box, brief, cite, group,",
    "{{ brief.titel }}": "main:1: the brief has no 'titel'; it has annex, as_of, audience, excerpts, grounds,",
    "{{ brief.sections[0].name }}": "main:1: a section has no 'name'; it has above, all, articles, assessment,",
    "{{ brief.key_points[7] }}": "main:1: tuple object has no element 7",
    "{% for s in brief.section %}{% endfor %}": "main:1: the brief has no 'section'; it has",
    "{{ brief.nothing + 1 }}": "main:1: the brief has no 'nothing'; it has",
    "{{ brief.nothing|upper }}": "main:1: the brief has no 'nothing'; it has",
    "{% macro m() %}\n{{ nothing }}{% endmacro %}\n\n{{ m() }}": "main:2: 'nothing' is undefined",
    "{{ lipsum() }}": "main:1: 'lipsum' is undefined",
    # What is no template.
    "x\n{% if %}": "main:2: Expected an expression, got 'end of statement block'",
    "{{ 'a' }": "main:1: unexpected '}'",
    "{% for x in brief.annex %}": "main:1: Unexpected end of template",
    "{% do 1 %}": "main:1: Encountered unknown tag 'do'.",
    "{% block a %}{% endblock %}{% block a %}{% endblock %}": "main:1: block 'a' defined twice",
    "{{ 'a' is strange }}": "main:1: No test named 'strange'.",
    "{{ " + "(" * 9000 + "1" + ")" * 9000 + " }}": "main: this calls itself without end, or is nested too deeply",
    "{% for x in [1] %}" * 30 + "{% endfor %}" * 30: "main: loops and conditions are nested too deeply",
    "x" * 100_001: "main: main has more than 100,000 characters",
    "a\x0eb": "main: main holds a control character that has a meaning of its own here",
    # What cannot be loaded.
    "\n{% include 'nowhere' %}": "main:2: there is no template 'nowhere'; known: main, other",
    "{% extends 'nowhere' %}": "main:1: there is no template 'nowhere'; known: main, other",
    "{% import 'nowhere' as n %}": "main:1: there is no template 'nowhere'; known: main, other",
    "{% include 'other' %}": "other:2: 'gone' is undefined",
    # What has no words.
    "{{ brief }}": "main:1: the brief cannot be printed; print one of its fields: annex, as_of,",
    "{{ brief.sections[0] }}": "main:1: a section cannot be printed; print one of its fields: above, all,",
    "{{ brief.sections }}": "main:1: a list cannot be printed; print a part of it, or use it in a condition",
    "{{ brief.title == 'x' }}": "main:1: true or false cannot be printed",
    "{{ cite }}": "main:1: this (function) cannot be printed",
    "{{ self }}": "main:1: this (TemplateReference) cannot be printed",
    "{% for n in 3 %}{% endfor %}": "main:1: there is nothing to loop over in a number",
    "{% for n in brief.title %}{% endfor %}": "main:1: there is nothing to loop over in a piece of text",
    "{% for n in brief.grounds %}{% endfor %}": "main:1: there is nothing to loop over in what the brief rests on",
    "{% for n in brief.sources[1].published %}{% endfor %}": "main:1: there is nothing to loop over in nothing",
    # What words, Markdown and a template's own text do not do.
    "{{ brief.title[0] }}": "main:1: a piece of text has no 0; it can be printed whole",
    "{{ brief.title.upper() }}": "main:1: a piece of text has no 'upper'; it can be printed whole",
    "{{ brief.summary|upper }}": "main:1: only words and a template's own text can be changed",
    "{{ ('a' ~ brief.title)|upper }}": "main:1: only words and a template's own text can be changed",
    "{{ 'a'.upper() }}": "main:1: `.upper` of 'str' is not for templates; docs/templates.md lists the filters",
    "{{ '{:9}'.format(1) }}": "main:1: `.format` of 'str' is not for templates",
    "{{ [].append(1) }}": "main:1: `.append` of 'list' is not for templates",
    "{{ brief.as_of.strftime('%Y') }}": "main:1: `.strftime` of 'date' is not for templates",
    "{{ brief.__class__ }}": "main:1: the brief has no '__class__'; it has",
    "{{ brief.title._text }}": "main:1: a piece of text has no '_text'",
    "{{ ''.__class__.__mro__ }}": "main:1: `.__class__` of 'str' is not for templates",
    "{{ cite.__globals__ }}": "main:1: `.__globals__` of 'function' is not for templates",
    "{{ self._TemplateReference__context }}": "main:1: `._TemplateReference__context` of 'TemplateReference' is not",
    "{{ 'a' + 'b' }}": "main:1: `+` is for numbers; `~` joins words",
    "{{ 'a' * 3 }}": "main:1: `*` is for numbers; `~` joins words",
    "{{ 2 ** 3 }}": "main:1: such large numbers are not for templates",
    "{{ 9999999999999999 + 1 }}": "main:1: such large numbers are not for templates",
    "{{ 1 / 0 }}": "main:1: nothing can be divided by zero; ask first, with {% if … %}",
    "{{ 1 // 0.0 }}": "main:1: nothing can be divided by zero",
    "{% if 3 is divisibleby(0) %}{% endif %}": "main:1: nothing can be divided by zero",
    # What Python would say in words of its own.
    "\n{{ 5|join(',') }}": "main:2: a list is wanted here, such as brief.excerpts, and not a number",
    "{{ brief.title|first }}": "main:1: a list is wanted here, such as brief.excerpts, and not a piece of text",
    "{% if 'a' in none %}{% endif %}": "main:1: a list is wanted here, such as brief.excerpts, and not nothing",
    "{% set a, b = 5 %}": "main:1: a list is wanted here, such as brief.excerpts, and not a number",
    "{% for a, b in [(1,)] %}{% endfor %}": "main:1: there are not as many names here as each entry has parts",
    "{{ 1|length }}": "main:1: a number has no length; a list and words have one",
    "{% if 1 < 'a' %}{% endif %}": "main:1: a number and text cannot be put in order; only numbers can, or dates,",
    "{% if brief.as_of < 'x' %}{% endif %}": "main:1: a date and text cannot be put in order",
    "{{ brief.title() }}": "main:1: a piece of text cannot be called; functions and macros can",
    "{{ cite() }}": "main:1: a function, filter or macro is given too little, too much or the wrong thing;",
    "{{ 'a'|upper(1) }}": "main:1: a function, filter or macro is given too little, too much or the wrong thing;",
    "{% for n in range() %}{% endfor %}": "main:1: a function, filter or macro is given too little,",
    "{% for n in range('a') %}{% endfor %}": "main:1: a whole number is wanted here, and not text",
    "{% for n in range(1, 9, 0) %}{% endfor %}": "main:1: range cannot go on in steps of zero",
    "{{ brief.annex['a':]|length }}": "main:1: a slice wants whole numbers, such as [:3]",
    "{{ -'a' }}": "main:1: a sign is for numbers, and not for text",
    "{{ [[1]]|unique|length }}": "main:1: a list cannot be a key here, nor be told from its like;",
    "{% if 'a' is even %}{% endif %}": "main:1: even, odd and divisibleby ask about a number",
    "{{ 'May'|longdate }}": "main:1: longdate wants a date, such as brief.as_of",
    "{{ cite(1) }}": "main:1: cite wants an excerpt: cite(e)",
    "{{ box() }}": "main:1: box and group hold what stands in them: {% call box() %} … {% endcall %}",
    "{{ role('Big One') }}": "main:1: a role's name is made of small letters and hyphens: role('source-line')",
    "{% for x in [1] recursive %}{% endfor %}": "main:1: a loop cannot be recursive; use a macro",
    # Stand-ins that do not come out whole.
    FIRST
    + "{% set x %}{{ e }}{% endset %}{{ x[1:] }}": "main: an excerpt or other words of the brief were cut or changed",
    FIRST
    + "{% set x %}{{ e }}{% endset %}{{ x|upper }}": "main:1: only words and a template's own text can be changed",
    "{{ '\\x0eabc\\x13forged\\x0f' }}": "main: an excerpt or other words of the brief were cut or changed",
    "{{ '\\x0e999\\x0f' }}": "main: an excerpt or other words of the brief were cut or changed",
    "{{ role('box')[1:] }}": "main: an excerpt or other words of the brief were cut or changed",
}


@pytest.mark.parametrize("template", CASES)
def test_a_bad_template_is_told_what_is_wrong_and_where(template: str) -> None:
    with pytest.raises(TemplateError) as caught:
        composed(template, other="\n{{ gone }}")
    assert str(caught.value).startswith(CASES[template])
    assert caught.value.exit_code == 2


def test_a_template_that_is_not_there_is_an_unknown_key() -> None:
    def load(name: str) -> str:
        raise UnknownKeyError("template", name, ["policy-brief"])

    with pytest.raises(UnknownKeyError, match="there is no template 'nowhere'; known: policy-brief"):
        compose(briefs.BRIEF, "nowhere", load)


def test_a_withheld_passage_cannot_be_printed() -> None:
    with pytest.raises(TemplateError, match="a withheld passage cannot be printed; print one of its fields"):
        marked("{{ brief.withheld[0] }}")
    assert briefs.MORE.text not in composed("{{ brief.withheld[0].why }}{{ brief.withheld[0].title }}")
