"""Texts of invented vacancies and profiles, put together by a small grammar of their own in each language."""

from random import Random

OPENINGS = {
    "kk": ("Ұжымымызға {title} керек.", "Тұрақты жұмысқа {title} іздейміз.", "Командамыз кеңейіп жатыр, {title} қажет."),
    "ru": ("В коллектив нужен работник: {title}.", "Ищем человека на должность: {title}.", "Мы растём, открыта должность: {title}."),
    "en": ("We are looking for a {title}.", "Our team needs a {title}.", "We are growing and have a place for a {title}."),
}
DUTIES = {
    "kk": (
        "Күнделікті жұмысты жоспарға сай орындау",
        "Құрал-жабдықты дұрыс пайдалану және күту",
        "Келушілермен сыпайы сөйлесу",
        "Есеп пен құжаттарды уақытында толтыру",
        "Қауіпсіздік ережелерін сақтау",
        "Жаңа қызметкерлерге көмектесу",
        "Жұмыс орнын таза ұстау",
    ),
    "ru": (
        "Выполнять ежедневную работу по плану",
        "Правильно пользоваться оборудованием и беречь его",
        "Вежливо общаться с посетителями",
        "Вовремя вести учёт и документы",
        "Соблюдать правила безопасности",
        "Помогать новым работникам",
        "Держать рабочее место в чистоте",
    ),
    "en": (
        "Do the daily work to plan",
        "Use and look after the equipment",
        "Be polite to visitors",
        "Keep records and papers up to date",
        "Follow the safety rules",
        "Help new colleagues",
        "Keep the workplace clean",
    ),
}
OFFERS = {
    "kk": ("Жалақы айына екі рет төленеді.", "Ыстық тамақ пен көлік беріледі.", "Жұмыс киімі тегін.", "Оқытамыз.", "Тұратын орын бар.", "Ұжым тату."),
    "ru": (
        "Зарплата два раза в месяц.",
        "Горячее питание и доставка на работу.",
        "Спецодежда за счёт предприятия.",
        "Научим.",
        "Есть жильё.",
        "Дружный коллектив.",
    ),
    "en": (
        "Paid twice a month.",
        "Hot meals and transport.",
        "Work clothes provided.",
        "Training on the job.",
        "Housing available.",
        "A friendly team.",
    ),
}
WISHES = {
    "kk": ("жауапкершілік", "ұқыптылық", "үйренуге ниет", "командада жұмыс істей білу"),
    "ru": ("ответственность", "аккуратность", "желание учиться", "умение работать в команде"),
    "en": ("responsibility", "care", "willingness to learn", "team spirit"),
}
ASKED = {"kk": "Бізге керегі: {wishes}.", "ru": "Нам важны: {wishes}.", "en": "We value {wishes}."}
SUMMARIES = {
    "kk": ("{years} жыл тәжірибем бар. Жұмысты ұқыпты орындаймын.", "Осы салада {years} жыл істедім, жаңаны тез үйренемін."),
    "ru": ("Опыт работы (лет): {years}. Работаю аккуратно.", "В профессии лет: {years}. Быстро учусь новому."),
    "en": ("{years} years of experience. I work with care.", "In this trade for {years} years; I learn fast."),
}


def vacancy_text(chance: Random, language: str, title: str) -> tuple[str, str]:
    """Description and requirements."""
    opening = chance.choice(OPENINGS[language]).format(title=title.lower() if language == "en" else title)
    duties = "\n".join(f"• {duty}" for duty in chance.sample(DUTIES[language], 4))
    offers = " ".join(chance.sample(OFFERS[language], 3))
    wishes = ", ".join(chance.sample(WISHES[language], 2))
    return f"{opening}\n\n{duties}\n\n{offers}", ASKED[language].format(wishes=wishes)


def profile_summary(chance: Random, language: str, years: int) -> str:
    return chance.choice(SUMMARIES[language]).format(years=years)
