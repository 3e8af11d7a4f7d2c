"""From a photo as somebody sends it to a picture that is safe to keep: small, upright, and nothing of the camera in it.

Nothing of what arrives is kept but its pixels: they are written anew as a JPEG, so that what was hidden in the file (a
place, a name, a script behind the picture) stays behind. The size is read before anything is decoded, formats are a
short list, and only one photo at a time is open in a process: that bounds what a hostile one can cost.
"""

from __future__ import annotations

import io
import logging
import warnings
from dataclasses import dataclass
from threading import Lock

from PIL import Image, ImageOps

from pith.domain.errors import Invalid

log = logging.getLogger("pith")

EDGE = 1024
MOST_BYTES = 150_000
MIME = "image/jpeg"
# Pixels that a format may have, so that none needs more than about 130 MB. A baseline JPEG is decoded at a fraction of
# its size, of a progressive one all numbers are held; a PNG is unpacked whole and made small from a copy; so is a WebP,
# whose decoder holds it once more.
MOST_PIXELS = {"JPEG": 64_000_000, "MPO": 64_000_000, "PNG": 12_600_000, "WEBP": 8_400_000}
MOST_PIXELS_PROGRESSIVE = 32_000_000
LONGEST_EDGE = 16_000
_QUALITIES = (82, 74, 66, 58, 50)
_SHRINK = 0.8
# The first bytes by which what is no photo gets a sentence of its own.
_HEIC = (b"ftypheic", b"ftypheix", b"ftyphevc", b"ftypmif1", b"ftypmsf1", b"ftypheim", b"ftypheis")

_one_at_a_time = Lock()


@dataclass(frozen=True)
class Picture:
    """A picture as it is kept."""

    data: bytes
    width: int
    height: int
    mime: str = MIME


def picture_of(data: bytes) -> Picture:
    """The photo written anew: at most 1024 pixels and 150 kB. Raises Invalid on `photo` for whatever is no photo."""
    if not data:
        raise _refused("There is no photo in this.")
    if data[4:12] in _HEIC:
        raise _refused("This is a HEIC photo, which we cannot read. Please send it as JPEG.")
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return _read(data)
        except Invalid:
            raise
        # What a broken or hostile file sets off in a decoder is anything at all; to whoever sent it, it is one thing.
        except Exception as error:
            log.info("a photo of %d bytes could not be read: %s", len(data), type(error).__name__)
            raise _refused("This is no photo that we can read. JPEG, PNG and WebP are taken.") from error


def _read(data: bytes) -> Picture:
    with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "WEBP")) as photo:
        _check_size(photo)
        if photo.format != "MPO" and getattr(photo, "n_frames", 1) > 1:
            raise _refused("This picture moves. Please send a still one.")
        return _written(_flat(ImageOps.exif_transpose(_small(photo))))


def _check_size(photo: Image.Image) -> None:
    """By what the file says of itself, before any of it is decoded."""
    width, height = photo.size
    most = MOST_PIXELS[photo.format or "JPEG"]
    if photo.info.get("progressive"):
        most = min(most, MOST_PIXELS_PROGRESSIVE)
    if max(width, height) > LONGEST_EDGE or width * height > most:
        raise _refused(f"This photo has {width} x {height} pixels, which is too many. Please send a smaller one.")


def _small(photo: Image.Image) -> Image.Image:
    if photo.mode.startswith("I"):  # 16 bits of grey
        photo = photo.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    photo.thumbnail((EDGE, EDGE))
    return photo


def _flat(photo: Image.Image) -> Image.Image:
    """In plain colours on white, without anything else that came with it."""
    if photo.has_transparency_data:
        clear = photo.convert("RGBA")
        photo = Image.new("RGB", clear.size, "white")
        photo.paste(clear, mask=clear.getchannel("A"))
    return photo.convert("RGB")


def _written(photo: Image.Image) -> Picture:
    """As good as fits into 150 kB; a picture of pure noise gets smaller instead of worse and worse."""
    while True:
        for quality in _QUALITIES:
            out = io.BytesIO()
            # Only the pixels: a new picture has no notes that could come along.
            Image.frombytes("RGB", photo.size, photo.tobytes()).save(out, "JPEG", quality=quality, optimize=True)
            if out.tell() <= MOST_BYTES:
                return Picture(out.getvalue(), *photo.size)
        photo = photo.resize((max(1, int(photo.width * _SHRINK)), max(1, int(photo.height * _SHRINK))))


def _refused(why: str) -> Invalid:
    return Invalid({"photo": why})
