"""What complaints about services say in three languages: states, remedies, findings and refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.standards.states import ComplaintChannel, ComplaintState, Finding, Instance, Remedy

STATES = {
    ComplaintState.FILED: Text(kk="Бөлімшенің жауабы күтілуде", ru="Ждёт ответа отделения", en="Waits for the office"),
    ComplaintState.ANSWERED: Text(kk="Бөлімше жауап берді", ru="Отделение ответило", en="Answered by the office"),
    ComplaintState.ESCALATED: Text(kk="Министрліктің жауабы күтілуде", ru="Ждёт ответа министерства", en="Waits for the ministry"),
    ComplaintState.DECIDED: Text(kk="Министрлік жауап берді", ru="Министерство ответило", en="Answered by the ministry"),
    ComplaintState.WITHDRAWN: Text(kk="Шағым қайтарып алынды", ru="Жалоба отозвана", en="Withdrawn"),
}
REMEDIES = {
    Remedy.EXPLANATION: Text(kk="Неге олай болғанын түсіндіру", ru="Объяснить, почему так вышло", en="Explain why it happened"),
    Remedy.DEED: Text(kk="Уәде етілгенді енді орындау", ru="Сделать обещанное сейчас", en="Do now what was promised"),
    Remedy.CORRECTION: Text(kk="Жазбадағы қатені түзету", ru="Исправить ошибку в записях", en="Correct what was recorded wrong"),
    Remedy.OTHER_OFFICER: Text(kk="Басқа маманға ауыстыру", ru="Передать другому специалисту", en="Let another officer serve me"),
    Remedy.APOLOGY: Text(kk="Кешірім сұрау", ru="Принести извинения", en="Apologise"),
}
CHANNELS = {
    ComplaintChannel.LETTER: Text(kk="Электрондық поштаға хатпен", ru="Письмом на электронную почту", en="By letter to my email address"),
    ComplaintChannel.LINK: Text(
        kk="Хат керек емес, сілтемені өзім ашамын", ru="Письмо не нужно, открою ссылку", en="No letter: I open the link myself"
    ),
}
FINDINGS = {
    Finding.JUSTIFIED: Text(kk="Шағым негізді", ru="Жалоба обоснованна", en="Justified"),
    Finding.PARTLY: Text(kk="Шағым ішінара негізді", ru="Жалоба обоснованна частично", en="Justified in part"),
    Finding.NOT_JUSTIFIED: Text(kk="Шағым негізсіз", ru="Жалоба не обоснованна", en="Not justified"),
}
INSTANCES = {
    Instance.OFFICE: Text(kk="Бөлімшенің жауабы", ru="Ответ отделения", en="Answer of the office"),
    Instance.MINISTRY: Text(kk="Министрліктің жауабы", ru="Ответ министерства", en="Answer of the ministry"),
}
TERM = Text(kk="Қызмет көрсету мерзімі", ru="Срок оказания услуги", en="The term of the service")

TEXT_TOO_SHORT = Message(
    "complaint_too_short",
    Text(
        kk="Толығырақ жазыңыз: кемінде {least} таңба.",
        ru="Напишите подробнее: не меньше {least} знаков.",
        en="Write more: at least {least} characters.",
    ),
)
TEXT_TOO_LONG = Message(
    "complaint_too_long",
    Text(
        kk="Мәтінді қысқартыңыз. Ең көп таңба саны: {most}.",
        ru="Сократите текст. Не больше знаков: {most}.",
        en="Make it shorter: at most {most} characters.",
    ),
)
PARAGRAPH_UNKNOWN = Message(
    "promise_unknown",
    Text(kk="Тізімнен міндеттемені таңдаңыз.", ru="Выберите обязательство из списка.", en="Choose a promise of the list."),
)
NOT_COMPLAINABLE = Message(
    "not_complainable",
    Text(
        kk="Бұл міндеттеме бойынша шағым берілмейді: мерзімі әлі келмеді немесе содан бері 90 күннен көп уақыт өтті.",
        ru="По этому обязательству жалоба не подаётся: срок ещё не наступил или с тех пор прошло больше 90 дней.",
        en="This promise cannot be complained about: it is not due yet, or more than 90 days have passed.",
    ),
)
COMPLAINED_ALREADY = Message(
    "complained_already",
    Text(
        kk="Бұл міндеттеме бойынша шағым бар. Соның бетін ашыңыз.",
        ru="По этому обязательству жалоба уже есть. Откройте её страницу.",
        en="There is a complaint about this promise already. Open its page.",
    ),
)
TOO_LATE_TO_ESCALATE = Message(
    "too_late_to_escalate",
    Text(
        kk="Министрлікке жіберу мүмкін емес: бөлімшенің мерзімі әлі бітпеді немесе оның жауабынан бері 30 күннен көп уақыт өтті.",
        ru="Передать в министерство нельзя: срок отделения ещё не истёк или после его ответа прошло больше 30 дней.",
        en="It cannot go to the ministry: the office still has time, or more than 30 days have passed since its answer.",
    ),
)
SECOND_PERSON = Message(
    "complaint_second_person",
    Text(
        kk="Бірінші рет жауап берген адам екінші рет жауап бермейді: басқа адам керек.",
        ru="Кто ответил в первый раз, тот не отвечает во второй: нужен другой человек.",
        en="Who answered the first time does not answer again: another person has to.",
    ),
)
