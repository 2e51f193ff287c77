"""What is said of programs: scopes, kinds of credential, and why one is not let in."""

from labour_exchange.agencies.clients.states import ClientScope, CredentialKind
from labour_exchange.foundation.texts import Message, Text

SCOPES = {
    ClientScope.VACANCIES: Text(
        kk="Бос орындар: жіберу, өзгерту, алып тастау", ru="Вакансии: передавать, менять, снимать", en="Vacancies: send, change, take off"
    ),
    ClientScope.APPLICATIONS: Text(
        kk="Өтінімдер: оқу, жауап беру, жұмыс ұсыну", ru="Отклики: читать, отвечать, делать предложение", en="Applications: read, answer, make offers"
    ),
    ClientScope.CANDIDATES: Text(kk="Үміткерлер: іздеу, шақыру", ru="Кандидаты: искать, приглашать", en="Candidates: find, invite"),
    ClientScope.PLACEMENTS: Text(
        kk="Жұмысқа орналасу: мәлімдеу, растау", ru="Трудоустройства: сообщать, подтверждать", en="Placements: report, confirm"
    ),
    ClientScope.FEED: Text(kk="Өзгерістер легі: оқу", ru="Лента изменений: читать", en="Change feed: read"),
}
KINDS = {
    CredentialKind.SECRET: Text(kk="Құпия (OAuth 2)", ru="Секрет (OAuth 2)", en="Secret (OAuth 2)"),
    CredentialKind.KEY: Text(kk="Кілт", ru="Ключ", en="Key"),
}
NAME_MISSING = Message(
    "name_missing",
    Text(kk="Бағдарламаның атауын жазыңыз.", ru="Назовите программу.", en="Name the program."),
)
NAME_LONG = Message(
    "name_long",
    Text(kk="Атауды {most} таңбаға дейін қысқартыңыз.", ru="Сократите название до {most} знаков.", en="Shorten the name to {most} characters."),
)
SCOPES_WRONG = Message(
    "scopes_wrong",
    Text(kk="Кемінде бір құқықты тізімнен таңдаңыз.", ru="Выберите из списка хотя бы одно право.", en="Choose at least one right from the list."),
)
TWO_ALIVE = Message(
    "two_alive",
    Text(
        kk="Бұл түрдің екеуі бірдей жарамды. Жаңасын алу үшін алдымен ескісін жойыңыз.",
        ru="Два таких уже действуют. Чтобы получить новый, сначала отзовите старый.",
        en="Two of these are alive already. Revoke the old one before you make another.",
    ),
)
CREDENTIALS_MISSING = Message(
    "credentials_missing",
    Text(
        kk="Бұл мекенжай бағдарламаның кілтін талап етеді: Authorization: Bearer тақырыбын жіберіңіз.",
        ru="Этому адресу нужен ключ программы: отправьте заголовок Authorization: Bearer.",
        en="This address needs the credentials of a program: send the header Authorization: Bearer.",
    ),
)
CREDENTIALS_WRONG = Message(
    "credentials_wrong",
    Text(
        kk="Кілт не токен жарамсыз, мерзімі өткен немесе жойылған. Жаңасын алыңыз.",
        ru="Ключ или токен неверен, истёк или отозван. Получите новый.",
        en="The key or token is wrong, has expired or was revoked. Get a new one.",
    ),
)
SCOPE_LACKING = Message(
    "scope_lacking",
    Text(
        kk="Бұл бағдарламаға «{scope}» құқығы берілмеген. Оны агенттік өз бетінде қоса алады.",
        ru="У этой программы нет права «{scope}». Агентство может выдать его на своей странице.",
        en="This program does not have the scope {scope}. The agency can register one that has it on its page.",
    ),
)
LICENCE_NOT_IN_FORCE = Message(
    "licence_not_in_force",
    Text(
        kk="Агенттіктің лицензиясы күшінде емес, сондықтан бағдарламасы ештеңе істей алмайды. Министрлікке хабарласыңыз.",
        ru="Лицензия агентства не действует, поэтому его программа ничего не может. Обратитесь в министерство.",
        en="The licence of the agency is not in force, so its program may do nothing. Turn to the ministry.",
    ),
)
TOO_MANY_CRITERIA = Message(
    "too_many_criteria",
    Text(
        kk="Агенттікте сақталған іздеулер саны {most}-ге жетті. Керексізін өшіріңіз.",
        ru="Сохранено уже {most} поисков агентства. Удалите ненужные.",
        en="The agency keeps {most} searches already. Delete those you do not need.",
    ),
)
