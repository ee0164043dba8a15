"""Three hundred documents, thirty of them broken or hostile in fifteen ways, for the fault run."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import docx

SENTENCE = "Российской стороной было предложено создать рабочую группу № {}."
GOOD, BROKEN, OF_EACH = 270, 30, 2


def text(number: int) -> str:
    """Minutes with one proposal."""
    return f"Протокол № {number}\n\nСлушали: о работе отдела.\n{SENTENCE.format(number)}\n"


def docx_of(number: int) -> bytes:
    document = docx.Document()
    for line in text(number).splitlines():
        document.add_paragraph(line)
    held = io.BytesIO()
    document.save(held)
    return held.getvalue()


def html_of(number: int) -> bytes:
    lines = "".join(f"<p>{line}</p>" for line in text(number).splitlines() if line)
    return f"<html><meta charset='utf-8'><body>{lines}</body></html>".encode()


def rtf_of(number: int) -> bytes:
    body = "".join(rf"\u{ord(c)}?" if ord(c) > 127 else c for c in text(number))
    return ("{\\rtf1\\ansi " + body.replace("\n", "\\par ") + "}").encode()


def packed(files: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return held.getvalue()


def write_good(folder: Path) -> None:
    """270 documents in eight formats and encodings, 20 of them in two archives."""
    forms: list[tuple[str, Callable[[int], bytes]]] = [
        (".txt", lambda number: text(number).encode()),
        (".txt", lambda number: text(number).encode("cp1251")),
        (".txt", lambda number: text(number).encode("utf-16")),
        (".md", lambda number: text(number).encode()),
        (".docx", docx_of),
        (".html", html_of),
        (".rtf", rtf_of),
        (".fault", lambda number: text(number).encode()),
    ]
    for number in range(GOOD - 20):
        suffix, made = forms[number % len(forms)]
        path = folder / f"{number // 50}" / f"{number:03}{suffix}"
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(made(number))
    for archive in (0, 1):
        numbers = range(GOOD - 20 + 10 * archive, GOOD - 10 + 10 * archive)
        members = {f"часть/{number}.txt": text(number).encode() for number in numbers}
        (folder / f"архив-{archive}.zip").write_bytes(packed(members))


def _entity_bomb() -> bytes:
    entities = "".join(f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10))
    document = f'<!DOCTYPE w [<!ENTITY e0 "х">{entities}]><w:document>&e9;</w:document>'
    return packed(
        {
            "[Content_Types].xml": b"<Types/>",
            "_rels/.rels": b"<Relationships/>",
            "word/document.xml": document.encode(),
        }
    )


def _docx_bomb() -> bytes:
    parts = zipfile.ZipFile(io.BytesIO(docx_of(1)))
    files = {name: parts.read(name) for name in parts.namelist()}
    return packed(files | {"word/document.xml": b" " * 80_000_000})


def _looping_pdf() -> bytes:
    """The root of its pages is a child of itself."""
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
        b"2 0 obj<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>endobj\n"
        b"trailer<</Root 1 0 R/Size 3>>\n%%EOF"
    )


# What is wrong, the suffix, and the bytes; two files of each.
BYTES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "обрезан": (".docx", lambda: docx_of(1)[:4000]),
    "бомба": (".docx", _docx_bomb),
    "сущности": (".docx", _entity_bomb),
    "петля": (".pdf", _looping_pdf),
    "строка": (".txt", lambda: "предложено ".encode() * 2_500_000),
    "нули": (".txt", lambda: b"\x00\x01" * 5_000),
    "суррогаты": (".txt", lambda: "предложено ".encode("utf-16-le") * 9 + b"\x00\xd8\x00\xd8"),
    "пусто": (".md", lambda: b""),
    "не-тот": (".docx", lambda: text(1).encode()),
    "картинка": (".txt", lambda: b"\x89PNG\r\n\x1a\n" + bytes(1000)),
    "старый": (".doc", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)),
    "висит": (".fault", lambda: b"hang"),
    "роняет": (".fault", lambda: b"exit"),
}


def write_broken(folder: Path) -> set[str]:
    """Thirty documents that must fail; gives their names."""
    names = set()
    for reason, (suffix, made) in BYTES.items():
        for copy in range(OF_EACH):
            name = f"{copy}/сбой-{reason}{suffix}"
            (folder / name).write_bytes(made())
            names.add(name)
    for copy in range(OF_EACH):
        link = folder / f"{copy}" / "сбой-круг"
        link.symlink_to(folder)
        names.add(f"{copy}/сбой-круг")
        archive = {"../сбой-наружу.txt": text(1).encode()}
        (folder / f"{copy}" / "сбой.zip").write_bytes(packed(archive))
        names.add(f"{copy}/сбой.zip!/../сбой-наружу.txt")
    return names
