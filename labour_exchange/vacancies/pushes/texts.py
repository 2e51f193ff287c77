"""Why a vacancy of an agency was not taken, each with what to do about it."""

from labour_exchange.foundation.texts import Message, Text

EXTERNAL_ID_WRONG = Message(
    "external_id_wrong",
    Text(
        kk="external_id мәні латын әріптерінен, цифрлардан және . _ : ~ - белгілерінен тұрады, ең көбі 200 таңба.",
        ru="external_id состоит из латинских букв, цифр и знаков . _ : ~ -, не больше 200.",
        en="An external_id consists of Latin letters, digits and . _ : ~ -, at most 200 of them.",
    ),
)
UNKNOWN_FIELD = Message(
    "unknown_field",
    Text(
        kk="Мұндай өріс жоқ: {name}. Атауын құжаттамадан тексеріңіз.",
        ru="Такого поля нет: {name}. Сверьте имя с документацией.",
        en="There is no such field: {name}. Check its name in the documentation.",
    ),
)
EMPLOYER_MISSING = Message(
    "employer_missing",
    Text(
        kk="Жұмыс берушінің БСН-ін employer_bin өрісіне жазыңыз.",
        ru="Укажите БИН работодателя в поле employer_bin.",
        en="Name the employer by its BIN in the field employer_bin.",
    ),
)
EMPLOYER_UNKNOWN = Message(
    "employer_unknown",
    Text(
        kk="Бұл БСН биржада тіркелмеген. Жұмыс берушіге тіркеліп, сізге өкілеттік беруді ұсыныңыз, содан кейін қайта жіберіңіз.",
        ru="Работодатель с этим БИН не зарегистрирован на бирже. Предложите ему зарегистрироваться и дать вам полномочия, затем отправьте снова.",
        en="No employer with this BIN is registered. Ask it to register and to give you a mandate, then send the vacancy again.",
    ),
)
NO_MANDATE = Message(
    "no_mandate",
    Text(
        kk="Бұл жұмыс беруші сізге бос орын жариялау өкілеттігін бермеген немесе оны қайтарып алған. Одан өкілеттік сұраңыз.",
        ru="Этот работодатель не давал вам полномочий публиковать вакансии или отозвал их. Попросите у него полномочия.",
        en="This employer has given you no mandate to post vacancies, or has withdrawn it. Ask the employer for one.",
    ),
)
EMPLOYER_REFUSED = Message(
    "employer_not_verified",
    Text(
        kk="Бөлімше бұл жұмыс берушіні растамады. Жұмыс беруші бөлімшеге тіркеу туралы куәлікпен хабарлассын.",
        ru="Отделение не подтвердило этого работодателя. Ему нужно обратиться туда со свидетельством о регистрации.",
        en="The office has not verified this employer. The employer should go there with its certificate of registration.",
    ),
)
EMPLOYER_CHANGED = Message(
    "employer_changed",
    Text(
        kk="Бұл external_id басқа жұмыс берушінің бос орнына берілген. Жаңа external_id қолданыңыз.",
        ru="Этот external_id принадлежит вакансии другого работодателя. Используйте новый external_id.",
        en="This external_id belongs to a vacancy of another employer. Use a new external_id.",
    ),
)
EXPIRED_REMEDY = Text(
    kk="Мерзімі өтті. apply_by_on өрісіне жаңа күн жазып, қайта жіберіңіз.",
    ru="Срок истёк. Укажите в apply_by_on новый день и отправьте снова.",
    en="It has expired. Send it again with a new day in apply_by_on.",
)
WITHDRAWN_REMEDY = Text(
    kk="Бос орын алынып тасталған. Сіз алған болсаңыз, қайта жіберіңіз; жұмыс беруші алған болса, одан сұраңыз.",
    ru="Вакансия снята. Если её сняли вы, отправьте снова; если работодатель – спросите его.",
    en="It was withdrawn. If you withdrew it, send it again; if the employer did, ask the employer.",
)
