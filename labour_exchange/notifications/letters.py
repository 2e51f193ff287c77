"""A message as a letter: its words put together, its headers, the link that stops further ones."""

from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from urllib.parse import urlsplit

from itsdangerous import BadSignature, URLSafeSerializer

from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.channels import Post, post
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import FAREWELL, GREETING, LETTERS, LINK_BELOW, STOP_LETTERS, Letter
from labour_exchange.notifications.texts import UNSUBSCRIBE_NOT_VALID
from labour_exchange.notifications.words.agencies import AGENCY_LETTERS
from labour_exchange.notifications.words.complaints import COMPLAINT_LETTERS
from labour_exchange.notifications.words.inspections import INSPECTION_LETTERS
from labour_exchange.notifications.words.oversight import OVERSIGHT_LETTERS
from labour_exchange.notifications.words.partners import PARTNER_LETTERS
from labour_exchange.notifications.words.programmes import PROGRAMME_LETTERS
from labour_exchange.notifications.words.standards import STANDARDS_LETTERS
from labour_exchange.notifications.words.work import WORK_LETTERS

OF_PARTS = (
    *(WORK_LETTERS, AGENCY_LETTERS, PROGRAMME_LETTERS, STANDARDS_LETTERS, OVERSIGHT_LETTERS),
    *(INSPECTION_LETTERS, PARTNER_LETTERS, COMPLAINT_LETTERS),
)
ALL_LETTERS: dict[MessageKind, Letter] = {kind: letter for letters in (LETTERS, *OF_PARTS) for kind, letter in letters.items()}


def letter_of(kind: MessageKind) -> Letter:
    return ALL_LETTERS[kind]


def written(kind: MessageKind, language: str, values: dict[str, object]) -> tuple[str, str]:
    """Subject (one line) and body in the language; a value may itself be a Text."""
    said = {name: value.in_language(language) if isinstance(value, Text) else value for name, value in values.items()}
    letter = letter_of(kind)
    subject = letter.subject.in_language(language, **said)
    return " ".join(subject.split()), letter.body.in_language(language, **said)


def as_email(message: Message, to: str, user_public_id: str | None) -> EmailMessage:
    """The letter as it is sent; its Message-ID is the same at every try, so that a mail client shows it once."""
    sender, letter = post(), letter_of(message.kind)
    email = EmailMessage()
    email["Subject"] = message.subject
    email["From"] = _sender(sender, message.language)
    email["To"] = to
    email["Date"] = format_datetime(message.created_at)
    email["Message-ID"] = f"<{message.public_id}@{urlsplit(sender.base_url).hostname or 'localhost'}>"
    email["Auto-Submitted"] = "auto-generated"
    email["Content-Language"] = message.language
    paragraphs = [GREETING.in_language(message.language), message.body]
    if message.path:
        paragraphs.append(f"{LINK_BELOW.in_language(message.language)}\n{sender.base_url}{message.path}")
    paragraphs.append(FAREWELL.in_language(message.language, site=sender.site_name.in_language(message.language)))
    if letter.topic is not Topic.ACCOUNT and user_public_id:
        stop = f"{sender.base_url}/{message.language}/unsubscribe/{unsubscribe_token(user_public_id, letter.topic)}"
        email["List-Unsubscribe"] = f"<{stop}>"
        email["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        paragraphs.append(f"{STOP_LETTERS.in_language(message.language)}\n{stop}")
    email.set_content("\n\n".join(paragraphs) + "\n")
    return email


def unsubscribe_token(user_public_id: str, topic: Topic) -> str:
    """What the link that stops letters carries: who and which topic, signed, without an end."""
    return str(_signer().dumps([user_public_id, topic.value]))


def read_unsubscribe_token(token: str) -> tuple[str, Topic]:
    """Whose letters about what are to stop. Raises Refusal(unsubscribe_not_valid)."""
    try:
        user_public_id, topic = _signer().loads(token)
        return str(user_public_id), Topic(topic)
    except (BadSignature, ValueError, TypeError):
        raise Refusal(UNSUBSCRIBE_NOT_VALID) from None


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(post().signing_key, salt="unsubscribe")


def _sender(sender: Post, language: str) -> Address:
    return Address(sender.site_name.in_language(language), addr_spec=sender.sender)
