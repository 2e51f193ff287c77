"""Messages composed, delivered, held, retried, stopped."""

import logging
import socketserver
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from labour_exchange.accounts import operations as accounts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.notifications import channels, operations, queries
from labour_exchange.notifications.letters import unsubscribe_token
from labour_exchange.notifications.models import DeliveryAttempt, Message
from labour_exchange.notifications.reactions import accounts as reactions
from labour_exchange.notifications.states import MessageKind, MessageState, Topic
from tests.factories.accounts import actor_of, user
from tests.notifications.conftest import letters_in


def compose(session: Session, user_id: int, **facts: object) -> Message:
    made = operations.compose_message(session, MessageKind.APPLICATION_RECEIVED, user_id, vacancy="Cook", **facts)  # type: ignore[arg-type]
    assert made is not None
    return made


def jobs_for(session: Session, message: Message) -> int:
    wanted = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'send_message' AND (args->>'message_id')::bigint = :id")
    return int(session.execute(wanted, {"id": message.id}).scalar_one())


def test_a_message_is_a_row_first_and_a_job_in_the_same_transaction(session: Session, mailbox: Path) -> None:
    reader = user(session, language="ru")
    message = compose(session, reader.id, path="/employer/applications")
    assert (message.state, message.subject, message.path) == (MessageState.WAITING, "Новый отклик: Cook", "/ru/employer/applications")
    assert jobs_for(session, message) == 1
    assert letters_in(mailbox) == []
    stored = session.execute(text("SELECT body, subject FROM messages WHERE id = :id"), {"id": message.id}).one()
    assert not any(b"Cook" in bytes(column) for column in stored)


def test_a_letter_has_a_stable_id_a_way_out_and_its_file_name_alone_in_the_log(
    session: Session, mailbox: Path, caplog: pytest.LogCaptureFixture
) -> None:
    reader = user(session, language="kk")
    message = compose(session, reader.id, path="/employer/applications")
    with caplog.at_level(logging.DEBUG):
        operations.send_message(session, message.id)
        operations.send_message(session, message.id)
    (letter,) = letters_in(mailbox)
    assert letter["Message-ID"] == f"<{message.public_id}@exchange.example.kz>"
    assert letter["To"] == reader.email
    assert letter["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "https://exchange.example.kz/kk/employer/applications" in letter.get_content()
    assert letter["List-Unsubscribe"].strip("<>") in letter.get_content()
    assert message.state is MessageState.SENT
    assert caplog.text.count(f"{message.public_id}.eml") == 1
    assert reader.email not in caplog.text
    assert "Cook" not in caplog.text


def test_values_can_be_texts_and_cannot_break_the_headers(session: Session, mailbox: Path) -> None:
    reader = user(session, language="en")
    message = operations.compose_message(
        session,
        MessageKind.APPLICATION_ANSWERED,
        reader.id,
        vacancy="Cook\r\nBcc: x@example.kz {state.__class__}",
        state=Text(kk="ә", ru="б", en="hired"),
    )
    assert message is not None
    operations.send_message(session, message.id)
    (letter,) = letters_in(mailbox)
    assert letter["Bcc"] is None
    assert letter["Subject"] == "Answer to your application: Cook Bcc: x@example.kz {state.__class__}"
    assert "State: hired." in letter.get_content()


def test_the_same_occasion_is_told_once(session: Session, mailbox: Path) -> None:
    reader = user(session)
    compose(session, reader.id, occasion="application:1")
    assert operations.compose_message(session, MessageKind.APPLICATION_RECEIVED, reader.id, occasion="application:1", vacancy="Cook") is None
    assert session.scalar(select(func.count()).select_from(Message)) == 1


def test_a_closed_account_gets_nothing(session: Session, mailbox: Path) -> None:
    reader = user(session)
    message = compose(session, reader.id)
    accounts.close_account(session, actor_of(reader), reader)
    assert operations.compose_message(session, MessageKind.APPLICATION_RECEIVED, reader.id, vacancy="Cook") is None
    operations.send_message(session, message.id)
    assert message.state is MessageState.UNWANTED
    assert letters_in(mailbox) == []


def test_the_eleventh_letter_of_a_day_waits_for_the_next_and_account_letters_do_not(session: Session, mailbox: Path) -> None:
    reader = user(session)
    made = [compose(session, reader.id) for _number in range(12)]
    assert [message.state for message in made] == [MessageState.WAITING] * 10 + [MessageState.HELD] * 2
    assert jobs_for(session, made[11]) == 0
    urgent = operations.compose_message(session, MessageKind.PASSWORD_CHANGED, reader.id)
    assert urgent is not None
    assert urgent.state is MessageState.WAITING
    for message in made[:10]:
        operations.send_message(session, message.id)
    with clock.hold(clock.now() + timedelta(days=2)):
        operations.send_due_messages(session)
        assert [message.state for message in made[10:]] == [MessageState.WAITING] * 2
        assert [jobs_for(session, message) for message in made[10:]] == [1, 1]


def test_a_failure_is_counted_retried_later_and_given_up_in_the_end(session: Session, mailbox: Path) -> None:
    mailbox.parent.mkdir(exist_ok=True)
    mailbox.write_text("a file where the folder should be")
    reader = user(session)
    message = compose(session, reader.id)
    operations.send_message(session, message.id)
    assert (message.state, message.tries) == (MessageState.WAITING, 1)
    attempt = session.scalars(select(DeliveryAttempt)).one()
    assert (attempt.succeeded, attempt.detail.startswith("folder:")) == (False, True)
    operations.send_due_messages(session)
    assert jobs_for(session, message) == 1
    with clock.hold(clock.now() + timedelta(minutes=2)):
        operations.send_due_messages(session)
    assert jobs_for(session, message) == 2
    for _number in range(11):
        operations.send_message(session, message.id)
    assert (message.state, message.tries) == (MessageState.FAILED, 12)
    operations.send_message(session, message.id)
    assert message.tries == 12


def test_unsubscribing_stops_one_topic_and_the_message_stays_readable(session: Session, mailbox: Path) -> None:
    reader = user(session)
    assert operations.stop_letters(session, VISITOR, token=unsubscribe_token(reader.public_id, Topic.WORK)) is Topic.WORK
    message = compose(session, reader.id)
    assert message.state is MessageState.UNWANTED
    assert jobs_for(session, message) == 0
    assert queries.messages_page(session, actor_of(reader)).rows == [message]
    assert queries.wanted_topics(session, reader.id) == [Topic.VACANCIES, Topic.REMINDERS, Topic.SEARCHES, Topic.OVERSIGHT]
    operations.choose_topics(session, actor_of(reader), reader.id, wanted=[Topic.WORK])
    assert queries.wanted_topics(session, reader.id) == [Topic.WORK]


def test_forged_links_and_account_letters_are_not_stopped(session: Session, mailbox: Path) -> None:
    reader = user(session)
    # The first letter of a signature, since the last holds bits that nobody reads.
    said, signature = unsubscribe_token(reader.public_id, Topic.WORK).rsplit(".", 1)
    for token in (
        "",
        "x",
        f"{said}.{'a' if signature[0] != 'a' else 'b'}{signature[1:]}",
        unsubscribe_token("nobody", Topic.WORK),
        unsubscribe_token(reader.public_id, Topic.ACCOUNT),
    ):
        with pytest.raises(Refusal):
            operations.stop_letters(session, VISITOR, token=token)


def test_one_reads_only_ones_own_messages(session: Session, mailbox: Path) -> None:
    reader, other = user(session), user(session)
    message = compose(session, reader.id)
    assert queries.unread_messages(session, actor_of(reader)) == 1
    operations.mark_read(session, actor_of(reader), queries.message(session, actor_of(reader), message.public_id))
    assert queries.unread_messages(session, actor_of(reader)) == 0
    with pytest.raises(NotFound):
        queries.message(session, actor_of(other), message.public_id)
    assert queries.messages_page(session, actor_of(other)).rows == []


def test_a_link_in_a_letter_works_and_is_emptied_once_sent(session: Session, mailbox: Path) -> None:
    reader = user(session, email_confirmed_at=None)
    reactions.ask_to_confirm(session, {"user_id": reader.id})
    message = session.scalars(select(Message)).one()
    operations.send_message(session, message.id)
    (letter,) = letters_in(mailbox)
    secret = letter.get_content().split("/confirm/")[1].split()[0]
    assert (message.body, message.path) == ("", "")
    assert letter["List-Unsubscribe"] is None
    accounts.confirm_email(session, VISITOR, secret=secret)
    assert reader.email_confirmed_at is not None


def test_a_reset_for_nobody_writes_nothing(session: Session, mailbox: Path) -> None:
    reactions.send_reset_link(session, {"user_id": None})
    assert session.scalar(select(func.count()).select_from(Message)) == 0


def test_a_letter_to_an_address_without_account(session: Session, mailbox: Path) -> None:
    message = operations.compose_letter(session, MessageKind.IIN_REGISTERED_ALREADY, "new@example.kz", language="ru")
    assert message is not None
    operations.send_message(session, message.id)
    assert [letter["To"] for letter in letters_in(mailbox)] == ["new@example.kz"]
    with pytest.raises(ValueError, match="account"):
        operations.compose_letter(session, MessageKind.APPLICATION_RECEIVED, "new@example.kz", language="ru", vacancy="Cook")


def test_old_messages_are_forgotten(session: Session, mailbox: Path) -> None:
    compose(session, user(session).id)
    operations.compose_letter(session, MessageKind.IIN_REGISTERED_ALREADY, "new@example.kz", language="ru")
    with clock.hold(clock.now() + timedelta(days=31)):
        operations.forget_old_messages(session)
    session.flush()
    assert session.scalar(select(func.count()).select_from(Message)) == 1


class MailServer(socketserver.StreamRequestHandler):
    """As much of a mail server as one letter needs."""

    said: list[bytes] = []  # noqa: RUF012 - one server a test

    def handle(self) -> None:
        self.wfile.write(b"220 ready\r\n")
        in_letter = False
        for line in self.rfile:
            self.said.append(line)
            if in_letter:
                in_letter = line != b".\r\n"
                if not in_letter:
                    self.wfile.write(b"250 taken\r\n")
                continue
            in_letter = line.upper().startswith(b"DATA")
            refused = b"refused@" in line
            self.wfile.write(b"550 no\r\n" if refused else b"354 go on\r\n" if in_letter else b"250 ok\r\n")


def test_smtp_delivers_and_a_refusal_is_kept_as_a_code(session: Session, mailbox: Path) -> None:
    MailServer.said.clear()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        channels.use_post(replace(channels.post(), smtp_url=f"smtp://127.0.0.1:{server.server_address[1]}"))
        good, bad = compose(session, user(session).id), compose(session, user(session, email="refused@example.kz").id)
        for message in (good, bad):
            operations.send_message(session, message.id)
        server.shutdown()
    assert (good.state, session.scalars(select(DeliveryAttempt.detail)).first()) == (MessageState.SENT, "")
    assert f"Message-ID: <{good.public_id}@exchange.example.kz>\r\n".encode() in MailServer.said
    assert bad.state is MessageState.WAITING
    details = session.scalars(select(DeliveryAttempt.detail).where(DeliveryAttempt.message_id == bad.id)).all()
    assert details == ["smtp:550"]


def test_a_password_is_not_sent_over_an_open_line(session: Session, mailbox: Path) -> None:
    MailServer.said.clear()
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), MailServer) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        channels.use_post(replace(channels.post(), smtp_url=f"smtp://me:secret@127.0.0.1:{server.server_address[1]}"))
        operations.send_message(session, compose(session, user(session).id).id)
        server.shutdown()
    assert session.scalars(select(DeliveryAttempt.detail)).one() == "smtp:no_encryption"
    assert not any(b"AUTH" in line.upper() for line in MailServer.said)
