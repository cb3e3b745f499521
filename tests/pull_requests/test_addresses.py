"""A published address does not vanish by accident: each that would is an error, where it can be mended."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from life.repository import Repository, record
from posters import samples

if TYPE_CHECKING:
    from collections.abc import Callable

    Command = Callable[..., tuple[int, list[str]]]

ALL_KEPT = (0, ["Every published address still answers."])
MEANT = "If it is meant, write in content/gone.yml, and say why:"
PAGE = '  - {address: /audits/neglect/, on: 2026-03-01, why: "...", title: "Neglect"}'
POSTER = '  - {address: /posters/neglect.pdf, on: 2026-03-01, why: "..."}'
POSTERS = '  - {address: /series/multi-agency/posters.pdf, on: 2026-03-01, why: "..."}'
YEAR = '  - {address: /years/2018-19/, on: 2026-03-01, why: "...", title: "Audits of 2018/19"}'
WITHDRAWN = {"status": "withdrawn", "withdrawn": "{on: 2026-02-01, why: The guidance has changed.}"}


def write_gone(request_of: Repository, *entries: str) -> None:
    """The file that says what is meant."""
    lines = "".join(f"{entry}\n" for entry in entries).replace('"..."', "It was published twice.")
    (request_of.root / "content/gone.yml").write_text(f"gone:\n{lines}", "utf-8")


def test_nothing_is_lost(request_of: Repository, command: Command) -> None:
    """New records, corrections and new posters take no address away."""
    request_of.write("police", record("Police"))
    request_of.write("neglect", record("Neglect", body="\n## Discussion points\n\n- Words.\n"))
    assert command("addresses") == ALL_KEPT


def test_a_record_is_removed(request_of: Repository, command: Command) -> None:
    """One message has all that goes with it, and the entries that would say that it is meant."""
    (request_of.root / "content/audits/neglect.md").unlink()
    code, said = command("addresses")
    assert code == 1
    assert said == [
        "content/audits/neglect.md: nothing would answer any more at /audits/neglect/, /posters/neglect.pdf, "
        "/series/multi-agency/posters.pdf and /years/2018-19/ (“Neglect”: its record is removed). "
        f"Put content/audits/neglect.md back. To end its learning, write in it: status: withdrawn. {MEANT}",
        PAGE,
        POSTER,
        POSTERS,
        YEAR,
        "1 error to mend.",
    ]


def test_it_is_meant(request_of: Repository, command: Command) -> None:
    """With the entries that were proposed, and a reason in each, the request passes; the summary says so."""
    (request_of.root / "content/audits/neglect.md").unlink()
    write_gone(request_of, PAGE, POSTER, POSTERS, YEAR)
    assert command("check")[0] == 0
    assert command("addresses") == ALL_KEPT
    said = command("diff")[1]
    assert "Takes off the site on purpose (4)" in said
    assert "Changes the address of: nothing." not in said
    assert not [line for line in said if "look twice" in line]


def test_a_part_of_it_is_meant(request_of: Repository, command: Command) -> None:
    """What has no entry is still an error."""
    (request_of.root / "content/audits/neglect.md").unlink()
    write_gone(request_of, PAGE, POSTERS, YEAR)
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith(
        "content/audits/neglect.md: nothing would answer any more at /posters/neglect.pdf ("
    )
    assert said[1:] == [POSTER, "1 error to mend."]


def test_a_record_is_renamed(request_of: Repository, command: Command) -> None:
    """The line that keeps the old address is told, at the new file; with it nothing is lost."""
    path = request_of.root / "content/audits/neglect.md"
    path.rename(path.with_name("neglect-again.md"))
    code, said = command("addresses")
    assert code == 1
    assert said[0] == (
        "content/audits/neglect-again.md: nothing would answer any more at /audits/neglect/ and "
        "/posters/neglect.pdf (“Neglect”: its record is removed). If content/audits/neglect-again.md is the "
        f"same audit, write in it: former_slugs: [neglect]. {MEANT}"
    )
    request_of.write("neglect-again", record("Neglect", former_slugs="[neglect]"))
    assert command("addresses") == ALL_KEPT


def test_a_former_name_is_removed(request_of: Repository, command: Command) -> None:
    """An old address is an address: it is told at the line that has the others."""
    request_of.write("neglect", record("Neglect", former_slugs="[old, older]"))
    request_of.git("switch", "--quiet", "main")
    request_of.commit()
    request_of.branch("next")
    request_of.write("neglect", record("Neglect", former_slugs="[older]"))
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith(
        "content/audits/neglect.md:7: nothing would answer any more at /audits/old/ and /posters/old.pdf "
        "(“Neglect”: an old address of it). Write in content/audits/neglect.md: former_slugs: [old, older]."
    )


def test_a_record_becomes_a_draft(request_of: Repository, command: Command) -> None:
    """It is told at the line of the status."""
    request_of.write("neglect", record("Neglect", status="draft"))
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith(
        "content/audits/neglect.md:4: nothing would answer any more at /audits/neglect/, "
    )
    assert said[0].endswith(
        "(“Neglect”: it becomes a draft). Write again: status: published. To end its learning, write: "
        f"status: withdrawn. {MEANT}"
    )


def test_a_poster_of_another_kind(request_of: Repository, command: Command) -> None:
    """The download's address ends in its kind: it is told at the line of the poster."""
    (request_of.root / "posters/a.png").write_bytes(samples.png())
    request_of.write("neglect", record("Neglect", poster="a.png", poster_text="Words."))
    code, said = command("addresses")
    assert code == 1
    assert said == [
        "content/audits/neglect.md:7: nothing would answer any more at /posters/neglect.pdf (“Neglect”: its "
        "poster). A poster keeps its address only while its kind of file (PDF, PNG or JPEG) stays the same. "
        + MEANT,
        POSTER,
        "1 error to mend.",
    ]
    write_gone(request_of, POSTER)
    assert command("check")[0] == 0
    assert command("addresses") == ALL_KEPT


def test_an_announced_audit_is_kept_back(request_of: Repository, command: Command) -> None:
    """It cannot be meant: on the day it would be there again."""
    request_of.write("soon", record("Soon", status="coming-soon", period=""))
    request_of.git("switch", "--quiet", "main")
    request_of.commit()
    request_of.branch("next")
    request_of.write("soon", record("Soon", published="2026-04-01"))
    assert command("addresses") == (
        1,
        [
            "content/audits/soon.md:7: nothing would answer any more at /audits/soon/ (“Soon”: it is kept "
            "back until 1 April 2026). Leave it coming-soon, and merge this change on the day.",
            "1 error to mend.",
        ],
    )
    write_gone(request_of, "  - {address: /audits/soon/, on: 2026-03-01, why: It comes back.}")
    assert command("check")[0] == 1


def test_a_published_audit_is_kept_back(request_of: Repository, command: Command) -> None:
    """What readers know already cannot be kept from them."""
    request_of.write("neglect", record("Neglect", published="2026-04-01"))
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith("content/audits/neglect.md:7: ")
    assert said[0].endswith("Its learning is public already: write 'published' as it was before.")


def test_a_withdrawn_audit_needs_nothing(request_of: Repository, command: Command) -> None:
    """Its poster goes with its learning, and the posters of a series in one file may go with it."""
    request_of.write("neglect", record("Neglect", **WITHDRAWN))
    assert command("addresses") == ALL_KEPT


def test_a_file_of_posters_that_goes_for_another_reason(request_of: Repository, command: Command) -> None:
    """Beside a withdrawn audit, a draft is still an accident."""
    request_of.write("police", record("Police"))
    request_of.git("switch", "--quiet", "main")
    request_of.commit()
    request_of.branch("next")
    request_of.write("neglect", record("Neglect", **WITHDRAWN))
    request_of.write("police", record("Police", status="draft"))
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith("content/audits/police.md:4: ")
    assert "/series/multi-agency/posters.pdf" in said[0]


def test_a_year_without_an_audit(request_of: Repository, command: Command) -> None:
    """A corrected period may empty a listing: it is told at that period."""
    request_of.write("neglect", record("Neglect", period="2019/20"))
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith(
        "content/audits/neglect.md:5: nothing would answer any more at /years/2018-19/ ("
    )
    assert said[1:] == [YEAR, "1 error to mend."]


def test_a_topic_is_removed(request_of: Repository, command: Command) -> None:
    """A topic's page is there as long as its word is."""
    words = request_of.root / "content/vocabulary.yml"
    words.write_text(words.read_text("utf-8").replace("  domestic-abuse: Domestic abuse\n", ""), "utf-8")
    code, said = command("addresses")
    assert code == 1
    assert said[0].startswith(
        "content/vocabulary.yml: nothing would answer any more at /topics/domestic-abuse/ (“Domestic abuse”: "
        "a listing). Put the word back: only its name may change."
    )


def test_a_hand_written_page(request_of: Repository, command: Command) -> None:
    """Removed, it is missed; moved to where its address stays the same, it is not."""
    (request_of.root / "docs/help.md").rename(request_of.root / "docs/elsewhere.md")
    code, said = command("addresses")
    assert code == 1
    assert said == [
        "docs/help.md: nothing would answer any more at /help/ (“docs/help.md”: a hand-written page). "
        f"Put docs/help.md back. {MEANT}",
        '  - {address: /help/, on: 2026-03-01, why: "..."}',
        "1 error to mend.",
    ]
    (request_of.root / "docs/help").mkdir()
    (request_of.root / "docs/elsewhere.md").rename(request_of.root / "docs/help/index.md")
    assert command("addresses") == ALL_KEPT


def test_an_entry_is_taken_out(request_of: Repository, command: Command) -> None:
    """The page that says why something is gone is an address, too; what stands there again replaces it."""
    entry = "  - {address: /audits/old/, on: 2025-01-15, why: It was published twice.}"
    write_gone(request_of, entry, "  - {address: /posters/old.pdf, on: 2025-01-15, why: It was a copy.}")
    request_of.git("switch", "--quiet", "main")
    request_of.commit()
    request_of.branch("next")
    (request_of.root / "content/gone.yml").unlink()
    assert command("addresses") == (
        1,
        [
            "content/gone.yml: nothing would answer any more at /audits/old/ (“/audits/old/”: the page that "
            "says why it is gone). Put its entry back: "
            '- {address: /audits/old/, on: 2025-01-15, why: "It was published twice."}',
            "1 error to mend.",
        ],
    )
    request_of.write("old", record("Old"))
    assert command("addresses") == ALL_KEPT


def test_the_last_audit_of_a_series(request_of: Repository, command: Command) -> None:
    """Its listing stays, and says that nothing is in it: only the audit's own addresses are missed."""
    series = request_of.root / "content/series/second.md"
    series.write_text("---\ntitle: Second\norder: 2\npalette: estuary\n---\n\nWords.\n", "utf-8")
    request_of.write("only", record("Only", series="second"))
    request_of.git("switch", "--quiet", "main")
    request_of.commit()
    request_of.branch("next")
    (request_of.root / "content/audits/only.md").unlink()
    assert command("check")[0] == 0
    code, said = command("addresses")
    assert code == 1
    assert "at /audits/only/ and /posters/only.pdf (“Only”: its record is removed)" in said[0]
    series.unlink()
    said = command("addresses")[1]
    assert [line.partition(":")[0] for line in said if line.startswith("content/")] == [
        "content/audits/only.md",
        "content/series/second.md",
    ]


def test_the_last_audit_of_all(request_of: Repository, command: Command) -> None:
    """The check says so before anything else."""
    for slug in request_of.slugs:
        (request_of.root / f"content/audits/{slug}.md").unlink()
    first = "content/audits: has no record in it. To write the first one, run: make new"
    assert command("check") == (1, [first, "1 error to mend, 0 warnings."])
    assert command("addresses") == (1, ["1 error to mend first. Each, with its line: make check"])


def test_the_vocabulary_is_removed(request_of: Repository, command: Command) -> None:
    """One message, not one for each word of each record."""
    (request_of.root / "content/vocabulary.yml").unlink()
    assert command("check") == (
        1,
        ["content/vocabulary.yml: is missing. Put the file back.", "1 error to mend, 0 warnings."],
    )
    assert command("addresses") == (1, ["1 error to mend first. Each, with its line: make check"])


@pytest.mark.parametrize("kind", ["github", "json"])
def test_for_programs(request_of: Repository, command: Command, kind: str) -> None:
    """A pull request shows the message at its line, with the entries on lines of their own."""
    request_of.write("neglect", record("Neglect", status="draft"))
    code, said = command("addresses", "--format", kind)
    assert code == 1
    if kind == "github":
        assert said[0].startswith("::error file=content/audits/neglect.md,line=4::nothing would answer")
        assert f"%0A{PAGE}%0A{POSTER}" in said[0]
    else:
        [one] = json.loads("\n".join(said[:-1]))
        assert (one["file"], one["line"], one["kind"]) == ("content/audits/neglect.md", 4, "error")


def test_a_request_on_an_old_main(request_of: Repository, command: Command) -> None:
    """What others have published on main since is not missed."""
    request_of.write("police", record("Police"))
    request_of.git("switch", "--quiet", "main")
    request_of.commit()
    request_of.git("switch", "--quiet", "request")
    assert command("addresses") == ALL_KEPT


def test_no_history(request_of: Repository, command: Command) -> None:
    """Without a version to compare with nothing is said to be well."""
    code, [said] = command("addresses", "--base", "nowhere")
    assert code == 2
    assert said.startswith("There is no branch 'nowhere' here.")


def test_a_briefing_goes_with_its_learning(request_of: Repository, command: Command) -> None:
    """Learning that is taken out of a record takes the briefing's page and file with it."""
    request_of.write("neglect", record("Neglect", body="\n## Discussion points\n\n- Words.\n"))
    request_of.commit()
    request_of.merge_into_main("request")
    request_of.branch("without")
    request_of.write("neglect", record("Neglect"))
    code, said = command("addresses")
    assert code == 1
    assert said == [
        "content/audits/neglect.md: nothing would answer any more at /audits/neglect/briefing/ and "
        "/briefings/neglect.pdf (“Neglect”: its briefing). A briefing is made of the learning. Write a "
        f"section of it again, such as: ## What worked well. {MEANT}",
        '  - {address: /audits/neglect/briefing/, on: 2026-03-01, why: "...", title: "Neglect"}',
        '  - {address: /briefings/neglect.pdf, on: 2026-03-01, why: "..."}',
        "1 error to mend.",
    ]


def test_a_withdrawn_briefing_is_not_lost(request_of: Repository, command: Command) -> None:
    """It goes with the learning, which is meant."""
    request_of.write("neglect", record("Neglect", body="\n## Discussion points\n\n- Words.\n"))
    request_of.commit()
    request_of.merge_into_main("request")
    request_of.branch("withdrawal")
    request_of.write("neglect", record("Neglect", **WITHDRAWN))
    assert command("addresses") == ALL_KEPT
