"""Photos for tests, honest and hostile, all made here."""

from __future__ import annotations

import io
import struct
import zlib
from typing import Any

from PIL import Image


def noise(width: int, height: int) -> Image.Image:
    """What compresses worst."""
    return Image.effect_noise((width, height), 90).convert("RGB")


def saved(picture: Image.Image, kind: str, **how: Any) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **how)
    return out.getvalue()


def photo(kind: str = "JPEG", width: int = 640, height: int = 480, colour: str = "teal", **how: Any) -> bytes:
    return saved(Image.new("RGB", (width, height), colour), kind, **how)


def halves(width: int = 400, height: int = 200) -> Image.Image:
    """Red on the left, blue on the right."""
    picture = Image.new("RGB", (width, height), "red")
    picture.paste("blue", (width // 2, 0, width, height))
    return picture


def with_a_place(picture: Image.Image, orientation: int = 1) -> bytes:
    """As a phone writes it: where it was taken, with what, by whom, a small picture inside, and how it was held."""
    exif = Image.Exif()
    exif[0x010F], exif[0x0110], exif[0x013B] = "SecretMaker", "SecretModel", "SecretArtist"
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (52.0, 31.0, 12.0), 3: "E", 4: (13.0, 24.0, 18.0), 29: "2026:01:01"})
    return saved(
        picture,
        "JPEG",
        exif=exif,
        xmp=b"<x:xmpmeta>SecretXmp</x:xmpmeta>",
        icc_profile=b"SecretProfile" * 20,
        comment=b"SecretComment",
    )


def png_of_size(width: int, height: int, rows: int = 1) -> bytes:
    """A PNG that claims any size; its data are `rows` empty rows, which compress a thousandfold."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    data = zlib.compress(b"\0" * (1 + 3 * width) * rows, 9)
    return b"\x89PNG\r\n\x1a\n" + _chunk(b"IHDR", header) + _chunk(b"IDAT", data) + _chunk(b"IEND", b"")


def png_with_text(text: bytes) -> bytes:
    """A PNG with a compressed note in it."""
    plain = photo("PNG", 8, 8)
    note = _chunk(b"zTXt", b"Comment\0\0" + zlib.compress(text, 9))
    return plain[:33] + note + plain[33:]


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
