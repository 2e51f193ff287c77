"""The words of messages about reports and instructions of the ministry."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

OVERSIGHT_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.REPORT_TO_COMMENT: Letter(
        Topic.OVERSIGHT,
        Text(
            kk="Есеп жобасына пікір жазыңыз: {report}", ru="Выскажитесь о проекте отчёта: {report}", en="Please comment on a draft report: {report}"
        ),
        Text(
            kk="Министрлік есеп жобасын әзірледі. Өңіріңіздің көрсеткіштерін қарап, келіспейтін жолдарға пікір жазыңыз. Соңғы күні: {until}.",
            ru="Министерство подготовило проект отчёта. Посмотрите показатели своего региона и прокомментируйте строки, "
            "с которыми не согласны. Последний день: {until}.",
            en="The ministry has drafted a report. Look at your region's figures and comment on lines you disagree with. Last day: {until}.",
        ),
    ),
    MessageKind.INSTRUCTION_GIVEN: Letter(
        Topic.OVERSIGHT,
        Text(kk="Жаңа тапсырма, орындау мерзімі: {until}", ru="Новое поручение, срок: {until}", en="A new instruction, due on {until}"),
        Text(
            kk="Отырыста сізге тапсырма берілді: {instruction}\n\nОрындалғанын растайтын дәлелді сілтемедегі бетке енгізіңіз. Мерзімі: {until}.",
            ru="На заседании вам дано поручение: {instruction}\n\nПодтверждение исполнения внесите на странице по ссылке. Срок: {until}.",
            en="A session gave you an instruction: {instruction}\n\nEnter the evidence that it is done on the page behind the link. Due on: {until}.",
        ),
    ),
    MessageKind.INSTRUCTION_OVERDUE: Letter(
        Topic.REMINDERS,
        Text(kk="Тапсырма мерзімінде орындалмады: {who}", ru="Поручение просрочено: {who}", en="An instruction is overdue: {who}"),
        Text(
            kk="Тапсырма мерзімінде орындалған жоқ: {instruction}\n\nЖауапты: {who}. Мерзімі: {until}. Кешіккен күн саны: {days}.",
            ru="Поручение не исполнено в срок: {instruction}\n\nОтветственный: {who}. Срок: {until}. Дней просрочки: {days}.",
            en="An instruction was not carried out in time: {instruction}\n\nResponsible: {who}. Due on: {until}. Days late: {days}.",
        ),
    ),
    MessageKind.INSTRUCTION_REPORTED: Letter(
        Topic.OVERSIGHT,
        Text(kk="Тапсырма бойынша дәлел келді: {who}", ru="Пришло подтверждение по поручению: {who}", en="Evidence on an instruction: {who}"),
        Text(
            kk="Жауапты орган дәлел ұсынды. Тексеріп, қабылдаңыз не қайтарыңыз. Тапсырма: {instruction}",
            ru="Ответственный представил подтверждение. Проверьте и примите или верните его. Поручение: {instruction}",
            en="The responsible body gave evidence. Check it, and accept or return it. Instruction: {instruction}",
        ),
    ),
    MessageKind.INSTRUCTION_DECIDED: Letter(
        Topic.OVERSIGHT,
        Text(kk="Тапсырма бойынша шешім: {state}", ru="Решение по поручению: {state}", en="Decision on an instruction: {state}"),
        Text(
            kk="Тапсырма бойынша шешім қабылданды. Қазіргі күйі: {state}. Мерзімі: {until}. Тапсырма: {instruction}",
            ru="По поручению принято решение. Состояние: {state}. Срок: {until}. Поручение: {instruction}",
            en="A decision was taken on an instruction. State: {state}. Due on: {until}. Instruction: {instruction}",
        ),
    ),
    MessageKind.OVERSIGHT_DIGEST: Letter(
        Topic.OVERSIGHT,
        Text(kk="Айлық шолу: {place}", ru="Обзор за месяц: {place}", en="Monthly digest: {place}"),
        Text(
            kk="Мерзімі өткен тапсырмалар: {overdue}. Жақын мерзімдегі тапсырмалар: {soon}. Жоспардан қалған шаралар: {behind}.\n\n{listed}",
            ru="Просроченных поручений: {overdue}. Поручений с близким сроком: {soon}. Отстающих от плана мер: {behind}.\n\n{listed}",
            en="Overdue instructions: {overdue}. Instructions due soon: {soon}. Measures behind their plan: {behind}.\n\n{listed}",
        ),
    ),
}
