"""What saved searches say in three languages."""

from labour_exchange.alerts.states import Frequency
from labour_exchange.foundation.texts import Message, Text

FREQUENCIES = {
    Frequency.INSTANT: Text(kk="Бірден", ru="Сразу", en="At once"),
    Frequency.DAILY: Text(kk="Күн сайын таңертең", ru="Каждое утро", en="Every morning"),
    Frequency.WEEKLY: Text(kk="Дүйсенбі сайын", ru="По понедельникам", en="On Mondays"),
}
EVERYTHING = Text(kk="Барлық бос орындар", ru="Все вакансии", en="All vacancies")
LINE = Text(kk="«{name}» бойынша: {count}", ru="По поиску «{name}»: {count}", en="{name}: {count}")
AND_MORE = Text(kk="және тағы {count}", ru="и ещё {count}", en="and {count} more")
TOO_MANY = Message(
    "too_many_searches",
    Text(
        kk="Ең көбі {most} іздеуді сақтауға болады. Керек емесін өшіріңіз.",
        ru="Можно сохранить не больше {most} поисков. Удалите ненужный.",
        en="At most {most} searches can be saved. Delete one that you no longer need.",
    ),
)
SAVED_ALREADY = Message(
    "search_saved_already",
    Text(
        kk="Мұндай іздеу сақталған: «{name}».",
        ru="Такой поиск уже сохранён: «{name}».",
        en="You have saved this search already: {name}.",
    ),
)
ASKS_NOTHING = Message(
    "search_asks_nothing",
    Text(
        kk="Алдымен не іздейтініңізді жазыңыз немесе сүзгі таңдаңыз.",
        ru="Сначала напишите, что ищете, или выберите фильтр.",
        en="First write what you are looking for, or choose a filter.",
    ),
)
NO_NAME = Message(
    "search_without_name",
    Text(
        kk="Іздеуге атау беріңіз, ең көбі {most} таңба.",
        ru="Назовите поиск, не больше {most} знаков.",
        en="Give the search a name of at most {most} characters.",
    ),
)
