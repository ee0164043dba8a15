"""What a docx holds beside plain paragraphs: numbers, changes, notes, controls, tables."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from predlozheno.errors import ReadError
from predlozheno.reading.readers import read_bytes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, **parts: str) -> bytes:
    """A docx file with that body; `parts` are further files below word/."""
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as opened:
        opened.writestr("[Content_Types].xml", "<Types/>")
        opened.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, inner in parts.items():
            opened.writestr(f"word/{name}.xml", f"<w:{name} {W}>{inner}</w:{name}>")
    return file.getvalue()


def p(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{r(text)}</w:p>"


def r(text: str) -> str:
    return f"<w:r><w:t>{text}</w:t></w:r>"


def item(text: str, level: int = 0, number: int = 1) -> str:
    place = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    return p(text, place)


def lines(body: str, **parts: str) -> list[str]:
    return read_bytes(docx(body, **parts), name="a.docx").source.splitlines()


def levels(*rules: tuple[str, str], key: int = 1, more: str = "") -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
        for index, (form, text) in enumerate(rules)
    )
    return f'<w:abstractNum w:abstractNumId="{key}">{inner}</w:abstractNum>'


def instance(number: int, key: int = 1, more: str = "") -> str:
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{key}"/>{more}</w:num>'


def test_numbers_are_counted_level_by_level():
    numbering = levels(("decimal", "%1."), ("decimal", "%1.%2."), ("russianLower", "%3)"))
    body = (
        item("О насосе") + item("Купить", 1) + item("новый", 2) + item("синий", 2)
        + item("Поставить", 1) + item("О мусоре") + item("Вывезти", 1)
    )  # fmt: skip
    assert [line.strip() for line in lines(body, numbering=numbering + instance(1))] == [
        "1. О насосе", "1.1. Купить", "а) новый", "б) синий", "1.2. Поставить", "2. О мусоре",
        "2.1. Вывезти",
    ]  # fmt: skip


def test_paragraphs_between_items_do_not_stop_the_count():
    numbering = levels(("upperRoman", "%1."), ("bullet", "\uf0b7")) + instance(1)
    body = item("Слушали") + p("Доклад был краток.") + item("план", 1) + item("Решили")
    assert lines(body, numbering=numbering) == [
        "I. Слушали", "Доклад был краток.", "    • план", "II. Решили",
    ]  # fmt: skip


def test_two_lists_of_one_definition_go_on_unless_one_starts_anew():
    numbering = (
        levels(("decimal", "%1)"))
        + instance(1)
        + instance(2)
        + instance(3, more='<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>')
    )
    body = item("а", number=1) + item("б", number=2) + item("в", number=3)
    assert lines(body, numbering=numbering) == ["1) а", "2) б", "1) в"]


def test_a_style_numbers_its_paragraphs_and_a_zero_takes_that_away():
    styles = (
        '<w:style w:styleId="Пункт"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:styleId="Дитя"><w:basedOn w:val="Пункт"/></w:style>'
    )
    styled = '<w:pStyle w:val="Дитя"/>'
    body = p("а", styled) + p("б", styled + '<w:numPr><w:numId w:val="0"/></w:numPr>')
    numbering = levels(("lowerLetter", "%1)")) + instance(1)
    assert lines(body, styles=styles, numbering=numbering) == ["a) а", "б"]


def test_headings_by_outline_level_or_name_of_the_style():
    styles = (
        '<w:style w:styleId="1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:styleId="2"><w:name w:val="Вопрос"/>'
        '<w:pPr><w:outlineLvl w:val="2"/></w:pPr></w:style>'
        '<w:style w:styleId="3"><w:name w:val="Title"/></w:style>'
    )
    body = "".join(p(f"Строка {key}", f'<w:pStyle w:val="{key}"/>') for key in (1, 2, 3))
    found = read_bytes(docx(body, styles=styles), name="a.docx")
    assert found.headings == ((0, 1), (9, 3))


def test_tracked_changes_are_read_as_accepted():
    body = (
        f"<w:p>{r('Купить ')}<w:ins>{r('новый ')}</w:ins><w:del><w:r><w:delText>старый </w:delText>"
        f"</w:r></w:del><w:moveFrom>{r('синий ')}</w:moveFrom>{r('насос.')}</w:p>"
        "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>" + r("Вывезти ") + "</w:p>" + p("мусор.")
    )
    assert lines(body) == ["Купить новый насос.", "Вывезти мусор."]


def test_a_deleted_row_is_gone():
    row = "<w:tr>{}<w:tc>" + p("За") + "</w:tc><w:tc>" + p("12") + "</w:tc></w:tr>"
    body = "<w:tbl>" + row.format("") + row.format("<w:trPr><w:del/></w:trPr>") + "</w:tbl>"
    assert lines(body) == ["| За | 12 |"]


def test_controls_links_and_fields_show_their_text():
    body = (
        f"<w:sdt><w:sdtContent>{p('Протокол')}</w:sdtContent></w:sdt>"
        f"<w:p><w:sdt><w:sdtContent>{r('Лукошкина')}</w:sdtContent></w:sdt>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r>"
        f"<w:hyperlink>{r(' А.В.')}</w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>тайна</w:t></w:r>"
        "<w:r><w:tab/><w:noBreakHyphen/><w:br/><w:t>строка</w:t></w:r></w:p>"
    )
    assert lines(body) == ["Протокол", "Лукошкина А.В.\t-", "строка"]


def test_footnotes_stand_behind_their_paragraph():
    notes = (
        f'<w:footnote w:id="0" w:type="separator">{p("—")}</w:footnote>'
        f'<w:footnote w:id="5">{p("Смета утверждена.")}</w:footnote>'
    )
    body = f"<w:p>{r('Купить насос')}<w:r><w:footnoteReference w:id='5'/></w:r>{r('.')}</w:p>" + p(
        "Дальше."
    )
    assert lines(body, footnotes=notes) == ["Купить насос.", "¹ Смета утверждена.", "Дальше."]


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{p('В рамке')}</w:txbxContent>"
    body = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>'
        f"{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert "".join(lines(body)) == "В рамке"


def test_a_table_that_only_arranges_the_page_becomes_paragraphs():
    table = (
        "<w:tbl><w:tr><w:tc>" + p("СЛУШАЛИ:") + "</w:tc><w:tc>"
        + "".join(map(p, ("Сомова П.Д.", "Он сообщил.", "Он просил.", "Он ушёл.")))
        + "</w:tc></w:tr></w:tbl>"
    )  # fmt: skip
    assert lines(table) == ["СЛУШАЛИ: Сомова П.Д.", "Он сообщил.", "Он просил.", "Он ушёл."]


def test_a_bar_in_a_cell_makes_no_cell():
    cell = "<w:tc>{}</w:tc>"
    table = f"<w:tbl><w:tr>{cell.format(p('а|б'))}{cell.format(p('в'))}</w:tr></w:tbl>"
    assert lines(table) == ["| а¦б | в |"]


@pytest.mark.parametrize(
    ("body", "words"), [("", "no text"), ("<w:p/>" * 3, "no text"), ("<oops>", "damaged XML")]
)
def test_refusals(body, words):
    with pytest.raises(ReadError, match=words):
        read_bytes(docx(body), name="a.docx")
