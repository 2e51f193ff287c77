"""What offices say in three languages: levels, names, refusals."""

from labour_exchange.foundation.texts import Message, Text
from labour_exchange.offices.states import OfficeLevel

LEVELS = {
    OfficeLevel.NATIONAL: Text(kk="Республикалық", ru="Республиканский", en="National"),
    OfficeLevel.REGIONAL: Text(kk="Өңірлік", ru="Региональный", en="Regional"),
    OfficeLevel.LOCAL: Text(kk="Жергілікті", ru="Местный", en="Local"),
}
NATIONAL_OFFICE = Text(
    kk="Жұмыспен қамту қызметінің республикалық кеңсесі",
    ru="Республиканское управление службы занятости",
    en="National office of the employment service",
)
REGIONAL_OFFICE = Text(
    kk="Жұмыспен қамту бөлімшесі: {region}",
    ru="Отделение занятости: {region}",
    en="Employment office: {region}",
)
UNKNOWN_REGION = Message("unknown_region", Text(kk="Мұндай өңір жоқ.", ru="Такого региона нет.", en="There is no such region."))
UNKNOWN_DISTRICT = Message(
    "unknown_district",
    Text(kk="Бұл өңірде мұндай аудан жоқ.", ru="В этом регионе нет такого района.", en="There is no such district in this region."),
)
NO_NAME = Message(
    "office_without_name",
    Text(
        kk="Бөлімшенің атауын үш тілде жазыңыз.",
        ru="Напишите название отделения на трёх языках.",
        en="Write the name of the office in three languages.",
    ),
)
NOT_OFFICE_STAFF = Message(
    "not_office_staff",
    Text(
        kk="Бөлімшеге тек қызметкер тіркелгісі тағайындалады.",
        ru="В отделение назначается только учётная запись сотрудника.",
        en="Only a staff account is appointed at an office.",
    ),
)
