"""What the social contract says in three languages: states, reasons, signatures, refusals."""

from labour_exchange.cases.states import ContractEnd, ContractState, SignatureWay
from labour_exchange.foundation.texts import Message, Text

CONTRACT_STATES = {
    ContractState.DRAFT: Text(kk="Жоба", ru="Проект", en="Draft"),
    ContractState.OFFERED: Text(kk="Ұсынылған", ru="Предложен", en="Offered"),
    ContractState.SIGNED: Text(kk="Қол қойылған", ru="Подписан", en="Signed"),
    ContractState.IN_FORCE: Text(kk="Күшінде", ru="Действует", en="In force"),
    ContractState.ENDED: Text(kk="Тоқтатылған", ru="Прекращён", en="Ended"),
}
CONTRACT_ENDS = {
    ContractEnd.FULFILLED: Text(kk="Міндеттемелер орындалды", ru="Обязательства выполнены", en="Obligations fulfilled"),
    ContractEnd.FOUND_WORK: Text(kk="Жұмысқа орналасты", ru="Трудоустройство", en="The person found work"),
    ContractEnd.TERM_OVER: Text(kk="Мерзімі аяқталды", ru="Срок истёк", en="Its term is over"),
    ContractEnd.OWN_WISH: Text(kk="Адамның өз қалауы бойынша", ru="По желанию человека", en="At the person's wish"),
    ContractEnd.NOT_FULFILLED: Text(kk="Міндеттемелер орындалмады", ru="Обязательства не выполнены", en="Obligations not fulfilled"),
    ContractEnd.NOT_SIGNED: Text(kk="Қол қойылмады", ru="Не подписан", en="Not signed"),
    ContractEnd.ERASED: Text(kk="Жеке деректері жойылды", ru="Персональные данные удалены", en="Personal data erased"),
    ContractEnd.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
SIGNATURE_WAYS = {
    SignatureWay.PAPER: Text(kk="Бөлімшеде қағаз жүзінде", ru="На бумаге в отделении", en="On paper at the office"),
    SignatureWay.ELECTRONIC: Text(kk="Электрондық қолтаңбамен", ru="Электронной подписью", en="By electronic signature"),
}
PLAN_NOT_AGREED = Message(
    "plan_not_agreed",
    Text(
        kk="Алдымен адам жеке жоспарды оқып, онымен келісуі керек.",
        ru="Сначала человек должен прочитать индивидуальный план и согласиться с ним.",
        en="First the person has to read the individual plan and agree to it.",
    ),
)
CONTRACT_OPEN = Message(
    "contract_open",
    Text(
        kk="Бұл істе аяқталмаған әлеуметтік келісімшарт бар. Сонымен жалғастырыңыз.",
        ru="По этому делу уже есть действующий или подготавливаемый социальный контракт. Продолжайте с ним.",
        en="This case has a social contract that has not ended. Go on with that one.",
    ),
)
CONTRACT_NOT_ENDED = Message(
    "contract_not_ended",
    Text(
        kk="Алдымен әлеуметтік келісімшартты себебін көрсетіп тоқтатыңыз.",
        ru="Сначала прекратите социальный контракт, указав причину.",
        en="First end the social contract with its reason.",
    ),
)
ONE_SIDED = Message(
    "one_sided",
    Text(
        kk="Келісімшарт екі тарапты да міндеттейді. Адамның және бөлімшенің кемінде бір-бір міндеттемесін жазыңыз.",
        ru="Контракт обязывает обе стороны. Впишите хотя бы по одному обязательству человека и отделения.",
        en="A contract binds both sides. Write at least one obligation of the person and one of the office.",
    ),
)
OWN_WORK = Message(
    "own_work",
    Text(
        kk="Келісімшартты дайындауға қатысқан адам оны бекіте алмайды. Басқа бекітуші бекітсін.",
        ru="Тот, кто готовил контракт, не может его утвердить. Пусть утвердит другой.",
        en="Nobody approves a contract that they helped to prepare. Another approver has to.",
    ),
)
NOT_APPROVED = Message(
    "not_approved",
    Text(
        kk="Келісімшартқа бекітілгеннен кейін ғана қол қойылады.",
        ru="Контракт подписывают только после утверждения.",
        en="A contract is signed only after it has been approved.",
    ),
)
NO_PROVIDER = Message(
    "no_provider",
    Text(
        kk="Электрондық қолтаңба қосылмаған. Бөлімшеде қағаз жүзінде қол қойыңыз.",
        ru="Электронная подпись не подключена. Подпишите на бумаге в отделении.",
        en="No electronic signature is connected. Sign on paper at the office.",
    ),
)
SIGNATURE_PENDING = Message(
    "signature_pending",
    Text(
        kk="Қолтаңба қызметі әлі жауап берген жоқ. Онда растап, осы жерде қайта басыңыз.",
        ru="Служба подписи ещё не ответила. Подтвердите подпись там и нажмите здесь ещё раз.",
        en="The signature service has not answered yet. Confirm there, then press here again.",
    ),
)
START_MISSING = Message("start_missing", Text(kk="Басталатын күнін көрсетіңіз.", ru="Укажите день начала.", en="Give the day it begins."))
END_MISSING = Message("end_missing", Text(kk="Аяқталатын күнін көрсетіңіз.", ru="Укажите день окончания.", en="Give the day it ends."))
START_PAST = Message(
    "start_past",
    Text(
        kk="Басталатын күні бүгіннен ерте болмауға тиіс.", ru="День начала не может быть раньше сегодняшнего.", en="It must not begin before today."
    ),
)
END_FIRST = Message(
    "end_first",
    Text(
        kk="Аяқталатын күні басталатын күннен кейін болуы керек.",
        ru="День окончания должен быть позже дня начала.",
        en="It must end after it begins.",
    ),
)
TERM_TOO_LONG = Message(
    "term_too_long",
    Text(kk="Мерзімі бір жылдан аспауы керек.", ru="Срок не должен превышать года.", en="Its term must not be longer than a year."),
)
OUTSIDE_TERM = Message(
    "outside_term",
    Text(
        kk="Міндеттеменің күні келісімшарт мерзіміне сыймайды: {day}. Мерзімді немесе жоспарды өзгертіңіз.",
        ru="Срок обязательства вне срока контракта: {day}. Измените срок контракта или план.",
        en="An obligation is due outside the term of the contract: {day}. Change the term or the plan.",
    ),
)
FILE_NUMBER_MISSING = Message(
    "file_number_missing",
    Text(kk="Іс қағазының нөмірін жазыңыз.", ru="Напишите номер дела на бумаге.", en="Write the number of the paper file."),
)
FILE_NUMBER_TOO_LONG = Message(
    "file_number_too_long",
    Text(kk="Нөмірді {most} таңбаға дейін қысқартыңыз.", ru="Сократите номер до {most} знаков.", en="Shorten the number to {most} characters."),
)
SIGNED_LATER = Message(
    "signed_later",
    Text(
        kk="Қол қойылған күн бүгіннен кеш болмауға тиіс.",
        ru="День подписания не может быть позже сегодняшнего.",
        en="It cannot have been signed after today.",
    ),
)
SIGNED_EARLIER = Message(
    "signed_earlier",
    Text(
        kk="Қол қойылған күн бекітілген күннен ерте болмауға тиіс.",
        ru="День подписания не может быть раньше дня утверждения.",
        en="It cannot have been signed before it was approved.",
    ),
)
