"""Open data: the daily files, the addresses for programs, and the terms."""

from flask import Response, current_app, render_template, send_file, url_for

from labour_exchange.feeds import files
from labour_exchange.feeds.access import READ_OPEN_DATA
from labour_exchange.foundation.access import permits
from labour_exchange.web.addresses import base_url
from labour_exchange.web.localisation import number
from labour_exchange.web.public.blueprint import blueprint

LICENCE = "Creative Commons Attribution 4.0 International (CC BY 4.0)"
LICENCE_HREF = "https://creativecommons.org/licenses/by/4.0/"
KINDS = {"ndjson": "NDJSON", "csv": "CSV"}


@blueprint.get("/open-data")
@permits(READ_OPEN_DATA)
def open_data() -> str:
    """What can be taken without a key, and on which terms."""
    rows = [(one.day, KINDS[one.format], url_for("public.open_data_file", name=one.name), _kilobytes(one.size)) for one in files.kept_files()]
    return render_template(
        "public/open_data.html", rows=rows, addresses=_addresses(), licence=LICENCE, licence_href=LICENCE_HREF, days=files.KEPT_DAYS
    )


@blueprint.get("/open-data/<name>")
@permits(READ_OPEN_DATA)
def open_data_file(name: str) -> Response:
    """One file; it never changes, so it may be kept for a day."""
    path = files.path_of(name)
    answer = send_file(path, "application/gzip", as_attachment=True, download_name=name, conditional=True, max_age=86_400)
    answer.headers["Cache-Control"] = "public, max-age=86400"
    return answer


def _addresses() -> dict[str, str]:
    base = base_url()
    return {
        "feed": f"{base}/api/v1/feed/vacancies",
        "snapshot": f"{base}/api/v1/feed/vacancies/snapshot",
        "changes": f"{base}/api/v1/exchange/vacancies/changes",
        "atom": base + url_for("public.feed"),
        "sitemap": f"{base}/sitemap.xml",
        "documentation": f"{base}/api/v1/docs" if "api.docs" in current_app.view_functions else "",
    }


def _kilobytes(size: int) -> str:
    return number(-(-size // 1024))
