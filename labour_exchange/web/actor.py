"""Who reads the page: the seam that sign-in fills, and a visitor until then."""

from collections.abc import Callable

from flask import Flask, current_app, g

from labour_exchange.foundation.access import VISITOR, Actor

SEAM = "labour_exchange.current_actor"


def provide_actor(app: Flask, loader: Callable[[], Actor]) -> None:
    """Let `loader` say, once per request that asks, who is signed in."""
    app.extensions[SEAM] = loader


def current_actor() -> Actor:
    """The actor of this request; a visitor while nobody provides one, and on a page about a broken database."""
    if "without_actor" in g:
        return VISITOR
    if "current_actor" not in g:
        loader = current_app.extensions.get(SEAM)
        g.current_actor = loader() if loader else VISITOR
    actor: Actor = g.current_actor
    return actor


def register(app: Flask) -> None:
    app.context_processor(lambda: {"current_actor": current_actor()})
