"""What a clean PDF may hold: for each kind of object its keys, and what kind of value each has.

Keys are of ISO 32000-2 (section in brackets). What is not listed goes: what it is for is not known, or it
serves printers and programs and nobody who sees, reads or hears the poster.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Of:
    """A dictionary or stream of the kind with this name."""

    kind: str


@dataclass(frozen=True)
class Each:
    """A dictionary whose keys are names of the file's own, and whose values are all of one kind."""

    value: Of | str


@dataclass(frozen=True)
class Many:
    """An array of values of one kind, or one such value alone."""

    value: Of | str


PLAIN = "plain"
"""Numbers, names, truth values, and arrays of them: no text."""

TEXT = "text"
"""A string."""

COLOURS = "colours"
"""A colour space (8.6): a name, or an array whose parts depend on its first."""

PLACE = "place"
"""A page and how much of it to show (12.3.2.2)."""

ACTION = "action"
"""What a link or a line of the outline does: lead to a place or to the web (12.6.4)."""

TREE = "tree"
"""The tags (14.7), which have rules of their own."""

Value = Of | Each | Many | str

_ANY_STREAM: dict[str, Value] = {"/Length": PLAIN, "/Filter": PLAIN, "/DecodeParms": Many(Of("decoding"))}
_PICTURE_KEYS = "/Type /Subtype /Width /Height /BitsPerComponent /Intent /ImageMask /Decode /Interpolate"
_FONT_KEYS = "/Type /Subtype /Name /BaseFont /FirstChar /LastChar /Widths /FontBBox /FontMatrix"
_DESCRIPTOR_KEYS = (
    "/Type /FontName /FontStretch /FontWeight /Flags /FontBBox /ItalicAngle /Ascent /Descent /Leading"
    " /CapHeight /XHeight /StemV /StemH /AvgWidth /MaxWidth /MissingWidth"
)
_STATE_KEYS = "/Type /LW /LC /LJ /ML /D /RI /OP /op /OPM /FL /SM /SA /BM /CA /ca /AIS /TK"
_SHADING_KEYS = (
    "/ShadingType /Background /BBox /AntiAlias /Coords /Domain /Extend /Matrix /BitsPerCoordinate"
    " /BitsPerComponent /BitsPerFlag /Decode /VerticesPerRow"
)
_PREFERENCES_KEYS = (
    "/Type /HideToolbar /HideMenubar /HideWindowUI /FitWindow /CenterWindow /DisplayDocTitle"
    " /NonFullScreenPageMode /Direction /ViewArea /ViewClip /PrintArea /PrintClip /PrintScaling"
)


def _plain(keys: str) -> dict[str, Value]:
    return dict.fromkeys(keys.split(), PLAIN)


KINDS: dict[str, dict[str, Value]] = {
    # The document (7.7)
    "catalogue": _plain("/Type /Version /PageLayout /PageMode")
    | {
        "/Pages": Of("pages"), "/PageLabels": Of("labels"), "/ViewerPreferences": Of("preferences"),
        "/Outlines": Of("outline"), "/StructTreeRoot": TREE, "/MarkInfo": Of("marks"), "/Lang": TEXT,
        "/OutputIntents": Many(Of("output")),
    },
    "pages": _plain("/Type /Count /MediaBox /CropBox /Rotate")
    | {"/Parent": Of("pages"), "/Kids": Many(Of("page or pages")), "/Resources": Of("resources")},
    "page": _plain(
        "/Type /MediaBox /CropBox /BleedBox /TrimBox /ArtBox /Rotate /StructParents /Tabs /UserUnit"
    )
    | {
        "/Parent": Of("pages"), "/Resources": Of("resources"), "/Contents": Many(Of("stream")),
        "/Group": Of("group"), "/Annots": Many(Of("link")),
    },
    "labels": {"/Nums": Many(Of("label")), "/Kids": Many(Of("labels")), "/Limits": PLAIN},
    "label": _plain("/Type /S /St") | {"/P": TEXT},
    "preferences": _plain(_PREFERENCES_KEYS),
    "marks": _plain("/Type /Marked /Suspects"),
    "output": _plain("/Type /S")
    | {
        "/OutputConditionIdentifier": TEXT, "/OutputCondition": TEXT, "/RegistryName": TEXT,
        "/DestOutputProfile": Of("profile"),
    },
    "outline": _plain("/Type /Count") | {"/First": Of("line"), "/Last": Of("line")},
    "line": _plain("/Count /C /F")
    | {
        "/Title": TEXT, "/Parent": Of("outline or line"), "/Prev": Of("line"), "/Next": Of("line"),
        "/First": Of("line"), "/Last": Of("line"), "/Dest": PLACE, "/A": ACTION,
    },
    "link": _plain("/Type /Subtype /Rect /Border /C /H /QuadPoints /F /StructParent")
    | {"/BS": Of("border"), "/A": ACTION, "/Dest": PLACE, "/Contents": TEXT},
    "border": _plain("/Type /W /S /D"),
    "action": _plain("/Type /S") | {"/D": PLACE, "/URI": TEXT},
    # What pages draw (7.8, 8 and 11)
    "resources": {
        "/ProcSet": PLAIN, "/ExtGState": Each(Of("state")), "/ColorSpace": Each(COLOURS),
        "/Pattern": Each(Of("pattern")), "/Shading": Each(Of("shading")), "/XObject": Each(Of("drawn")),
        "/Font": Each(Of("font")), "/Properties": Each(Of("properties")),
    },
    "properties": _plain("/Type /Subtype /MCID /BBox /Attached")
    | {"/Lang": TEXT, "/ActualText": TEXT, "/Alt": TEXT, "/E": TEXT},
    "stream": {},
    "form": _plain("/Type /Subtype /FormType /BBox /Matrix /Name /StructParent /StructParents")
    | {"/Resources": Of("resources"), "/Group": Of("group")},
    "picture": _plain(f"{_PICTURE_KEYS} /SMaskInData /Matte /Name /StructParent")
    | {"/ColorSpace": COLOURS, "/Mask": Many(Of("picture")), "/SMask": Of("picture")},
    "group": _plain("/Type /S /I /K") | {"/CS": COLOURS},
    "state": _plain(_STATE_KEYS)
    | {"/Font": Many(Of("font")), "/SMask": Of("mask"), "/TR": Many(Of("function")),
       "/TR2": Many(Of("function"))},
    "mask": _plain("/Type /S /BC") | {"/G": Of("form"), "/TR": Many(Of("function"))},
    "function": _plain(
        "/FunctionType /Domain /Range /Size /BitsPerSample /Order /Encode /Decode /C0 /C1 /N /Bounds"
    )
    | {"/Functions": Many(Of("function"))},
    "pattern": _plain("/Type /PatternType /PaintType /TilingType /BBox /XStep /YStep /Matrix")
    | {"/Resources": Of("resources"), "/Shading": Of("shading"), "/ExtGState": Of("state")},
    "shading": _plain(_SHADING_KEYS) | {"/ColorSpace": COLOURS, "/Function": Many(Of("function"))},
    "profile": _plain("/N /Range") | {"/Alternate": COLOURS},
    "measured colours": _plain("/WhitePoint /BlackPoint /Gamma /Matrix /Range"),
    "decoding": _plain(
        "/Predictor /Colors /BitsPerComponent /Columns /EarlyChange /K /EndOfLine /EncodedByteAlign /Rows"
        " /EndOfBlock /BlackIs1 /DamagedRowsBeforeError /ColorTransform"
    )
    | {"/JBIG2Globals": Of("stream")},
    # Fonts (9)
    "font": _plain(f"{_FONT_KEYS} /DW /W /DW2 /W2")
    | {
        "/FontDescriptor": Of("descriptor"), "/Encoding": Of("encoding"), "/ToUnicode": Of("encoding"),
        "/DescendantFonts": Many(Of("font")), "/CIDSystemInfo": Of("collection"),
        "/CIDToGIDMap": Of("stream"), "/CharProcs": Each(Of("stream")), "/Resources": Of("resources"),
    },
    "descriptor": _plain(_DESCRIPTOR_KEYS)
    | {
        "/FontFamily": TEXT, "/CharSet": TEXT, "/FontFile": Of("font file"), "/FontFile2": Of("font file"),
        "/FontFile3": Of("font file"), "/CIDSet": Of("stream"),
    },
    "font file": _plain("/Subtype /Length1 /Length2 /Length3"),
    "encoding": _plain("/Type /BaseEncoding /Differences /CMapName /WMode")
    | {"/CIDSystemInfo": Of("collection"), "/UseCMap": Of("encoding")},
    "collection": {"/Registry": TEXT, "/Ordering": TEXT, "/Supplement": PLAIN},
}  # fmt: skip


def keys_of(kind: str, *, is_stream: bool) -> dict[str, Value]:
    """What an object of this kind may have."""
    return KINDS[kind] | _ANY_STREAM if is_stream else KINDS[kind]
