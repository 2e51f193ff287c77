"""What employers are told: names of their states, and why something was refused."""

from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.texts import Message, Text

STATES = {
    EmployerState.UNCLAIMED: Text(kk="Иесі анықталмаған", ru="Не подтверждён владельцем", en="Not claimed yet"),
    EmployerState.CLAIMED: Text(kk="Тексеруді күтуде", ru="Ждёт проверки", en="Waiting to be verified"),
    EmployerState.VERIFIED: Text(kk="Тексерілген", ru="Проверен", en="Verified"),
    EmployerState.REFUSED: Text(kk="Тексеруден өтпеді", ru="Не прошёл проверку", en="Not verified"),
    EmployerState.CLOSED: Text(kk="Жабық", ru="Закрыт", en="Closed"),
}
BIN_WRONG = Message(
    "bin_wrong",
    Text(
        kk="БСН 12 цифрдан тұрады. Куәліктегі нөмірмен салыстырыңыз.",
        ru="БИН состоит из 12 цифр. Сверьте его со свидетельством о регистрации.",
        en="A BIN has 12 digits. Compare it with your registration certificate.",
    ),
)
BIN_TAKEN = Message(
    "bin_taken",
    Text(
        kk="Бұл БСН тіркелген. Жұмыс берушінің есептік жазбасына қосуды әріптесіңізден сұраңыз.",
        ru="Этот БИН уже зарегистрирован. Попросите коллегу добавить вас к работодателю.",
        en="This BIN is registered already. Ask a colleague to add you to the employer.",
    ),
)
NAME_MISSING = Message("name_missing", Text(kk="Атауын жазыңыз.", ru="Укажите название.", en="Give the name."))
REGION_UNKNOWN = Message("region_unknown", Text(kk="Өңірді тізімнен таңдаңыз.", ru="Выберите регион из списка.", en="Choose a region from the list."))
PLACE_MISSING = Message(
    "place_missing",
    Text(kk="Жұмыс орнының мекенжайын жазыңыз.", ru="Укажите адрес места работы.", en="Give the address of the place of work."),
)
DISTRICT_UNKNOWN = Message(
    "district_unknown",
    Text(
        kk="Осы өңірдің ауданын немесе қаласын таңдаңыз.",
        ru="Выберите район или город этого региона.",
        en="Choose a district or city of this region.",
    ),
)
WEBSITE_WRONG = Message(
    "website_wrong",
    Text(
        kk="Сайт мекенжайы https:// деп басталады, мысалы: https://example.kz",
        ru="Адрес сайта начинается с https://, например: https://example.kz",
        en="A web address begins with https://, for example https://example.kz",
    ),
)
REFUSAL_REASON_MISSING = Message(
    "reason_missing",
    Text(
        kk="Себебін жазыңыз: жұмыс беруші оны көреді.",
        ru="Напишите причину: её увидит работодатель.",
        en="Give the reason: the employer will read it.",
    ),
)
NOT_VERIFIED = Message(
    "employer_not_verified",
    Text(
        kk="Мұны тексерілген жұмыс беруші ғана істей алады. Бөлімшенің тексеруін күтіңіз.",
        ru="Это доступно только проверенному работодателю. Дождитесь проверки отделением.",
        en="Only a verified employer can do this. Wait until the office has checked you.",
    ),
)
NOT_CLAIMABLE = Message(
    "not_claimable",
    Text(
        kk="Бұл жұмыс берушінің иесі анықталған.",
        ru="Владелец этого работодателя уже определён.",
        en="This employer already belongs to somebody.",
    ),
)
CLAIMED_ALREADY = Message(
    "claimed_already",
    Text(kk="Өтініміңіз бөлімшеге жіберілген.", ru="Ваша заявка уже в отделении.", en="The office has your claim already."),
)
CLAIM_REASON_MISSING = Message(
    "claim_reason_missing",
    Text(
        kk="Бұл хабарландырулар сіздікі екенін неден білуге болады? Бір сөйлеммен жазыңыз.",
        ru="Напишите одним предложением, по чему видно, что эти объявления ваши.",
        en="Say in one sentence how the office can tell that these advertisements are yours.",
    ),
)
CLAIM_DECIDED = Message(
    "claim_decided", Text(kk="Бұл өтінімге жауап берілген.", ru="На эту заявку уже ответили.", en="This claim has been answered already.")
)
ANSWER_MISSING = Message(
    "answer_missing",
    Text(
        kk="Бас тарту себебін жазыңыз: жұмыс беруші оны көреді.",
        ru="Напишите причину отказа: её увидит работодатель.",
        en="Say why you refuse: the employer will read it.",
    ),
)
LAST_OWNER = Message(
    "last_owner",
    Text(
        kk="Жалғыз иесін алып тастауға болмайды.",
        ru="Единственного владельца убрать нельзя.",
        en="The only owner cannot be removed.",
    ),
)
