"""What webhooks are called and what is said when one cannot be kept."""

from labour_exchange.feeds.webhooks.states import DeliveryState, DisabledBecause, EndpointState, EventKind, Outcome
from labour_exchange.foundation.texts import Message, Text

ADDRESS_REFUSED = Message(
    "address_refused",
    Text(
        kk="Бұл мекенжайға хабар жіберілмейді. https:// деп басталатын, интернетте ашық мекенжайды жазыңыз.",
        ru="На этот адрес сообщения не отправляются. Укажите адрес, открытый в интернете и начинающийся с https://.",
        en="Messages are not sent to this address. Give one that is open on the internet and begins with https://.",
    ),
)
KIND_UNKNOWN = Message("event_unknown", Text(kk="Мұндай оқиға түрі жоқ.", ru="Такого вида событий нет.", en="There is no such kind of event."))
TOO_MANY_ENDPOINTS = Message(
    "too_many_endpoints",
    Text(
        kk="Бір агенттікте ең көбі {most} мекенжай болады. Алдымен біреуін өшіріңіз.",
        ru="У агентства может быть не больше {most} адресов. Сначала удалите один.",
        en="An agency may have at most {most} endpoints. Delete one first.",
    ),
)
KINDS = {
    EventKind.VACANCY_PUBLISHED: Text(kk="Бос орын жарияланды", ru="Вакансия опубликована", en="A vacancy was published"),
    EventKind.VACANCY_REJECTED: Text(kk="Бос орын қабылданбады", ru="Вакансия отклонена", en="A vacancy was rejected"),
    EventKind.VACANCY_CLOSED: Text(kk="Бос орын жабылды", ru="Вакансия закрыта", en="A vacancy was closed"),
    EventKind.APPLICATION_SENT: Text(kk="Өтінім келді", ru="Пришёл отклик", en="An application arrived"),
    EventKind.APPLICATION_ANSWERED: Text(kk="Өтінімге жауап берілді", ru="На отклик дан ответ", en="An application was answered"),
    EventKind.APPLICATION_CLOSED: Text(kk="Өтінім жабылды", ru="Отклик закрыт", en="An application was closed"),
    EventKind.OFFER_ANSWERED: Text(kk="Жұмыс ұсынысына жауап келді", ru="На предложение работы ответили", en="An offer was answered"),
    EventKind.PLACEMENT_CONFIRMED: Text(kk="Жұмысқа орналасу расталды", ru="Трудоустройство подтверждено", en="A placement was confirmed"),
    EventKind.PLACEMENT_DISPUTED: Text(kk="Жұмысқа орналасу даулы", ru="Трудоустройство оспорено", en="A placement was disputed"),
    EventKind.LICENCE_CHANGED: Text(kk="Лицензияның күйі өзгерді", ru="Состояние лицензии изменилось", en="The licence has changed"),
    EventKind.MANDATE_GIVEN: Text(kk="Өкілеттік берілді", ru="Полномочие дано", en="A mandate was given"),
    EventKind.MANDATE_WITHDRAWN: Text(kk="Өкілеттік кері алынды", ru="Полномочие отозвано", en="A mandate was withdrawn"),
    EventKind.TEST: Text(kk="Сынақ хабары", ru="Пробное сообщение", en="Test message"),
}
ENDPOINT_STATES = {
    EndpointState.ACTIVE: Text(kk="Қосулы", ru="Включён", en="On"),
    EndpointState.DISABLED: Text(kk="Өшірулі", ru="Отключён", en="Off"),
}
DISABLED = {
    DisabledBecause.AGENCY: Text(kk="Оны өзіңіз өшірдіңіз.", ru="Вы отключили его сами.", en="You turned it off."),
    DisabledBecause.GONE: Text(
        kk="Сервер 410 деп жауап берді: мекенжай енді жоқ.", ru="Сервер ответил 410: адреса больше нет.", en="The server answered 410: it is gone."
    ),
}
DELIVERY_STATES = {
    DeliveryState.WAITING: Text(kk="Кезекте", ru="Ожидает", en="Waiting"),
    DeliveryState.DELIVERED: Text(kk="Жеткізілді", ru="Доставлено", en="Delivered"),
    DeliveryState.FAILED: Text(kk="Жеткізілмеді", ru="Не доставлено", en="Not delivered"),
    DeliveryState.CANCELLED: Text(kk="Тоқтатылды", ru="Отменено", en="Cancelled"),
}
OUTCOMES = {
    Outcome.DELIVERED: Text(kk="қабылданды", ru="принято", en="accepted"),
    Outcome.GONE: Text(kk="мекенжай енді жоқ (410)", ru="адреса больше нет (410)", en="gone (410)"),
    Outcome.REFUSED: Text(kk="сервер қабылдамады", ru="сервер не принял", en="the server refused"),
    Outcome.REDIRECT: Text(
        kk="басқа мекенжайға бағыттады, ол бойынша жүрмейміз", ru="перенаправил, мы за этим не следуем", en="redirected; we do not follow"
    ),
    Outcome.ADDRESS: Text(kk="мекенжай рұқсат етілмеген", ru="адрес не разрешён", en="the address is not allowed"),
    Outcome.UNREACHABLE: Text(kk="байланыс жоқ", ru="нет соединения", en="no connection"),
    Outcome.TIMEOUT: Text(kk="уақытында жауап бермеді", ru="не ответил вовремя", en="no answer in time"),
}
