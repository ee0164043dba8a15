"""One meeting, and what each format makes of it: the text is ours, the writers are other libraries'."""

from __future__ import annotations

import html
import textwrap
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Literal

FOLDER = Path(__file__).parent


@dataclass(frozen=True)
class Part:
    """A paragraph, heading, list item or table; an item's number is counted, not written."""

    kind: Literal["title", "text", "heading", "item", "agenda", "table"]
    text: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def _text(text: str) -> Part:
    return Part("text", text)


MINUTES = (
    Part("title", "ПРОТОКОЛ № 7"),
    _text("заседания правления садового товарищества «Тихий омут»"),
    _text("14 мая 2024 г."),
    _text("Присутствовали: Лукошкина А.В., Сомов П.Д., Ершова Т.Н."),
    _text("ПОВЕСТКА ДНЯ:"),
    Part("agenda", "О ремонте насосной станции."),
    Part("agenda", "О вывозе мусора."),
    Part("heading", "О ремонте насосной станции"),
    _text("СЛУШАЛИ:"),
    _text(
        "Сомова П.Д., который сообщил, что насос работает с перебоями с прошлой осени, "
        "а вода в верхние ряды участков почти не поступает."
    ),
    _text("ВЫСТУПИЛИ:"),
    _text(
        "Ершова Т.Н. предложила обратиться к районной администрации с просьбой выделить "
        "средства на покупку нового насоса."
    ),
    _text("РЕШИЛИ:"),
    Part("item", "Поручить Сомову П.Д. подготовить смету ремонта до 1 июня 2024 года."),
    Part("item", "Рекомендовать бухгалтеру открыть отдельный счёт для сбора взносов."),
    Part("heading", "О вывозе мусора"),
    _text("СЛУШАЛИ:"),
    _text(
        "Лукошкину А.В., которая предложила заключить договор с новым перевозчиком и "
        "установить у ворот два контейнера."
    ),
    _text("РЕШИЛИ:"),
    Part("item", "Создать рабочую группу по выбору перевозчика."),
    Part("item", "Просить жителей не оставлять мусор у ворот."),
    _text("Итоги голосования приведены в таблице."),
    Part(
        "table",
        rows=(
            ("Вопрос", "За", "Против", "Воздержались"),
            ("Ремонт насосной станции", "12", "1", "2"),
            ("Вывоз мусора", "15", "0", "0"),
            ("Рабочая группа", "14", "1", "0"),
        ),
    ),
    _text("Председатель правления А.В. Лукошкина"),
)


def numbered() -> list[Part]:
    """The minutes with the numbers of items and headings written out."""
    parts: list[Part] = []
    headings = items = agenda = 0
    for part in MINUTES:
        match part.kind:
            case "heading":
                headings, items = headings + 1, 0
                parts.append(Part("heading", f"{headings}. {part.text}"))
            case "item":
                items += 1
                parts.append(Part("item", f"{headings}.{items}. {part.text}"))
            case "agenda":
                agenda += 1
                parts.append(Part("agenda", f"{agenda}. {part.text}"))
            case _:
                parts.append(part)
    return parts


def as_text() -> bytes:
    lines = []
    for part in numbered():
        if part.kind == "table":
            lines += ["\t".join(row) for row in part.rows]
        else:
            lines.append(part.text)
    return "".join(f"{line}\n" for line in lines).encode("cp1251")


def as_markdown() -> bytes:
    lines: list[str] = []
    for part in numbered():
        if part.kind == "table":
            head, *rows = ["| " + " | ".join(row) + " |" for row in part.rows]
            lines += [head, "|---|---|---|---|", *rows, ""]
        else:
            marks = {"title": "**{}**", "heading": "## {}"}.get(part.kind, "{}")
            lines += [marks.format(part.text), ""]
    return "\n".join(lines).encode()


def as_html() -> bytes:
    body = []
    for part in numbered():
        if part.kind == "table":
            rows = (
                "<tr>" + "".join(f"<td>{html.escape(cell)}" for cell in row) for row in part.rows
            )
            body.append("<table>" + "\n".join(rows) + "</table>")
        else:
            tag = {"heading": "h2"}.get(part.kind, "p")
            words = html.escape(part.text).replace("«", "&laquo;").replace("»", "&#187;")
            body.append(f"<{tag}>{words}</{tag}>")
    page = (
        '<html><head><meta charset="windows-1251"><title>Протокол</title>'
        "<style>p { color: red }</style><script>document.write('<p>Предлагаю чаю.</p>')</script>"
        "</head><body>{}</body></html>"
    )
    return page.replace("{}", "\n".join(body)).encode("cp1251")


def as_rtf() -> bytes:
    """Cyrillic as bytes of the code page and as Unicode, paragraph by paragraph in turn."""
    parts = []
    for index, part in enumerate(numbered()):
        words = _rtf_unicode if index % 2 else _rtf_bytes
        if part.kind == "table":
            parts += [
                "\\trowd" + "".join(f"\\intbl {words(cell)}\\cell" for cell in row) + "\\row"
                for row in part.rows
            ]
            parts.append("\\pard")
        elif part.kind == "heading":
            parts.append(f"\\pard\\s1\\outlinelevel1 {words(part.text)}\\par\\pard")
        else:
            parts.append(f"{words(part.text)}\\par")
    head = (
        "{\\rtf1\\ansi\\ansicpg1252\\deff0{\\fonttbl{\\f0\\fcharset204 Times New Roman;}}"
        "{\\stylesheet{\\s1\\outlinelevel1 heading 2;}}{\\info{\\title Protokol}}\\uc1\\f0 "
    )
    return (head + "\n".join(parts) + "}").encode("ascii")


def _rtf_bytes(text: str) -> str:
    return "".join(chr(byte) if byte < 128 else f"\\'{byte:02x}" for byte in text.encode("cp1251"))


def _rtf_unicode(text: str) -> str:
    return "".join(one if one.isascii() else f"\\u{ord(one)}?" for one in text)


def as_docx() -> bytes:
    """Written by python-docx; all numbers are counted by Word's rules and stand nowhere."""
    from docx import Document
    from docx.oxml import OxmlElement, parse_xml
    from docx.oxml.ns import nsdecls, qn

    document = Document()
    numbering = document.part.numbering_part.element

    def definition(key: int, *levels: str) -> None:
        inner = "".join(
            f'<w:lvl w:ilvl="{index}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
            f'<w:lvlText w:val="{text}"/></w:lvl>'
            for index, text in enumerate(levels)
        )
        abstract = parse_xml(
            f'<w:abstractNum {nsdecls("w")} w:abstractNumId="{key}">{inner}</w:abstractNum>'
        )
        numbering.insert(0, abstract)
        numbering.append(
            parse_xml(
                f'<w:num {nsdecls("w")} w:numId="{key}"><w:abstractNumId w:val="{key}"/></w:num>'
            )
        )

    definition(901, "%1.")
    definition(902, "%1.", "%1.%2.")

    def place(paragraph, key: int, level: int) -> None:
        properties = paragraph._p.get_or_add_pPr()
        own = OxmlElement("w:numPr")
        for name, value in (("w:ilvl", level), ("w:numId", key)):
            element = OxmlElement(name)
            element.set(qn("w:val"), str(value))
            own.append(element)
        properties.append(own)

    for part in MINUTES:
        match part.kind:
            case "title":
                document.add_paragraph(part.text, style="Title")
            case "heading":
                place(document.add_paragraph(part.text, style="Heading 2"), 902, 0)
            case "item":
                place(document.add_paragraph(part.text), 902, 1)
            case "agenda":
                place(document.add_paragraph(part.text), 901, 0)
            case "table":
                table = document.add_table(rows=0, cols=len(part.rows[0]))
                for row in part.rows:
                    for cell, text in zip(table.add_row().cells, row, strict=True):
                        cell.text = text
            case _:
                document.add_paragraph(part.text)
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_odt() -> bytes:
    """Written by odfpy; the numbers of lists are counted, those of headings written out."""
    from odf.opendocument import OpenDocumentText
    from odf.style import ListLevelProperties
    from odf.table import Table, TableCell, TableColumn, TableRow
    from odf.text import H, List, ListItem, ListLevelStyleNumber, ListStyle, P

    document = OpenDocumentText()
    style = ListStyle(name="Номера")
    level = ListLevelStyleNumber(level=1, numformat="1", numsuffix=".")
    level.addElement(ListLevelProperties())
    style.addElement(level)
    document.automaticstyles.addElement(style)
    agenda = None
    for part, plain in zip(numbered(), MINUTES, strict=True):
        if part.kind == "agenda":
            if agenda is None:
                agenda = List(stylename=style)
                document.text.addElement(agenda)
            item = ListItem()
            item.addElement(P(text=plain.text))
            agenda.addElement(item)
        elif part.kind == "heading":
            document.text.addElement(H(outlinelevel=2, text=part.text))
        elif part.kind == "table":
            table = Table(name="Итоги")
            table.addElement(TableColumn(numbercolumnsrepeated=len(part.rows[0])))
            for row in part.rows:
                line = TableRow()
                for text in row:
                    cell = TableCell(valuetype="string")
                    cell.addElement(P(text=text))
                    line.addElement(cell)
                table.addElement(line)
            document.text.addElement(table)
        else:
            document.text.addElement(P(text=part.text))
    file = BytesIO()
    document.write(file)
    return file.getvalue()


def as_pdf() -> bytes:
    """Wrapped near 70 columns, with a running head and a number on each of its pages."""
    from formats.paper import Printed, pdf

    lines: list[str] = []
    for part in numbered():
        if part.kind == "table":
            lines.append("")
            lines += ["\t".join(row) for row in part.rows]
        else:
            lines += ["", *textwrap.wrap(part.text, 70)]
    pages = []
    for number, begin in enumerate(range(0, len(lines), 20), 1):
        printed: list[Printed] = []
        for index, line in enumerate(lines[begin : begin + 20]):
            cells = enumerate(line.split("\t"))
            printed += [
                Printed(60 + 130 * place, 110 + 13 * index, cell) for place, cell in cells if cell
            ]
        head = f"Садовое товарищество «Тихий омут», протокол № 7, лист {number}"
        pages.append([Printed(60, 40, head), *printed, Printed(290, 800, str(number))])
    return pdf(pages)


WRITERS = {
    "txt": as_text,
    "md": as_markdown,
    "html": as_html,
    "rtf": as_rtf,
    "docx": as_docx,
    "odt": as_odt,
    "pdf": as_pdf,
}
