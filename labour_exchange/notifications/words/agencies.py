"""The words of messages about agencies: licences, mandates and complaints."""

from labour_exchange.foundation.texts import Text
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.notifications.templates import Letter

AGENCY_LETTERS: dict[MessageKind, Letter] = {
    MessageKind.LICENCE_CHANGED: Letter(
        Topic.ACCOUNT,
        Text(kk="Агенттіктің лицензиясы: {state}", ru="Лицензия агентства: {state}", en="The licence of your agency: {state}"),
        Text(
            kk="Агенттік лицензиясының күйі өзгерді. Себебі мен келесі қадам агенттіктің бетінде жазылған. Қазіргі күйі: {state}.",
            ru="Состояние лицензии вашего агентства изменилось. Причина и что делать дальше — на странице агентства. Состояние: {state}.",
            en="The state of your agency's licence has changed. Your home page gives the reason and what to do next. State: {state}.",
        ),
    ),
    MessageKind.LICENCE_ENDING: Letter(
        Topic.ACCOUNT,
        Text(kk="Лицензияның бітуіне қалған күн: {days}", ru="До конца лицензии осталось дней: {days}", en="Days until your licence ends: {days}"),
        Text(
            kk="Лицензия біткен күннен кейін агенттік биржада ештеңе істей алмайды. Мерзімін ұзартуды қазір сұраңыз. Соңғы күні: {until}.",
            ru="Когда лицензия закончится, агентство ничего не сможет делать на бирже. Попросите продлить её сейчас. Последний день: {until}.",
            en="When the licence ends, your agency can do nothing on the exchange. Ask for a later end now. Last day: {until}.",
        ),
    ),
    MessageKind.MANDATE_ASKED: Letter(
        Topic.WORK,
        Text(kk="Агенттік өкілеттік сұрайды: {agency}", ru="Агентство просит полномочия: {agency}", en="An agency asks for a mandate: {agency}"),
        Text(
            kk="Агенттік сіздің атыңыздан әрекет етуге рұқсат сұрайды. Не істей алатынын және қашанға "
            "дейін екенін өзіңіз шешесіз. Агенттік: {agency}.",
            ru="Агентство просит разрешения действовать от вашего имени. Что ему можно и до какого дня, решаете вы. Агентство: {agency}.",
            en="An agency asks to act for you. You decide what it may do and until when, or say no. Agency: {agency}.",
        ),
    ),
    MessageKind.MANDATE_ANSWERED: Letter(
        Topic.WORK,
        Text(kk="Өкілеттік: {employer}", ru="Полномочия: {employer}", en="Mandate: {employer}"),
        Text(
            kk="Жұмыс беруші өкілеттік туралы шешім қабылдады. Жұмыс беруші: {employer}. Шешімі: {state}.",
            ru="Работодатель принял решение о полномочиях. Работодатель: {employer}. Решение: {state}.",
            en="An employer decided about a mandate. Employer: {employer}. Decision: {state}.",
        ),
    ),
    MessageKind.MANDATE_ENDING: Letter(
        Topic.REMINDERS,
        Text(kk="Өкілеттіктің бітуіне қалған күн: {days}", ru="До конца полномочий осталось дней: {days}", en="Days until a mandate ends: {days}"),
        Text(
            kk="Осы күннен кейін агенттік жұмыс берушінің атынан ештеңе істей алмайды. Агенттік: {agency}. "
            "Жұмыс беруші: {employer}. Соңғы күні: {until}.",
            ru="После этого дня агентство ничего не сможет делать за работодателя. Агентство: {agency}. "
            "Работодатель: {employer}. Последний день: {until}.",
            en="After that day the agency can do nothing for the employer. Agency: {agency}. Employer: {employer}. Last day: {until}.",
        ),
    ),
    MessageKind.COMPLAINT_FILED: Letter(
        Topic.ACCOUNT,
        Text(kk="Агенттікке шағым түсті", ru="На агентство поступила жалоба", en="A complaint about your agency"),
        Text(
            kk="Агенттігіңізге шағым түсті. Оны оқып, түсініктеме беруге құқығыңыз бар. Министрлік "
            "шешімді содан кейін қабылдайды. Соңғы күні: {until}.",
            ru="На ваше агентство поступила жалоба. Прочитайте её: у вас есть право ответить, и решение примут после этого. Последний день: {until}.",
            en="Somebody complained about your agency. Read it: you have the right to reply, and the ministry decides after that. Last day: {until}.",
        ),
    ),
    MessageKind.COMPLAINT_REPLIED: Letter(
        Topic.ACCOUNT,
        Text(kk="Агенттік шағымыңызға жауап берді", ru="Агентство ответило на вашу жалобу", en="The agency replied to your complaint"),
        Text(
            kk="Агенттік сіздің шағымыңызға түсініктеме берді. Енді шешімді министрлік қабылдайды. Жауабын биржада оқыңыз.",
            ru="Агентство ответило на вашу жалобу. Теперь решение примет министерство. Ответ можно прочитать на бирже.",
            en="The agency replied to your complaint. The ministry decides next. Read the reply on the exchange.",
        ),
    ),
    MessageKind.AGENCY_LINKED: Letter(
        Topic.WORK,
        Text(kk="Жаңа адам сізге рұқсат берді", ru="Вам открыл доступ ещё один человек", en="Another person lets your agency help"),
        Text(
            kk="Бір адам агенттігіңізге бейінін көруге рұқсат берді. Кім екенін және нені көрсететінін агенттіктің бетінен оқыңыз.",
            ru="Человек разрешил вашему агентству видеть его профиль. Кто это и что он показывает — на странице агентства.",
            en="Somebody lets your agency see their profile. Who it is and what they show stands on your agency's page.",
        ),
    ),
    MessageKind.AGENCY_UNLINKED: Letter(
        Topic.WORK,
        Text(kk="Бір адам рұқсатын қайтарып алды", ru="Человек закрыл вам доступ", en="A person took the permission back"),
        Text(
            kk="Бір адам агенттігіңізге берген рұқсатын қайтарып алды. Оның бейінін енді көре алмайсыз. Өзіңізде сақталғанын да жойыңыз.",
            ru="Человек отозвал разрешение, данное вашему агентству. Его профиль вам больше не виден. Удалите и то, что сохранили у себя.",
            en="Somebody took back what they allowed your agency. You no longer see their profile. Erase what you kept of them too.",
        ),
    ),
    MessageKind.COMPLAINT_DECIDED: Letter(
        Topic.ACCOUNT,
        Text(kk="Шағым бойынша шешім шықты", ru="По жалобе принято решение", en="A complaint has been decided"),
        Text(
            kk="Министрлік агенттікке қатысты шағым бойынша шешім қабылдады. Негіздемесін биржада оқыңыз. Шешімі: {state}.",
            ru="Министерство приняло решение по жалобе на агентство. Обоснование можно прочитать на бирже. Решение: {state}.",
            en="The ministry decided a complaint about an agency. Read the reason on the exchange. Decision: {state}.",
        ),
    ),
}
