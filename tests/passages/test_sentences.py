"""What counts as one sentence. In each line "|" stands where a sentence must end, and nowhere else."""

import pytest

from briefgen.passages.sentences import sentences

ENGLISH = """
The pact was signed in June.| Nobody had expected it.
Who asked for talks?| The ministry did.| How odd!| It never has.
What now?!| Nobody knows...| The talks go on.
The Japan-U.S. alliance was renewed.| Both sides cheered.
They praised the Tokyo-D.C. hotline and the ROK-U.S. drills.
Senator Lee, R-S.D., voted against it.| So did Senator Hall (D-N.Y.), who left early.
A visit by U.S. President Joan Hale is planned.| The U.N. Security Council will meet.
Trade grew fastest in the U.S.| The treaty had opened its ports.
It left the E.U.| How it will trade now is unclear.
Mr. Brown met Gov. Smith, Lt. Gen. Park and Dr. Noh.| They spoke for an hour.
GEN. HILL and SEN. WARD wrote to the PM.| Nobody answered.
Ms. Ito, Prof. Adams and Rev. Cole agreed.| Messrs. Low and High did not.
Reactor No. 5 was shut down, as were Nos. 6 and 7.
Did the minister agree?| The answer was no.| He had said so before.
The meeting is at 9 a.m. Tuesday, and again at 5 p.m. Seoul time.
They left at 6 p.m.| He stayed behind.
The doors open at 8 a.m. EST on weekdays.| They close at 5 p.m.| Visitors may wait outside.
At 7 a.m. General Kim called.| He called again at 8 p.m.| General Park took the call.
It was signed on Jan. 5, 2021, and took effect on Sept. 1.| In Oct. 2022 it lapsed.
Prices rose by 2.5 percent to $1,204.50 a tonne.| They fell in 2020.| In 2021 they rose again.
Of the 412 members, 98.5 percent attended.| 12 never came.
J. K. Moore and A.B. Stone signed it.| George W. Hill refused.
The choice was between plan A and plan B.| The cabinet took neither.
It is between you and I.| Did Albert I. Jones know?
The 2-plus-2 meeting ended at 3.30 p.m. local time.
The ministry said: 1. We will go.| 2. We will stay.
It was 5 ft. 9 in. tall.| It broke.
Kyiv denied it on Mon.| Moscow did so on Tues.
"Is it a trap?" North Korea's envoy asked reporters.| Nobody spoke.
Acme Inc. and Bolt Corp. merged.| The lawyers were Finch & Co.| They were paid well.
The yard of Acme Corp. Chairman Ed Lowe was sold.
She wrote to Acme Inc.| "We are sorry," it said.
The firm lives by U.S. "Green Card" rules.
It was sold to Martin Hall Jr.| He sold it again.| That is Martin Hall Jr.'s yard.| It is big.
Bring maps, ropes, etc.| The guide has a compass.
Some states (e.g. Iowa, i.e. the first to vote) matter, cf. Table 2.
He lives near St. Paul's, on Mt. Hood, at Ft. Bliss.
See Fig. 3, p. 55 and pp. 60-62 of vol. 2, sec. 4, and Vol. II of the report.
She holds a Ph.D. in law and an M.A. from Leeds.| He has a Ph.D.-level post.
It fell in Roe v. Wade.| The court was split.
WASHINGTON, D.C. — The committee adjourned.
Hall et al. (2019) and Hall et al. 2020 disagree.
The site Yahoo! and its rival closed.
The king was Louis XIV.| France was rich.
It was World War II.| Nothing was left.
"""

QUOTATIONS = """
“We are ready.”| That was all he said.
“We are ready.| We have been for years,” he said.
"We are ready."| That was all he said.
“Are we ready?” he asked.| Nobody spoke.
“We are ready … .” he said.| Nobody spoke.
“Are we ready?” Anna Smith asked.| Nobody spoke.
"Never!" President Lee said.| "Never!"| The crowd roared.
"Is it over?" I asked.| She shook her head.
He turned.| 'It is over.' he said.
He said it was “over.”| Then he left.
“It is over!”, he said.| Then he left.
He asked: “Who will pay?”.| Nobody knew.
She said: “It is done.”| (She had done it.)| We cheered.
The minister (he had come late.) sat down.
The minister sat down (!) and rose again (why?).| Nobody knew.
[The line was cut.]| It came back.
The rule is plain (see Annex 2).| It is old.
The paper “Evening Sun.”| He reads it.
"The sea is wide. The sea is deep" (Hale 12).| So it is.
"""

UNBALANCED = """
He said "it is done.| They signed.| The ink is dry.
He said “it is done.| They signed.| The ink is dry.
It is done.”| They signed.| The ink is dry.
That is Bob Hall Jr.'s plan.| It failed.| It was bold.
The sailors' plan failed.| The owners' plan did not.| Both were bold.
It began in the '90s.| It ended in the 2000s.| It's over.
(It is done.| They signed.| The ink is dry.
«It is done.| They signed.| The ink is dry.
「終わった。|署名した。|乾いた。
«Конец.| Они подписали.| Всё.
"""

OMISSIONS = """
He waited ... and left.| She stayed.
He never said so....| She left.
The text . . . was lost.| It was found.
The text was lost.| . . . It was found in the end.
The rule says how to omit . . . .| The next one does not.
He said [...] that it was lost. [...]| It was found.
"""

NOTES = """
The treaty was signed.3| The ink is dry.
The treaty was signed.[12]| The ink is dry.
The treaty was signed. [12]| The ink is dry.
The treaty was “signed.”4| The ink is dry.
The treaty was signed.²| The ink is dry.
It rose by 2.5 Million Pounds in No.5 Street.
Text of the report (draft 2).1| The rest is lost.
"""

ADDRESSES = """
Write to jo.hill@example.org.| She answers.
It is at https://www.example.org/a.b/c?d=e.| Look there.
Read example.org/News.Today for more.
The file is named map.Final.v2 there.
The states agreed.|The text was short.
He said "it is done."|Nobody heard.
He said it was “done.”|Nobody heard.
"""

LISTS = """
1. The pact.| It is old.
a. The first point.| b. The second point.
1. Bread |2. Milk |3. Salt
(2) The pact is old.| It holds.
3.1. The pact is old.| It holds.
• The first point
"""

JAPANESE = """
条約が署名された。|誰も予想していなかった。
「準備はできた。」と首相は述べた。|会見は終わった。
「準備はできた。長かった。」と首相は述べた。
首相は「準備はできた」と述べた。|会見は終わった。
本当に終わったのか？|誰も知らない。
何が起きた？と記者は聞いた。|答えはない。
会談は終わった（成果はなかった。）。|次は三月だ。
成長率は２．５％だった。|昨年は１．８％だ。
すごい!|次は三月だ。
Yahoo!ニュースが伝えた。|次は三月だ。
「行こう。」|「まだだ。」
成功した！！|次は三月だ。
Ｊ．Ｋ．氏が述べた。|次は三月だ。
1．第一の点。|2．第二の点。
"""

CHINESE = """
条约已经签署。|没有人料到。
他说：“我们准备好了。”|会议结束了。
“我们准备好了吗？”他问道。|没有人回答。
他问：“准备好了吗？”|没有人回答。
“我们准备好了。我们等了很久。”|众人沉默。
（会议结束了。）|没有人料到。
他去看了《你好！朋友》。|电影很长。
谁会付钱？|没有人知道！|会议结束了。
条约（见附件。）已经签署。|没有人料到。
增长率为2.5%。|去年是1.8%。
“文化”结束了。|“南北”会谈开始。
"""

KOREAN = """
조약이 체결되었다.| 아무도 예상하지 못했다.
“준비가 되었다.”라고 총리가 말했다.| 회의는 끝났다.
"준비가 되었다." 라고 총리가 말했다.| 회의는 끝났다.
성장률은 2.5%였다.| 작년에는 1.8%였다.
2024. 6. 19. 조약이 체결되었다.| 회의는 끝났다.
그는 "좋다. 가자"라고 했다.| 회의는 끝났다.
조약(1990. 5. 3.)이 체결되었다.| 회의는 끝났다.
B.C. 5세기의 일이다.| 기록은 없다.
회의는 2024. 6. 19. 서울에서 열렸다.| 모두가 왔다.
누가 낼 것인가?| 아무도 모른다.
"""

RUSSIAN = """
Договор подписан.| Никто этого не ждал.
Музей им. А. С. Пушкина открыт.| Вход свободный.
В 1990 г. Россия подписала договор, т. е. признала границы.| Это было давно.
Это было в 500 г. до н. э.| Потом всё изменилось.
Он живёт на ул. Мира, д. 5, кв. 12.| Там тихо.
Приехали министры, послы и др.| Все ждали.
Там были хлеб, соль и т. д.| Все ждали.
— Кто заплатит? — спросил министр.| Никто не знал.
«Кто заплатит? – спросил министр. – Мы не знаем».| Все молчали.
Цена 5 тыс. руб. за тонну.| Это много.
Это 1980-х.| Потом всё изменилось.
Никто не понял, кроме меня, и я.| Потом всё изменилось.
"""

OTHERS = """
Das war am 12. Juni.| Die Sitzung dauerte z. B. bis 5 Uhr.| Alle kamen.
Er lebte im 19. Jahrhundert.| Dr. med. Weber kam um 8 Uhr.
Der Minister sagte: „Wir kommen. Wir bleiben.“| Alle schwiegen.
»Wir bleiben.«| Alle schwiegen.| »Wir gehen.«
Il dit : « Nous venons. Nous restons. »| Puis il partit.
Der 2. Weltkrieg war vorbei.| Véase pág. 5 y art. 3.
La Sra. Vega y el Dr. Sanz llegaron.| ¿Quién paga?| ¡Nadie!
L'Ing. Rossi è qui.| Il Dott. Verdi no.
Byla to 2. světová válka.| Trvala dlouho.
De heer drs. Jansen kwam, o.a. met mr. Bos.| Hij bleef.
Το κείμενο είναι μικρό.| Ποιος πληρώνει;| Κανείς.
Պայմանագիրը ստորագրվեց:| Ոչ ոք չէր սպասում:
W 1990 r. Polska była wolna.| Nikt nie wiedział.
संधि पर हस्ताक्षर हुए।| किसी को उम्मीद नहीं थी।
وُقّعت المعاهدة.| من سيدفع؟| لا أحد.
معاہدے پر دستخط ہوئے۔| کسی کو امید نہ تھی۔
ስምምነቱ ተፈረመ።|ማንም አልጠበቀም።
စာချုပ်ချုပ်ဆိုပြီး။|ဘယ်သူမှမသိ။
"""

GROUPS = {
    "english": ENGLISH,
    "quotations": QUOTATIONS,
    "unbalanced": UNBALANCED,
    "omissions": OMISSIONS,
    "notes": NOTES,
    "addresses": ADDRESSES,
    "lists": LISTS,
    "japanese": JAPANESE,
    "chinese": CHINESE,
    "korean": KOREAN,
    "russian": RUSSIAN,
    "others": OTHERS,
}
CASES = [
    pytest.param(line, id=f"{name}-{line[:40]}") for name, group in GROUPS.items() for line in group.split("\n") if line
]


def split(text: str) -> list[str]:
    return [span.of(text) for span in sentences(text)]


@pytest.mark.parametrize("line", CASES)
def test_ends_where_a_reader_would(line: str) -> None:
    assert split(line.replace("|", "")) == [part.strip() for part in line.split("|")]
