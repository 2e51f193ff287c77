"""Which language an answer is written in: the one asked for in the address, else the one the client prefers."""

from flask import request

from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, LANGUAGES

REMEMBERED = "labour_exchange.api.language"


def language() -> str:
    """`kk`, `ru` or `en`; an unknown `lang` is answered in the preferred language, because its refusal must be readable."""
    found: str | None = request.environ.get(REMEMBERED)
    if found is None:
        # Asked for every text of an answer: a page of search results has some forty.
        asked = request.args.get("lang", "")
        found = asked if asked in LANGUAGES else request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
        request.environ[REMEMBERED] = found
    return found
