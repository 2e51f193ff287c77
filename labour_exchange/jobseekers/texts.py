"""What is said of jobseekers in three languages: names of their situations, what a profile lacks, refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.jobseekers.states import Audience, Category, EndReason, LinkLevel, RegistrationState, Sex

SEXES = {
    Sex.FEMALE: Text(kk="Әйел", ru="Женский", en="Female"),
    Sex.MALE: Text(kk="Ер", ru="Мужской", en="Male"),
}
AUDIENCES = {
    Audience.NOBODY: Text(kk="Ешкім", ru="Никто", en="Nobody"),
    Audience.OFFICES: Text(kk="Тек бөлімше", ru="Только отделение", en="The office only"),
    Audience.EMPLOYERS: Text(kk="Бөлімше мен жұмыс берушілер", ru="Отделение и работодатели", en="The office and employers"),
}
AUDIENCE_MEANINGS = {
    Audience.NOBODY: Text(
        kk="Профиліңізді өзіңізден басқа ешкім көрмейді. Бос орынға өзіңіз өтінім жіберсеңіз, сол жұмыс беруші ғана көреді.",
        ru="Ваш профиль видите только вы. Если вы сами откликнетесь на вакансию, его увидит этот работодатель.",
        en="Only you see your profile. If you apply for a vacancy yourself, that employer sees it.",
    ),
    Audience.OFFICES: Text(
        kk="Өңіріңіздегі бөлімше мамандары профиліңізді көріп, жұмыс ұсына алады. Жұмыс берушілер сізді іздеп таба алмайды.",
        ru="Специалисты отделения вашего региона видят профиль и могут предложить работу. Работодатели в поиске вас не найдут.",
        en="Staff of the office in your region see your profile and can offer you work. Employers cannot find you.",
    ),
    Audience.EMPLOYERS: Text(
        kk="Жұмыс берушілер профиліңізді атыңызсыз көріп, сізді шақыра алады. Атыңыз бен телефоныңызды шақыруды қабылдағаныңызда ғана біледі.",
        ru="Работодатели видят профиль без имени и могут вас пригласить. Имя и телефон они узнают, только если вы примете приглашение.",
        en="Employers see your profile without your name and can invite you. They learn your name and phone only if you accept.",
    ),
}
LINK_LEVELS = {
    LinkLevel.PROFILE: Text(kk="Тек профиль, аты-жөнімсіз", ru="Только профиль, без имени", en="The profile only, without my name"),
    LinkLevel.CONTACTS: Text(kk="Профиль, аты-жөнім және телефоным", ru="Профиль, имя и телефон", en="The profile, my name and my phone"),
}
AGENCY_LINKED_ALREADY = Message(
    "agency_linked_already",
    Text(
        kk="Бұл агенттікпен байланысыңыз бар. Оны өзгерту үшін алдымен тоқтатыңыз.",
        ru="Вы уже связаны с этим агентством. Чтобы изменить связь, сначала прекратите её.",
        en="You are linked with this agency already. To change the link, end it first.",
    ),
)
AGENCY_NOT_WORKING = Message(
    "agency_not_working",
    Text(
        kk="Бұл агенттіктің лицензиясы қазір күшінде емес. Басқасын таңдаңыз.",
        ru="Лицензия этого агентства сейчас не действует. Выберите другое.",
        en="The licence of this agency is not in force now. Choose another one.",
    ),
)
CATEGORIES = {
    Category.UNEMPLOYED: Text(kk="Жұмыссыз", ru="Безработный", en="Unemployed"),
    Category.SELF_EMPLOYED: Text(kk="Нәтижесіз өзін-өзі жұмыспен қамтыған", ru="Непродуктивно самозанятый", en="Unproductively self-employed"),
    Category.LOW_INCOME: Text(kk="Табысы аз", ru="Малообеспеченный", en="On a low income"),
    Category.EMPLOYED_LOOKING: Text(kk="Жұмысы бар, басқасын іздейді", ru="Работает и ищет другую работу", en="Employed and looking"),
}
REGISTRATION_STATES = {
    RegistrationState.ACTIVE: Text(kk="Тіркеуде", ru="На учёте", en="Registered"),
    RegistrationState.LAPSED: Text(kk="Мерзімі өтті", ru="Срок истёк", en="Lapsed"),
    RegistrationState.ENDED: Text(kk="Тіркеуден шықты", ru="Снят с учёта", en="Ended"),
}
END_REASONS = {
    EndReason.PLACED: Text(kk="Биржа арқылы жұмысқа орналасты", ru="Трудоустроен через биржу", en="Placed through the exchange"),
    EndReason.FOUND_WORK: Text(kk="Жұмысты өзі тапты", ru="Сам нашёл работу", en="Found work otherwise"),
    EndReason.TRAINING: Text(kk="Оқуға кетті", ru="Ушёл на обучение", en="Went into training"),
    EndReason.MOVED: Text(kk="Басқа өңірге көшті", ru="Переехал в другой регион", en="Moved to another region"),
    EndReason.RETIRED: Text(kk="Зейнетке шықты", ru="Вышел на пенсию", en="Retired"),
    EndReason.OWN_WISH: Text(kk="Өз қалауымен", ru="По своему желанию", en="By own wish"),
    EndReason.NOT_RENEWED: Text(kk="Мерзімі ұзартылмады", ru="Учёт не продлён", en="Not renewed"),
    EndReason.OTHER: Text(kk="Басқа себеп", ru="Другая причина", en="Another reason"),
}
NO_HEADLINE = Text(kk="Өзіңізді бір сөйлеммен таныстырыңыз", ru="Представьтесь одним предложением", en="Introduce yourself in one sentence")
NO_OCCUPATION = Text(kk="Кім болып жұмыс істегіңіз келетінін көрсетіңіз", ru="Укажите, кем хотите работать", en="Say what work you are looking for")
NO_WORK = Text(kk="Бұрынғы жұмыстарыңызды қосыңыз", ru="Добавьте прежние места работы", en="Add the jobs you have held")
NO_EDUCATION = Text(kk="Біліміңізді қосыңыз", ru="Добавьте образование", en="Add your education")
NO_SKILLS = Text(kk="Дағдыларыңызды қосыңыз", ru="Добавьте навыки", en="Add your skills")
NO_LANGUAGES = Text(kk="Білетін тілдеріңізді қосыңыз", ru="Добавьте языки, которыми владеете", en="Add the languages you speak")
NO_WISHES = Text(
    kk="Жалақы мен жұмыс уақыты туралы тілегіңізді жазыңыз", ru="Напишите пожелания к оплате и графику", en="Say what pay and hours you wish for"
)

IIN_WRONG = Message(
    "iin_wrong",
    Text(
        kk="ЖСН 12 саннан тұрады. Жеке куәлігіңіздегі нөмірді қайта жазыңыз",
        ru="ИИН состоит из 12 цифр. Перепишите номер из удостоверения личности",
        en="An IIN has 12 digits. Copy the number from your identity card",
    ),
)
IIN_REGISTERED = Message(
    "iin_registered",
    Text(
        kk="Бұл адам биржада бар. Кіре алмаса, өңірінің бөлімшесіне жеке куәлігімен барсын.",
        ru="Этот человек уже есть на бирже. Если войти не удаётся, нужно обратиться в отделение с удостоверением личности.",
        en="This person is already on the exchange. If signing in fails, the office helps on showing an identity card.",
    ),
)
NAME_MISSING = Message("name_missing", Text(kk="Тегі мен атын жазыңыз", ru="Напишите фамилию и имя", en="Write the family name and the given name"))
PHONE_WRONG = Message(
    "phone_wrong",
    Text(
        kk="Телефонды толық жазыңыз, мысалы: +7 700 000 00 00",
        ru="Напишите телефон полностью, например: +7 700 000 00 00",
        en="Write the whole phone number, for example +7 700 000 00 00",
    ),
)
REGION_UNKNOWN = Message("region_unknown", Text(kk="Өңірді тізімнен таңдаңыз", ru="Выберите регион из списка", en="Choose a region from the list"))
DISTRICT_UNKNOWN = Message(
    "district_unknown",
    Text(
        kk="Осы өңірдің ауданын немесе қаласын таңдаңыз", ru="Выберите район или город этого региона", en="Choose a district or city of this region"
    ),
)
REGISTERED_IN_REGION = Message(
    "registered_in_region",
    Text(
        kk="Сіз осы өңірдің бөлімшесінде тіркелгенсіз. Алдымен тіркеуден шығып, содан кейін өңірді ауыстырыңыз.",
        ru="Вы стоите на учёте в отделении этого региона. Сначала снимитесь с учёта, потом смените регион.",
        en="You are registered at the office of this region. End the registration first, then change the region.",
    ),
)
ALREADY_REGISTERED = Message(
    "already_registered",
    Text(kk="Бұл адам тіркеуде тұр.", ru="Этот человек уже стоит на учёте.", en="This person is already registered."),
)
OTHER_OFFICE = Message(
    "other_office",
    Text(kk="Бөлімше адамның өңірінде болуы керек.", ru="Отделение должно быть в регионе человека.", en="The office must be in the person's region."),
)
REASON_MISSING = Message("reason_missing", Text(kk="Себебін жазыңыз", ru="Укажите причину", en="Give the reason"))
TOO_LONG = Message(
    "too_long", Text(kk="Қысқартыңыз: ең көбі {most} таңба", ru="Сократите: не больше {most} знаков", en="Shorten this to {most} characters")
)
TOO_MANY = Message("too_many", Text(kk="Ең көбі: {most}", ru="Не больше: {most}", en="At most {most}"))
CONTACT_IN_TEXT = Message(
    "contact_in_text",
    Text(
        kk="Мәтіннен телефонды, поштаны және ЖСН-ды алып тастаңыз. Жұмыс беруші оларды сіз келіскенде ғана көреді",
        ru="Уберите из текста телефон, почту и ИИН. Работодатель увидит их, только когда вы согласитесь",
        en="Take phone numbers, email addresses and the IIN out of the text. An employer sees them only when you agree",
    ),
)
NOT_LISTED = Message("not_listed", Text(kk="Тізімнен таңдаңыз", ru="Выберите из списка", en="Choose from the list"))
TITLE_MISSING = Message("title_missing", Text(kk="Кім болып істегеніңізді жазыңыз", ru="Напишите, кем вы работали", en="Say what you worked as"))
DATES_WRONG = Message(
    "dates_wrong",
    Text(kk="Аяқталған күні басталған күнінен ерте", ru="День окончания раньше дня начала", en="The last day is before the first day"),
)
DATE_AHEAD = Message("date_ahead", Text(kk="Бұл күн әлі келген жоқ", ru="Этот день ещё не наступил", en="This day has not come yet"))
DATE_EARLY = Message("date_early", Text(kk="Бұл күн тым ерте", ru="Этот день слишком давно", en="This day is too long ago"))
YEAR_WRONG = Message("year_wrong", Text(kk="Жылды төрт санмен жазыңыз", ru="Напишите год четырьмя цифрами", en="Write the year with four digits"))
PAY_WRONG = Message(
    "pay_wrong", Text(kk="Айлық жалақыны теңгемен жазыңыз", ru="Напишите месячную оплату в тенге", en="Write the monthly pay in tenge")
)
KEPT_BY_LAW = Text(
    kk="Жұмысқа орналасу және тіркеу кезеңдері туралы жазбалар аты-жөнсіз сақталады: есеп пен тексеру үшін заң талап етеді.",
    ru="Записи о трудоустройстве и периодах учёта сохраняются без имени: этого требует закон для отчётности и проверок.",
    en="Records of placements and periods on the register are kept without a name: the law requires them for accounts and inspection.",
)
