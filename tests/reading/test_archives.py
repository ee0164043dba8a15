"""Zip archives: what they hold, what their names are, and what is not unpacked."""

from __future__ import annotations

import stat
import zipfile
from pathlib import Path

import pytest
from formats.minutes import as_docx

from predlozheno.errors import ReadError
from predlozheno.reading.readers import Limits, is_archive, members, read
from predlozheno.runs.inputs import collect

TEXT = "Правление решило купить насос.\n"


def archive(path: Path, **files: bytes | str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, data in files.items():
            opened.writestr(name, data)
    return path


def faults(path: Path, limits: Limits | None = None) -> dict[str, str]:
    return {
        member.name: member.fault.message
        for member in members(path, limits or Limits())
        if member.fault
    }


def test_members_are_documents_of_their_own(tmp_path):
    path = archive(tmp_path / "а.zip", **{"2024/б.txt": TEXT, "в.bin": as_docx()})
    assert is_archive(path)
    assert [member.name for member in members(path, Limits())] == ["2024/б.txt", "в.bin"]
    document = read(path, name="а.zip!/2024/б.txt", member="2024/б.txt")
    assert (document.source, document.name) == (TEXT, "а.zip!/2024/б.txt")
    assert read(path, name="а.zip!/в.bin", member="в.bin").format == "docx"


def test_inputs_hold_the_members_but_junk(tmp_path):
    archive(
        tmp_path / "а.zip",
        **{"б.txt": TEXT, "__MACOSX/._б.txt": "x", "фото.jpg": "x", "../в.txt": TEXT},
    )
    archive(tmp_path / "пусто.docx", **{"г.md": TEXT})
    (tmp_path / "д.txt").write_text(TEXT, encoding="utf-8")
    found = collect([str(tmp_path)])
    assert [entry.name for entry in found.files] == [
        "а.zip!/б.txt",
        "д.txt",
        "пусто.docx!/г.md",
    ]
    assert [entry.member for entry in found.files] == ["б.txt", None, "г.md"]
    assert len(found.skipped) == 2
    (failure,) = found.failures
    assert failure.document == "а.zip!/../в.txt"
    assert "leads out of the archive" in failure.message


@pytest.mark.parametrize(
    "name", ["/etc/x.txt", "C:\\x.txt", "C:x.txt", "a/../../x.txt", "..\\x.txt", "\\\\host\\x.txt"]
)
def test_paths_that_lead_out_are_faults(tmp_path, name):
    path = archive(tmp_path / "a.zip", **{name: TEXT})
    ((told, fault),) = faults(path).items()
    assert told == name.replace("\\", "/")
    assert "leads out" in fault
    with pytest.raises(ReadError, match="leads out"):
        read(path, name="a", member=told)


def test_a_name_that_begins_with_a_nul_is_a_fault(tmp_path):
    path = archive(tmp_path / "a.zip", **{"abcd": TEXT, "б.txt": TEXT})
    path.write_bytes(path.read_bytes().replace(b"abcd", b"\x00bcd"))
    assert "leads out" in faults(path)["\x00bcd"]


def test_links_are_faults(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as opened:
        info = zipfile.ZipInfo("ссылка.txt")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        opened.writestr(info, "/etc/passwd")
    assert "is a link" in faults(tmp_path / "a.zip")["ссылка.txt"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_comes_twice_is_a_fault_the_second_time(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as opened:
        opened.writestr("a.txt", "первый")
        opened.writestr("a.txt", "второй")
    assert [bool(member.fault) for member in members(tmp_path / "a.zip", Limits())] == [False, True]
    assert read(tmp_path / "a.zip", name="a", member="a.txt").source == "первый"


@pytest.mark.parametrize("codec", ["cp866", "utf-8"])
def test_names_of_old_programs(tmp_path, codec):
    """Windows packs Russian names in cp866, and some others in UTF-8 without saying so."""
    path = archive(tmp_path / "a.zip", **{"abcdefgh.txt": TEXT})
    name = "мэрд.txt" if codec == "utf-8" else "протокол.txt"
    assert len(name.encode(codec)) == len("abcdefgh.txt")
    path.write_bytes(path.read_bytes().replace(b"abcdefgh.txt", name.encode(codec)))
    (member,) = members(path, Limits())
    assert member.name == name
    assert read(path, name="a", member=member.name).source == TEXT


def test_an_archive_in_an_archive_is_refused(tmp_path):
    inner = archive(tmp_path / "б.zip", **{"в.txt": TEXT})
    path = archive(tmp_path / "а.zip", **{"б.zip": inner.read_bytes()})
    with pytest.raises(ReadError, match=r"is a zip archive, not a document\. Unpack it"):
        read(path, name="а.zip!/б.zip", member="б.zip")


def test_a_member_with_a_password_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", **{"a.txt": TEXT})
    data = bytearray(path.read_bytes())
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + place] |= 1
    path.write_bytes(data)
    with pytest.raises(ReadError, match="encrypted with a password"):
        read(path, name="a", member="a.txt")


def test_a_damaged_member_is_refused(tmp_path):
    path = archive(tmp_path / "a.zip", **{"a.txt": TEXT * 50})
    data = bytearray(path.read_bytes())
    data[60] ^= 0xFF
    path.write_bytes(data)
    with pytest.raises(ReadError, match="damaged"):
        read(path, name="a", member="a.txt")


def test_limits_are_checked_in_the_directory(tmp_path):
    path = archive(tmp_path / "a.zip", **{"a.txt": b"0" * 5_000_000, "b.txt": TEXT})
    assert path.stat().st_size < 10_000
    assert (
        "5,000,000 bytes, and 4,000,000 is the limit"
        in faults(path, Limits(file_bytes=4_000_000))["a.txt"]
    )
    with pytest.raises(ReadError, match="is the limit"):
        list(members(path, Limits(archive_bytes=4_000_000)))
    with pytest.raises(ReadError, match="2 files, and 1 is the limit"):
        list(members(path, Limits(members=1)))


def test_a_directory_that_lies_about_sizes_unpacks_no_more_than_it_says(tmp_path):
    path = archive(tmp_path / "a.zip", **{"a.txt": b"0" * 5_000_000})
    size = (5_000_000).to_bytes(4, "little")
    path.write_bytes(path.read_bytes().replace(size, (1000).to_bytes(4, "little")))
    assert not faults(path, Limits(file_bytes=2000))
    with pytest.raises(ReadError, match="damaged"):
        read(path, name="a", member="a.txt", limits=Limits(file_bytes=2000))


def test_a_damaged_archive_is_one_failure(tmp_path):
    path = archive(tmp_path / "a.zip", **{"a.txt": TEXT})
    path.write_bytes(path.read_bytes()[:-10])
    (entry,) = collect([str(path)]).files
    with pytest.raises(
        ReadError, match=r"a\.zip: is no zip file, or one whose directory is damaged"
    ):
        read(entry.path, name=entry.name, member=entry.member)
