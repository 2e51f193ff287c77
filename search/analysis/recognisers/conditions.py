"""All conditions of work that a text names, with the stretches they were read from."""

from dataclasses import dataclass

from search.analysis.recognisers.employment import employment_kind
from search.analysis.recognisers.experience import experience
from search.analysis.recognisers.hours import hours, remote
from search.analysis.recognisers.licences import licences
from search.analysis.recognisers.pay import pay_from
from search.analysis.recognisers.spans import Span, folded


@dataclass(frozen=True, slots=True)
class Conditions:
    """What was read; None and () mean that the text says nothing. `pay_from` is KZT a month."""

    pay_from: int | None = None
    hours: str | None = None  # full, part, shift, rotational
    remote: bool | None = None
    licences: tuple[str, ...] = ()  # categories A to E
    experience: str | None = None  # none, year_1_3, year_3_6, over_6
    spans: tuple[Span, ...] = ()
    employment_kind: str | None = None  # permanent, fixed_term, seasonal, temporary


def conditions(text: str) -> Conditions:
    """Read pay, hours, remote work, licences, experience and kind of employment; the spans do not overlap and count characters of `text`."""
    plain = folded(text)
    years, years_at = experience(plain)
    categories, categories_at = licences(plain, text)
    when, when_at = hours(plain)
    far, far_at = remote(plain)
    kind, kind_at = employment_kind(plain)
    pay, pay_at = pay_from(_blanked(plain, [*years_at, *when_at]))
    kept: list[Span] = []
    for span in (*years_at, *categories_at, *when_at, *far_at, *kind_at, *pay_at):
        if not any(span.start < other.end and other.start < span.end for other in kept):
            kept.append(span)
    return Conditions(pay, when, far, categories, years, tuple(sorted(kept)), kind)


def conditions_of_work(text: str) -> Conditions:
    """Hours, remote work, licences and experience as `conditions` reads them, without spans: for whoever knows pay and kind of employment."""
    plain = folded(text)
    return Conditions(hours=hours(plain)[0], remote=remote(plain)[0], licences=licences(plain, text)[0], experience=experience(plain)[0])


def _blanked(text: str, spans: list[Span]) -> str:
    """The same length, with what was already understood hidden from the next reader."""
    for span in spans:
        text = text[: span.start] + "#" * (span.end - span.start) + text[span.end :]
    return text
