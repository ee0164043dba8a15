"""Opens zip files that may be damaged or hostile, and unpacks no more than was bargained for."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib
from io import BytesIO
from pathlib import Path

from predlozheno.errors import ReadError
from predlozheno.reading.readers.limits import Limits

# What the standard library raises on damaged archives, beside what it documents.
_DAMAGE = (
    EOFError,
    IndexError,
    NotImplementedError,
    OSError,
    OverflowError,
    ValueError,
    lzma.LZMAError,
    struct.error,
    zipfile.BadZipFile,
    zlib.error,
)
_ENCRYPTED = 0x1


def open_zip(source: Path | bytes, limits: Limits) -> zipfile.ZipFile:
    """The zip file at a path or of bytes; only its directory is read.

    Raises:
        ReadError: where the directory is damaged or missing, or lists too many files.
    """
    try:
        opened = zipfile.ZipFile(BytesIO(source) if isinstance(source, bytes) else source)
    except _DAMAGE as error:
        raise ReadError(
            "is no zip file, or one whose directory is damaged or cut off",
            hint="Copy or download it again; call it .txt if it is plain text",
        ) from error
    limits.refuse_members(len(opened.filelist))
    return opened


def unpack(opened: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """The bytes of one file of a zip; never more than its directory entry says.

    Raises:
        ReadError: where it is encrypted, packed in an unknown way or damaged.
    """
    if info.flag_bits & _ENCRYPTED:
        raise ReadError(
            "is encrypted with a password", hint="Unpack it, and give the file without a password"
        )
    try:
        return opened.read(info)
    except NotImplementedError as error:
        raise ReadError(
            f"is packed in a way that is not known here (method {info.compress_type})",
            hint="Unpack it, or pack it again as an ordinary zip",
        ) from error
    except (RuntimeError, *_DAMAGE) as error:
        raise ReadError(
            "is damaged: what is packed in it cannot be unpacked", hint="Copy or download it again"
        ) from error
