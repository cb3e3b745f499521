"""Every rule that a built site is held to, one line each. A rule's docstring says what must be true.

A rule is a function that is given a `Subject` and yields a problem for each thing that is not so, at the file
and line where it can be mended.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

from publication.checks import (
    addresses,
    browsing,
    entitlements,
    hosts,
    links,
    pages,
    unpublished,
    validity,
    weight,
)
from publication.checks.tools import MissingToolError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from publication.audits.problem import Problem
    from publication.checks.subject import Subject

    Rule = Callable[[Subject], Iterator[Problem]]

FIRST: tuple[Rule, ...] = (addresses.the_site_knows_its_address, addresses.machine_files_can_be_read)
"""Rules without which others would say the same mistake many times over, so that they are not asked."""

READING: tuple[Rule, ...] = (
    pages.every_source_has_its_page,
    pages.every_page_has_a_source,
    pages.every_file_is_there,
    pages.every_file_is_known,
    pages.former_names_lead_on,
    pages.no_two_pages_have_one_title,
    entitlements.every_record_has_its_due,
    entitlements.every_series_has_its_posters_in_one_file,
    unpublished.nothing_unpublished_is_there,
    links.every_link_resolves,
    addresses.every_absolute_address_resolves,
    addresses.every_link_in_feeds_resolves,
    addresses.every_search_result_resolves,
    hosts.nothing_comes_from_another_host,
    hosts.every_page_forbids_other_hosts,
    weight.no_page_is_over_its_weight,
)
"""Rules that need the files alone."""

WITH_JAVA, WITH_BROWSER = validity.every_page_is_valid, browsing.no_page_shuts_anybody_out
"""Rules that need a program of others. Where it is not installed, a line says what was left out."""

RULES = (*FIRST, *READING, WITH_JAVA, WITH_BROWSER)


def hold(subject: Subject, say: Callable[[str], None]) -> list[Problem]:
    """Every problem of a site, each once, sorted. `say` gets what was left out.

    Raises ToolError where a program is there and did not do its work.
    """
    if found := [problem for rule in FIRST for problem in rule(subject)]:
        return sorted(found)
    with ThreadPoolExecutor(max_workers=1) as beside:  # Java takes as long as all the others together
        valid = beside.submit(_all, WITH_JAVA, subject, say)
        found = [problem for rule in READING for problem in rule(subject)]
        found += _all(WITH_BROWSER, subject, say)
        found += valid.result()
    return sorted(set(found))


def _all(rule: Rule, subject: Subject, say: Callable[[str], None]) -> list[Problem]:
    try:
        return list(rule(subject))
    except MissingToolError as error:
        say(str(error))
        return []
