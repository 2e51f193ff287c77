"""A view that does not say who may use it keeps the application from starting."""

import subprocess
import sys

import pytest

from config import ROOT, Settings
from tests.processes import environment

START = """
from labour_exchange import web
from labour_exchange.app import create_app
register = web.register
def with_one_more(app):
    register(app)
    {added}
web.register = with_one_more
create_app()
"""
DECLARED = """
    from labour_exchange.foundation.access import permits, public
    view = permits(public("look", "Nothing is behind it."))(lambda: "come in")
    app.add_url_rule("/open-door", "open_door", view)
"""
UNDECLARED = 'app.add_url_rule("/open-door", "open_door", lambda: "come in")'


@pytest.mark.parametrize(("added", "starts"), [(UNDECLARED, False), (DECLARED.strip(), True)])
def test_only_declared_views_start(settings: Settings, added: str, starts: bool) -> None:
    # A process of its own: a second application in this one would take over the jobs of the first.
    source = START.format(added=added)
    done = subprocess.run([sys.executable, "-c", source], cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=False)
    assert (done.returncode == 0) is starts, done.stderr
    assert starts or "do not declare who may use them: open_door" in done.stderr
