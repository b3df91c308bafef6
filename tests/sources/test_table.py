"""The table of works: any spreadsheet's, every mistake at once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.errors import UnreadableError
from briefgen.model.source import Basis, Published, Work
from briefgen.sources import Tables, merge, write_table
from briefgen.sources.table import COLUMNS, load_table


@pytest.fixture
def folder(tmp_path):
    for name in ["a.txt", "b.txt", "=c.txt", "old/d.txt"]:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("Lamps.", "utf-8")
    return tmp_path


def load(folder, text, encoding="utf-8"):
    path = folder / "sources.csv"
    path.write_bytes(text.encode(encoding))
    table = load_table(path)
    assert not table.mistakes
    return table.works


def mistakes(folder, text):
    path = folder / "sources.csv"
    path.write_text(text, "utf-8")
    return [str(mistake).removeprefix(f"{folder}/") for mistake in load_table(path).mistakes]


LAMPS = Work(title="Lamps, and oil", author="Mira Oduya", bases=(("title", Basis.TABLE), ("author", Basis.TABLE)))


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ('file,title,author\na.txt,"Lamps, and oil",Mira Oduya\n', "utf-8"),
        ('file;title;author\r\na.txt;"Lamps, and oil";Mira Oduya\r\n', "utf-8-sig"),
        ("file\ttitle\tauthor\na.txt\tLamps, and oil\tMira Oduya", "utf-16"),
        ('sep=;\nauthor;File;Title\nMira Oduya;a.txt;"Lamps, and oil"\n', "utf-8"),
        ('\n,,\nfile,title,author\n,,\na.txt,"Lamps,\nand oil",Mira Oduya,,\n,,\n', "utf-8"),
        ('FILE ,Title,Byline,\n.\\a.txt,"Lamps, and oil",Mira Oduya,\n'.replace(".\\", ""), "utf-8"),
    ],
)
def test_tables_of_any_spreadsheet(folder, text, encoding):
    assert load(folder, text, encoding) == {"a.txt": LAMPS}


@pytest.mark.parametrize(
    ("cell", "iso"),
    [
        ("2022-03-06", "2022-03-06"),
        ("2022/3/6", "2022-03-06"),
        ("2022", "2022"),
        ("25/03/2022", "2022-03-25"),
        ("6-Mar-2022", "2022-03-06"),
    ],
)
def test_dates_as_spreadsheets_make_them(folder, cell, iso):
    assert load(folder, f"file,published\na.txt,{cell}\n")["a.txt"].published == Published(iso)


def test_files_in_folders_below(folder):
    assert set(load(folder, "file,title\nold\\d.txt,Lamps\n./a.txt,Oil\n")) == {"old/d.txt", "a.txt"}


DATE = "is no date, or can be read two ways; write 2022-03-06, 2022-03 or 2022"


def test_every_mistake_is_said_where_it_stands(folder):
    text = (
        "file,titel,published,colour,url\n"
        'a.txt,,03/06/2022,"red,\ngreen",example.org\n'
        "c.txt,,,,\n"
        ",,2022,,\n"
        "a.txt,,,,,extra\n"
        "../a.txt,,,,\n"
        "b.txt,,,,\n"
        "b.txt,,,,\n"
    )
    assert mistakes(folder, text) == [
        "sources.csv:1:6: there is no field 'titel'; did you mean 'title'?",
        f"sources.csv:1:22: there is no field 'colour'; the fields are {', '.join(COLUMNS)}",
        f"sources.csv:2:8: published: '03/06/2022' {DATE}",
        "sources.csv:3:8: url: 'example.org' is no url; write the whole address, from https:// on",
        "sources.csv:4:1: there is no file 'c.txt' here; did you mean '=c.txt'?",
        "sources.csv:5:1: this row names no file; write its name in the column file",
        "sources.csv:6:1: 'a.txt' has two rows; keep one",
        "sources.csv:6:11: 'extra' stands in no column; put words that hold a comma between quotation marks",
        "sources.csv:7:1: there is no file '../a.txt' here; write its name as it is in this folder",
        "sources.csv:9:1: 'b.txt' has two rows; keep one",
    ]


@pytest.mark.parametrize(
    ("text", "mistake"),
    [
        ("title\nLamps\n", "sources.csv:1:1: no column is called file"),
        ("file,title,Title\n", "sources.csv:1:12: there are two columns for title; keep one"),
        ('file,title\na.txt,"Lamps\n', "sources.csv:2:7: a quotation mark opens here and is never closed"),
    ],
)
def test_a_table_that_cannot_be_read(folder, text, mistake):
    assert mistakes(folder, text)[0].startswith(mistake)


def test_an_empty_table_is_no_table(folder):
    with pytest.raises(UnreadableError, match="is empty"):
        load(folder, "")


def test_a_table_of_blanks_says_nothing(folder):
    assert load(folder, write_table({"a.txt": Work()})) == {"a.txt": Work()}


FIELD = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn"]), max_size=30).map(
    lambda words: " ".join(words.split())
)
HEADED = st.one_of(FIELD, st.sampled_from(["=1+1", "+a", "-a", "@a", "'=a", "''@a", "'a", '"a"', "a,b;c\td"])).map(
    lambda words: " ".join(words.split())
)


@given(values=st.fixed_dictionaries({"title": HEADED, "publisher": HEADED, "note": HEADED}))
def test_what_is_written_is_read_again(values, tmp_path_factory):
    folder = tmp_path_factory.getbasetemp()
    (folder / "a.txt").touch()
    work = Work(**values)
    (folder / "sources.csv").write_bytes(write_table({"a.txt": work}).encode())
    read = load_table(folder / "sources.csv").works["a.txt"]
    assert (read.title, read.publisher, read.note) == (work.title, work.publisher, work.note)


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@a", "'=a"])
def test_no_cell_is_a_formula(words):
    row = write_table({words: Work(title=words)}).split("\r\n")[1]
    assert all(cell == "" or cell.startswith("'") for cell in row.split(","))


def test_a_file_may_be_named_like_a_formula(folder):
    assert load(folder, write_table({"=c.txt": Work(title="Oil")}))["=c.txt"].title == "Oil"


def test_a_table_is_written_with_all_columns_and_blanks():
    text = write_table({"a.txt": Work(title="Lamps, and oil", published=Published("2022-03"))})
    assert text == (
        "\ufefffile,title,author,publisher,agency,kind,published,url,language,original,status,retells,grade,marking,note,body\r\n"
        'a.txt,"Lamps, and oil",,,,,2022-03,,,,,,,,,\r\n'
    )


def test_what_is_right_in_a_table_with_mistakes_stands(folder):
    (folder / "sources.csv").write_text(
        "file,title,published\ngone.txt,Gone,\na.txt,Lamps,soon\nb.txt,Oil,2022\n", "utf-8"
    )
    table = load_table(folder / "sources.csv")
    assert {file: work.title for file, work in table.works.items()} == {"a.txt": "Lamps", "b.txt": "Oil"}
    assert len(table.mistakes) == 2


def test_the_nearest_table_at_or_above_a_file_speaks_of_it(folder):
    load(folder, "file,title\na.txt,Above\nold/d.txt,From above\n")
    tables = Tables([folder])
    assert tables.row_of(folder / "a.txt").title == "Above"
    assert tables.row_of(folder / "old" / "d.txt").title == "From above"
    (folder / "old" / "sources.csv").write_text("file,title\nd.txt,Near\n", "utf-8")
    tables = Tables([folder])
    assert tables.row_of(folder / "old" / "d.txt").title == "Near"
    assert tables.row_of(folder / "b.txt") == Work()
    assert tables.nearest(folder / "old" / "d.txt") == folder / "old" / "sources.csv"


def test_no_table_above_the_folder_of_sources_speaks_of_a_file(folder):
    load(folder, "file,title\nold/d.txt,From above\n")
    assert Tables([folder / "old"]).row_of(folder / "old" / "d.txt") == Work()
    assert Tables([]).row_of(folder / "a.txt") == Work(), "its own folder's table speaks of it"


def test_the_strongest_basis_wins_field_by_field():
    text = Work(
        title="t",
        author="t",
        publisher="t",
        bases=tuple((name, Basis.TEXT) for name in ("title", "author", "publisher")),
    )
    table = Work(title="T", bases=(("title", Basis.TABLE),))
    front = Work(title="f", author="f", bases=(("title", Basis.FRONT_MATTER), ("author", Basis.FRONT_MATTER)))
    expected = Work(
        title="T",
        author="f",
        publisher="t",
        bases=(("title", Basis.TABLE), ("author", Basis.FRONT_MATTER), ("publisher", Basis.TEXT)),
    )
    assert merge(text, table, front) == merge(front, table, text) == expected
    assert merge() == Work()
