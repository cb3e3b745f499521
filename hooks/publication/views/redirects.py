"""What stands at the addresses that an audit had before: pages that lead on, and its files once more.

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

    from publication.audits.public import PublicAudit
    from publication.views.site import Site, Templates


def redirects(site: Site, templates: Templates, absolute: Callable[[str], str]) -> Iterator[Artefact]:
    """For each former name of an audit that this build shows: its pages, and its files under that name.

    A withdrawn audit has no briefing, but pages link to the one it had: its address leads to the audit.

    `absolute` gives the full address of an address on the site.
    """
    for audit in site.audits:
        for name in (audit.slug, *audit.former_slugs) if audit.withdrawn else ():
            yield _leading(addresses.briefing(name), addresses.audit(audit.slug), audit, templates, absolute)
        poster, briefing = site.posters.get(audit.slug), site.briefings.get(audit.slug)
        for former in audit.former_slugs:
            yield _leading(addresses.audit(former), addresses.audit(audit.slug), audit, templates, absolute)
            # A PDF cannot lead on, and its address is in e-mails: the same bytes answer at both.
            if poster:
                _, ending = posixpath.splitext(poster.download)
                yield Artefact(addresses.poster(former + ending), poster.files[poster.download])
            if briefing:
                to = addresses.briefing(audit.slug)
                yield _leading(addresses.briefing(former), to, audit, templates, absolute)
                yield Artefact(addresses.briefing_file(former), briefing.path)


def _leading(
    at: str, to: str, audit: PublicAudit, templates: Templates, absolute: Callable[[str], str]
) -> Artefact:
    html = templates.fill("redirect.html", at, audit=audit, to_page=to, address=absolute(to))
    return Artefact(f"{at}index.html", html, audit.file)
