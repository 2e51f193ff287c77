"""Which language an answer is written in: the one asked for in the address, else the one the client prefers."""

from flask import request

from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, LANGUAGES


def language() -> str:
    """`kk`, `ru` or `en`; an unknown `lang` is answered in the preferred language, because its refusal must be readable."""
    asked = request.args.get("lang", "")
    return asked if asked in LANGUAGES else request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
