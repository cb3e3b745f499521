"""What `mkdocs.yml` says of the site, for the commands that make its files without MkDocs."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from pathlib import Path

FILE = "mkdocs.yml"


@dataclass(frozen=True)
class Settings:
    """Where the site stands (absolute, "" where nothing is said) and who publishes it."""

    site_url: str
    publisher: str


def read_settings(root: Path) -> Settings:
    """The settings of the project in `root`; the environment goes before the file, as in a build."""
    with (root / FILE).open("rb") as file:
        told = yaml.load(file, Loader=_Loader) or {}  # noqa: S506 - a SafeLoader
    url = str(told.get("site_url") or "")
    # MkDocs ends the address in a slash, too: without one its last folder would be lost.
    return Settings(f"{url.rstrip('/')}/" if url else "", str(told.get("site_author") or ""))


class _Loader(yaml.SafeLoader):
    """MkDocs' own kinds of values: `!ENV` is followed, any other is passed over."""


def _environment(loader: yaml.SafeLoader, node: yaml.Node) -> Any:
    """`!ENV NAME`, or `!ENV [NAME, OTHER, default]`, as MkDocs reads it (pyyaml_env_tag)."""
    if isinstance(node, yaml.SequenceNode):
        *names, default = loader.construct_sequence(node)
    else:
        names, default = [loader.construct_scalar(node)], None  # type: ignore[arg-type]
    return next((os.environ[name] for name in names if name in os.environ), default)


_Loader.add_constructor("!ENV", _environment)
_Loader.add_multi_constructor("", lambda *_: None)
