"""Quotations as they are marked in many languages, with the words that stand between the marks."""

import pytest

from briefgen.quotation import find

NBSP, THIN, RLM, LRM = "\u00a0", "\u202f", "\u200f", "\u200e"

BALANCED = {
    "English, curly": ("He said “the quay is closed” and “so is the port.”", ["the quay is closed", "so is the port."]),
    "English, single": ("‘The quay,’ he said, ‘is closed.’", ["The quay,", "is closed."]),
    "English, straight": ('He said "the quay" and \'the port\'.', ["the quay", "the port"]),
    "double within single": ("‘He said “no” twice’, she wrote.", ["He said “no” twice"]),
    "single within double": ("“‘No’ was all,” she wrote.", ["‘No’ was all,"]),
    "straight single within straight double": ("\"'No,' he said\" is all.", ["'No,' he said"]),
    "straight within straight": ('"He said "no" twice."', ['He said "no" twice.']),
    "straight within straight at both ends": ('""No" and "never""', ['"No" and "never"']),
    "curly within curly": ("“He said “no” twice.”", ["He said “no” twice."]),
    "three deep": ("“a ‘b “c” d’ e” and “f”", ["a ‘b “c” d’ e", "f"]),
    "two single marks for a double one": ("''No,'' he said; ‘‘it’s ‘never’ so’’", ["No,", "it’s ‘never’ so"]),
    "side by side": ('“a”“b” "c""d" 「e」「f」', ["a", "b", "c", "d", "e", "f"]),
    "in brackets and after dashes": ('(“a”)—"b"—[\'c\'] –"d"/"e"', ["a", "b", "c", "d", "e"]),
    "in compounds": ("an ‘old’-style quay, pre-‘war’, 'new'-built, post-\"boom\"", ["old", "war", "new", "boom"]),
    "before the mark of a note": ("“a”[1] ‘b’¹ “c”* 'd'2", ["a", "b", "c", "d"]),
    "over white space": ('“ a ” and " b " and «\nc\n»', [" a ", " b ", "\nc\n"]),
    "German": ("„Hafen“ und ‚Kai‘, „Werft”.", ["Hafen", "Kai", "Werft"]),
    "German, nested": ("„Er sagte ‚nein‘ und „nie“ dazu“, so sie.", ["Er sagte ‚nein‘ und „nie“ dazu"]),
    "German, guillemets": ("»Hafen« und ›Kai‹, »er sagte ›nein‹ dazu«", ["Hafen", "Kai", "er sagte ›nein‹ dazu"]),
    "Swiss": ("«Hafen» und ‹Kai›", ["Hafen", "Kai"]),
    "French": (f"«{NBSP}le port{NBSP}» et «{THIN}le quai{THIN}».", [f"{NBSP}le port{NBSP}", f"{THIN}le quai{THIN}"]),
    "French, nested": ("« On dit “non” ici », l’« accord » et l’“autre”", [" On dit “non” ici ", " accord ", "autre"]),
    "French, straight": ('Il a dit " non " et l\'"accord".', [" non ", "accord"]),
    "Swedish and Finnish": ("Han sa ”nej” och ’ja’, ”hamnen”.", ["nej", "ja", "hamnen"]),
    "Swedish, nested": ("”Han sa ’nej’ och ”ja” här”, sa hon", ["Han sa ’nej’ och ”ja” här"]),
    "Swedish, guillemets": ("Han sa »nej» och ›ja›.", ["nej", "ja"]),
    "Finnish with an ending": ("”Satama”ssa oli »laituri»n luona", ["Satama", "laituri"]),
    "Danish": ("Han sagde »nej« og „ja”.", ["nej", "ja"]),
    "Polish": ("Powiedział: „port «stary» zamknięto”.", ["port «stary» zamknięto"]),
    "Czech": ("Řekl: „Přístav je ‚zavřen‘.“", ["Přístav je ‚zavřen‘."]),
    "Russian": ("Он сказал: «Порт „Северный“ закрыт», и «всё».", ["Порт „Северный“ закрыт", "всё"]),
    "Ukrainian": ("Сказав: «Об’єкт закрито» й “п’ять”.", ["Об’єкт закрито", "п’ять"]),
    "Hungarian": ("Azt mondta: „A kikötő »zárva« van”.", ["A kikötő »zárva« van"]),
    "Greek": ("Είπε: «Το λιμάνι “έκλεισε”».", ["Το λιμάνι “έκλεισε”"]),
    "Turkish": ('"Liman"ın adı “Rıhtım” oldu, Ankara’nın ve İzmir’in.', ["Liman", "Rıhtım"]),
    "Italian": ("L’«accordo» e l'\"intesa\", un po’ di tutto, la ‘svolta’", ["accordo", "intesa", "svolta"]),
    "Japanese": ("彼は「港は『古い』」と言い、『岸』と〝桟橋〟、〝庫〞を見た。", ["港は『古い』", "岸", "桟橋", "庫"]),
    "Japanese, halves": ("｢港｣と＂岸＂と＇船＇と", ["港", "岸", "船"]),
    "Chinese": ("他说：“港口‘关闭’了。”又说“不”。", ["港口‘关闭’了。", "不"]),
    "Chinese, straight": ('他说"港口关闭了"，又说:"不。"他走了', ["港口关闭了", "不。"]),
    "Chinese, single": ("所谓‘关闭’和'开放'不同", ["关闭", "开放"]),
    "Chinese, within the same": ("“甲“乙”丙”和“丁”", ["甲“乙”丙", "丁"]),
    "Korean": ("“항구가 닫혔다”고 했고 ‘부두’는 \"열렸다\"고 '말'했다.", ["항구가 닫혔다", "부두", "열렸다", "말"]),
    "Hebrew": ('ארה"ב אמרה "הנמל סגור" ו„הרציף” וגם ”לא“', ["הנמל סגור", "הרציף", "לא"]),
    "Hebrew, with prefixes": ('ב"הנמל" וב״הרציף״ מנכ"לית צה״ל', ["הנמל", "הרציף"]),
    "Hebrew, an acronym within": ('"צה"ל הודיע ל"הנמל" אתמול" וזהו', ['צה"ל הודיע ל"הנמל" אתמול']),
    "Arabic": ('قال «الميناء “مغلق”» وقال ”الرصيف“ و"السفينة".', ["الميناء “مغلق”", "الرصيف", "السفينة"]),
    "Persian": ("گفت: «بندر بسته است»، و «اسکله».", ["بندر بسته است", "اسکله"]),
    "with marks of direction": (f'قال {RLM}"{RLM}ميناء{LRM}"{RLM} وذهب', [f"{RLM}ميناء{LRM}"]),
    "several in one": ('“a” «b» „c“ 「d」 ‘e’ "f" ‹g›', ["a", "b", "c", "d", "e", "f", "g"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), BALANCED.values(), ids=BALANCED)
def test_words_between_marks(text, words):
    found = find(text)
    assert [text[one.start : one.end] for one in found] == words
    assert all(text[: one.start].endswith(one.opener) for one in found)
    assert all(text[one.end :].startswith(one.closer) for one in found)
    assert all(one.closer for one in found)


STRAIGHTENED = {
    "the closing one": ("“the quay\" and ‘the port' are", ["the quay", "the port"]),
    "the opening one": ("\"the quay” and 'the port’ are", ["the quay", "the port"]),
    "the German ones": ('„Hafen" und "Kai“ und ‚Werft\'', ["Hafen", "Kai", "Werft"]),
    "the closing one of many": ('“a" and “b” and “c"', ["a", "b", "c"]),
    "those within": ('“He said "no" twice”', ['He said "no" twice']),
    "the wide ones": ('＂港"と"岸＂', ["港", "岸"]),
    "the same one at both ends": ("“the quay“ and ‘the port‘ are", ["the quay", "the port"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), STRAIGHTENED.values(), ids=STRAIGHTENED)
def test_one_of_two_marks_may_be_another(text, words):
    assert [text[one.start : one.end] for one in find(text)] == words
