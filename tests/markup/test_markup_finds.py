"""What fuzzing found, each once: words that some reader of the finished Markdown took for something else."""

import pytest
import rendered

from briefgen.marks import data, quotation
from briefgen.markup import finish, parse

FINDS = {
    "01 Python-Markdown reads a number without its semicolon": f"{data('June&#2[sic]')}",
    "02 Python-Markdown takes what has an @ for an address": f"{data('<”—|a@b.c>')} {data('<`---<http://a@b>')}",
    "03 U+FEFF alone was taken for a byte order mark": f"x {quotation('e1', chr(0xFEFF))} y",
    "04 and at the beginning of the file": f"{data(chr(0xFEFF) + 'x')}",
    "05 two blocks of code in a row are one": "```\na\n```\n\n```\n*b*\n```",
    "06 code that begins with empty lines": "a\n\n```\n\n\nb\n```",
    "07 a line across the page that begins an item": "- ---\n\n  a",
    "08 a table that begins a list in a list": "- - | a | b |\n    |---|---|\n    | c | d |\n- e",
    "09 code after a list went on with its last item": "- a\n\n```\n*b*\n```",
    "10 a note and a parenthesis look like a link": f"a[^1]{data('(b)')}\n\n[^1]: c",
    "11 a note and a colon look like the note": f"[^1]{data(': b')}\n\n[^1]: c",
    "12 an exclamation mark and a link look like a picture": f"{data('a!')}[b](https://e.org)",
    "13 a hash ends a heading": f"# {data('C#')}\n\n## {data('# #')}",
    "14 a caret and a bracket look like an inline note": f"{data('a^')}[^1] {data('b^[c]')}\n\n[^1]: d",
    "15 a link whose text looks like a note": f"[{data('^1')}](https://e.org) a[^1]\n\n[^1]: b",
    "16 Python-Markdown's headings need no space": f"{data('#a')}\n\n- {data('#b')}",
    "17 and its lists may have any digits": f"{data('١. a')}\n\n{data('２. b')}",
    "18 a second line underlines the first": f"a  \n{data('---')}\n\nb | c  \n{data('-|-')}\n\nd  \n{data('==')}",
    "19 words in brackets and a colon define a link": f"{data('[a]: b')}\n\n[a] c",
    "20 backslashes before bars": f"| a |\n|---|\n| {data(chr(92) + '|' + chr(92))} |",
    "21 code beside code and backticks": f"`a`{data('')}`b` {data('`')}`c`{data('`')}",
    "22 strong words beside stressed ones": f"**a***b* *c*{data('')}*d* **e**{data('')}**f**",
    "23 spaces within emphasis": f"x*{data('')} a {data('')}*y **{data('')}** z",
    "24 four empty words are an indent": f"{' '.join([data('')] * 5)} a",
    "25 an entity in a link's target": f"[a](https://e.org/{data('?b&copy;&#2')})",
    "26 a parenthesis in a link's target": f"[a](https://e.org/{data('b(c')}) [d](https://e.org/{data('(e)')})",
    "27 a line across the page out of words": f"{data('- - -')}\n\n{data('***')}\n\n{data('_ _ _')}\n\n{data('~~~')}",
    "28 an empty note": f"a[^1]\n\n[^1]: {data('')}",
    "29 Python-Markdown takes such a link for a definition": f"[{data('a]: b')}](https://e.org)",
    "30 a numbered list that does not begin with 1 needs an empty line": "- a\n\n  9. b",
    "31 Python-Markdown completes a number in code": f"`{data('&#2:')}`\n\n    {data('&#2:')}\n    b",
}


@pytest.mark.parametrize("marked", FINDS.values(), ids=FINDS)
def test_every_reader_shows_the_same_words(marked):
    markdown, tree = finish(marked)
    shown = rendered.words_of_tree(tree)
    assert rendered.words_of_tree(parse(markdown)) == shown
    assert rendered.words_of_html(rendered.by_markdown_it(markdown)) == shown
    assert rendered.words_of_html(rendered.by_python_markdown(markdown)) == shown
