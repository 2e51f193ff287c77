"""The reasons of a match in words: for the person who looks for work, and for those who look at a candidate."""

from labour_exchange.foundation.texts import Message, Text

# {names} are looked up in the classifications and put at the end, so that no Kazakh suffix hangs on them.
REASONS = {
    "occupation_same": Text(kk="Кәсібі сәйкес: {names}", ru="Та же профессия: {names}", en="Same occupation: {names}"),
    "occupation_near": Text(kk="Жақын кәсіп: {names}", ru="Близкая профессия: {names}", en="Related occupation: {names}"),
    "skills_required": Text(
        kk="Керек дағдылар: {held} / {asked}. {names}",
        ru="Нужные навыки: {held} из {asked}. {names}",
        en="Required skills: {held} of {asked}. {names}",
    ),
    "skills_wished": Text(
        kk="Қалаулы дағдылар: {held} / {asked}. {names}",
        ru="Желательные навыки: {held} из {asked}. {names}",
        en="Wished skills: {held} of {asked}. {names}",
    ),
    "remote": Text(kk="Қашықтан жұмыс", ru="Можно работать из дома", en="Work from home"),
    "same_district": Text(kk="Тұратын жері: {names}", ru="Там, где вы живёте: {names}", en="Where the person lives: {names}"),
    "same_region": Text(kk="Өз өңірі: {names}", ru="Свой регион: {names}", en="Own region: {names}"),
    "distance": Text(kk="Ара қашықтығы: {kilometres} км", ru="Расстояние: {kilometres} км", en="Distance: {kilometres} km"),
    "ready_to_move": Text(kk="Көшуге дайын өңір: {names}", ru="Готовность переехать: {names}", en="Ready to move to: {names}"),
    "elsewhere": Text(kk="Басқа өңір: {names}", ru="Другой регион: {names}", en="Another region: {names}"),
    "pay_unknown": Text(kk="Жалақысы көрсетілмеген", ru="Оплата не указана", en="The pay is not stated"),
    "pay_met": Text(kk="Жалақысы қалағандай", ru="Оплата не ниже желаемой", en="The pay is as wished"),
    "pay_below": Text(kk="Жалақысы қалағаннан төмен: −{short} %", ru="Оплата ниже желаемой: −{short} %", en="The pay is below the wish: −{short}%"),
    "hours_met": Text(kk="Жұмыс уақыты сәйкес: {names}", ru="Подходящий график: {names}", en="Hours as wished: {names}"),
    "hours_missed": Text(kk="Жұмыс уақыты басқа: {names}", ru="Другой график: {names}", en="Other hours than wished: {names}"),
    "kind_met": Text(kk="Жұмыс түрі сәйкес: {names}", ru="Подходящий вид занятости: {names}", en="Kind of employment as wished: {names}"),
    "kind_missed": Text(kk="Жұмыс түрі басқа: {names}", ru="Другой вид занятости: {names}", en="Another kind of employment: {names}"),
    "experience_met": Text(
        kk="Тәжірибесі жетеді: {held} жыл, сұралатыны: {asked}",
        ru="Опыта достаточно: лет — {held}, нужно — {asked}",
        en="Enough experience: {held} years, {asked} asked",
    ),
    "experience_short": Text(
        kk="Тәжірибесі аздау: {held} жыл, сұралатыны: {asked}",
        ru="Опыта меньше, чем нужно: лет — {held}, нужно — {asked}",
        en="Less experience than asked: {held} of {asked} years",
    ),
    "education_met": Text(kk="Білім деңгейі жетеді: {names}", ru="Образование подходит: {names}", en="Enough education: {names}"),
    "education_short": Text(kk="Сұралатын білім деңгейі: {names}", ru="Нужно образование: {names}", en="Asks for education: {names}"),
    "licences_met": Text(kk="Керек рұқсат құжаты бар: {names}", ru="Нужное удостоверение есть: {names}", en="Holds the licence: {names}"),
    "licence_missing": Text(
        kk="Профильде жоқ рұқсат құжаты: {names}",
        ru="Нужно удостоверение, которого нет в профиле: {names}",
        en="Asks for a licence that is not in the profile: {names}",
    ),
    "languages_met": Text(kk="Керек тілдерді біледі: {names}", ru="Нужные языки есть: {names}", en="Speaks the languages: {names}"),
    "language_missing": Text(
        kk="Профильде жоқ тіл: {names}",
        ru="Нужен язык, которого нет в профиле: {names}",
        en="Asks for a language that is not in the profile: {names}",
    ),
    "quota": Text(
        kk="Мүгедектігі бар адамдарға арналған квота",
        ru="Место по квоте для людей с инвалидностью",
        en="A post under the quota for people with disabilities",
    ),
    "nobody_yet": Text(kk="Әзірге ешкім өтінім бермеген", ru="Пока никто не откликнулся", en="Nobody has applied yet"),
    "crowded": Text(kk="Бір орынға өтінім саны: {each}", ru="Откликов на одно место: {each}", en="Applications for each post: {each}"),
}
# What a person could change; how many vacancies it opens is said after it.
CHANGES = {
    "licences": Text(kk="Рұқсат құжаты: {name}", ru="Удостоверение: {name}", en="Licence: {name}"),
    "skills": Text(kk="Дағды: {name}", ru="Навык: {name}", en="Skill: {name}"),
    "languages": Text(kk="Тіл: {name}", ru="Язык: {name}", en="Language: {name}"),
    "education": Text(kk="Білім деңгейі: {name}", ru="Образование: {name}", en="Education: {name}"),
    "place": Text(kk="Көшуге дайын өңір: {name}", ru="Готовность переехать: {name}", en="Ready to move to: {name}"),
    "hours": Text(kk="Жұмыс уақыты: {name}", ru="Ещё и график: {name}", en="Also these hours: {name}"),
    "pay": Text(kk="Қалаған жалақы: {name}", ru="Желаемая оплата: {name}", en="Pay wished for: {name}"),
}
# What a reason is about, without its figures: for the office that looks at the vacancy.
SUBJECTS = {
    ("occupation_same", "occupation_near"): Text(kk="Кәсібі", ru="Профессия", en="Occupation"),
    ("skills_required", "skills_wished"): Text(kk="Дағдылар", ru="Навыки", en="Skills"),
    ("remote", "same_district", "same_region", "distance", "ready_to_move", "elsewhere"): Text(
        kk="Жұмыс орны", ru="Место работы", en="Place of work"
    ),
    ("pay_unknown", "pay_met", "pay_below"): Text(kk="Жалақысы", ru="Оплата", en="Pay"),
    ("hours_met", "hours_missed"): Text(kk="Жұмыс уақыты", ru="График", en="Working hours"),
    ("kind_met", "kind_missed"): Text(kk="Жұмыс түрі", ru="Вид занятости", en="Kind of employment"),
    ("experience_met", "experience_short"): Text(kk="Тәжірибе", ru="Опыт", en="Experience"),
    ("education_met", "education_short"): Text(kk="Білім деңгейі", ru="Образование", en="Education"),
    ("licences_met", "licence_missing"): Text(kk="Рұқсат құжаты", ru="Удостоверение", en="Licence"),
    ("languages_met", "language_missing"): Text(kk="Тіл", ru="Язык", en="Language"),
    ("quota",): Text(kk="Квота", ru="Квота", en="Quota"),
    ("nobody_yet", "crowded"): Text(kk="Өтінім саны", ru="Число откликов", en="Number of applications"),
}
NOT_YOUR_SUGGESTION = Message(
    "not_your_suggestion",
    Text(kk="Бұл ұсыныс сізге арналмаған.", ru="Это предложение не для вас.", en="This suggestion is not yours."),
)
