"""What is said of agencies: states of a licence, scopes of a mandate, refusals."""

from labour_exchange.agencies.states import LicenceState
from labour_exchange.foundation.texts import Message, Text

LICENCE_STATES = {
    LicenceState.APPLIED: Text(kk="Өтінім берілді", ru="Подана заявка", en="Applied for"),
    LicenceState.GRANTED: Text(kk="Күшінде", ru="Действует", en="In force"),
    LicenceState.REFUSED: Text(kk="Берілмеді", ru="Отказано", en="Refused"),
    LicenceState.SUSPENDED: Text(kk="Тоқтатыла тұрды", ru="Приостановлена", en="Suspended"),
    LicenceState.EXPIRED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
    LicenceState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозвана", en="Withdrawn"),
}
SCOPES = {
    "post": Text(kk="Бос орын жариялау", ru="Публиковать вакансии", en="Post vacancies"),
    "refer": Text(kk="Үміткер жіберу", ru="Направлять кандидатов", en="Refer candidates"),
    "answer": Text(kk="Өтінімдерге жауап беру", ru="Отвечать на отклики", en="Answer applications"),
    "report": Text(kk="Жұмысқа орналасуды мәлімдеу", ru="Сообщать о трудоустройстве", en="Report placements"),
}
BIN_WRONG = Message("bin_wrong", Text(kk="БСН 12 цифрдан тұрады.", ru="БИН состоит из 12 цифр.", en="A BIN has 12 digits."))
BIN_TAKEN = Message("bin_taken", Text(kk="Бұл агенттік қосылған.", ru="Это агентство уже подключено.", en="This agency is connected already."))
REASON_MISSING = Message(
    "reason_missing",
    Text(kk="Себебін жазыңыз: агенттік оны көреді.", ru="Напишите причину: её увидит агентство.", en="Give the reason: the agency will read it."),
)
PERIOD_WRONG = Message(
    "period_wrong",
    Text(kk="Лицензияның соңғы күні бүгіннен кейін болуға тиіс.", ru="Срок лицензии должен быть в будущем.", en="A licence must end after today."),
)
SCOPE_UNKNOWN = Message(
    "scope_unknown",
    Text(kk="Өкілеттікті тізімнен таңдаңыз.", ru="Выберите полномочия из списка.", en="Choose what the agency may do from the list."),
)
NAME_MISSING = Message(
    "name_missing",
    Text(kk="Агенттіктің атауын жазыңыз.", ru="Напишите название агентства.", en="Write the name of the agency."),
)
REGION_UNKNOWN = Message(
    "region_unknown", Text(kk="Өңірді тізімнен таңдаңыз.", ru="Выберите регион из списка.", en="Choose the region from the list.")
)
LICENCE_MISSING = Message(
    "licence_missing", Text(kk="Лицензияның нөмірін жазыңыз.", ru="Укажите номер лицензии.", en="Give the number of the licence.")
)
LICENCE_TAKEN = Message(
    "licence_taken",
    Text(
        kk="Бұл нөмірлі лицензия басқа агенттікке жазылған.",
        ru="Лицензия с этим номером записана за другим агентством.",
        en="The licence of this number belongs to another agency.",
    ),
)
MANDATE_PERIOD_WRONG = Message(
    "mandate_period_wrong",
    Text(
        kk="Соңғы күн бүгіннен ерте болмауға тиіс.",
        ru="Последний день не может быть раньше сегодняшнего.",
        en="The last day must not be before today.",
    ),
)
MANDATE_OPEN = Message(
    "mandate_open",
    Text(
        kk="Бұл агенттікте сіз берген өкілеттік бар. Өзгерту үшін алдымен оны қайтарып алыңыз.",
        ru="У этого агентства уже есть ваши полномочия. Чтобы изменить их, сначала отзовите прежние.",
        en="This agency has a mandate of yours already. To change it, withdraw that one first.",
    ),
)
