"""What stands at the addresses that an audit had before."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from publication.views.redirects import redirects
from views.sample_site import Html, audit, poster, site, templates

if TYPE_CHECKING:
    from publication.views.artefact import Artefact


def moved(*audits: Any, **options: Any) -> dict[str, Artefact]:
    """What the redirects of these audits are, by address."""
    of = site(*audits, **options)
    made = redirects(of, templates(of), lambda at: urljoin("https://example.org/learning/", at))
    return {artefact.address: artefact for artefact in made}


def test_each_old_address_leads_to_the_present_one() -> None:
    """The page leads on at once, says where to, and has a plain link for who must follow it by hand."""
    made = moved(audit(former_slugs=["old", "older"]))
    assert {at for at in made if at.endswith(".html")} == {
        "audits/old/index.html",
        "audits/older/index.html",
    }
    html = Html(str(made["audits/old/index.html"].content))
    [refresh] = [tag for tag in html.all("meta") if tag.get("http-equiv") == "refresh"]
    assert refresh["content"] == "0; url=../neglect/"
    assert html.links == {"../neglect/"}
    assert "It is now at Neglect." in html.words
    assert made["audits/old/index.html"].edit == "content/audits/neglect.md"


def test_search_engines_are_sent_to_the_present_address() -> None:
    """The old page asks to be left out, and names the whole present address as the one that counts."""
    html = Html(str(moved(audit(former_slugs=["old"]))["audits/old/index.html"].content))
    [canonical] = [tag for tag in html.all("link") if tag.get("rel") == "canonical"]
    assert canonical["href"] == "https://example.org/learning/audits/neglect/"
    assert {"name": "robots", "content": "noindex"} in html.all("meta")


def test_an_old_page_is_a_file_and_no_page_of_the_generator() -> None:
    """So it is in neither search nor sitemap."""
    assert all(artefact.page is None for artefact in moved(audit(former_slugs=["old"])).values())


def test_the_policy_lets_an_old_page_through() -> None:
    """Its policy is in it, and it has no script and no style of its own."""
    html = Html(str(moved(audit(former_slugs=["old"]))["audits/old/index.html"].content))
    [policy] = [tag for tag in html.all("meta") if tag.get("http-equiv") == "Content-Security-Policy"]
    assert policy["content"].startswith("default-src 'none'")
    assert not html.all("script")
    assert not html.all("style")
    assert not any("style" in attributes for _, attributes in html.tags)


def test_a_title_with_markup_is_escaped() -> None:
    """A title is text here as everywhere."""
    one = audit(former_slugs=["old"]).model_copy(update={"title": 'A & "B" <script>'})
    text = str(moved(one)["audits/old/index.html"].content)
    assert "A &amp; &#34;B&#34; &lt;script&gt;" in text
    assert "<script>" not in text


def test_the_poster_answers_at_its_old_address() -> None:
    """A link to the file in an old e-mail still opens it: the present file, whatever its kind."""
    made = moved(
        audit(former_slugs=["old"]),
        posters={"neglect": poster(download="neglect.jpg", files={"neglect.jpg": Path("x.jpg")})},
    )
    assert made["posters/old.jpg"].content == Path("x.jpg")


def test_without_a_poster_there_is_only_the_page() -> None:
    """What is coming soon may have been renamed, too."""
    made = moved(audit(status="coming-soon", former_slugs=["old"]))
    assert set(made) == {"audits/old/index.html"}


def test_without_former_names_there_is_nothing() -> None:
    """Most audits never move."""
    assert moved(audit()) == {}
