"""Whether a person reads what is sent: what machines fetch, or browsers fetch ahead, is neither remembered nor counted."""

import re

from flask import request

# Those that say what they are. Whoever pretends to be a browser is counted as one: counters are for comparing, not for billing.
_MACHINES = re.compile(
    r"bot|crawl|spider|slurp|preview|monitor|curl|wget|python|java/|go-http|headlesschrome/.*lighthouse|facebookexternalhit", re.IGNORECASE
)


def is_read_by_somebody() -> bool:
    """Not a HEAD, not fetched ahead of a click that may never come, and not by a program that says it is one."""
    ahead = " ".join(request.headers.get(name, "") for name in ("Sec-Purpose", "Purpose", "X-Moz")).lower()
    return request.method == "GET" and "prefetch" not in ahead and "prerender" not in ahead and not _MACHINES.search(request.user_agent.string)
