"""axe-core as `make verify` has it, here with every rule, those too that its makers do not trust yet."""

from __future__ import annotations

from publication.checks.axe import Findings, look_at, version

__all__ = ["VERSION", "Findings", "look_at"]

VERSION = version()
