"""Which language an answer is written in: the one asked for in the address, else the one the client prefers."""

from flask import g, request

from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, LANGUAGES


def language() -> str:
    """`kk`, `ru` or `en`; an unknown `lang` is answered in the preferred language, because its refusal must be readable."""
    if "api_language" not in g:
        # Asked for every text of an answer: a page of search results has some forty.
        asked = request.args.get("lang", "")
        g.api_language = asked if asked in LANGUAGES else request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
    found: str = g.api_language
    return found
