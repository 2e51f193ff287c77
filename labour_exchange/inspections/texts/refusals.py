"""Why an inspection cannot be opened, answered or decided, and what to do instead."""

from labour_exchange.foundation.texts import Message, Text

ALREADY_INSPECTED = Message(
    "already_inspected",
    Text(
        kk="Бұл орналасу бойынша тексеру жүріп жатыр. Алдымен соны аяқтаңыз.",
        ru="По этому трудоустройству уже идёт проверка. Сначала завершите её.",
        en="This placement is being inspected already. Finish that inspection first.",
    ),
)
ANNULLED_ALREADY = Message(
    "annulled_already",
    Text(
        kk="Бұл орналасудың күші жойылған, тексерудің қажеті жоқ.",
        ru="Это трудоустройство аннулировано, проверять его не нужно.",
        en="This placement is annulled; there is nothing left to inspect.",
    ),
)
REPLY_FIRST = Message(
    "reply_first",
    Text(
        kk="Тараптардың жауап беру мерзімі өткен жоқ: {until} күнін қоса алғанда жауап бере алады. Жауапты күтіңіз.",
        ru="Срок ответа ещё не истёк: стороны могут ответить по {until} включительно. Дождитесь ответа.",
        en="The parties may still reply, up to and including {until}. Wait for a reply.",
    ),
)
REPLY_LATE = Message(
    "reply_late",
    Text(
        kk="Шешім дайындалып қойған. Жауабыңызды жұмыспен қамту бөлімшесіне тікелей жіберіңіз.",
        ru="Решение уже подготовлено. Направьте ответ прямо в отделение занятости.",
        en="The decision is prepared already. Send your reply to the employment office directly.",
    ),
)
SAME_PERSON = Message(
    "same_person",
    Text(
        kk="Шешімді дайындаған адам оны өзі қабылдай алмайды. Басқа бекітуші шешеді.",
        ru="Кто подготовил решение, тот его не принимает. Решает другой утверждающий.",
        en="Whoever prepared the decision does not take it. Another approver decides.",
    ),
)
SEED_WRONG = Message(
    "seed_wrong",
    Text(kk="0 мен {most} аралығында бүтін сан жазыңыз.", ru="Укажите целое число от 0 до {most}.", en="Give a whole number from 0 to {most}."),
)
SHARE_WRONG = Message(
    "share_wrong",
    Text(
        kk="Үлесті {least} пен {most} пайыз аралығында жазыңыз.",
        ru="Укажите долю от {least} до {most} процентов.",
        en="Give a share from {least} to {most} per cent.",
    ),
)
PERIOD_WRONG = Message(
    "period_wrong",
    Text(
        kk="Кезеңнің соңы басынан ерте болмасын және бүгіннен кейін болмасын.",
        ru="Конец периода не может быть раньше начала и позже сегодняшнего дня.",
        en="The period must not end before it begins or after today.",
    ),
)
TEXT_MISSING = Message("text_missing", Text(kk="Мәтінді жазыңыз.", ru="Напишите текст.", en="Write the text."))
TEXT_TOO_LONG = Message(
    "text_too_long",
    Text(kk="Мәтінді {most} таңбаға дейін қысқартыңыз.", ru="Сократите текст до {most} знаков.", en="Shorten the text to {most} characters."),
)
NO_SUBSIDY = Message(
    "no_subsidy",
    Text(
        kk="Бұл орналасуға субсидия берілмеген. Басқа шешімді таңдаңыз.",
        ru="Это трудоустройство не субсидировалось. Выберите другое решение.",
        en="No subsidy is attached to this placement. Choose another decision.",
    ),
)
SINCE_WRONG = Message(
    "since_wrong",
    Text(
        kk="Жұмыстың басталған күні мен бүгінгі күн аралығындағы күнді жазыңыз.",
        ru="Укажите день между началом работы и сегодняшним днём.",
        en="Give a day between the start of the work and today.",
    ),
)
NOTHING_OWED = Message(
    "nothing_owed",
    Text(
        kk="Бұл тексеру бойынша қайтарылатын қаражат жоқ немесе талап жабылған. Бетті жаңартыңыз.",
        ru="По этой проверке нечего возвращать, или требование уже закрыто. Обновите страницу.",
        en="Nothing is owed by this inspection, or its claim is settled already. Reload the page.",
    ),
)
RECOVERY_TOO_HIGH = Message(
    "recovery_too_high",
    Text(
        kk="Соманы 1 теңгеден бастап, қалған қарыздан асырмай жазыңыз: {left} ₸. Растауды күтіп тұрған жазбалар бұл сомаға кірмейді.",
        ru="Укажите сумму от 1 тенге и не больше остатка: {left} ₸. Записи, ждущие подтверждения, в остаток не входят.",
        en="Give an amount from 1 tenge up to what is left: {left} ₸. Entries that wait for confirmation are not counted in it.",
    ),
)
RECEIVED_ON_WRONG = Message(
    "received_on_wrong",
    Text(
        kk="Алғашқы төлем күні ({since}) мен бүгінгі күн аралығындағы күнді жазыңыз.",
        ru="Укажите день от первой выплаты ({since}) до сегодняшнего дня.",
        en="Give a day from the first payment ({since}) until today.",
    ),
)
REFERENCE_MISSING = Message(
    "reference_missing",
    Text(
        kk="Ақшаның түскенін растайтын құжаттың нөмірін жазыңыз.",
        ru="Укажите номер документа, который подтверждает поступление.",
        en="Give the number of the document that shows that the money came.",
    ),
)
REFERENCE_KNOWN = Message(
    "reference_known",
    Text(
        kk="Бұл құжат осы талап бойынша бұрын жазылған. Жазбаны тексеріңіз немесе басқа құжатты көрсетіңіз.",
        ru="Этот документ уже записан по этому требованию. Проверьте запись или укажите другой документ.",
        en="This document is recorded for this claim already. Check that entry, or give another document.",
    ),
)
SAME_PERSON_OF_MONEY = Message(
    "same_person",
    Text(
        kk="Жазбаны енгізген адам оны өзі растай алмайды. Басқа бекітуші растайды.",
        ru="Кто внёс запись, тот её не подтверждает. Подтверждает другой утверждающий.",
        en="Whoever wrote the entry does not confirm it. Another approver does.",
    ),
)
