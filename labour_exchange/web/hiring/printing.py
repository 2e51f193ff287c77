"""Documents as PDF, where WeasyPrint is installed; everywhere else the print styles of the page do."""

from importlib.util import find_spec

from flask import Response, abort

PAPER = """
@page { size: A4; margin: 18mm 16mm }
body { font-family: "Noto Sans", "DejaVu Sans", sans-serif; font-size: 10.5pt; line-height: 1.45 }
h1 { font-size: 17pt } h2 { font-size: 12.5pt } table { border-collapse: collapse; width: 100% }
th, td { border: .5pt solid #999; padding: 1.5mm 2mm; text-align: left; vertical-align: top }
.lx-sign { margin-top: 15mm; table-layout: fixed } .lx-line { display: block; height: 10mm; border-bottom: .5pt solid #000 }
"""


def can_make_pdf() -> bool:
    return find_spec("weasyprint") is not None


def pdf_file(html: str, name: str) -> Response:
    """The document as a file; 404 where there is no WeasyPrint. Nothing outside the text is fetched."""
    if not can_make_pdf():
        abort(404)
    # Half a second to import, and installed in few places: only who wants a file waits for it.
    from weasyprint import CSS, HTML
    from weasyprint.urls import URLFetcher

    content = HTML(string=html, url_fetcher=URLFetcher(allowed_protocols=())).write_pdf(stylesheets=[CSS(string=PAPER)])
    return Response(content, mimetype="application/pdf", headers={"Content-Disposition": f'attachment; filename="{name}.pdf"'})
