"""The sample of an audit in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from publication.audits.groups import Sample
    from publication.audits.vocabulary import Vocabulary


def sample_words(sample: Sample | None, words: Vocabulary) -> Iterator[str]:
    """What is known of the cases looked at: `9 cases`, `plans: Child in Need`, `ages 0 to 17`."""
    if sample and sample.cases is not None:
        yield f"{sample.cases} case{'' if sample.cases == 1 else 's'}"
    if sample and sample.plans:
        yield "plans: " + ", ".join(words.plans[plan] for plan in sample.plans)
    if sample and sample.ages:
        yield f"ages {sample.ages}"
