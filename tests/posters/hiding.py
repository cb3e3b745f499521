"""PDFs drawn in code: a page with words that all can read, and a secret that may be hidden there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image, ImageDraw, ImageFont

from posters.samples import save, saved

if TYPE_CHECKING:
    from collections.abc import Callable

SECRET = "Robin Example of Sample Street"
SHOWN = "What we learned together"
WIDE, TALL = 595, 842

SHOW = f"BT /F 24 Tf 50 700 Td ({SHOWN}) Tj ET "
"""Words that all can read."""


def at(words: str = SECRET, x: float = 50, y: float = 500, size: float = 18) -> str:
    """Words at a place, in points."""
    return f"BT /F {size} Tf {x} {y} Td ({words}) Tj ET "


BOX = "45 490 400 40 re f "
"""A rectangle over the secret, in the colour that is set."""


def document(
    drawn: str, *, resources: dict[str, Any] | None = None, size: tuple[int, int] = (WIDE, TALL)
) -> Pdf:
    """A PDF of one page that draws this, with Helvetica as /F, Dingbats as /D and Courier as /C."""
    pdf = Pdf.new()
    pdf.add_blank_page(page_size=size)
    page = pdf.pages[0].obj
    fonts = {
        key: pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name(f"/{name}")))
        for key, name in (("/F", "Helvetica"), ("/D", "ZapfDingbats"), ("/C", "Courier"))
    }
    fonts["/C"].FirstChar, fonts["/C"].LastChar, fonts["/C"].Widths = 32, 126, Array([600] * 95)
    given = {f"/{key}": value for key, value in (resources or {}).items()}
    page.Resources = Dictionary({"/Font": Dictionary(fonts), **given})
    page.Contents = pdf.make_stream(drawn.encode("cp1252"))
    return pdf


def drawing(drawn: str, **resources: Any) -> bytes:
    """A finished PDF of one page that draws this."""
    return saved(document(drawn, resources=resources))


def annotated(drawn: str, *annotations: Callable[[Pdf], Dictionary]) -> bytes:
    """A finished PDF with annotations on its page."""
    pdf = document(drawn)
    pdf.pages[0].obj.Annots = Array([pdf.make_indirect(made(pdf)) for made in annotations])
    return saved(pdf)


def annotation(
    kind: str, looks: str | None, *, at: tuple[int, int, int, int] = (45, 490, 445, 530), **more: Any
) -> Callable[[Pdf], Dictionary]:
    """An annotation over the secret; `looks` are its instructions, in a box of 400 by 40 points."""

    def make(pdf: Pdf) -> Dictionary:
        made = Dictionary(Type=Name.Annot, Subtype=Name(f"/{kind}"), Rect=Array(at), F=4, **more)
        made.T = "A Reviewer"
        if looks is not None:
            form = pdf.make_stream(looks.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 400, 40])
            state = Dictionary(Multiply=Dictionary(BM=Name.Multiply), Half=Dictionary(ca=0.4))
            form.Resources = Dictionary(ExtGState=state, Font=pdf.pages[0].obj.Resources.Font)
            made.AP = Dictionary(N=form)
        return made

    return make


def form_of(pdf: Pdf, drawn: str, **more: Any) -> Any:
    """A form XObject of the whole page."""
    form = pdf.make_stream(
        drawn.encode(), Type=Name.XObject, Subtype=Name.Form, BBox=[-900, -900, 1800, 1800]
    )
    form.Resources = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    for key, value in more.items():
        form[f"/{key}"] = value
    return form


def picture_of(pdf: Pdf, image: Image.Image) -> Any:
    """An image XObject."""
    made = pdf.make_stream(
        save(image.convert("RGB"), "JPEG", quality=90), Type=Name.XObject, Subtype=Name.Image
    )
    made.Width, made.Height, made.ColorSpace, made.BitsPerComponent = *image.size, Name.DeviceRGB, 8
    made.Filter = Name.DCTDecode
    return made


def with_objects(drawn: str, **makers: Callable[[Pdf], Any]) -> bytes:
    """A PDF whose page can draw what the makers make, by their names."""
    pdf = document(drawn)
    pdf.pages[0].obj.Resources.XObject = Dictionary({f"/{name}": make(pdf) for name, make in makers.items()})
    return saved(pdf)


def noise(size: tuple[int, int] = (200, 200)) -> Image.Image:
    """A picture without any plain part, as photographs are."""
    return Image.effect_noise(size, 90).convert("RGB")


def letter_paper(words: str, size: int = 1240) -> Image.Image:
    """Paper with the words on it, as a scanner sees it; 1240 pixels for the 595 points of A4."""
    image = Image.new("RGB", (size, round(size * TALL / WIDE)), (247, 245, 240))
    font = ImageFont.load_default(37)  # 18 points
    scale = size / WIDE
    ImageDraw.Draw(image).text((50 * scale, image.height - 514 * scale), words, (30, 30, 40), font)
    return image


def scan(words_seen: str, *, recognised: str, picture_last: bool = False) -> bytes:
    """A page that is one picture, with its words as text that does not show."""
    picture = "q 595 0 0 842 0 0 cm /Page Do Q "
    words = f"BT 3 Tr /F 18 Tf 50 500 Td ({recognised}) Tj ET "
    if picture_last:
        words = words.replace("3 Tr ", "")
    drawn = words + picture if picture_last else picture + words
    return with_objects(drawn, Page=lambda pdf: picture_of(pdf, letter_paper(words_seen)))


def cropped(
    drawn: str, *, box: str = "/CropBox", sides: tuple[int, ...] = (0, 0, WIDE, 842), turn: int = 0
) -> bytes:
    """A PDF with a box of its page set, and turned."""
    pdf = document(drawn)
    pdf.pages[0].obj[box] = Array(sides)
    if turn:
        pdf.pages[0].obj.Rotate = turn
    return saved(pdf)


def layered(setting: dict[str, Any], *, usage: Any = None, membership: dict[str, Any] | None = None) -> bytes:
    """A PDF with the secret on a layer. `setting` may say LAYER for it."""
    pdf = document(SHOW + "/OC /L BDC " + at() + "EMC " + at("after", y=300))
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Names of the family"))
    if usage is not None:
        layer.Usage = usage
    condition: Any = layer
    if membership is not None:
        given = {key: Array([layer]) if value == "LAYER" else value for key, value in membership.items()}
        condition = pdf.make_indirect(Dictionary({"/Type": Name.OCMD, **given}))
    pdf.pages[0].obj.Resources.Properties = Dictionary(L=condition)
    plain = {key: Array([layer]) if value == "LAYER" else value for key, value in setting.items()}
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(plain))
    return saved(pdf)


def form_on_layer() -> bytes:
    """The secret in a form that is on a layer as a whole."""
    pdf = document(SHOW + "/Part Do")
    layer = pdf.make_indirect(Dictionary(Type=Name.OCG, Name="Names"))
    pdf.pages[0].obj.Resources.XObject = Dictionary(Part=form_of(pdf, at(), OC=layer))
    pdf.Root.OCProperties = Dictionary(OCGs=Array([layer]), D=Dictionary(OFF=Array([layer])))
    return saved(pdf)


def field(looks: str | None, value: str = "", flags: int = 4, *, needs: bool = False) -> bytes:
    """A text field over the place of the secret."""
    pdf = document(SHOW + (at() if value == SECRET else ""))
    made = annotation("Widget", looks, FT=Name.Tx)(pdf)
    made.F, made.T, made.V, made.DA = flags, "name", value, "/F 12 Tf 0 g"
    made = pdf.make_indirect(made)
    pdf.pages[0].obj.Annots = Array([made])
    fonts = Dictionary(Font=pdf.pages[0].obj.Resources.Font)
    pdf.Root.AcroForm = Dictionary(Fields=Array([made]), DR=fonts, DA="/F 12 Tf 0 g", NeedAppearances=needs)
    return saved(pdf)


def hidden_box(flags: int) -> bytes:
    """A black rectangle over the words that a viewer does not show on a screen."""

    def make(pdf: Pdf) -> Dictionary:
        made = annotation("Square", BLACK)(pdf)
        made.F = flags
        return made

    return annotated(SHOW + at(), make)


STATES = Dictionary(
    Clear=Dictionary(ca=0),
    Pale=Dictionary(ca=0.2),
    Faint=Dictionary(ca=0.01),
    Multiply=Dictionary(BM=Name.Multiply),
)
BLACK = "0 g 0 0 400 40 re f"
"""Instructions of an annotation that is black all over."""
