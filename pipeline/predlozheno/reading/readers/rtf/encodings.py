"""Which codec the bytes of an RTF file's text are in, by its code page and its fonts' character sets."""

from __future__ import annotations

_PAGES = {
    **{page: f"cp{page}" for page in (437, 850, 852, 855, 866, 874, 932, 936, 949, 950)},
    **{page: f"cp{page}" for page in range(1250, 1259)},
    10000: "mac_roman",
    10007: "mac_cyrillic",
    20866: "koi8-r",
    65001: "utf-8",
}
_CHARSETS = {
    77: "mac_roman", 89: "mac_cyrillic", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
STANDARD = "cp1252"


def codec_of_page(page: int | None) -> str:
    """The codec of a code page; that of Western Europe where it is not known."""
    return _PAGES.get(page or 0, STANDARD)


def codec_of_charset(charset: int | None) -> str | None:
    """The codec of a font's character set; None where the file's own code page holds."""
    return _CHARSETS.get(charset or 0)
