"""The life of a record, from its first mention to its withdrawal: nothing published changes its address."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from life.repository import record
from posters import samples
from project import build
from publication.build import publish
from views.sample_site import Html

if TYPE_CHECKING:
    from collections.abc import Callable

    from life.repository import Repository
    from publication.build import Publication

STEPS = Path(__file__).parent / "steps"
LEARNT = "\n## What worked well\n\n- Good-practice words.\n"
MORE = "\n## What needs to happen\n\n1. Next-step words.\n"
TOPICS = "mental-capacity"
OLD, NEW, LATER = "capacity", "mental-capacity", "mental-capacity-again"
TITLE, AGAIN = "Mental capacity", "Mental capacity again"


def published(repository: Repository) -> Publication:
    """What readers get on 1 March 2026."""
    return publish(
        repository.root,
        today=dt.date(2026, 3, 1),
        is_preview=False,
        environment={},
        say=lambda _: None,
    )


class Life:
    """The steps of a life. Each is work on a branch, checked, told, accepted and published."""

    def __init__(self, repository: Repository, command: Callable[..., tuple[int, str]]) -> None:
        self.repository = repository
        self.command = command
        self.addresses: set[str] = set()

    def step(self, name: str, *gone: str) -> Publication:
        """Commit what was written, and compare what is told with `steps/<name>.txt`.

        Every address of an audit that ever answered must still answer, but for those in `gone`.
        """
        self.repository.branch(name)
        self.repository.commit()
        code, said = self.command("check")
        assert code == 0, said
        code, said = self.command("diff")
        assert code == 0, said
        first, _, rest = said.partition("\n")
        assert first.startswith("Compared with main as of 27 February 2026 (")
        assert rest == (STEPS / f"{name}.txt").read_text("utf-8")
        self.repository.merge_into_main(name)
        made = published(self.repository)
        answering = {one.removesuffix("index.html") for one in made.artefacts}
        self.addresses -= set(gone)
        assert self.addresses <= answering, self.addresses - answering
        self.addresses |= {
            one for one in answering if one.startswith(("audits/", "posters/")) and ".webp" not in one
        }
        return made


def page(made: Publication, slug: str) -> str:
    """The words of an audit's page."""
    return Html(str(made.artefacts[f"audits/{slug}/"].content)).words


def test_the_life_of_a_record(repository: Repository, command: Callable[..., tuple[int, str]]) -> None:
    """Planned, announced, published, corrected, renamed, re-audited, superseded, withdrawn."""
    life = Life(repository, command)
    write = repository.write

    write(OLD, record(TITLE, topics=TOPICS, status="planned", period=""))
    assert "This audit is planned." in page(life.step("1-planned"), OLD)

    write(OLD, record(TITLE, topics=TOPICS, status="coming-soon", period="", expected="2026-09"))
    assert "It is expected in September 2026." in page(life.step("2-coming-soon"), OLD)

    fields = {"topics": TOPICS, "period": "2017/18", "poster": "capacity poster.pdf"}
    (repository.root / "posters/capacity poster.pdf").write_bytes(samples.pdf(pages=2, words="Poster words"))
    write(OLD, record(TITLE, body=LEARNT, **fields))
    made = life.step("3-published")
    assert "Good-practice words." in page(made, OLD)
    assert "Poster words" in page(made, OLD)
    assert "posters/capacity.pdf" in made.artefacts

    fields["period"] = "2018/19"
    write(OLD, record(TITLE, body=LEARNT + MORE, **fields))
    assert "Next-step words." in page(life.step("4-corrected"), OLD)

    repository.git("mv", f"content/audits/{OLD}.md", f"content/audits/{NEW}.md")
    fields["former_slugs"] = f"[{OLD}]"
    write(NEW, record(TITLE, body=LEARNT + MORE, **fields))
    made = life.step("5-renamed")
    assert f"../{NEW}/" in Html(str(made.artefacts[f"audits/{OLD}/index.html"].content)).links

    again = {"topics": TOPICS, "period": "2020/21", "re_audit_of": NEW}
    write(LATER, record(AGAIN, body=LEARNT, **again))
    assert "Audited the same again" in page(life.step("6-re-audited"), NEW)

    write(NEW, record(TITLE, body=LEARNT + MORE, superseded_by=LATER, **fields))
    assert f"There is newer learning on this: {AGAIN}." in page(life.step("7-superseded"), NEW)

    (repository.root / "posters/capacity poster.pdf").unlink()
    why = "{on: 2026-02-20, why: The law has changed.}"
    fields |= {"status": "withdrawn", "withdrawn": why, "superseded_by": LATER, "poster": ""}
    write(NEW, record(TITLE, body=LEARNT + MORE, **fields))
    made = life.step("8-withdrawn", f"posters/{NEW}.pdf", f"posters/{OLD}.pdf")
    assert "This learning was withdrawn on 20 February 2026. The law has changed." in page(made, NEW)
    assert "Good-practice words." not in page(made, NEW)

    done = build(repository.root)
    assert done.returncode == 0, done.stderr
    for address in life.addresses:
        file = repository.root / "site" / address
        assert (file / "index.html" if address.endswith("/") else file).is_file(), address
