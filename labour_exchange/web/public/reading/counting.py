"""Counting what is searched and opened, without saying by whom; what machines fetch, or browsers fetch ahead, is neither remembered nor counted."""

import re
from urllib.parse import parse_qs, urlsplit

from flask import request, url_for

from labour_exchange.discovery.finders import FoundPage
from labour_exchange.discovery.questions import LONGEST_TEXT, SearchQuery
from labour_exchange.discovery.use.counters import counters
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.web.localisation import language

# Employers and offices read vacancies to keep them: only those who may want the job say something about it.
COUNTED = frozenset({ActorKind.VISITOR, ActorKind.JOBSEEKER})

# Those that say what they are. Whoever pretends to be a browser is counted as one: counters are for comparing, not for billing.
_MACHINES = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python|java/|go-http|headlesschrome/.*lighthouse|facebookexternalhit", re.IGNORECASE
)


def is_read_by_somebody() -> bool:
    """Not a HEAD, not fetched ahead of a click that may never come, and not by a program that says it is one."""
    ahead = " ".join(request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz")).lower()
    return request.method == "GET" and "prefetch" not in ahead and "prerender" not in ahead and not _is_machine()


def _is_machine() -> bool:
    return _MACHINES.search(request.user_agent.string) is not None


def count_search(actor: Actor, query: SearchQuery, page: FoundPage) -> None:
    """The first page of a search for words; further pages, other orders and filters of the same words count again, as they are asked again."""
    if query.text and not query.cursor and actor.kind in COUNTED and is_read_by_somebody():
        counters.add_search(language(), query.text, page.total)


def count_view(actor: Actor, vacancy: Vacancy) -> None:
    """A vacancy opened; when it was opened from results, also what had been searched there."""
    if actor.kind not in COUNTED or not is_read_by_somebody():
        return
    came_from = searched_before()
    counters.add_view(vacancy.id, is_from_search=came_from is not None)
    if came_from:
        counters.add_click(language(), came_from)


def count_save(actor: Actor, vacancy: Vacancy) -> None:
    """A vacancy saved that was not on the reader's list."""
    if actor.kind in COUNTED and not _is_machine():
        counters.add_save(vacancy.id)


def searched_before() -> str | None:
    """The words of the results that the reader comes from ("" when none were typed), by the browser's own referrer; None from anywhere else."""
    came_from = urlsplit(request.referrer or "")
    if f"{came_from.scheme}://{came_from.netloc}" != request.host_url.rstrip("/") or came_from.path != url_for("public.vacancies"):
        return None
    return parse_qs(came_from.query).get("q", [""])[0][:LONGEST_TEXT].strip()
