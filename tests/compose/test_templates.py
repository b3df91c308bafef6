"""What a template may do, each with what comes of it."""

from dataclasses import replace
from datetime import date

import briefs
import pytest
from composed import composed

from briefgen.errors import TemplateError
from briefgen.model.brief import Citation, Run, Week

WHOLE = "«5913ca658403bb25¦The harbour reopened on Tuesday. Its cranes had stood still for a month.»"
FIRST = "{% set e = brief.key_points[0] %}"

CASES = {
    # Words of data are marked, a template's own text stands as it is.
    "{{ brief.title }} *is* {{ '*mine*' }}": "«¦The port this week» *is* *mine*",
    "{{ brief.title ~ ': *' ~ brief.subtitle ~ '*' }}": "«¦The port this week»: *«¦Ships and ferries»*",
    "{% set t = brief.name %}{{ t|upper }} {{ t|lower }} {{ 'own'|upper }}": "«¦PORT» «¦port» OWN",
    "{{ 'two words'|capitalize }} {{ brief.audience|capitalize }}": "Two words «¦The harbour board»",
    "{{ brief.subtitle|length }} {{ brief.title == 'The port this week' and 'same' }}": "17 same",
    "{{ 'yes' if 'port' in brief.title else 'no' }}{{ 'yes' if 'Port' in brief.title else 'no' }}": "yesno",
    "{{ brief.name }}{{ brief.grounds.documents }}{{ brief.sections[1].assessment }}": "«¦port»2",
    # Dates and numbers print plainly, nothing prints as nothing.
    "{{ brief.as_of }}, {{ brief.as_of|longdate }}, {{ brief.as_of.year }}": "2026-11-22, 22 November 2026, 2026",
    "{{ brief.grounds.newest|longdate }}, {{ brief.grounds.oldest|longdate }}": "6 March 2022, 2022",
    "{{ brief.sources[0].published|longdate }} {{ brief.sources[0].published }}": "6 March 2022 2022-03-06T15:45+09:00",
    "[{{ brief.sources[1].published }}]": "[]",
    "{{ 1 + 2 * 3 - 4 // 2 }} {{ 7 % 4 }} {{ 1 / 2 }}": "5 3 0.5",
    # An excerpt prints whole; its facts are fields.
    FIRST + "{{ e }}{{ cite(e) }}": WHOLE + "[^1]",
    FIRST + "{{ e.number }} {{ e['paragraph'] }} {{ e.page }} {{ e.topic }}": "1 1  «¦port»",
    FIRST
    + "{% for f in e.flags %}{{ f.kind }}/{{ f.words }} {% endfor %}": "«¦relative-date»/«¦on Tuesday» «¦undated»/ ",
    FIRST + "{{ e.remarks|join('; ') }}": "«¦relative date: “on Tuesday”»",
    FIRST + "{{ e.note }}": "«¦Ada Quill and Bo Reed, “Harbour open again,”» *«¦Port Times»*",
    FIRST
    + "{{ e.title }} {{ e.work.authors|listed }} {{ e.work.published.iso is defined }}".replace(
        "{{ e.work.published.iso is defined }}", "{{ e.work.grade }}"
    ): "«¦Harbour open again» «¦Ada Quill» and «¦Bo Reed» «¦B2»",
    FIRST + "{% set kept %}> {{ e }}{% endset %}{{ kept }}": "> " + WHOLE,
    FIRST + "{{ 'yes' if e in brief.excerpts and e in brief.sections[0].all and e not in brief.annex }}": "yes",
    FIRST + "{{ e and 'there' }}": "there",
    # Lists.
    "{{ brief.excerpts|map(attribute='number')|listed }}": "1, 2 and 3",
    "{{ brief.annex|map(attribute='number')|listed }}, {{ []|listed }}": "3, ",
    "{{ [1, 2, 3, 4, 7, 8]|listed }}; {{ [2, 3, 4, 5, 6]|listed }}": "1 to 4, 7 and 8; 2 to 6",
    "{{ brief.excerpts|selectattr('page')|map(attribute='number')|join }}": "2",
    "{{ brief.excerpts|rejectattr('page', 'none')|length }}": "1",
    "{{ brief.sources|map(attribute='title')|sort|join('/') }}": "«¦A copy»/«¦Harbour open again»/«¦letter.md»",
    "{% for g in brief.sources|groupby('work.agency') %}{{ g.grouper }}{{ g.list|length }}{% endfor %}": "3",
    "{{ (brief.sections[0].excerpts + brief.sections[0].background)|length }}": "1",
    "{{ brief.excerpts[1:]|map(attribute='number')|list|first }}": "2",
    "{{ ['b', 'a', 'b']|unique|sort|join }}": "ab",
    "{{ brief.excerpts|reject('in', brief.key_points)|map(attribute='number')|join(' ') }}": "2 3",
    "{% for n in range(3) %}{{ n }}{% if not loop.last %}-{% endif %}{% endfor %}": "0-1-2",
    "{% for a, b in {'x': 1}.items() %}{{ a }}{{ b }}{% endfor %}": "x1",
    "{{ 'excerpt'|plural(1) }} {{ 'excerpt'|plural(2) }} {{ 'is'|plural(3, 'are') }}": "excerpt excerpts are",
    "{{ brief.sections|map(attribute='title')|map('upper')|join(', ') }}": "«¦THE PORT», «¦SHIPS»",
    # What stands where: an excerpt is printed once.
    "{% for s in brief.sections %}{{ s.excerpts|length }}{{ s.background|length }}{{ s.above|length }};{% endfor %}": (
        "011;000;"
    ),
    "{{ brief.sections[0].all|map(attribute='number')|listed }}": "1 and 2",
    # Sources.
    "{% for s in brief.sources %}{{ s.number }} {{ s.numbers|join(',') }} {{ s.entry }};{% endfor %}": (
        "1 1,3 «¦Quill, Ada, and Bo Reed. “Harbour open again.”»;2 2 «¦letter.md. N.d.»;3  ;"
    ),
    "{{ brief.sources[0].address }}{{ brief.sources[1].address }}": "[«¦https://port.example/open»](«¦https://port.example/open»)",
    "{{ brief.withheld[0].why }}: {{ brief.withheld[0].source_line }}": (
        "«¦says too little»: «¦coast.example, as re-told by Ada Quill and Bo Reed, “Harbour open again”, Port Times, "
        "6 March 2022»"
    ),
    "{{ brief.warnings|join }}": "«¦letter.md: no title»",
    # Roles and groups.
    "{{ role('source-line') }}x": "¶source-line·x",
    "{% call box() %}\n- {{ brief.handling }}\n{% endcall %}": "¶+box·\n\n- «¦TLP:GREEN»\n\n¶-box·",
    "{% call group('aside') %}x{% endcall %}": "¶+aside·\n\nx\n\n¶-aside·",
    # Jinja's own ways.
    "{% macro m(a, b=2) %}{{ a }}{{ b }}{% endmacro %}{{ m(1) }}{{ m(1, b=3) }}": "1213",
    "{% set ns = namespace(n=0) %}{% for i in [1, 2] %}{% set ns.n = ns.n + i %}{% endfor %}{{ ns.n }}": "3",
    "{{ brief.nothing is defined and 'x' or 'y' }}{{ 4 is even and 'z' }}": "yz",
    "{{ brief.nothing|default('none given') }}": "none given",
    "{% filter upper %}own text{% endfilter %}": "OWN TEXT",
    "a\n\n\n\n\nb": "a\n\nb",
    "{# {{ nothing }} #}x{% raw %}{{ raw }}{% endraw %}": "x{{ raw }}",
    "{% include 'nothing' ignore missing %}x": "x",
}


@pytest.mark.parametrize("template", CASES)
def test_a_template_makes(template: str) -> None:
    assert composed(template) == CASES[template]


def test_a_template_may_extend_include_and_import_others() -> None:
    base = "{% macro loud(t) %}{{ t|upper }}!{% endmacro %}{% block a %}A{% endblock %}-{% block b %}B{% endblock %}"
    assert composed(
        "{% extends 'base' %}{% block b %}{{ super() }}{{ loud(brief.name) }}{% endblock %}", base=base
    ) == ("A-B«¦PORT»!")
    assert composed("{% include 'part' %}", part="{{ brief.name }}") == "«¦port»"
    assert composed("{% from 'part' import m %}{{ m() }}", part="{% macro m() %}{{ brief.name }}{% endmacro %}") == (
        "«¦port»"
    )


def test_notes_stand_in_the_order_of_their_numbers() -> None:
    assert composed("{{ notes() }}") == (
        "[^1]: «¦Ada Quill and Bo Reed, “Harbour open again,”» *«¦Port Times»*\n\n"
        "[^2]: [«¦letter.md, n.d.»](«¦https://port.example/open»)\n\n"
        "[^3]: «¦Quill and Reed, “Harbour open again,” para. 2.»"
    )


def test_white_space_at_the_edges_of_a_run_stands_outside_its_marks() -> None:
    runs = (Run(" a "), Run("b ", italic=True), Run(" "), Run(""), Run("c", url="https://c.example"))
    brief = replace(briefs.BRIEF, citations=(Citation(1, briefs.REOPENED.id, runs),))
    assert composed("x{{ brief.key_points[0].note }}", brief) == "x «¦a» *«¦b»*  [«¦c»](«¦https://c.example»)"


def test_an_analyst_s_markdown_stands_as_it_is_with_labels_of_its_own() -> None:
    brief = replace(briefs.BRIEF, summary="**Bold**[^1] {{ brief }}\n\n[^1]: Why.\n")
    assert composed("{{ brief.summary }}", brief) == "**Bold**[^s0-1] {{ brief }}\n\n[^s0-1]: Why."
    assert composed("{{ brief.sections[0].assessment }}") == "It *is*."


WEEKS = replace(briefs.BRIEF, weeks=(Week(date(2026, 11, 9), (2, 0)), Week(date(2026, 11, 16), (1, 0))))
SHIPS = replace(WEEKS, weeks=(*WEEKS.weeks, Week(date(2026, 11, 23), (0, 7))))


def test_a_topic_s_chart_prints_whole_on_the_scale_of_all_topics() -> None:
    words = "2 (from 9 November 2026), 1 (from 16 November 2026)"
    template = "{% for s in brief.sections %}[{{ s.chart or 'none' }}]{{ s.articles }}{% endfor %}"
    assert composed(template, WEEKS) == f"[«2026-11-09 2 2 1¦The port¦{words}»]3[none]0"
    port, ships = (f"«2026-11-09 7 {counts}¦" for counts in ("2 1 0", "0 0 7"))
    assert composed(template, SHIPS).startswith(f"[{port}The port¦{words}»]3[{ships}Ships¦7 (from 23 November 2026)»]7")
    assert composed(template) == "[none]0[none]0"


@pytest.mark.parametrize(
    "template", ["{{ s.chart|upper }}", "{{ s.chart[0] }}", "{{ s.chart + 1 }}", "{{ s.chart.words }}"]
)
def test_and_cannot_be_taken_apart(template: str) -> None:
    with pytest.raises(TemplateError):
        composed("{% set s = brief.sections[0] %}" + template, WEEKS)
