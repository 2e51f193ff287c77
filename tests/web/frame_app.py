"""A small application with the frame and a gallery of every macro: the frame's tests need no business page."""

from datetime import date

from flask import Blueprint, Flask, abort, flash, request, url_for
from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_wtf import CSRFProtect
from jinja2 import ChoiceLoader, FileSystemLoader
from wtforms import BooleanField, FileField, HiddenField, PasswordField, StringField, TextAreaField
from wtforms.validators import DataRequired, Email, Length, Optional

from labour_exchange import web
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind
from labour_exchange.foundation.errors import NOT_FOUND, Conflict, NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.web.actor import provide_actor
from labour_exchange.web.addresses import LANGUAGE_PREFIX, asked_language
from labour_exchange.web.catalogues import compile_catalogues
from labour_exchange.web.figures import Series, bar_plot, line_plot
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form, MoneyField, WholeNumberField, page_with_form

HOURS = [("full", Text("Толық күн", "Полный день", "Full day")), ("shift", Text("Ауысыммен", "Сменами", "In shifts"))]
REGIONS = [("KZ-75", Text("Алматы қаласы", "город Алматы", "Almaty city")), ("KZ-71", Text("Астана қаласы", "город Астана", "Astana city"))]
OFFICER = Actor(ActorKind.OFFICE, user_id=7, display_name="Сәуле Б.")


class GalleryForm(Form):
    """One field of every kind."""

    title = StringField("Title", [DataRequired(), Length(min=3)], description="A word or two")
    title_code = HiddenField()
    email = StringField("Email", [DataRequired(), Email()])
    secret = PasswordField("Password", [DataRequired()])
    text = TextAreaField("Text", [Optional()])
    region = ChoiceField("Region", [DataRequired()], choices=REGIONS, blank=Text("Таңдаңыз", "Выберите", "Choose"))
    hours = ChoiceField("Hours", [DataRequired()], choices=HOURS, radios=True)
    days = ChoicesField("Days", [Optional()], choices=HOURS)
    quota = BooleanField("Quota", description="For people with disabilities")
    until = DateField3("Until", [DataRequired()])
    born = DateField3("Born", [Optional()], autocomplete="bday")
    pay_from = MoneyField("From", [DataRequired()])
    pay_to = MoneyField("To", [Optional()])
    bonus = MoneyField("Bonus", [Optional()])
    posts = WholeNumberField("Posts", [DataRequired()])
    cv = FileField("File", [Optional()])


def make_app(actor: Actor = VISITOR) -> Flask:
    """The frame on a bare application, seen by `actor`."""
    app = Flask("gallery", static_folder=None)
    app.config.update(SECRET_KEY="a key for tests only, of no use elsewhere", BABEL_TRANSLATION_DIRECTORIES=compile_catalogues())
    Babel(app, default_locale="kk", locale_selector=asked_language)
    CSRFProtect(app)
    Bootstrap5(app)
    web.register(app, areas=())
    app.register_blueprint(office_pages(), url_prefix=f"{LANGUAGE_PREFIX}/office")
    app.register_blueprint(account_pages(), url_prefix=LANGUAGE_PREFIX)
    provide_actor(app, lambda: actor)
    app.jinja_loader = ChoiceLoader([app.jinja_loader, FileSystemLoader("tests/web")])
    app.register_blueprint(gallery_pages(), url_prefix=LANGUAGE_PREFIX)
    return app


def office_pages() -> Blueprint:
    """Two pages under names that stand in the office's menu."""
    pages = Blueprint("office", __name__)
    pages.add_url_rule("/queue", "queue", lambda: page_with_form("gallery/blocks.html", GalleryForm(), **figures()))
    pages.add_url_rule("/reports", "reports", lambda: page_with_form("gallery/figures.html", GalleryForm(), **figures()))
    return pages


def account_pages() -> Blueprint:
    """What the masthead links to when somebody is signed in or may sign in."""
    pages = Blueprint("accounts", __name__)
    pages.add_url_rule("/account", "account", lambda: "")
    pages.add_url_rule("/sign-in", "sign_in", lambda: "")
    pages.add_url_rule("/sign-out", "sign_out", lambda: "", methods=["POST"])
    return pages


def gallery_pages() -> Blueprint:
    pages = Blueprint("gallery", __name__)

    @pages.get("/gallery/<name>")
    def page(name: str) -> object:
        if name == "blocks":
            flash(Text("Сақталды", "Сохранено", "Saved"), "ok")
        return page_with_form(f"gallery/{name}.html", GalleryForm(), **figures())

    @pages.post("/gallery/<name>")
    def send(name: str) -> object:
        form = GalleryForm()
        form.validate()
        return page_with_form(f"gallery/{name}.html", form, **figures())

    @pages.get("/gallery/suggest")
    def suggest() -> object:
        found = [{"code": code, "label": text.in_language("en"), "note": code} for code, text in REGIONS]
        return {"items": [one for one in found if request.args["q"].lower() in one["label"].lower()]}

    @pages.get("/fail/<int:status>")
    def fail(status: int) -> object:
        if status == 500:
            raise RuntimeError("broken on purpose")
        abort(status)

    @pages.get("/refuse/<kind>")
    def refuse(kind: str) -> object:
        raise NotFound if kind == "absent" else Conflict(NOT_FOUND)

    @pages.get("/link")
    def link() -> str:
        return url_for("gallery.page", name="blocks")

    return pages


def figures() -> dict[str, object]:
    """Invented numbers for the charts and the map."""
    months = [date(2026, month, 1) for month in range(1, 13)]
    labels = [f"{day:%m.%Y}" for day in months]
    declared = [20 + place * 0.9 for place in range(12)]
    sustained = [value * 0.5 if place < 9 else None for place, value in enumerate(declared)]
    tiles = [
        {"code": f"KZ-{place}", "x": place % 6 + 1, "y": place // 6 + 1, "city": place % 7 == 3, "href": "#r" if place % 2 else "", "short": "АБВ"}
        | {"name": Text("Қарағанды", "Караганда", "Qaraghandy"), "value": None if place == 5 else 60 + place, "level": place % 5 + 1}
        for place in range(20)
    ]
    band = ([None] * 8 + [25, 25, 25, 25], [None] * 8 + [33, 34, 35, 36])
    return {
        "lines": line_plot(labels, [Series("A", declared), Series("B", [v * 0.8 for v in declared], *band), Series("C", sustained)]),
        "bars": bar_plot(labels, [Series("A", [5 + p for p in range(12)]), Series("B", [3] * 12), Series("C", [2] * 12), Series("D", [1] * 12)]),
        "tiles": tiles,
        "today": date(2026, 11, 23),
    }
