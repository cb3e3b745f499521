"""From artwork to pixels, and from pixels to WebP: runs in a worker."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from PIL import Image, ImageCms

from publication.posters.clean import orientation
from publication.posters.intake.inspection import SIDEWAYS, open_image, open_pdf
from publication.posters.intake.pixels import render
from publication.posters.limits import ArtworkError
from publication.posters.plan import settings_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.posters.intake.formats import Format

Size = tuple[int, int]

_UPRIGHT = {  # EXIF 2.32, tag 0x0112: what brings each orientation upright
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}

_SPARE = 1.5
"""A JPEG is decoded at a half or a quarter only where this many times the wanted width is left to shrink
from: the decoder's own shrinking blurs a little, ours from there does not show it."""


def draw(data: bytes, kind: Format, page: int, sizes: list[Size]) -> Iterator[bytes]:
    """One WebP for each size (width, height), from wide to narrow: each is made from the one before."""
    try:
        picture = _pdf_page(data, page, sizes[0]) if kind == "pdf" else _image(data, kind, sizes[0])
    except (ArtworkError, MemoryError):
        raise
    except Exception as error:  # it could be decoded when it was inspected, so this is a rare thing
        raise ArtworkError(
            "This poster cannot be made into pictures. Export it again, or as a JPEG."
        ) from error
    for size in sizes:
        picture = shrink(picture, size)
        yield webp(picture)


def webp(picture: Image.Image) -> bytes:
    """The picture as WebP with no metadata; the settings stand in `plan`."""
    made = io.BytesIO()
    picture.save(made, "WEBP", **settings_of(picture.width))
    return made.getvalue()


def shrink(picture: Image.Image, size: Size) -> Image.Image:
    """The picture, `size` pixels in all."""
    if picture.size == size:
        return picture
    # Hamming: sharp as bicubic when shrinking, at the cost of bilinear (Pillow, "Filters comparison table").
    return picture.resize(size, Image.Resampling.HAMMING)


def _pdf_page(data: bytes, number: int, size: Size) -> Image.Image:
    """A page (from 1) on white, exactly `size` pixels."""
    document = open_pdf(data)
    page = document[number - 1]
    picture = render(page, size)
    page.close()
    document.close()
    return picture


def _image(data: bytes, kind: Format, size: Size) -> Image.Image:
    """The image upright, on white, in sRGB, exactly `size` pixels."""
    image = open_image(data, kind)
    turn = orientation(data, kind)
    lying = size[::-1] if turn in SIDEWAYS else size
    if kind == "jpeg":
        image.draft(None, (round(lying[0] * _SPARE), round(lying[1] * _SPARE)))
    profile = image.info.get("icc_profile")
    image = shrink(_plain(image), lying)
    image = _to_srgb(image, profile)
    return image.transpose(_UPRIGHT[turn]) if turn in _UPRIGHT else image


def _plain(image: Image.Image) -> Image.Image:
    """The image in L, RGB or CMYK, on white where it was see-through."""
    if image.mode.startswith("I"):  # 16-bit grey, which convert("L") would clip instead of scaling
        return image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    if image.mode in ("RGBA", "LA", "PA") or "transparency" in image.info:
        image = image.convert("RGBA")
        white = Image.new("RGBA", image.size, "white")
        return Image.alpha_composite(white, image).convert("RGB")
    return image if image.mode in ("L", "RGB", "CMYK") else image.convert("RGB")


def _to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The image as sRGB; a profile that does not fit the image or cannot be read is passed over."""
    if profile and b"sRGB" not in profile[:1024]:  # converting sRGB to itself is 20 ms for nothing
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            converted = ImageCms.profileToProfile(
                image, source, ImageCms.createProfile("sRGB"), outputMode="RGB"
            )
            if converted:
                converted.info = {}
                return converted
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    image = image.convert("RGB")
    image.info = {}
    return image
