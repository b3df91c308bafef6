"""A template that does not end, or that makes text without end, is refused: soon, and before memory runs out."""

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import briefs
import pytest
from composed import composed, marked

from briefgen.compose.limits import LENGTH, STEPS, Limits
from briefgen.errors import TemplateError
from briefgen.model.brief import Brief, Section
from briefgen.model.source import Appearance, Document, Work

LONG = "main:1: this goes on without end, or for too long"
MUCH = "main:1: this makes more than 8,000,000 characters of text"
ITSELF = "main:1: this calls itself without end, or is nested too deeply"
SEARCHING = (
    "{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(16) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}"
    "{% for i in range(90000) %}{% if 'b' in ns.s %}{% endif %}{% endfor %}"
)
COMPARING = (
    "{% set ns = namespace(s=[1], t=[1]) %}{% for i in range(60) %}{% set ns.s = [ns.s, ns.s] %}"
    "{% set ns.t = [ns.t, ns.t] %}{% endfor %}{{ 'x' if ns.s == ns.t }}"
)
HASHING = (
    "{% set ns = namespace(s=(1,)) %}{% for i in range(60) %}{% set ns.s = (ns.s, ns.s) %}{% endfor %}"
    "{{ [ns.s]|unique|length }}"
)
KEPT = "{% set ns = namespace(s='aaaaaaaa') %}{% for i in range(60) %}"

BOMBS = {
    "a loop in a loop": ("{% for i in range(10000) %}{% for j in range(10000) %}{% endfor %}{% endfor %}", LONG),
    "a loop of everything": ("{% for i in range(999999999999) %}x{% endfor %}", LONG),
    "a loop that lets nothing through": ("{% for i in range(999999999999) if false %}x{% endfor %}", LONG),
    "loops that let nothing through": (
        "{% for i in range(9000) %}{% for j in range(9000) if false %}x{% endfor %}{% endfor %}",
        LONG,
    ),
    "a long body": ("{% for i in range(90000) %}" + "{% set x = 1 %}" * 5000 + "{% endfor %}", LONG),
    "literal text": ("{% for i in range(90000) %}" + "lorem " * 1000 + "{% endfor %}", MUCH),
    "`~` doubling": (KEPT + "{% set ns.s = ns.s ~ ns.s %}{% endfor %}", MUCH),
    "join doubling": (KEPT + "{% set ns.s = [ns.s, ns.s]|join %}{% endfor %}", MUCH),
    "a kept block doubling": (KEPT + "{% set x %}{{ ns.s }}{{ ns.s }}{% endset %}{% set ns.s = x %}{% endfor %}", MUCH),
    "an excerpt doubling": (
        KEPT + "{% set x %}{{ ns.s }}{{ ns.s }}{{ brief.annex[0] }}{% endset %}{% set ns.s = x %}{% endfor %}",
        MUCH,
    ),
    "a list doubling": (KEPT.replace("'aaaaaaaa'", "[1]") + "{% set ns.s = ns.s + ns.s %}{% endfor %}", LONG),
    "a macro twice in itself": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(99) }}",
        LONG,
    ),
    "a macro in itself": ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", ITSELF),
    "a block in itself": ("{% block b %}{{ self.b() }}{% endblock %}", ITSELF),
    "a template in itself": ("{% include 'main' %}", ITSELF),
    "a template that extends itself": ("{% extends 'main' %}", ITSELF),
    "call blocks that double": (
        "{% macro m() %}{{ caller() }}{{ caller() }}{% endmacro %}"
        + "{% call m() %}" * 18
        + "x"
        + "{% endcall %}" * 18,
        LONG,
    ),
    "sorting": ("{% for i in range(90000) %}{% set x = range(3000)|list|sort %}{% endfor %}", LONG),
    "selecting": ("{% for i in range(90000) %}{% set x = range(3000)|select('even')|list %}{% endfor %}", LONG),
    "slicing": ("{% set l = range(90000)|list %}{% for i in range(9000) %}{% set x = l[:] %}{% endfor %}", LONG),
    "searching": (SEARCHING, LONG),
    "comparing lists of lists": (COMPARING, LONG),
    "telling lists of lists apart": (HASHING, LONG),
    "a gigabyte of one letter": ("{{ 'a' * 1000000000 }}", "main:1: `*` is for numbers"),
    "a wide format": ("{{ '%1000000000d' % 1 }}", "main:1: `%` is for numbers"),
    "a wide format by method": ("{{ '{:1000000000}'.format(1) }}", "main:1: `.format` of 'str' is not for templates"),
    "a wide column": ("{{ 'a'|center(1000000000) }}", "main:1: there is no filter 'center'"),
    "a number squared and squared": (
        "{% set ns = namespace(n=9) %}{% for i in range(60) %}{% set ns.n = ns.n * ns.n %}{% endfor %}",
        "main:1: such large numbers",
    ),
    "a power of powers": ("{{ 9 ** 9 ** 9 }}", "main:1: such large numbers"),
    "a number of many digits": ("{{ " + "9" * 9000 + " }}", "main: such large numbers are not for templates"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused(name: str) -> None:
    template, message = BOMBS[name]
    with pytest.raises(TemplateError) as caught:
        composed(template)
    assert str(caught.value).startswith(message)


MEASURE = """
import resource, sys
sys.path[:0] = sys.argv[1:]
from composed import composed
from test_limits import BOMBS, LONG
from briefgen.errors import TemplateError
for template in (template for template, message in BOMBS.values() if message != LONG):
    try:
        composed(template)
    except TemplateError:
        continue
    sys.exit("not refused: " + template)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def test_bombs_of_text_together_take_less_than_300_megabytes() -> None:
    here = Path(__file__).parent
    # A process begins with the peak of the one that started it, so that one must be small.
    starting = [sys.executable, "-c", "import subprocess, sys; sys.exit(subprocess.run(sys.argv[1:]).returncode)"]
    command = [*starting, sys.executable, "-c", MEASURE, str(here), str(here.parent)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert 0 < int(done.stdout) < 300


def test_what_is_within_the_limits_is_rendered() -> None:
    counted = Limits()
    counted.steps(STEPS)
    counted.length(LENGTH)
    assert composed("{% for i in range(9000) %}{{ i }}{% endfor %}").endswith("89988999")


def test_a_brief_of_a_thousand_excerpts_is_within_the_limits(built_in: str) -> None:
    text = "".join(f"The {n}th ship came in, and its crew went ashore for the night.\n\n" for n in range(1000))
    document = Document.from_text(text)
    quoted = tuple(briefs.excerpt(document, line, number=n) for n, line in enumerate(text.split("\n\n")[:-1], start=1))
    listed = tuple(
        replace(briefs.BRIEF.sources[1], appearance=Appearance(document.id, f"{n}.md", "", Work())) for n in range(1000)
    )
    keys = tuple(each.id for each in quoted)
    section = Section("ships", "Ships", excerpts=keys)
    brief = Brief("ships", "Ships", briefs.BRIEF.as_of, sections=(section,), excerpts=quoted, sources=listed)
    assert marked(built_in, brief).count("went ashore") == 1000
