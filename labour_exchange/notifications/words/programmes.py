"""The words of messages about measures of the state programme: decided, agreed on, paid, looked at."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

PROGRAMME_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.MEASURE_REFUSED: Letter(
        Topic.WORK,
        Text(kk="Шара шартына сай келмедіңіз: {measure}", ru="Вы не подходите по условиям: {measure}", en="A rule stands in the way: {measure}"),
        Text(
            kk="Өтінішіңіз шара шартына сай келмеді: {reason}. Бұл өзгерсе, қайта өтініш бере аласыз. "
            "Дерек қате болса, бөлімшеге айтыңыз. Шара: {measure}.",
            ru="По вашему заявлению отказано из-за условия меры: {reason}. Когда это изменится, можно подать заявление снова. "
            "Если данные неверны, скажите отделению. Мера: {measure}.",
            en="A rule of the measure was not met: {reason}. You can apply again when this has changed. "
            "If a figure is wrong, tell your office. Measure: {measure}.",
        ),
    ),
    MessageKind.MEASURE_APPROVED: Letter(
        Topic.WORK,
        Text(kk="Өтінішіңіз бекітілді: {measure}", ru="Ваше участие утверждено: {measure}", en="You have been approved: {measure}"),
        Text(
            kk="Шараға қатысуыңыз бекітілді, орын сізге сақталды. Басталатын күні: {starts_on}. Шара: {measure}.",
            ru="Ваше участие в мере утверждено, место закреплено за вами. Начало: {starts_on}. Мера: {measure}.",
            en="Your part in the measure is approved and the place is yours. It begins on {starts_on}. Measure: {measure}.",
        ),
    ),
    MessageKind.MEASURE_DECLINED: Letter(
        Topic.WORK,
        Text(kk="Өтінішіңіз бекітілмеді: {measure}", ru="Участие не утверждено: {measure}", en="You were not approved: {measure}"),
        Text(
            kk="Шараға қатысуыңыз бекітілмеді. Себебі өтініш бетінде жазылған; келіспесеңіз, бөлімшеге айтыңыз. Шара: {measure}.",
            ru="Ваше участие в мере не утверждено. Причина написана на странице заявления; если вы не согласны, скажите отделению. Мера: {measure}.",
            en="Your part in the measure was not approved. The reason stands on the page of your application; "
            "if you disagree, tell your office. Measure: {measure}.",
        ),
    ),
    MessageKind.AGREEMENT_TO_SIGN: Letter(
        Topic.WORK,
        Text(kk="Келісімге қол қойыңыз: {measure}", ru="Подпишите соглашение: {measure}", en="An agreement to sign: {measure}"),
        Text(
            kk="Үш жақты келісім дайын. Жұмыс үш тарап қол қойғанда ғана басталады. Келісімді оқып, қол қойыңыз. Басталатын күні: {starts_on}.",
            ru="Трёхстороннее соглашение готово. Работа начнётся, только когда подпишут все трое. Прочитайте и подпишите его. Начало: {starts_on}.",
            en="The agreement of three is ready. The work begins only when all three have signed. Read it and sign it. First day: {starts_on}.",
        ),
    ),
    MessageKind.MEASURE_PAID: Letter(
        Topic.WORK,
        Text(kk="Төлем жасалды: {measure}", ru="Выплата сделана: {measure}", en="A payment was made: {measure}"),
        Text(
            kk="Шара бойынша төлем жасалды: {payment}, {amount} ₸. Шара: {measure}.",
            ru="По мере сделана выплата: {payment}, {amount} ₸. Мера: {measure}.",
            en="A payment was made under the measure: {payment}, {amount} ₸. Measure: {measure}.",
        ),
    ),
    MessageKind.CHECK_DUE: Letter(
        Topic.REMINDERS,
        Text(kk="Бөлімше сізге хабарласады: {measure}", ru="С вами свяжется отделение: {measure}", en="Your office will ask how it goes: {measure}"),
        Text(
            kk="Тексеру уақыты келді: {check}. Бөлімше барып көреді немесе қоңырау шалады. Растайтын құжаттарды дайындап қойыңыз. Шара: {measure}.",
            ru="Пришло время проверки: {check}. Отделение придёт или позвонит. Подготовьте документы, которые это подтвердят. Мера: {measure}.",
            en="A check is due: {check}. Your office will visit or call. Have papers ready that show it. Measure: {measure}.",
        ),
    ),
}
