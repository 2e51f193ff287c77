"""The words of messages about complaints about services: news for who complained, work for who has to answer. None holds a word of a complaint."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

COMPLAINT_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.SERVICE_COMPLAINT_NEWS: Letter(
        Topic.ACCOUNT,
        Text(kk="Шағымыңыз: {news}", ru="Ваша жалоба: {news}", en="Your complaint: {news}"),
        Text(
            kk="Көрсетілген қызмет бойынша шағымыңыздың күйі өзгерді. Оны төмендегі сілтемеден оқыңыз, кіру қажет емес. "
            "Сілтеме 180 күн жарамды, оны ешкімге бермеңіз. Күйі: {news}.",
            ru="Состояние вашей жалобы на услугу изменилось. Прочитайте её по ссылке ниже, входить не нужно. "
            "Ссылка действует 180 дней, не передавайте её никому. Состояние: {news}.",
            en="Your complaint about a service has moved on. Read it by the link below, without signing in. "
            "The link works for 180 days; give it to nobody. State: {news}.",
        ),
        holds_secret=True,
    ),
    MessageKind.SERVICE_COMPLAINT_TO_ANSWER: Letter(
        Topic.REMINDERS,
        Text(kk="Қызмет бойынша жаңа шағым", ru="Новая жалоба на услугу", en="A new complaint about a service"),
        Text(
            kk="Қызмет бойынша шағым жауап күтуде. Жауаптың соңғы күні: {due}.",
            ru="Жалоба на услугу ждёт ответа. Последний день ответа: {due}.",
            en="A complaint about a service waits for an answer. Last day of the answer: {due}.",
        ),
    ),
    MessageKind.SERVICE_COMPLAINTS_DUE: Letter(
        Topic.REMINDERS,
        Text(
            kk="Жауап мерзімі жақын немесе өткен шағымдар саны: {number}",
            ru="Жалоб с близким или истёкшим сроком ответа: {number}",
            en="Complaints due or late: {number}",
        ),
        Text(
            kk="Қызметтер бойынша шағымдардың жауап мерзімі бүгін немесе келесі жұмыс күні бітеді, не өтіп кетті. Оларға қазір жауап беріңіз. "
            "Саны: {number}.",
            ru="Срок ответа на жалобы на услуги истекает сегодня или в следующий рабочий день либо уже истёк. Ответьте на них сейчас. "
            "Количество: {number}.",
            en="Answers to complaints about services are due today or on the next working day, or are late. Answer them now. Number: {number}.",
        ),
    ),
}
