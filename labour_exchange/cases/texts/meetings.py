"""What the contact log and appointments say in three languages."""

from labour_exchange.cases.states import AppointmentState, ContactChannel
from labour_exchange.foundation.texts import Message, Text

CHANNELS = {
    ContactChannel.VISIT: Text(kk="Келіп кетті", ru="Визит", en="Visit"),
    ContactChannel.PHONE: Text(kk="Телефон", ru="Телефон", en="Phone"),
    ContactChannel.MESSAGE: Text(kk="Хабарлама", ru="Сообщение", en="Message"),
    ContactChannel.LETTER: Text(kk="Хат", ru="Письмо", en="Letter"),
}
APPOINTMENT_STATES = {
    AppointmentState.PROPOSED: Text(kk="Ұсынылған", ru="Предложена", en="Proposed"),
    AppointmentState.ACCEPTED: Text(kk="Келісілген", ru="Подтверждена", en="Accepted"),
    AppointmentState.MOVE_ASKED: Text(kk="Басқа уақыт сұралды", ru="Просьба о другом времени", en="Another time asked for"),
    AppointmentState.MOVED: Text(kk="Ауыстырылған", ru="Перенесена", en="Moved"),
    AppointmentState.KEPT: Text(kk="Өтті", ru="Состоялась", en="Kept"),
    AppointmentState.MISSED: Text(kk="Келмеді", ru="Не состоялась", en="Missed"),
    AppointmentState.CANCELLED: Text(kk="Болмайды", ru="Отменена", en="Cancelled"),
}
DAY_MISSING = Message("day_missing", Text(kk="Күнін көрсетіңіз.", ru="Укажите день.", en="Give the day."))
CONTACT_LATER = Message(
    "contact_later",
    Text(
        kk="Әңгіме күні бүгіннен кеш болмауға тиіс.",
        ru="День разговора не может быть позже сегодняшнего.",
        en="It cannot have been after today.",
    ),
)
CONTACT_BEFORE_CASE = Message(
    "contact_before_case",
    Text(kk="Іс ашылғаннан кейінгі күнді көрсетіңіз.", ru="Укажите день не раньше открытия дела.", en="Give a day since the case was opened."),
)
STEP_CHANGED = Message(
    "step_changed",
    Text(
        kk="Осы уақытта әріптесіңіз басқа қадам жазды: «{step}». Қайта сақтасаңыз, сіздің қадамыңыз қалады.",
        ru="Тем временем коллега записал другой шаг: «{step}». Сохраните ещё раз, если должен остаться ваш.",
        en="Meanwhile a colleague wrote another step: “{step}”. Save again to keep yours instead.",
    ),
)
PURPOSE_MISSING = Message("purpose_missing", Text(kk="Не үшін екенін жазыңыз.", ru="Напишите, с какой целью.", en="Write what it was for."))
RESULT_MISSING = Message("result_missing", Text(kk="Нәтижесін жазыңыз.", ru="Напишите результат.", en="Write what came of it."))
PLACE_MISSING = Message("place_missing", Text(kk="Орнын жазыңыз.", ru="Напишите место.", en="Write where it is."))
TIME_MISSING = Message(
    "time_missing",
    Text(kk="Уақытты мысалдағыдай жазыңыз: 14:30.", ru="Напишите время, например 14:30.", en="Write the time, for example 14:30."),
)
TIME_PAST = Message(
    "time_past",
    Text(
        kk="Бұл уақыт өтіп кетті. Кейінгі уақытты таңдаңыз.",
        ru="Это время прошло. Выберите другое.",
        en="This time has passed.",
    ),
)
TIME_TOO_FAR = Message(
    "time_too_far",
    Text(kk="Үш ай ішіндегі күнді көрсетіңіз.", ru="Укажите день в пределах трёх месяцев.", en="Give a day within three months."),
)
TIME_TAKEN = Message(
    "time_taken",
    Text(
        kk="Бұл уақытта маманның басқа кездесуі бар. Басқа уақыт таңдаңыз.",
        ru="В это время у специалиста другая встреча. Выберите другое время.",
        en="The officer has another appointment at this time. Choose another.",
    ),
)
WISH_MISSING = Message(
    "wish_missing",
    Text(kk="Қай уақыт ыңғайлы екенін жазыңыз.", ru="Напишите, какое время вам подходит.", en="Write which time would suit you."),
)
TOO_LONG = Message(
    "too_long",
    Text(kk="{most} таңбаға дейін қысқартыңыз.", ru="Сократите до {most} знаков.", en="Shorten it to {most} characters."),
)
NOT_YET = Message(
    "not_yet",
    Text(
        kk="Кездесу әлі басталған жоқ. Уақыты келгенде белгілеңіз.",
        ru="Встреча ещё не началась. Отметьте, когда наступит её время.",
        en="The appointment has not begun yet. Record it when its time has come.",
    ),
)
