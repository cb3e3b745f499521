"""Actions across audits: by status, each with the audit that led to it."""

from __future__ import annotations

from publication.views.actions import actions_page, agreed_actions
from views.sample_site import Html, audit, site, templates


def test_by_status() -> None:
    """What is to do comes first, what is done says what it changed."""
    of = site(
        audit(actions=[{"what": "Train people", "status": "done", "impact": "They ask."}]),
        audit("b", title="Beta", actions=[{"what": "Look again"}]),
    )
    page = actions_page(of, templates(of))
    html = Html(str(page.content))
    assert "To do 1 Look again To do After Beta" in html.words
    assert "In progress 0 No action is here at the moment." in html.words
    assert "By audit" in html.words
    assert "Neglect : actions 1 of 1 done" in html.words
    assert "Beta : actions 0 of 1 done" in html.words
    assert "Done 1 Train people Done What changed: They ask. After Neglect" in html.words
    assert page.page
    assert page.page.description == "2 actions agreed after audits: 1 to do, 0 in progress, 1 done."


def test_nothing_to_show() -> None:
    """The page says so in words; a withdrawn audit's actions are withdrawn with it."""
    gone = audit(status="withdrawn", withdrawn={"on": "2026-01-01", "why": "Old."}, actions=[{"what": "Old"}])
    of = site(gone)
    assert agreed_actions(of) == []
    assert "No actions have been published yet." in Html(str(actions_page(of, templates(of)).content)).words
