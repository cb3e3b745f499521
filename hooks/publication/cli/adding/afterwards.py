"""What an editor does once the record stands: said at the end, with the lines to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from publication.audits.sections import SECTIONS

if TYPE_CHECKING:
    from publication.cli.adding.staging import Addition

LEARNING = """\
1. Open {file}
   Its opening summary is on line {line}. Below it write what was learned,
   under those of these headings that you have something for:

{headings}
"""
COMING = """\
1. Open {file} if there is more to say.
   Its opening summary is on line {line}. Learning is written when it is published.
"""
THEN = """\

2. make check   says what is to be mended, and where.
3. make serve   shows the page: http://127.0.0.1:8000/audits/{slug}/

Then send it as a pull request. In your git program, make a branch, commit

{files}

push the branch, and open the pull request: CONTRIBUTING.md shows each step.
Without git, the site's page for editors does it: /editors/
"""


def next_steps(addition: Addition, files: list[str], *, is_for_learning: bool) -> str:
    """The steps from here to the published page."""
    first = (LEARNING if is_for_learning else COMING).format(
        file=addition.file,
        line=addition.summary_line,
        headings="\n".join(f"   ## {heading}" for heading in SECTIONS.values()),
    )
    then = THEN.format(slug=addition.slug, files="\n".join(f"   {file}" for file in files))
    return f"Next:\n\n{first}{then}"
