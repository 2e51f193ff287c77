"""All conditions of work that a text names, with the stretches they were read from."""

from dataclasses import dataclass

from search.analysis.recognisers import wishes
from search.analysis.recognisers.employment import employment_kind
from search.analysis.recognisers.experience import experience
from search.analysis.recognisers.hours import hours, remote
from search.analysis.recognisers.licences import licences
from search.analysis.recognisers.pay import pay_from
from search.analysis.recognisers.spans import Span, folded


@dataclass(frozen=True, slots=True)
class Conditions:
    """What was read; None and () mean that the text says nothing. `pay_from` is KZT a month.

    The last four are read in queries only: a place under the quota, the ISCED level that the asker does not go beyond, near where the asker lives,
    from the employer itself.
    """

    pay_from: int | None = None
    hours: str | None = None  # full, part, shift, rotational
    remote: bool | None = None
    licences: tuple[str, ...] = ()  # categories A to E
    experience: str | None = None  # none, year_1_3, year_3_6, over_6
    spans: tuple[Span, ...] = ()
    employment_kind: str | None = None  # permanent, fixed_term, seasonal, temporary
    not_hours: tuple[str, ...] = ()
    quota: bool | None = None
    education_max: int | None = None
    is_near_home: bool = False
    is_direct: bool = False


def conditions(text: str) -> Conditions:
    """Read pay, hours, remote work, licences, experience and kind of employment; the spans do not overlap and count characters of `text`."""
    plain = folded(text)
    years, years_at = experience(plain)
    categories, categories_at = licences(plain, text)
    when, not_when, when_at = hours(plain)
    far, far_at = remote(plain)
    kind, kind_at = employment_kind(plain)
    pay, pay_at = pay_from(_blanked(plain, [*years_at, *when_at]))
    spans = _apart(*years_at, *categories_at, *when_at, *far_at, *kind_at, *pay_at)
    return Conditions(pay, when, far, categories, years, spans, kind, not_when)


def asked(text: str) -> Conditions:
    """The same of a query: also what only somebody who searches writes so ("больше 500 тысяч", "ночью", "рядом с домом", "для инвалидов")."""
    plain = folded(text)
    near, near_at = wishes.near_home(plain)
    plain = _blanked(plain, near_at)
    is_direct, direct_at = wishes.direct(plain)
    plain = _blanked(plain, direct_at)
    quota, quota_at = wishes.quota(plain)
    level, level_at = wishes.education_missing(plain)
    years, years_at = experience(plain)
    if years is None:
        years, years_at = wishes.beginner(plain)
    categories, categories_at = licences(plain, text)
    when, not_when, when_at = hours(plain, wishes.HOURS)
    far, far_at = remote(plain, wishes.REMOTE)
    kind, kind_at = employment_kind(plain)
    if kind is None:
        kind, kind_at = wishes.season(plain)
    pay, pay_at = pay_from(_blanked(plain, [*years_at, *when_at]), is_asked=True)
    spans = _apart(*near_at, *direct_at, *quota_at, *level_at, *years_at, *categories_at, *when_at, *far_at, *kind_at, *pay_at)
    return Conditions(pay, when, far, categories, years, spans, kind, not_when, quota, level, near, is_direct)


def _apart(*spans: Span) -> tuple[Span, ...]:
    """In order, without those that overlap one before."""
    kept: list[Span] = []
    for span in spans:
        if not any(span.start < other.end and other.start < span.end for other in kept):
            kept.append(span)
    return tuple(sorted(kept))


def conditions_of_work(text: str) -> Conditions:
    """Hours, remote work, licences and experience as `conditions` reads them, without spans: for whoever knows pay and kind of employment."""
    plain = folded(text)
    return Conditions(hours=hours(plain)[0], remote=remote(plain)[0], licences=licences(plain, text)[0], experience=experience(plain)[0])


def _blanked(text: str, spans: list[Span]) -> str:
    """The same length, with what was already understood hidden from the next reader."""
    for span in spans:
        text = text[: span.start] + "#" * (span.end - span.start) + text[span.end :]
    return text
