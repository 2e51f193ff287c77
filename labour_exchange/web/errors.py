"""Error pages: what happened and what to do, in the reader's language and without a word of the refused record."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Any

from flask import Flask, Response, g, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import Forbidden, HTTPException

from labour_exchange.foundation.errors import InvalidInput, Refusal, StaleVersion, TooMany
from labour_exchange.web.localisation import words

Answer = Callable[[Any], ResponseReturnValue]


@dataclass(frozen=True, slots=True)
class ErrorPage:
    """The heading of one status and its advice."""

    title: LazyString
    advice: LazyString


PAGES = {
    400: ErrorPage(_l("We could not read this request"), _l("Go back, open the page again and repeat what you did.")),
    404: ErrorPage(_l("Page not found"), _l("The address may have a mistake, the page may have moved, or you may need to sign in to see it.")),
    405: ErrorPage(_l("This page works in another way"), _l("Open the page from the menu and use the button on it.")),
    409: ErrorPage(_l("Things have changed meanwhile"), _l("Open the page again: it shows how things stand now. Then decide what to do.")),
    410: ErrorPage(_l("This page has been closed"), _l("What was here is over and will not return. You can look for something similar.")),
    413: ErrorPage(_l("The file is too large"), _l("Go back and choose a smaller file. The limit is written beside the field.")),
    422: ErrorPage(_l("This cannot be accepted as it is"), _l("Go back, correct what is named here and send it again.")),
    429: ErrorPage(_l("Too many requests"), _l("Please wait a little and try again.")),
    500: ErrorPage(_l("Something broke on our side"), _l("It is not your mistake. What you had saved is safe. Try again in a few minutes.")),
    503: ErrorPage(_l("The exchange is not available for a short time"), _l("Please try again in a few minutes.")),
}
STALE_FORM = ErrorPage(
    _l("The page was open for too long"), _l("For safety a form works for a limited time. Go back, reload the page and send it again.")
)


def error_page(status: int, *, page: ErrorPage | None = None, reason: str = "") -> Response:
    """The page of a status; `reason` is a sentence for the reader. A status without a page of its own takes its family's."""
    if status >= 500:
        # The database may be what broke: the page must not ask it who is signed in.
        g.without_actor = True
    found = page or PAGES.get(status) or PAGES[500 if status >= 500 else 400]
    return make_response(render_template("errors/error.html", page=found, status=status, reason=reason), status)


def answer_http_error(error: HTTPException) -> Response:
    """Turn an HTTP error into its page; what is forbidden does not exist for this reader."""
    if error.response is not None:
        return make_response(error.response)
    if isinstance(error, CSRFError):
        return error_page(400, page=STALE_FORM)
    status = 404 if isinstance(error, Forbidden) else error.code or 500
    response = error_page(status)
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def answer_refusal(refusal: Refusal) -> Response:
    """Turn a domain refusal that no form has shown into its page."""
    response = error_page(refusal.status, reason=_reason(refusal))
    if isinstance(refusal, TooMany):
        response.headers["Retry-After"] = str(refusal.retry_after)
    return response


def _reason(refusal: Refusal) -> str:
    """What is wrong with each field, where fields are named."""
    problems = refusal.errors if isinstance(refusal, InvalidInput) else ()
    return " ".join(words(one) for one in problems) or words(refusal)


def answer_stale(error: StaleDataError) -> Response:
    """Two people changed the same thing at the same moment: the second is told so."""
    return answer_refusal(StaleVersion())


def register(app: Flask) -> None:
    """Answer errors of pages; those under /api/ go to whoever was registered before, because the handlers are application-wide."""
    answers: tuple[tuple[type[Exception], Answer], ...] = (
        (HTTPException, answer_http_error),
        (Refusal, answer_refusal),
        (StaleDataError, answer_stale),
    )
    for kind, answer in answers:
        before = app.error_handler_spec[None][None].get(kind)
        app.register_error_handler(kind, partial(_answer_by_path, answer, before))


def _answer_by_path(answer: Answer, before: Any, error: Exception) -> ResponseReturnValue:
    chosen: Answer = before if before and request.path.startswith("/api/") else answer
    return chosen(error)
