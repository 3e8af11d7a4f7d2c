"""Photos are written anew: small, upright, without a trace of the camera; whatever is no photo is refused."""

from __future__ import annotations

import io
import resource
import threading
import time
import zipfile

import pytest
from PIL import Image

from pith.domain.errors import Invalid
from pith.services.pictures import EDGE, MOST_BYTES, Picture, picture_of
from tests import photos


def opened(picture: Picture) -> Image.Image:
    found = Image.open(io.BytesIO(picture.data))
    found.load()
    return found


def near(seen: object, wanted: tuple[int, int, int]) -> bool:
    assert isinstance(seen, tuple)
    return all(abs(one - other) < 40 for one, other in zip(seen, wanted, strict=True))


RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_a_photo_of_each_kind_comes_out_as_a_jpeg(kind: str) -> None:
    picture = picture_of(photos.photo(kind))
    assert (picture.mime, picture.width, picture.height) == ("image/jpeg", 640, 480)
    assert opened(picture).format == "JPEG"
    assert near(opened(picture).getpixel((9, 9)), (0, 128, 128))


@pytest.mark.parametrize(("width", "height"), [(4000, 3000), (300, 5000), (1025, 10), (1024, 1024)])
def test_a_big_one_gets_small_and_keeps_its_shape(width: int, height: int) -> None:
    picture = picture_of(photos.photo("JPEG", width, height))
    assert max(picture.width, picture.height) <= EDGE
    assert picture.width / picture.height == pytest.approx(width / height, rel=0.05)
    assert opened(picture).size == (picture.width, picture.height)


def test_a_small_one_stays_as_big_as_it_is() -> None:
    assert (picture_of(photos.photo("PNG", 3, 2)).width, picture_of(photos.photo("PNG", 3, 2)).height) == (3, 2)


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_even_pure_noise_fits(kind: str) -> None:
    picture = picture_of(photos.saved(photos.noise(1600, 1200), kind))
    assert len(picture.data) <= MOST_BYTES
    assert picture.width >= 400


def test_nothing_that_the_camera_noted_is_left() -> None:
    sent = photos.with_a_place(photos.halves())
    assert b"SecretModel" in sent and b"SecretXmp" in sent and b"SecretComment" in sent
    picture = picture_of(sent)
    assert b"Secret" not in picture.data and b"Exif" not in picture.data and b"ICC_PROFILE" not in picture.data
    kept = opened(picture)
    assert dict(kept.getexif()) == {} and set(kept.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density"}


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_nor_from_the_notes_of_other_formats(kind: str) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretMaker"
    sent = photos.saved(photos.halves(), kind, exif=exif, icc_profile=b"SecretProfile" * 20)
    assert b"Secret" in sent
    assert b"Secret" not in picture_of(sent).data


@pytest.mark.parametrize(
    ("orientation", "size", "top", "bottom"),
    [
        (1, (400, 200), RED, RED),
        (3, (400, 200), BLUE, BLUE),
        (6, (200, 400), RED, BLUE),
        (8, (200, 400), BLUE, RED),
    ],
)
def test_a_photo_stands_as_it_was_held(
    orientation: int, size: tuple[int, int], top: tuple[int, int, int], bottom: tuple[int, int, int]
) -> None:
    kept = opened(picture_of(photos.with_a_place(photos.halves(), orientation)))
    assert kept.size == size
    assert near(kept.getpixel((20, 20)), top) and near(kept.getpixel((20, size[1] - 20)), bottom)


def test_a_nonsense_orientation_changes_nothing() -> None:
    assert opened(picture_of(photos.with_a_place(photos.halves(), 99))).size == (400, 200)


def test_what_is_clear_becomes_white() -> None:
    clear = Image.new("RGBA", (20, 10), (0, 0, 0, 0))
    clear.paste((255, 0, 0, 255), (10, 0, 20, 10))
    kept = opened(picture_of(photos.saved(clear, "PNG")))
    assert near(kept.getpixel((2, 5)), WHITE) and near(kept.getpixel((17, 5)), RED)


def test_print_colours_and_palettes_and_greys_become_plain_colours() -> None:
    for picture, kind in (
        (photos.halves().convert("CMYK"), "JPEG"),
        (photos.halves().convert("P"), "PNG"),
        (photos.halves().convert("1"), "PNG"),
        (photos.halves().convert("LA"), "PNG"),
    ):
        kept = opened(picture_of(photos.saved(picture, kind)))
        assert (kept.mode, kept.size) == ("RGB", (400, 200))
    assert near(opened(picture_of(photos.saved(photos.halves().convert("CMYK"), "JPEG"))).getpixel((20, 20)), RED)


@pytest.mark.parametrize("width", [40, 2600])
def test_sixteen_bits_of_grey_keep_their_shades(width: int) -> None:
    half = width // 2
    row = (128 << 8).to_bytes(2, "little") * half + (255 << 8).to_bytes(2, "little") * half
    grey = Image.frombytes("I;16", (width, 20), row * 20)
    kept = opened(picture_of(photos.saved(grey, "PNG"))).resize((40, 20))
    assert near(kept.getpixel((5, 5)), (128, 128, 128)) and near(kept.getpixel((35, 5)), WHITE)


HOSTILE = {
    "nothing": b"",
    "text": b"This is no photo.",
    "a page that calls itself a PNG": b"<html><script>alert(1)</script></html>",
    "a page after the first bytes of a PNG": b"\x89PNG\r\n\x1a\n<html><script>alert(1)</script></html>",
    "an SVG with a script": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
    "a PDF": b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj",
    "a GIF": photos.photo("GIF"),
    "a TIFF": photos.photo("TIFF"),
    "a BMP": photos.photo("BMP"),
    "an icon": photos.photo("ICO", 32, 32),
    "an AVIF": photos.photo("AVIF"),
    "a PostScript": b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 10 10\n",
    "half a JPEG": photos.saved(photos.noise(300, 300), "JPEG")[:9000],
    "half a PNG": photos.saved(photos.noise(300, 300), "PNG")[:9000],
    "half a WebP": photos.saved(photos.noise(300, 300), "WEBP")[:900],
    "the first bytes of a JPEG": photos.photo()[:20],
    "a PNG of 50,000 by 50,000": photos.png_of_size(50_000, 50_000),
    "a PNG of 30,000 by 30,000 that is all there": photos.png_of_size(30_000, 30_000, rows=40),
    "a PNG of 9,000 by 9,000": photos.png_of_size(9000, 9000, rows=1),
    "a PNG of 2 by 2,000,000": photos.png_of_size(2, 2_000_000, rows=9),
    "a PNG of no size": photos.png_of_size(0, 0),
    "a PNG with a note of 200 MB": photos.png_with_text(b"A" * 200_000_000),
    "a moving WebP": photos.saved(
        photos.halves(), "WEBP", save_all=True, append_images=[Image.new("RGB", (400, 200))], duration=50
    ),
    "a moving PNG": photos.saved(
        photos.halves(), "PNG", save_all=True, append_images=[Image.new("RGB", (400, 200))], duration=50
    ),
    "the first bytes of a HEIC": b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400,
    "random bytes behind the mark of a JPEG": b"\xff\xd8\xff\xe0" + bytes(range(256)) * 20,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_no_photo_is_refused_with_one_sentence(name: str) -> None:
    with pytest.raises(Invalid) as caught:
        picture_of(HOSTILE[name])
    assert list(caught.value.fields) == ["photo"]


def test_a_heic_and_a_big_one_are_told_what_to_do() -> None:
    for name, said in (("the first bytes of a HEIC", "send it as JPEG"), ("a PNG of 9,000 by 9,000", "a smaller one")):
        with pytest.raises(Invalid) as caught:
            picture_of(HOSTILE[name])
        assert said in caught.value.fields["photo"]


def test_what_hides_behind_a_picture_is_left_behind() -> None:
    """A JPEG that is a ZIP and a page as well."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as packed:
        packed.writestr("evil.html", "<script>alert('Secret')</script>")
    sent = photos.photo() + b"<script>alert('Secret')</script>" + archive.getvalue()
    assert zipfile.is_zipfile(io.BytesIO(sent))
    kept = picture_of(sent).data
    assert b"Secret" not in kept and not zipfile.is_zipfile(io.BytesIO(kept)) and kept.endswith(b"\xff\xd9")


def test_a_broken_note_in_a_good_photo_does_no_harm() -> None:
    sent = photos.with_a_place(photos.halves())
    at = sent.index(b"Exif\0\0")
    broken = sent[: at + 6] + b"\xff" * 40 + sent[at + 46 :]
    try:
        assert opened(picture_of(broken)).size == (400, 200)
    except Invalid as error:
        assert list(error.fields) == ["photo"]


def test_a_photo_of_48_million_pixels_is_soon_done_and_takes_little_memory() -> None:
    sent = photos.photo("JPEG", 8000, 6000)
    before, began = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, time.monotonic()
    assert picture_of(sent).width == 1024
    assert time.monotonic() - began < 5
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 80_000  # kB: 144 MB if it were all unpacked


def test_one_bad_photo_leaves_the_way_free_for_the_next() -> None:
    done: list[Picture] = []
    with pytest.raises(Invalid):
        picture_of(b"x")
    worker = threading.Thread(target=lambda: done.append(picture_of(photos.photo())))
    worker.start()
    worker.join(10)
    assert len(done) == 1
