"""What odt, rtf and html hold beside plain paragraphs."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from predlozheno.reading.readers import read_bytes


def odt(body: str, styles: str = "") -> list[str]:
    content = (
        f"<document-content><automatic-styles>{styles}</automatic-styles>"
        f"<body><text>{body}</text></body></document-content>"
    )
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as opened:
        opened.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        opened.writestr("content.xml", content)
    return read_bytes(file.getvalue(), name="a.odt").source.splitlines()


def rtf(text: str) -> list[str]:
    return read_bytes(
        f"{{\\rtf1\\ansi\\ansicpg1251 {text}}}".encode("cp1251"), name="a"
    ).source.split("\n")[:-1]


def html(body: str) -> list[str]:
    page = f"<!doctype html><html><body>{body}"
    return read_bytes(page.encode(), name="a.html").source.splitlines()


NUMBERED = (
    '<list-style name="Н">'
    '<list-level-style-number level="1" num-format="1" num-suffix="."/>'
    '<list-level-style-number level="2" num-format="1" num-suffix="." display-levels="2"/>'
    '<list-level-style-number level="3" num-format="а, б, .., аа, аб, ... (ru)" num-suffix=")"/>'
    "</list-style>"
)


def items(*texts: str) -> str:
    return "".join(f"<list-item><p>{text}</p></list-item>" for text in texts)


def test_odt_lists_are_counted_level_by_level():
    inner = f"<list>{items('новый', 'синий')}</list>"
    second = f"<list><list-item><p>Купить</p>{inner}</list-item>{items('Поставить')}</list>"
    body = (
        f'<list style-name="Н"><list-item><p>О насосе</p>{second}</list-item></list>'
        f'<p>Обсудили.</p><list style-name="Н" continue-numbering="true">{items("О мусоре")}</list>'
        f'<list style-name="Н"><list-item start-value="5"><p>О заборе</p></list-item></list>'
    )
    assert odt(body, NUMBERED) == [
        "1. О насосе",
        "    1.1. Купить",
        "        а) новый",
        "        б) синий",
        "    1.2. Поставить",
        "Обсудили.",
        "2. О мусоре",
        "5. О заборе",
    ]


def test_odt_leaves_deleted_text_out():
    body = (
        "<tracked-changes><changed-region><deletion><p>старый</p></deletion></changed-region>"
        '</tracked-changes><p>Купить <change change-id="1"/>новый<s c="2"/>насос<tab/>сразу.</p>'
    )
    assert odt(body) == ["Купить новый  насос\tсразу."]


def test_odt_notes_and_text_boxes_stand_behind_their_paragraph():
    note = "<note><note-citation>1</note-citation><note-body><p>Смета.</p></note-body></note>"
    box = "<frame><text-box><p>В рамке</p></text-box></frame>"
    assert odt(f"<p>Купить{note} насос.{box}</p><p>Дальше.</p>") == [
        "Купить насос.",
        "¹ Смета.",
        "В рамке",
        "Дальше.",
    ]


def test_rtf_letters_come_in_three_ways():
    assert rtf("\\'d0\\'e5шили\\par \\uc1\\u1050?\\u1091?пить\\par") == ["Решили", "Купить"]


def test_rtf_halves_of_characters_are_put_together():
    assert rtf("\\u-10179?\\u-8638? да\\par \\u-10179? нет") == ["🙂 да", "\ufffd нет"]


def test_rtf_leaves_deleted_and_hidden_text_and_pictures_out():
    assert rtf("Купить {\\deleted старый }{\\v тайный }{\\pict 0a0b}насос{\\*\\новое x}.\\par") == [
        "Купить насос."
    ]


def test_rtf_footnotes_stand_behind_their_paragraph():
    assert rtf("Купить{\\footnote \\pard\\plain Смета.} насос.\\par Дальше.\\par") == [
        "Купить насос.",
        "¹ Смета.",
        "Дальше.",
    ]


def test_rtf_pictures_in_binary_do_not_break_the_text():
    assert rtf("Купить {\\pict\\bin7 }}}{{{x} насос.\\par") == ["Купить  насос."]


def test_rtf_code_page_of_the_font():
    fonts = "{\\fonttbl{\\f0\\fcharset0 A;}{\\f1\\fcharset204 B;}}"
    text = f"{{\\rtf1\\ansicpg1252{fonts}\\f1 \\'cf\\f0 \\'e9\\par}}"
    assert read_bytes(text.encode(), name="a.rtf").source == "Пé\n"


def test_html_lists_tables_and_entities():
    assert html(
        "<ol start=3><li>насос<li value=7>мусор<ul><li>бак</ul><li>забор</ol>"
        "<p>&laquo;Луч&raquo; &#150; &#x201e;да&quot;<br>строка   вторая"
        "<table><tr><th>За<th>Против<tr><td>12<td>&nbsp;1 </table>"
    ) == [
        "3. насос",
        "7. мусор",
        "    – бак",
        "8. забор",
        '«Луч» – „да"',
        "строка вторая",
        "| За | Против |",
        "| 12 | 1 |",
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<script>alert('Предлагаю')</script>",
        "<style>p{}</style>",
        "<nav>Меню</nav>",
        "<p hidden>Тайна</p>",
        '<div style="display: none">Тайна</div>',
        "<del>Старое</del>",
        "<!-- Предлагаю -->",
        "<template><p>Х</p></template>",
        "<select><option>А</select>",
    ],
)
def test_html_leaves_out_what_is_not_shown(hidden):
    assert html(f"<p>Решили.</p>{hidden}<p>Купить.</p>") == ["Решили.", "Купить."]


def test_html_encodings_are_declared_or_found_out():
    for codec in ("cp1251", "koi8-r", "utf-8", "utf-16"):
        for declared in (codec, "utf-8", "zip", "punycode", ""):
            meta = f'<meta charset="{declared}">' if declared else ""
            page = f"<html><head>{meta}</head><body>Правление решило купить насос.</body></html>"
            document = read_bytes(page.encode(codec), name="a.html", suffix=".html")
            assert document.source == "Правление решило купить насос.\n"


def test_html_keeps_the_lines_of_preformatted_text():
    assert html("<pre>Первая\n  вторая</pre>") == ["Первая", "  вторая"]
