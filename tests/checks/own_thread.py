"""Calls that start a browser of their own, beside the one that all browser tests share."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


def in_own_thread(call: Callable[[], T]) -> T:
    """What `call` returns, called in a thread of its own: Playwright allows one browser driver in each."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(call).result()
