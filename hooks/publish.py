"""MkDocs calls these, in this order. The only file that knows MkDocs; the work is in `publication`.

    on_startup       serve or build: only a preview may show drafts, and go on when something is wrong
    on_config        content -> validated catalogue -> posters -> artefacts, all before MkDocs looks at a file
    on_files         artefacts become files of the site; of others only pages and assets are published
    on_env           where the theme's search is
    on_page_markdown a generated page gets its title
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
import shutil
import socket
import sys
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import Abort
from mkdocs.structure.files import File, InclusionLevel
from mkdocs.utils import get_build_datetime
from watchdog.observers.polling import PollingObserver

from publication.audits.problem import InvalidContentError, Problem
from publication.audits.publisher import SITE_URL
from publication.build import CACHE, COMPILED, Publication, publish
from publication.checks.built import BuiltSite
from publication.checks.links import broken_links
from publication.checks.sources import Sources
from publication.guard.files import is_asset, is_page
from publication.posters.collection import FOLDER as POSTERS
from publication.posters.progress import progress_on
from publication.preview.complaints import Complaints
from publication.preview.problems import mishap
from publication.preview.server import Preview, loaded_code
from publication.preview.session import Session
from publication.views import embedding, styles
from publication.views.site import compiled_templates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    import jinja2
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.files import Files
    from mkdocs.structure.nav import Navigation
    from mkdocs.structure.pages import Page

    from publication.audits.publisher import Publisher

log = logging.getLogger("mkdocs.hooks.publication")

SEARCH_WORKER = "assets/javascripts/workers/search.*.min.js"
"""The one file of Material that reaches readers: all else of the theme stays behind."""

EDIT = "edit/main/"
"""Where GitHub edits a file, below the repository's address."""

LOOK_EVERY = 0.2
"""Seconds between two looks at the files, in a preview. MkDocs' half a second is felt."""

CODE = loaded_code(Path(__file__))


@dataclass
class State:
    """What one event leaves for those after it."""

    is_preview: bool = False
    complaints: Complaints = field(default_factory=Complaints)
    preview: Preview | None = None
    """None until its first build is done, and where there is no preview."""
    publication: Publication | None = None
    """Of the last build; None where the content has to be mended first."""

    @property
    def published(self) -> Publication:
        """The publication, for events that come only where there is one."""
        assert self.publication is not None
        return self.publication


state = State()


def on_startup(command: str, dirty: bool) -> None:
    state.is_preview = command == "serve"
    if state.is_preview:
        logging.getLogger("mkdocs").addHandler(state.complaints)
        logging.getLogger("mkdocs.livereload").setLevel(logging.CRITICAL)
        for name in ("build", "serve"):
            logging.getLogger(f"mkdocs.commands.{name}").setLevel(logging.WARNING)


def on_config(config: MkDocsConfig) -> MkDocsConfig:
    if state.is_preview and state.preview is None:
        claim(*config.dev_addr)
    environment = dict(os.environ)
    if state.is_preview:
        environment[SITE_URL] = config.site_url or "/"  # where MkDocs serves it
    try:
        state.publication = publish(
            Path(config.config_file_path).parent,
            today=get_build_datetime().date(),
            is_preview=state.is_preview,
            environment=environment,
            say=log.info,
            progress=progress_on(sys.stderr) if log.isEnabledFor(logging.INFO) else None,
        )
    except InvalidContentError as error:
        for problem in error.problems:
            log.error(problem)
        if not state.is_preview:
            raise Abort(f"Nothing was built: {len(error.problems)} to mend.") from None
        state.publication = None
        config.nav = None
        return config
    name(config, state.publication.publisher)
    config.markdown_extensions.append(embedding.EmbeddedViews())  # type: ignore[arg-type] # Markdown takes both
    config.extra["is_preview"] = state.is_preview
    config.extra["has_actions"] = state.publication.has_actions
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
    publication, in_nav = state.publication, set(paths_of(config.nav))
    for file in list(files):
        if not is_published(file, config) or (publication is None and file.is_documentation_page()):
            files.remove(file)
    for artefact in publication.artefacts.values() if publication else styles.sheets():
        if isinstance(artefact.content, Path):
            continue
        source = f"{artefact.address}index.md" if artefact.page else artefact.address
        file = File.generated(config, source, content="" if artefact.page else artefact.content)
        file.inclusion = InclusionLevel.INCLUDED if source in in_nav else InclusionLevel.NOT_IN_NAV
        file.edit_uri = artefact.edit or None
        files.append(file)
    for file in files.documentation_pages():
        if file.generated_by is None:
            file.edit_uri = f"docs/{file.src_uri}"
    return files


def is_published(file: File, config: MkDocsConfig) -> bool:
    """Whether a file that was found is a page or an asset of ours, or the theme's search."""
    if file.src_dir == config.docs_dir:
        return is_page(file.src_uri)
    if file.src_dir == config.theme.custom_dir:
        return is_asset(file.src_uri) and not file.src_uri.startswith(styles.ADDRESS)
    return fnmatch(file.src_uri, SEARCH_WORKER)


def paths_of(nav: Any) -> Iterator[str]:
    """Every path in a navigation. An entry is a path, or a title with a path or with entries of its own."""
    if isinstance(nav, str):
        yield nav
    elif nav:
        for entry in nav.values() if isinstance(nav, dict) else nav:
            yield from paths_of(entry)


def on_env(env: jinja2.Environment, config: MkDocsConfig, files: Files) -> jinja2.Environment:
    env.bytecode_cache = compiled_templates(Path(config.config_file_path).parent / CACHE / COMPILED)
    paths = (file.src_uri for file in files)
    env.globals["search_worker"] = next(path for path in paths if fnmatch(path, SEARCH_WORKER))
    return env


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    artefact = state.published.artefacts.get(page.url)
    if artefact is None or artefact.page is None:
        return markdown
    page.meta = {
        "title": artefact.page.title,
        "description": artefact.page.description,
        "search": {"exclude": not artefact.page.searched},
        "is_unlisted": artefact.page.is_unlisted,
        "tags": list(artefact.page.search_tags),
        "modified": state.published.heads.of(page.url).modified,
    }
    return ""


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    artefact = state.published.artefacts.get(page.url)
    if artefact and artefact.page:
        return artefact.page.searched
    html, unknown = embedding.fill(html, page.url, state.published.embedded)
    above = page.file.content_string.count("\n") - (page.markdown or "").count("\n")  # lines of front matter
    for one in unknown:
        log.error(Problem(f"docs/{page.file.src_uri}", one.line + above, one.said))
    if unknown and not state.is_preview:
        raise Abort("Nothing was built.")
    return html


def on_page_context(
    context: dict[str, Any], page: Page, config: MkDocsConfig, nav: Navigation
) -> dict[str, Any]:
    artefact = state.published.artefacts.get(page.url)
    context["main"] = artefact.content if artefact else ""
    context["head"] = state.published.heads.of(page.url)
    return context


def on_post_build(config: MkDocsConfig) -> None:
    if state.publication is None:
        return
    for address, artefact in state.publication.artefacts.items():
        if isinstance(artefact.content, Path):
            place(artefact.content, Path(config.site_dir, address))
    root = Path(config.config_file_path).parent
    sources = Sources(root, state.publication.heads.site.catalogue)
    for problem in broken_links(BuiltSite(Path(config.site_dir)), sources, config.site_url or ""):
        log.warning(problem)


def on_build_error(error: Exception) -> None:
    if state.is_preview and state.preview is None and not isinstance(error, Abort):
        raise Abort(f"The preview cannot start. {mishap(error, Path.cwd())}") from None


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: Callable[[], None]) -> LiveReloadServer:
    root = Path(config.config_file_path).parent
    state.preview = Preview(server.mount_path)
    session = Session(root, Path(server.root), state.preview, state.complaints, CODE, log)
    server.builder = lambda: session.build_again(builder, Abort)
    server.set_app(state.preview.over(server.serve_request))
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=LOOK_EVERY)
    for path in (*watched, *(str(folder) for folder in (root / POSTERS,) if folder.is_dir())):
        server.watch(path)
    session.show()
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
