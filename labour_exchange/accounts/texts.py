"""What accounts say in three languages: refusals, kinds of user, what people agree to."""

from labour_exchange.accounts.rules.passwords import SHORTEST, Weakness
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.texts import Message, Text

WRONG_CREDENTIALS = Message(
    "wrong_credentials",
    Text(
        kk="Пошта мекенжайы немесе құпиясөз дұрыс емес.",
        ru="Адрес почты или пароль указаны неверно.",
        en="The email address or the password is not right.",
    ),
)
CONFIRM_FIRST = Message(
    "confirm_first",
    Text(
        kk="Алдымен пошта мекенжайыңызды растаңыз. Сілтемесі бар хатты қайта жібердік.",
        ru="Сначала подтвердите адрес почты. Мы ещё раз отправили письмо со ссылкой.",
        en="Please confirm your email address first. We have sent the letter with the link again.",
    ),
)
ACCOUNT_BLOCKED = Message(
    "account_blocked",
    Text(
        kk="Бұл тіркелгі бұғатталған. Себебін білу үшін өңіріңіздің бөлімшесіне хабарласыңыз.",
        ru="Эта учётная запись заблокирована. О причине спросите в отделении вашего региона.",
        en="This account is blocked. Ask the office of your region for the reason.",
    ),
)
TOO_MANY_TRIES = Message(
    "too_many_tries",
    Text(
        kk="Әрекет тым көп болды. Мына уақыттан кейін қайталаңыз: {seconds} с.",
        ru="Слишком много попыток. Повторите через {seconds} с.",
        en="Too many tries. Please try again in {seconds} s.",
    ),
)
BUSY = Message(
    "busy",
    Text(
        kk="Қазір жүйеге кіріп жатқандар көп. Бірнеше секундтан кейін қайталаңыз.",
        ru="Сейчас входит слишком много людей. Повторите через несколько секунд.",
        en="Too many people are signing in at this moment. Please try again in a few seconds.",
    ),
)
LINK_NOT_VALID = Message(
    "link_not_valid",
    Text(
        kk="Бұл сілтеме ескірген немесе пайдаланылған. Жаңасын сұраңыз.",
        ru="Эта ссылка устарела или уже использована. Запросите новую.",
        en="This link is out of date or has been used. Please ask for a new one.",
    ),
)
WRONG_PASSWORD = Message(
    "wrong_password",
    Text(kk="Қазіргі құпиясөз дұрыс емес.", ru="Нынешний пароль указан неверно.", en="The present password is not right."),
)
WRONG_CODE = Message(
    "wrong_code",
    Text(
        kk="Код дұрыс емес немесе пайдаланылған. Қосымшадағы жаңа кодты жазыңыз.",
        ru="Код неверен или уже использован. Введите новый код из приложения.",
        en="The code is not right or has been used. Write the new code that the app shows.",
    ),
)
ADDRESS_TAKEN = Message(
    "address_taken",
    Text(
        kk="Бұл пошта мекенжайымен тіркелгі бар.",
        ru="Учётная запись с этим адресом уже есть.",
        en="There is already an account with this address.",
    ),
)
NOT_AN_ADDRESS = Message(
    "not_an_address",
    Text(
        kk="Пошта мекенжайын толық жазыңыз, мысалы: aigul@example.kz",
        ru="Напишите адрес почты полностью, например: aigul@example.kz",
        en="Write the whole email address, for example aigul@example.kz",
    ),
)
NOT_STAFF = Message(
    "not_staff",
    Text(
        kk="Шақыруды тек қызметкерге жіберуге болады.",
        ru="Приглашение отправляется только сотрудникам.",
        en="Only members of staff are invited.",
    ),
)
NOT_AN_IIN = Message(
    "not_an_iin",
    Text(
        kk="ЖСН 12 саннан тұрады. Жеке куәлігіңіздегі нөмірді тексеріп, қайта жазыңыз",
        ru="ИИН состоит из 12 цифр. Сверьте его с удостоверением личности и напишите ещё раз",
        en="An IIN has 12 digits. Check it against your identity card and write it again",
    ),
)
NOT_A_BIN = Message(
    "not_a_bin",
    Text(
        kk="БСН 12 саннан тұрады. Ұйымның тіркеу анықтамасындағы нөмірді тексеріп, қайта жазыңыз",
        ru="БИН состоит из 12 цифр. Сверьте его со справкой о регистрации организации и напишите ещё раз",
        en="A BIN has 12 digits. Check it against the registration certificate and write it again",
    ),
)
WEAKNESSES = {
    Weakness.TOO_SHORT: Message(
        "password_too_short",
        Text(
            kk=f"Құпиясөзде кемінде {SHORTEST} таңба болсын. Бірнеше сөзден құрау оңай",
            ru=f"Нужно не меньше {SHORTEST} знаков. Легко запомнить несколько слов подряд",
            en=f"Use at least {SHORTEST} characters. Several words in a row are easy to remember",
        ),
    ),
    Weakness.TOO_LONG: Message(
        "password_too_long",
        Text(kk="Құпиясөз 200 таңбадан аспасын", ru="Пароль не длиннее 200 знаков", en="Use at most 200 characters"),
    ),
    Weakness.COMMON: Message(
        "password_common",
        Text(
            kk="Мұндай құпиясөзді көп адам қолданады, оны табу оңай. Басқасын ойлап табыңыз",
            ru="Такой пароль у многих, его легко подобрать. Придумайте другой",
            en="Many people use this password and it is easy to guess. Think of another",
        ),
    ),
    Weakness.OWN_ADDRESS: Message(
        "password_own_address",
        Text(
            kk="Пошта мекенжайыңыз құпиясөз бола алмайды",
            ru="Адрес почты не может быть паролем",
            en="Your email address cannot be the password",
        ),
    ),
}
KINDS = {
    ActorKind.VISITOR: Text(kk="Қонақ", ru="Посетитель", en="Visitor"),
    ActorKind.JOBSEEKER: Text(kk="Жұмыс іздеуші", ru="Соискатель", en="Jobseeker"),
    ActorKind.EMPLOYER: Text(kk="Жұмыс беруші", ru="Работодатель", en="Employer"),
    ActorKind.AGENCY: Text(kk="Жұмыспен қамту агенттігі", ru="Агентство занятости", en="Employment agency"),
    ActorKind.OFFICE: Text(kk="Бөлімше қызметкері", ru="Сотрудник отделения", en="Office staff"),
    ActorKind.APPROVER: Text(kk="Бөлімшедегі бекітуші", ru="Утверждающий в отделении", en="Office approver"),
    ActorKind.ANALYST: Text(kk="Министрлік талдаушысы", ru="Аналитик министерства", en="Ministry analyst"),
    ActorKind.ADMINISTRATOR: Text(kk="Әкімші", ru="Администратор", en="Administrator"),
    ActorKind.SYSTEM: Text(kk="Биржаның өзі", ru="Сама биржа", en="The exchange itself"),
}
