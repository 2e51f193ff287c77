"""The words of messages about service standards: a remark to confirm, its answer, a service to rate, promises that fall due."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

STANDARDS_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.REMARK_TO_CONFIRM: Letter(
        Topic.ACCOUNT,
        Text(kk="Ескертуіңізді растаңыз", ru="Подтвердите ваше замечание", en="Confirm your remark"),
        Text(
            kk="Осы мекенжайдан стандарт жобасына ескерту немесе ұсыныс жіберілді. Ол сіз растағаннан кейін ғана қаралады. "
            "Егер оны жібермеген болсаңыз, ештеңе істемеңіз: үш күннен кейін ол жойылады.",
            ru="С этого адреса отправили замечание или предложение к проекту стандарта. Его рассмотрят, только когда вы его подтвердите. "
            "Если это были не вы, ничего не делайте: через три дня оно будет удалено.",
            en="A remark or proposal on a draft standard was sent from this address. It is looked at only after you confirm it. "
            "If it was not you, do nothing: it is deleted after three days.",
        ),
        holds_secret=True,
    ),
    MessageKind.REMARK_ANSWERED: Letter(
        Topic.ACCOUNT,
        Text(kk="Ескертуіңізге жауап берілді", ru="На ваше замечание ответили", en="Your remark is answered"),
        Text(
            kk="Стандарт жобасы бойынша жазғаныңызға орган жауап берді. Шешімі: {outcome}. Жауабын жобаның бетінен оқыңыз.",
            ru="Орган ответил на то, что вы написали о проекте стандарта. Решение: {outcome}. Ответ можно прочитать на странице проекта.",
            en="The body answered what you wrote about a draft standard. Decision: {outcome}. Read the answer on the page of the draft.",
        ),
    ),
    MessageKind.SERVICE_TO_RATE: Letter(
        Topic.ACCOUNT,
        Text(kk="Қызметті бағалаңыз", ru="Оцените услугу", en="Rate the service"),
        Text(
            kk="Сізге жұмыспен қамту қызметі көрсетілді. Оны бір рет бағалай аласыз, кіру қажет емес, аты-жөніңіз сақталмайды. "
            "Сілтеме 30 күн жарамды. Мұндай хаттар керек болмаса, кабинетіңізде еске салуларды өшіріңіз. Қызмет: {service}.",
            ru="Служба занятости оказала вам услугу. Её можно оценить один раз, входить не нужно, имя не сохраняется. "
            "Ссылка действует 30 дней. Если такие письма не нужны, отключите напоминания в кабинете. Услуга: {service}.",
            en="The employment service did something for you. You can rate it once, without signing in, and your name is not kept. "
            "The link works for 30 days. To stop such letters, switch reminders off in your account. Service: {service}.",
        ),
        holds_secret=True,
    ),
    MessageKind.PROMISES_DUE: Letter(
        Topic.REMINDERS,
        Text(
            kk="Мерзімі жақын міндеттемелер саны: {number}", ru="Обязательств с близким сроком: {number}", en="Promises about to fall due: {number}"
        ),
        Text(
            kk="Бөлімше өңіріндегі қызмет стандарттары бойынша міндеттемелердің мерзімі бүгін немесе келесі жұмыс күні бітеді. "
            "Оларды қазір орындаңыз. Саны: {number}.",
            ru="Сегодня или в следующий рабочий день истекает срок обязательств по стандартам услуг в вашем регионе. "
            "Выполните их сейчас. Количество: {number}.",
            en="Promises of service standards in your region fall due today or on the next working day. Keep them now. Number: {number}.",
        ),
    ),
}
