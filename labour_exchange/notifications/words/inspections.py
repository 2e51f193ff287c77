"""The words of messages about inspections of placements."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

INSPECTION_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.INSPECTION_ASKED: Letter(
        Topic.WORK,
        Text(
            kk="Орналасу тексерілуде, жауап беру мерзімі: {until}",
            ru="Проверка трудоустройства, срок ответа: {until}",
            en="A placement is being inspected, reply by {until}",
        ),
        Text(
            kk="Жұмыспен қамту бөлімшесі жұмысқа орналасуды тексеріп жатыр. Бұл айыптау емес: шешім қабылданғанға дейін түсіндіруге құқығыңыз бар. "
            "Сұрақтарды сілтемедегі беттен оқып, жауап жазыңыз.\n\nЖұмыс беруші: {employer}. Жұмыс басталған күн: {started_on}. Мерзімі: {until}.",
            ru="Отделение занятости проверяет трудоустройство. Это не обвинение: вы вправе дать объяснение до решения. "
            "Прочитайте вопросы на странице по ссылке и напишите ответ.\n\nРаботодатель: {employer}. Начало работы: {started_on}. Срок: {until}.",
            en="The employment office is inspecting a placement. This is no accusation: you have the right to reply before anything is decided. "
            "Read the questions on the page behind the link and write your reply.\n\n"
            "Employer: {employer}. Work began: {started_on}. Reply by: {until}.",
        ),
    ),
    MessageKind.INSPECTION_ANSWERED: Letter(
        Topic.WORK,
        Text(kk="Тексеру бойынша жауап келді: {side}", ru="Ответ по проверке: {side}", en="A reply to an inspection: {side}"),
        Text(
            kk="Орналасуды тексеру бойынша жауап келді. Оқып, шешім дайындаңыз.\n\nЖұмыс беруші: {employer}. Жұмыс басталған күн: {started_on}.",
            ru="Пришёл ответ по проверке трудоустройства. Прочитайте его и подготовьте решение.\n\n"
            "Работодатель: {employer}. Начало работы: {started_on}.",
            en="A reply came to the inspection of a placement. Read it and prepare the decision.\n\nEmployer: {employer}. Work began: {started_on}.",
        ),
    ),
    MessageKind.INSPECTION_DECIDED: Letter(
        Topic.WORK,
        Text(kk="Тексеру аяқталды, шешім қабылданды", ru="Проверка завершена, решение принято", en="An inspection has ended with a decision"),
        Text(
            kk="Орналасуды тексеру аяқталды. Шешім: {decision}. Негіздемесі сілтемедегі бетте.\n\n"
            "Жұмыс беруші: {employer}. Жұмыс басталған күн: {started_on}.",
            ru="Проверка трудоустройства завершена. Решение: {decision}. Основание указано на странице по ссылке.\n\n"
            "Работодатель: {employer}. Начало работы: {started_on}.",
            en="The inspection of a placement has ended. Decision: {decision}. The grounds stand on the page behind the link.\n\n"
            "Employer: {employer}. Work began: {started_on}.",
        ),
    ),
}
