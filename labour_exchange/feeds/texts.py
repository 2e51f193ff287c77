"""What the feed says when it cannot go on."""

from labour_exchange.foundation.texts import Message, Text

CURSOR_TOO_OLD = Message(
    "cursor_too_old",
    Text(
        kk=(
            "Бұл белгіден кейінгі өзгерістер енді сақталмайды. "
            "/api/v1/feed/vacancies/snapshot арқылы толық көшірмені алып, ондағы cursor мәнінен жалғастырыңыз."
        ),
        ru="Изменения после этой отметки уже не хранятся. Возьмите полный снимок /api/v1/feed/vacancies/snapshot и продолжайте с его cursor.",
        en="Changes after this cursor are no longer kept. Take the snapshot at /api/v1/feed/vacancies/snapshot and go on from its cursor.",
    ),
)
