"""What is said of agencies: states of a licence, scopes of a mandate, complaints, refusals."""

from labour_exchange.agencies.states import ComplaintCategory, ComplaintEffect, ComplaintState, LicenceState, RequestState, Scope
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.texts import Message, Text

LICENCE_STATES = {
    LicenceState.APPLIED: Text(kk="Өтінім берілді", ru="Подана заявка", en="Applied for"),
    LicenceState.GRANTED: Text(kk="Күшінде", ru="Действует", en="In force"),
    LicenceState.REFUSED: Text(kk="Берілмеді", ru="Отказано", en="Refused"),
    LicenceState.SUSPENDED: Text(kk="Тоқтатыла тұрды", ru="Приостановлена", en="Suspended"),
    LicenceState.EXPIRED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Expired"),
    LicenceState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозвана", en="Withdrawn"),
}
SCOPES = {
    Scope.POST: Text(kk="Бос орын жариялау", ru="Публиковать вакансии", en="Post vacancies"),
    Scope.REFER: Text(kk="Үміткер жіберу", ru="Направлять кандидатов", en="Refer candidates"),
    Scope.ANSWER: Text(kk="Өтінімдерге жауап беру", ru="Отвечать на отклики", en="Answer applications"),
    Scope.REPORT: Text(kk="Жұмысқа орналасуды мәлімдеу", ru="Сообщать о трудоустройстве", en="Report placements"),
}
REQUEST_STATES = {
    RequestState.ASKED: Text(kk="Жауап күтілуде", ru="Ждёт ответа", en="Waiting for an answer"),
    RequestState.GIVEN: Text(kk="Өкілеттік берілді", ru="Полномочия даны", en="Mandate given"),
    RequestState.DECLINED: Text(kk="Бас тартылды", ru="Отклонён", en="Declined"),
    RequestState.WITHDRAWN: Text(kk="Қайтарып алынды", ru="Отозван", en="Taken back"),
}
CATEGORIES = {
    ComplaintCategory.FEE_CHARGED: Text(
        kk="Жұмыс іздеушіден ақша алынды немесе сұралды",
        ru="С соискателя взяли или потребовали деньги",
        en="A jobseeker was charged or asked for money",
    ),
    ComplaintCategory.MISLEADING_ADVERT: Text(
        kk="Хабарландыру шындыққа сай емес", ru="Вакансия вводит в заблуждение", en="A misleading advertisement"
    ),
    ComplaintCategory.NO_ANSWER: Text(kk="Агенттік жауап бермейді", ru="Агентство не отвечает", en="The agency does not answer"),
    ComplaintCategory.DATA_MISUSE: Text(
        kk="Жеке деректер рұқсатсыз пайдаланылды", ru="Личные данные использованы без согласия", en="Personal data was misused"
    ),
    ComplaintCategory.OTHER: Text(kk="Басқа", ru="Другое", en="Something else"),
}
COMPLAINT_STATES = {
    ComplaintState.FILED: Text(kk="Агенттіктің түсініктемесі күтілуде", ru="Ждёт пояснений агентства", en="Waiting for the agency's reply"),
    ComplaintState.REPLIED: Text(kk="Министрліктің шешімі күтілуде", ru="Ждёт решения министерства", en="Waiting for the ministry's decision"),
    ComplaintState.UPHELD: Text(kk="Шағым негізді деп танылды", ru="Жалоба признана обоснованной", en="Upheld"),
    ComplaintState.NOT_UPHELD: Text(kk="Шағым расталмады", ru="Жалоба не подтвердилась", en="Not upheld"),
}
EFFECTS = {
    ComplaintEffect.WARNING: Text(kk="Ескерту", ru="Предупреждение", en="Warning"),
    ComplaintEffect.SUSPENSION: Text(kk="Лицензия тоқтатыла тұрады", ru="Приостановка лицензии", en="Suspension of the licence"),
}
COMPLAINANTS = {
    ActorKind.JOBSEEKER: Text(kk="Жұмыс іздеуші", ru="Соискатель", en="A jobseeker"),
    ActorKind.EMPLOYER: Text(kk="Жұмыс беруші", ru="Работодатель", en="An employer"),
    ActorKind.OFFICE: Text(kk="Жұмыспен қамту бөлімшесі", ru="Отделение занятости", en="An employment office"),
    ActorKind.APPROVER: Text(kk="Жұмыспен қамту бөлімшесі", ru="Отделение занятости", en="An employment office"),
}
"""Who complained, as the agency and the ministry read it: never a name."""
BIN_WRONG = Message("bin_wrong", Text(kk="БСН 12 цифрдан тұрады.", ru="БИН состоит из 12 цифр.", en="A BIN has 12 digits."))
BIN_TAKEN = Message("bin_taken", Text(kk="Бұл агенттік қосылған.", ru="Это агентство уже подключено.", en="This agency is connected already."))
REASON_MISSING = Message(
    "reason_missing",
    Text(kk="Себебін жазыңыз: агенттік оны көреді.", ru="Напишите причину: её увидит агентство.", en="Give the reason: the agency will read it."),
)
PERIOD_WRONG = Message(
    "period_wrong",
    Text(kk="Лицензияның соңғы күні бүгіннен кейін болуға тиіс.", ru="Срок лицензии должен быть в будущем.", en="A licence must end after today."),
)
SCOPE_UNKNOWN = Message(
    "scope_unknown",
    Text(kk="Өкілеттікті тізімнен таңдаңыз.", ru="Выберите полномочия из списка.", en="Choose what the agency may do from the list."),
)
NAME_MISSING = Message(
    "name_missing",
    Text(kk="Агенттіктің атауын жазыңыз.", ru="Напишите название агентства.", en="Write the name of the agency."),
)
REGION_UNKNOWN = Message(
    "region_unknown", Text(kk="Өңірді тізімнен таңдаңыз.", ru="Выберите регион из списка.", en="Choose the region from the list.")
)
LICENCE_MISSING = Message(
    "licence_missing", Text(kk="Лицензияның нөмірін жазыңыз.", ru="Укажите номер лицензии.", en="Give the number of the licence.")
)
LICENCE_TAKEN = Message(
    "licence_taken",
    Text(
        kk="Бұл нөмірлі лицензия басқа агенттікке жазылған.",
        ru="Лицензия с этим номером записана за другим агентством.",
        en="The licence of this number belongs to another agency.",
    ),
)
MANDATE_PERIOD_WRONG = Message(
    "mandate_period_wrong",
    Text(
        kk="Соңғы күн бүгіннен ерте болмауға тиіс.",
        ru="Последний день не может быть раньше сегодняшнего.",
        en="The last day must not be before today.",
    ),
)
MANDATE_OPEN = Message(
    "mandate_open",
    Text(
        kk="Бұл агенттікте сіз берген өкілеттік бар. Өзгерту үшін алдымен оны қайтарып алыңыз.",
        ru="У этого агентства уже есть ваши полномочия. Чтобы изменить их, сначала отзовите прежние.",
        en="This agency has a mandate of yours already. To change it, withdraw that one first.",
    ),
)
PERIOD_NOT_LATER = Message(
    "period_not_later",
    Text(
        kk="Жаңа соңғы күн қазіргісінен кейін болуға тиіс.",
        ru="Новый последний день должен быть позже нынешнего.",
        en="The new last day must be later than the present one.",
    ),
)
CONTACT_MISSING = Message(
    "contact_missing",
    Text(kk="Кіммен хабарласуға болатынын жазыңыз.", ru="Напишите, к кому обращаться.", en="Say whom the ministry can turn to."),
)
LICENCE_NOT_IN_FORCE = Message(
    "licence_not_in_force",
    Text(
        kk="Лицензияңыз қазір күшінде емес, сондықтан бұл әрекет мүмкін емес.",
        ru="Ваша лицензия сейчас не действует, поэтому сделать это нельзя.",
        en="Your licence is not in force now, so this cannot be done.",
    ),
)
EMPLOYER_ABSENT = Message(
    "employer_absent",
    Text(
        kk="Бұл жұмыс беруші биржада тіркелмеген, сондықтан өкілеттік бере алмайды.",
        ru="Этот работодатель не зарегистрирован на бирже и не может дать полномочия.",
        en="This employer is not registered on the exchange and cannot give a mandate.",
    ),
)
MANDATE_HELD = Message(
    "mandate_held",
    Text(
        kk="Бұл жұмыс берушінің өкілеттігі сізде бар.",
        ru="Полномочия от этого работодателя у вас уже есть.",
        en="You have a mandate of this employer already.",
    ),
)
MANDATE_ASKED = Message(
    "mandate_asked",
    Text(
        kk="Бұл жұмыс берушіден сұрағансыз, ол әлі жауап берген жоқ.",
        ru="Вы уже запросили полномочия у этого работодателя, он ещё не ответил.",
        en="You have asked this employer already and it has not answered yet.",
    ),
)
LAST_MEMBER = Message(
    "last_member",
    Text(
        kk="Агенттікте кіре алатын жалғыз адам қалды, оны бұғаттауға болмайды. Алдымен әріптесіңізді шақырыңыз.",
        ru="Это последний, кто может войти от имени агентства, его нельзя заблокировать. Сначала пригласите коллегу.",
        en="This is the last person who can sign in for the agency and cannot be blocked. Invite a colleague first.",
    ),
)
WORDS_MISSING = Message("words_missing", Text(kk="Бұл жолды толтырыңыз.", ru="Заполните это поле.", en="Write something here."))
TOO_LONG = Message(
    "words_too_long", Text(kk="{most} таңбаға дейін қысқартыңыз.", ru="Сократите до {most} знаков.", en="Shorten it to {most} characters.")
)
REPLY_AWAITED = Message(
    "reply_awaited",
    Text(
        kk="Агенттіктің түсініктеме беру мерзімі әлі өткен жоқ. Шешім содан кейін қабылданады.",
        ru="Срок, в который агентство может дать пояснения, ещё не истёк. Решение принимают после него.",
        en="The agency may still reply. The decision comes after that.",
    ),
)
COMPLAINT_DECIDED = Message(
    "complaint_decided",
    Text(kk="Бұл шағым бойынша шешім қабылданған.", ru="По этой жалобе решение уже принято.", en="This complaint has been decided already."),
)
EFFECT_TOO_MILD = Message(
    "effect_too_mild",
    Text(
        kk="Жұмыс іздеушіден ақша алу — заң бұзу. Мұндай шағым расталса, лицензия тоқтатыла тұрады.",
        ru="Брать деньги с соискателя запрещено. Если такая жалоба обоснованна, лицензию приостанавливают.",
        en="Charging a jobseeker is a breach. When such a complaint is upheld, the licence is suspended.",
    ),
)
