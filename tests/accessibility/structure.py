"""Rules of accessibility that a page's file can break by itself. Each yields what is wrong with one page."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from accessibility.built_page import words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from lxml.html import HtmlElement

    from accessibility.built_page import Page

VAGUE = {
    "click", "click here", "here", "more", "read more", "read on", "learn more", "find out more", "see more",
    "link", "this link", "this page", "page", "this", "details", "download", "open", "view", "pdf", "go",
    "continue", "next", "previous", "back", "info", "information",
}  # fmt: skip
"""What a link may not be called: in a list of links alone it says nothing."""

SAID_BY_ELEMENT = {
    "nav": "navigation", "main": "main", "header": "banner", "footer": "contentinfo", "search": "search",
    "aside": "complementary", "section": "region", "article": "article", "form": "form", "a": "link",
    "ul": "list", "ol": "list", "li": "listitem", "table": "table", "dialog": "dialog", "button": "button",
    "fieldset": "group", "details": "group", "hr": "separator", "output": "status", "option": "option",
    "progress": "progressbar", "textarea": "textbox", "img": "img", "body": "document",
    **{f"h{level}": "heading" for level in range(1, 7)},
}  # fmt: skip
"""The role that an element has by itself."""

SAID_BY_ATTRIBUTE = {
    "aria-required": "required", "aria-disabled": "disabled", "aria-hidden": "hidden",
    "aria-checked": "checked", "aria-readonly": "readonly", "aria-placeholder": "placeholder",
}  # fmt: skip
"""An `aria-` attribute, and the attribute that says the same."""

REFERENCES = (
    "for",
    "form",
    "aria-labelledby",
    "aria-describedby",
    "aria-controls",
    "aria-owns",
    "aria-details",
)
WITHOUT_NAME = {"div", "span", "p", "strong", "em", "code", "pre", "ins", "del", "sub", "sup"}
"""Elements that a screen reader gives no name, unless they have a role."""


def one_h1(page: Page) -> Iterable[str]:
    """A page has exactly one `h1`."""
    found = [heading for level, heading in page.headings if level == 1]
    if len(found) != 1:
        yield f"{len(found)} h1: {found}"


def headings_in_order(page: Page) -> Iterable[str]:
    """Headings begin at `h1` and skip no level on the way down (WCAG 1.3.1)."""
    above = 0
    for level, heading in page.headings:
        if level > above + 1:
            yield f"h{level} '{heading}' after h{above}"
        above = level


def headings_have_words(page: Page) -> Iterable[str]:
    """A heading says something, also in a dialog that is still closed (WCAG 2.4.6)."""
    for heading in page.all(*(f"h{level}" for level in range(1, 7))):
        if not words(heading):
            yield f"an empty {_tag(heading)}"


def parts_of_the_page(page: Page) -> Iterable[str]:
    """One banner, one main part, one footer; a page that leads on has the main part only (WCAG 1.3.1)."""
    for role in ("main", "banner", "contentinfo"):
        count = sum(landmark.role == role for landmark in page.landmarks)
        if count != (0 if page.leads_on and role != "main" else 1):
            yield f"{count} landmarks with the role {role}"


def landmarks_named_apart(page: Page) -> Iterable[str]:
    """Each landmark that may be there more than once has a name, and no two of one role have the same."""
    seen = set()
    for landmark in page.landmarks:
        if landmark.role in ("main", "banner", "contentinfo"):
            continue
        if not landmark.name:
            yield f"a landmark with the role {landmark.role} has no name"
        elif landmark in seen:
            yield f"two landmarks with the role {landmark.role} are called '{landmark.name}'"
        seen.add(landmark)


def title_names_the_page(page: Page) -> Iterable[str]:
    """The title has the page's `h1` before the site's name, and is that of no other page (WCAG 2.4.2)."""
    headings = [heading for level, heading in page.headings if level == 1]
    if not headings or headings[0] not in page.title.partition(" - ")[0]:
        yield f"the title '{page.title}' does not name the page as {headings}"
    others = [name for name in page.pages_by_title.get(page.title, ()) if name != page.name]
    if others and not page.leads_on:
        yield f"the title '{page.title}' is also that of {', '.join(others)}"


def links_make_sense_alone(page: Page) -> Iterable[str]:
    """A link's name says where it leads, without what stands around it (WCAG 2.4.9)."""
    for link in page.all("a"):
        name = page.name_of(link)
        plain = re.sub(r"\W+", " ", name).strip().casefold()
        if not plain:
            yield f"a link without a name: {_tag(link)}"
        elif (plain in VAGUE and not _is_of_dialog(link)) or re.match(r"https?://", name):
            yield f"a link called '{name}': {_tag(link)}"


def same_name_same_address(page: Page) -> Iterable[str]:
    """Two links of a page with the same name lead to the same address (WCAG 2.4.9)."""
    addresses: dict[str, str] = {}
    for link in page.all("a"):
        name = page.name_of(link).casefold()
        address = urljoin(f"/{page.name}", link.get("href", "")).removesuffix("index.html")
        if addresses.setdefault(name, address) != address:
            yield f"'{name}' leads to {addresses[name]} and to {address}"


def pictures_have_text(page: Page) -> Iterable[str]:
    """Each picture has an alternative text, which is empty by decision only; a drawing is named or hidden."""
    for picture in page.all("img"):
        alt = picture.get("alt")
        if alt is None:
            yield f"no alt: {_tag(picture)}"
        elif re.search(r"\.(png|jpe?g|webp|svg|gif|pdf)\b", alt, re.IGNORECASE):
            yield f"a file's name is no text: {_tag(picture)}"
    for drawing in page.all("svg"):
        if drawing.get("aria-hidden") != "true" and not page.name_of(drawing):
            yield f"neither named nor hidden: {_tag(drawing)}"


def controls_are_labelled(page: Page) -> Iterable[str]:
    """Each control of a form has a name in words, and each group of them too (WCAG 1.3.1, 4.1.2)."""
    for control in page.all("input", "select", "textarea", "button", "summary", "fieldset", "dialog"):
        if control.get("type") != "hidden" and not page.name_of(control):
            yield f"no name: {_tag(control)}"


def language(page: Page) -> Iterable[str]:
    """The page says that it is in British English (WCAG 3.1.1)."""
    if page.root.get("lang") != "en-GB":
        yield f"lang is {page.root.get('lang')}"


def tab_order(page: Page) -> Iterable[str]:
    """Tab follows the order of the page: no element asks to come earlier (WCAG 2.4.3)."""
    for element in page.elements:
        if element.get("tabindex") not in (None, "0", "-1"):
            yield f"tabindex {element.get('tabindex')}: {_tag(element)}"


def references_lead_somewhere(page: Page) -> Iterable[str]:
    """An `id` is given once, and what points to one on the same page finds it."""
    for key, elements in page.by_id.items():
        if len(elements) > 1:
            yield f"{len(elements)} elements have the id '{key}'"
    for element in page.elements:
        for attribute in REFERENCES:
            for key in element.get(attribute, "").split():
                if key not in page.by_id:
                    yield f"{attribute} points to '{key}', which is not there: {_tag(element)}"
        address = element.get("href", "")
        if address.startswith("#") and address != "#" and address[1:] not in page.by_id:
            yield f"a link to {address}, which is not there"


def nothing_said_twice(page: Page) -> Iterable[str]:
    """No `role` or `aria-` attribute says what the element, its attribute or its words say already."""
    for element in page.elements:
        if element.get("role") and element.get("role") == SAID_BY_ELEMENT.get(element.tag):
            yield f"its role says nothing new: {_tag(element)}"
        for said, by in SAID_BY_ATTRIBUTE.items():
            if said in element.attrib and by in element.attrib:
                yield f"{said} beside {by}: {_tag(element)}"
        if element.tag == "dialog" and "aria-modal" in element.attrib:
            yield f"a dialog is modal when it is shown so: {_tag(element)}"
        if element.get("aria-label"):
            yield from _label_for_nothing(page, element)


def _label_for_nothing(page: Page, element: HtmlElement) -> Iterator[str]:
    if element.get("aria-label") == words(element):
        yield f"aria-label repeats the words: {_tag(element)}"
    if element.get("aria-labelledby") or list(page.labels_of(element)):
        yield f"aria-label on what has a label: {_tag(element)}"
    if element.tag in WITHOUT_NAME and not element.get("role"):
        yield f"aria-label on what has no name: {_tag(element)}"


def tables_have_headers(page: Page) -> Iterable[str]:
    """A table has header cells, each with words (WCAG 1.3.1)."""
    for table in page.all("table"):
        headers = list(table.iterdescendants("th"))
        if not headers or not all(words(cell) for cell in headers):
            yield f"a table with {len(headers)} headers: {[words(cell) for cell in headers]}"


def no_tooltips(page: Page) -> Iterable[str]:
    """A `title`, which neither touch nor keyboard shows, stands only where an abbreviation is expanded."""
    for element in page.elements:
        if "title" in element.attrib and element.tag not in ("abbr", "link"):
            yield f"a title: {_tag(element)}"
    for expanded in page.all("abbr"):
        if not expanded.get("title") or not words(expanded):
            yield f"an abbreviation without words: {_tag(expanded)}"


def zoom_is_free(page: Page) -> Iterable[str]:
    """The page may be enlarged as far as the reader wants (WCAG 1.4.4)."""
    said = [meta.get("content", "") for meta in page.all("meta") if meta.get("name") == "viewport"]
    if len(said) != 1 or re.search(r"user-scalable|maximum-scale|minimum-scale", said[0]):
        yield f"viewport: {said}"


def nothing_moves_by_itself(page: Page) -> Iterable[str]:
    """No page sends the focus anywhere or reloads; one that has moved leads on at once (WCAG 2.2.1, 3.2.1).

    In a dialog `autofocus` says where the focus goes when a reader opens it.
    """
    for element in page.in_view:
        if "autofocus" in element.attrib:
            yield f"autofocus: {_tag(element)}"
    for meta in page.all("meta"):
        if meta.get("http-equiv", "").lower() == "refresh" and not meta.get("content", "").startswith("0;"):
            yield f"a refresh after some time: {_tag(meta)}"


def first_link_skips_to_main(page: Page) -> Iterable[str]:
    """The first link leads past what every page repeats, to the main part (WCAG 2.4.1)."""
    links = page.all("a")
    target = page.by_id.get(links[0].get("href", "").removeprefix("#"), []) if links else []
    if not page.leads_on and [element.tag for element in target] != ["main"]:
        yield f"the first link is {[_tag(link) for link in links[:1]]}"


def _is_of_dialog(element: HtmlElement) -> bool:
    """Its words are replaced before it is shown."""
    return any(around.tag == "dialog" for around in element.iterancestors())


def _tag(element: HtmlElement) -> str:
    """`<a href="#">`: the element without what is in it."""
    said = "".join(f' {name}="{value}"' for name, value in element.attrib.items())
    return f"<{element.tag}{said}>"[:160]


RULES: dict[str, Callable[[Page], Iterable[str]]] = {
    rule.__name__.replace("_", "-"): rule
    for rule in (
        one_h1,
        headings_in_order,
        headings_have_words,
        parts_of_the_page,
        landmarks_named_apart,
        title_names_the_page,
        links_make_sense_alone,
        same_name_same_address,
        pictures_have_text,
        controls_are_labelled,
        language,
        tab_order,
        references_lead_somewhere,
        nothing_said_twice,
        tables_have_headers,
        no_tooltips,
        zoom_is_free,
        nothing_moves_by_itself,
        first_link_skips_to_main,
    )
}
"""Every rule by its name; its docstring says what it asks."""


def structure_errors(pages: Iterable[Page], rule: str) -> list[str]:
    """`page: what` for each time that a page breaks the rule."""
    return [f"{page.name}: {what}" for page in pages for what in RULES[rule](page)]
