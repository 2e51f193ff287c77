"""What cases say in three languages: states, reasons, refusals."""

from labour_exchange.cases.states import CaseState, CloseReason, Standing
from labour_exchange.foundation.texts import Message, Text

STATES = {
    CaseState.OPEN: Text(kk="Жұмыс жүріп жатыр", ru="В работе", en="Open"),
    CaseState.WAITING_FOR_PERSON: Text(kk="Адамның жауабын күтуде", ru="Ждём ответа человека", en="Waiting for the person"),
    CaseState.CLOSED: Text(kk="Жабылған", ru="Закрыто", en="Closed"),
}
CLOSE_REASONS = {
    CloseReason.FOUND_WORK: Text(kk="Жұмысқа орналасты", ru="Нашёл работу", en="Found work"),
    CloseReason.LEFT_REGISTER: Text(kk="Есептен шығарылды", ru="Снят с учёта", en="Left the register"),
    CloseReason.OWN_WISH: Text(kk="Өз қалауы бойынша", ru="По собственному желанию", en="Own wish"),
    CloseReason.NO_CONTACT: Text(kk="Байланысқа шықпайды", ru="Не выходит на связь", en="Cannot be reached"),
    CloseReason.ERASED: Text(kk="Жеке деректері жойылды", ru="Персональные данные удалены", en="Personal data erased"),
    CloseReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
STANDINGS = {
    Standing.OVERDUE: Text(kk="Мерзімі өткен", ru="Просрочено", en="Overdue"),
    Standing.DUE_TODAY: Text(kk="Бүгін орындалатын", ru="На сегодня", en="Due today"),
    Standing.WAITING: Text(kk="Адамның жауабын күтуде", ru="Ждём ответа человека", en="Waiting for the person"),
    Standing.LATER: Text(kk="Кейінірек", ru="Позже", en="Later"),
}
STEP_MISSING = Message("step_missing", Text(kk="Келесі қадамды жазыңыз.", ru="Напишите следующий шаг.", en="Write the next step."))
STEP_TOO_LONG = Message(
    "step_too_long",
    Text(
        kk="Келесі қадамды {most} таңбаға дейін қысқартыңыз.",
        ru="Сократите следующий шаг до {most} знаков.",
        en="Shorten the next step to {most} characters.",
    ),
)
DUE_MISSING = Message("due_missing", Text(kk="Орындалатын күнін көрсетіңіз.", ru="Укажите срок.", en="Give the day it is due."))
DUE_PAST = Message(
    "due_past",
    Text(
        kk="Мерзімі бүгіннен ерте болмауға тиіс.",
        ru="Срок не может быть раньше сегодняшнего дня.",
        en="The day it is due must not be before today.",
    ),
)
DUE_TOO_FAR = Message(
    "due_too_far",
    Text(
        kk="Жарты жыл ішіндегі күнді көрсетіңіз.",
        ru="Укажите день в пределах полугода.",
        en="Give a day within half a year.",
    ),
)
LEAD_UNKNOWN = Message(
    "lead_unknown",
    Text(kk="Өз бөлімшеңіздің маманын таңдаңыз.", ru="Выберите специалиста своего отделения.", en="Choose a colleague of your office."),
)
NOT_REGISTERED = Message(
    "not_registered",
    Text(
        kk="Адам есепте тұрған жоқ. Алдымен оны есепке қойыңыз.",
        ru="Человек не состоит на учёте. Сначала поставьте его на учёт.",
        en="The person is not on the register. Put them on the register first.",
    ),
)
CASE_OPEN = Message(
    "case_open",
    Text(
        kk="Бұл адамның ашық жеке ісі бар. Сол істі ашып, жалғастырыңыз.",
        ru="Дело этого человека уже открыто. Откройте его и продолжайте.",
        en="This person has an open case. Open it and go on there.",
    ),
)
