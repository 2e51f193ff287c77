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
    MessageKind.MEASURE_LEFT_BEHIND: Letter(
        Topic.WORK,
        Text(kk="Шараға өтінішіңіз қайтарып алынды: {measure}", ru="Ваше участие отозвано: {measure}", en="Your place is given back: {measure}"),
        Text(
            kk="Сіз енді басқа өңірдің есебіндесіз, сондықтан әлі басталмаған шараға өтінішіңіз қайтарып алынды. "
            "Жаңа бөлімшеңізде шараға қайта өтініш бере аласыз. Шара: {measure}.",
            ru="Вы теперь на учёте в другом регионе, поэтому участие в мере, которая ещё не началась, отозвано. "
            "В новом отделении можно снова подать заявление. Мера: {measure}.",
            en="You are on the register of another region now. This measure had not begun, so that your place in it is given back. "
            "You can apply again at your new office. Measure: {measure}.",
        ),
    ),
    MessageKind.PLACE_FREED: Letter(
        Topic.WORK,
        Text(kk="Адам ауыстырылды, орын босады: {measure}", ru="Человек переведён, место свободно: {measure}", en="A place is free again: {measure}"),
        Text(
            kk="Адам басқа өңірдің есебіне ауыстырылды. Бұрынғы өңірдегі шара басталмаған еді, сондықтан өтініш қайтарып алынды; "
            "уәде етілген орын мен қаражат сол өңірдің жоспарына қайтты. Шара: {measure}.",
            ru="Человек переведён на учёт в другой регион. Мера в прежнем регионе не началась, участие отозвано; "
            "обещанные место и деньги вернулись в план того региона. Мера: {measure}.",
            en="The person is on the register of another region now. The measure of the region that was left had not begun and is withdrawn; "
            "the place and the money that were promised are in that region's plan again. Measure: {measure}.",
        ),
    ),
    MessageKind.BEGINNING_UNKNOWN: Letter(
        Topic.WORK,
        Text(kk="Шара басталды ма: {measure}", ru="Мера началась? {measure}", en="Has it begun? {measure}"),
        Text(
            kk="Адам басқа өңірдің есебіне ауыстырылды. Шара бекітілген, басталатын күні келді, бірақ басталғаны жазылмаған. "
            "Басталса, соны жазыңыз; басталмаса, орын босауы үшін өтінішті қайтарып алыңыз. Басталатын күні: {starts_on}. Шара: {measure}.",
            ru="Человек переведён на учёт в другой регион. Мера утверждена, её первый день наступил, но начало не отмечено. "
            "Отметьте начало или отзовите участие, чтобы место освободилось. Начало: {starts_on}. Мера: {measure}.",
            en="The person is on the register of another region now. The measure is approved and its first day has come, but nobody has recorded "
            "that it began. Record it, or withdraw it so that the place is free. First day: {starts_on}. Measure: {measure}.",
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
