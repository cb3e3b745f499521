"""What stands at the addresses that an audit had before: a page that leads on, and the poster once more.

A static host cannot answer "moved", so the page itself leads on, with a refresh of 0 seconds, which search
engines take for a permanent move (Google Search Central, "Redirects and Google Search") and which WCAG 2.2
accepts (technique H76: an instant refresh takes no one by surprise). No script, so that the site's policy
lets it through. The page is a plain file, not one of the generator's, so neither search nor sitemap has it.
"""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from publication.views import addresses
from publication.views.artefact import Artefact

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.views.site import Site, Templates


def redirects(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """For each former name of an audit that this build shows: its page, and its poster under that name.

    `absolute` gives the full address of an address on the site.
    """
    for audit in site.audits:
        to = addresses.audit(audit.slug)
        poster = site.posters.get(audit.slug)
        for former in audit.former_slugs:
            at = addresses.audit(former)
            html = templates.fill("redirect.html", at, audit=audit, address=absolute(to))
            yield Artefact(f"{at}index.html", html, audit.file)
            if poster:
                # A PDF cannot lead on, and its address is in e-mails: the same bytes answer at both.
                _, ending = posixpath.splitext(poster.download)
                yield Artefact(addresses.poster(former + ending), poster.files[poster.download])
