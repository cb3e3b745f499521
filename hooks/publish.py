"""MkDocs calls these, in this order. The only file that knows MkDocs; the work is in `publication`.

    on_startup       serve or build: only a preview may show drafts, and go on when something is wrong
    on_config        content -> validated catalogue -> posters -> artefacts, all before MkDocs looks at a file
    on_files         artefacts become files of the site; of other files only pages and assets are published
    on_env           the theme's own files that the skeleton links to
    on_page_markdown a generated page gets its title; a hand-written one gives its ::: lines up to views
    on_page_content  a generated page gives search what it is found by; a hand-written one gets its views
    on_page_context  the skeleton gets the generated page's main part, and what machines read in its head
    on_post_build    the posters' files join the site; every link of the site leads somewhere
    on_build_error   a preview that cannot even start says why in plain words
    on_serve         from now on a preview shows what is to be mended, and follows edits faster

What is wrong is logged, by MkDocs and by us. For a build that is all; a preview collects it from the log.
The package is imported here, at the top: this folder is on `sys.path` only while this file executes.
"""

from __future__ import annotations

import logging
import os
import re
import shutil
import socket
import sys
import time
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_build_datetime
from watchdog.observers.polling import PollingObserver

from publication.audits.problem import InvalidContentError
from publication.audits.publisher import SITE_URL
from publication.build import CACHE, COMPILED, Publication, publish
from publication.checks.built import BuiltSite
from publication.checks.links import broken_links
from publication.checks.sources import Sources
from publication.guard.files import is_asset, is_page
from publication.posters.collection import FOLDER as POSTERS
from publication.posters.progress import progress_on
from publication.preview.complaints import Complaints
from publication.preview.problems import mishap, problems_page
from publication.preview.server import PAGE, Preview, loaded_code, outdated
from publication.views import embedding
from publication.views.site import compiled_templates

if TYPE_CHECKING:
    from collections.abc import Callable

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from publication.audits.publisher import Publisher

log = logging.getLogger("mkdocs.hooks.publication")

USED_OF_THEME = re.compile(r"assets/(?:stylesheets/main|javascripts/workers/search)\.[\w.]+\.(?:css|js)")
"""Parts of Material that our skeleton (`overrides/main.html`) has a use for."""

EDIT = "edit/main/"
"""Where GitHub edits a file, below the repository's address."""

LOOK_EVERY = 0.2
"""Seconds between two looks at the files, in a preview. MkDocs' half a second is felt."""

CODE = loaded_code(Path(__file__))

state: dict[str, Any] = {"is_preview": False}


def on_startup(command: str, dirty: bool) -> None:
    state["is_preview"] = command == "serve"
    if state["is_preview"]:
        state["complaints"] = Complaints()
        logging.getLogger("mkdocs").addHandler(state["complaints"])
        logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)
        for name in ("build", "serve"):
            logging.getLogger(f"mkdocs.commands.{name}").setLevel(logging.WARNING)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if state["is_preview"] and "preview" not in state:
        claim(*config.dev_addr)
    environment = dict(os.environ)
    if state["is_preview"]:
        environment[SITE_URL] = config.site_url or "/"  # where MkDocs serves it
    try:
        state["publication"] = publish(
            Path(config.config_file_path).parent,
            today=get_build_datetime().date(),
            is_preview=state["is_preview"],
            environment=environment,
            say=log.info,
            progress=progress_on(sys.stderr) if log.isEnabledFor(logging.INFO) else None,
        )
    except InvalidContentError as error:
        for problem in error.problems:
            log.error(problem)
        if not state["is_preview"]:
            raise Abort(f"Nothing was built: {len(error.problems)} to mend.") from None
        state["publication"] = None
        config.nav = None
        return config
    name(config, state["publication"].publisher)
    config.extra["is_preview"] = state["is_preview"]
    config.extra["has_actions"] = state["publication"].has_actions
    return config


def name(config: MkDocsConfig, publisher: Publisher) -> None:
    """Tell MkDocs who publishes, what the site is called, and where it and its source are."""
    config.site_name = publisher.site_name
    config.site_description = publisher.description
    config.site_author = config.copyright = publisher.name
    config.site_url = publisher.addresses.site
    config.repo_url = publisher.addresses.repository
    config.edit_uri = EDIT if config.repo_url else None
    config.nav = [{publisher.site_name: one} if one == "index.md" else one for one in config.nav or ()]


def on_files(files: Files, config: MkDocsConfig) -> Files:
    publication: Publication | None = state["publication"]
    for file in list(files):
        if not is_published(file, config):
            files.remove(file)
    if publication is None:
        for file in files.documentation_pages():
            files.remove(file)
        return files
    in_nav = {next(iter(entry.values())) for entry in config.nav or ()}
    for address, artefact in publication.artefacts.items():
        if isinstance(artefact.content, Path):
            continue
        source = f"{address}index.md" if artefact.page else address
        file = File.generated(config, source, content="" if artefact.page else artefact.content)
        file.inclusion = InclusionLevel.INCLUDED if source in in_nav else InclusionLevel.NOT_IN_NAV
        file.edit_uri = artefact.edit or None
        files.append(file)
    for file in files.documentation_pages():
        if file.generated_by is None:
            file.edit_uri = f"docs/{file.src_uri}"
    return files


def is_published(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that was found is a page or an asset of ours, or a part of the theme that is used."""
    if file.src_dir == config.docs_dir:
        return is_page(file.src_uri)
    if file.src_dir == config.theme.custom_dir:
        return is_asset(file.src_uri)
    return USED_OF_THEME.fullmatch(file.src_uri) is not None


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    env.bytecode_cache = compiled_templates(Path(config.config_file_path).parent / CACHE / COMPILED)
    paths = [file.src_uri for file in files]
    env.globals["stylesheet_of_theme"] = next(path for path in paths if "/stylesheets/main." in path)
    env.globals["search_worker"] = next(path for path in paths if "/workers/search." in path)
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    publication: Publication = state["publication"]
    artefact = publication.artefacts.get(page.url)
    if artefact is None or artefact.page is None:
        above = page.file.content_string.count("\n") - markdown.count("\n")  # lines of front matter
        markdown, problems = embedding.mark(markdown, f"docs/{page.file.src_uri}", publication.embedded)
        for problem in problems:
            log.error(replace(problem, line=problem.line + above))
        if problems and not state["is_preview"]:
            raise Abort("Nothing was built.")
        return markdown
    page.meta = {
        "title": artefact.page.title,
        "description": artefact.page.description,
        "search": {"exclude": not artefact.page.searched},
        "is_unlisted": artefact.page.is_unlisted,
        "tags": list(artefact.page.search_tags),
        "modified": publication.heads.of(page.url).modified,
    }
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    publication: Publication = state["publication"]
    artefact = publication.artefacts.get(page.url)
    if artefact is None or artefact.page is None:
        return embedding.fill(html, page.url, publication.embedded)
    return artefact.page.searched


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    publication: Publication = state["publication"]
    artefact = publication.artefacts.get(page.url)
    context["main"] = artefact.content if artefact else ""
    context["head"] = publication.heads.of(page.url)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    publication: Publication | None = state["publication"]
    if publication is None:
        return
    for address, artefact in publication.artefacts.items():
        if isinstance(artefact.content, Path):
            place(artefact.content, Path(config.site_dir, address))
    root = Path(config.config_file_path).parent
    sources = Sources(root, publication.heads.site.catalogue)
    for problem in broken_links(BuiltSite(Path(config.site_dir)), sources, config.site_url or ""):
        log.warning(problem)


def on_build_error(error: Exception) -> None:
    if state["is_preview"] and "preview" not in state and not isinstance(error, Abort):
        raise Abort(f"The preview cannot start. {mishap(error, Path.cwd())}") from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    root = Path(config.config_file_path).parent
    preview = state["preview"] = Preview(server.mount_path)
    complaints: Complaints = state["complaints"]

    def build_again() -> None:
        started = time.monotonic()
        complaints.found.clear()
        try:
            for problem in outdated(CODE, root):
                log.error(problem)
            if not complaints.found:
                builder()
        except Exception as error:  # else the browser would wait for ever
            if not (isinstance(error, Abort) and complaints.found):
                complaints.found.clear()
                log.error(mishap(error, root))
        show()
        if not preview.problems:
            log.info(f"Up to date again, {time.monotonic() - started:.1f} s.")

    def show() -> None:
        preview.problems = complaints.problems()
        if preview.problems:
            page = problems_page(preview.problems, server.mount_path)
            Path(server.root, PAGE).write_text(page, "utf-8")
            log.info("The preview shows what is to be mended, and goes on by itself when it is.")

    server.builder = build_again
    server.set_app(preview.over(server.serve_request))
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    for path in (*watched, *(str(folder) for folder in (root / POSTERS,) if folder.is_dir())):
        server.watch(path)
    show()
    log.info(f"Look at {server.url} and leave this running: it follows every edit. Ctrl+C ends it.")
    return server


def claim(host: str, port: int) -> None:
    """Abort, before any work is done, where the server could not stand."""
    try:
        socket.create_server((host, port)).close()
    except OSError:
        another = f"End that one, or choose another: make serve PORT={port + 1}"
        raise Abort(f"Port {port} is taken, perhaps by another preview. {another}") from None


def place(source: Path, target: Path) -> None:
    """Hard-link a file of the cache into the site, or copy it where the file system has no such links."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
