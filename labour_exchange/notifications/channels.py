"""How a letter leaves the house: through a mail server, or as a file in a folder."""

import logging
import os
import smtplib
import ssl
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage
from pathlib import Path
from urllib.parse import unquote, urlsplit

from config import Settings
from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import Channel

log = logging.getLogger(__name__)
TIMEOUT = 10  # Seconds.


@dataclass(frozen=True, slots=True)
class Post:
    """Where letters go and who signs them. Without `smtp_url` (smtp://, smtps://, user and password in it) they become files in `folder`."""

    folder: Path
    sender: str
    base_url: str
    site_name: Text
    signing_key: str = field(repr=False)
    smtp_url: str = field(default="", repr=False)

    @property
    def channel(self) -> Channel:
        return Channel.SMTP if self.smtp_url else Channel.FOLDER


class NotDelivered(Exception):
    """The letter did not leave; `detail` is a code without personal data."""

    def __init__(self, detail: str) -> None:
        super().__init__(detail)
        self.detail = detail


_post: list[Post] = []


def use_post(post: Post) -> None:
    """Set how this process sends letters."""
    _post[:] = [post]


def configure(settings: Settings) -> None:
    """Send letters as the settings say; called once, by the application."""
    use_post(
        Post(
            folder=settings.instance_dir / "mail",
            sender=settings.mail_from,
            base_url=settings.base_url.rstrip("/"),
            site_name=Text(kk=settings.site_name_kk, ru=settings.site_name_ru, en=settings.site_name_en),
            signing_key=settings.secret_key,
            smtp_url=settings.smtp_url,
        )
    )


def post() -> Post:
    return _post[0]


def deliver(letter: EmailMessage, name: str) -> None:
    """Send the letter or write it to `name`.eml; raises NotDelivered. Only the file's name is logged."""
    if post().channel is Channel.SMTP:
        _send(letter, post().smtp_url)
    else:
        _write(letter, post().folder, name)


def _write(letter: EmailMessage, folder: Path, name: str) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        draft = folder / f".{name}.{os.getpid()}"
        draft.write_bytes(letter.as_bytes())
        draft.replace(folder / f"{name}.eml")
    except OSError as problem:
        raise NotDelivered(f"folder:{problem.errno}") from None
    log.info("letter written: %s.eml", name)


def _send(letter: EmailMessage, url: str) -> None:
    try:
        server = _signed_in(url)
        try:
            server.send_message(letter)
        finally:
            # The letter was taken or refused before this: how the farewell goes changes nothing.
            with suppress(smtplib.SMTPException, OSError):
                server.quit()
    except smtplib.SMTPRecipientsRefused as problem:
        codes = sorted({code for code, _words in problem.recipients.values()})
        raise NotDelivered(f"smtp:{codes[0]}") from None
    except smtplib.SMTPResponseException as problem:
        raise NotDelivered(f"smtp:{problem.smtp_code}") from None
    except (smtplib.SMTPException, OSError) as problem:
        raise NotDelivered(f"smtp:{type(problem).__name__}") from None


def _signed_in(url: str) -> smtplib.SMTP:
    """A line to the mail server, encrypted where it can be; a password is never said on an open one."""
    place = urlsplit(url)
    host, context = place.hostname or "localhost", ssl.create_default_context()
    if place.scheme == "smtps":
        server: smtplib.SMTP = smtplib.SMTP_SSL(host, place.port or 465, timeout=TIMEOUT, context=context)
    else:
        server = smtplib.SMTP(host, place.port or 25, timeout=TIMEOUT)
    is_encrypted = place.scheme == "smtps" or _encrypted(server, context)
    if place.username:
        if not is_encrypted:
            server.close()
            raise NotDelivered("smtp:no_encryption")
        server.login(unquote(place.username), unquote(place.password or ""))
    return server


def _encrypted(server: smtplib.SMTP, context: ssl.SSLContext) -> bool:
    server.ehlo()
    if server.has_extn("starttls"):
        server.starttls(context=context)
        return True
    return False
