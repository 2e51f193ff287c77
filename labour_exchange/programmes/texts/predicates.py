"""What each predicate asks, in words; a refusal sets the person's own figure beside it."""

from labour_exchange.foundation.texts import Text

REQUIREMENTS = {
    "age_between": Text(kk="жасы {least}–{most}", ru="возраст от {least} до {most}", en="aged {least} to {most}"),
    "category_in": Text(kk="санаты: {categories}", ru="категория: {categories}", en="category: {categories}"),
    "days_registered_at_least": Text(
        kk="тіркеуде кемінде {days} күн болуы керек", ru="на учёте не меньше дней: {days}", en="registered for at least {days} days"
    ),
    "education_at_most": Text(kk="білім деңгейі ең көбі: {level}", ru="образование не выше: {level}", en="education at most: {level}"),
    "education_at_least": Text(kk="білім деңгейі кемінде: {level}", ru="образование не ниже: {level}", en="education at least: {level}"),
    "rural": Text(kk="ауылда тұрады", ru="живёт в сельской местности", en="lives in a rural place"),
    "region_in": Text(kk="өңірі: {regions}", ru="регион: {regions}", en="region: {regions}"),
    "has_plan": Text(kk="жеке жоспары бар", ru="есть индивидуальный план", en="has an individual plan"),
    "has_business_plan": Text(kk="бизнес-жоспары бар", ru="есть бизнес-план", en="has a business plan"),
    "has_disability": Text(kk="мүгедектігі бар", ru="есть инвалидность", en="has a disability"),
    "ready_to_move": Text(kk="басқа өңірге көшуге дайын", ru="готовность к переезду", en="ready to move to another region"),
    "graduate_within_years": Text(
        kk="оқуды бітіргеніне ең көбі {years} жыл", ru="после окончания учёбы не больше лет: {years}", en="graduated at most {years} years ago"
    ),
    "experience_at_most": Text(
        kk="жұмыс өтілі ең көбі {months} ай", ru="стаж не больше месяцев: {months}", en="at most {months} months of work experience"
    ),
    "household_at_least": Text(
        kk="отбасында кемінде {people} адам", ru="человек в семье не меньше: {people}", en="at least {people} people in the household"
    ),
    "household_income_at_most": Text(
        kk="отбасының бір мүшесіне айына ең көбі {tenge} ₸",
        ru="доход на человека в месяц не больше {tenge} ₸",
        en="a household income of at most {tenge} ₸ a person and month",
    ),
    "open_measures_at_most": Text(
        kk="бір мезгілде қатысатын шара саны ең көбі {count}", ru="одновременно открытых мер не больше: {count}", en="at most {count} open measures"
    ),
    "times_in_measure_at_most": Text(
        kk="осы шараға бұрын ең көбі {times} рет қатысқан",
        ru="прежних участий в этой мере не больше: {times}",
        en="took part in this measure at most {times} times before",
    ),
    "not_in_measure_within_days": Text(
        kk="соңғы шарадан кейін {days} күннен көп өтті",
        ru="после прошлой меры прошло дней больше: {days}",
        en="more than {days} days since the last measure",
    ),
}
"""Each a statement about the person that the measure asks for."""
REFUSALS = {
    "age_between": Text(
        kk="жасыңыз: {had}, шара талабы: {least}–{most}",
        ru="вам {had} лет, мера — от {least} до {most}",
        en="aged {had}, the measure is for {least} to {most}",
    ),
    "category_in": Text(
        kk="санатыңыз: {had}, шара талабы: {categories}",
        ru="ваша категория: {had}, мера для: {categories}",
        en="registered as: {had}, the measure is for: {categories}",
    ),
    "days_registered_at_least": Text(
        kk="тіркеуде болған күндер: {had}, шара талабы: {days}",
        ru="дней на учёте: {had}, мера требует: {days}",
        en="registered for {had} days, the measure asks for {days}",
    ),
    "education_at_most": Text(
        kk="білім деңгейіңіз: {had}, шара талабы ең көбі: {level}",
        ru="ваше образование: {had}, мера — не выше: {level}",
        en="education: {had}, the measure is for at most: {level}",
    ),
    "education_at_least": Text(
        kk="білім деңгейіңіз: {had}, шара талабы кемінде: {level}",
        ru="ваше образование: {had}, мера — не ниже: {level}",
        en="education: {had}, the measure asks for at least: {level}",
    ),
    "rural": Text(
        kk="қалада тұрасыз, шара ауыл тұрғындарына арналған",
        ru="вы живёте в городе, мера для сельских жителей",
        en="lives in a town, the measure is for rural places",
    ),
    "region_in": Text(
        kk="өңіріңіз: {had}, шара мына жерлерде беріледі: {regions}",
        ru="ваш регион: {had}, мера действует в: {regions}",
        en="lives in {had}, the measure is given in: {regions}",
    ),
    "has_plan": Text(
        kk="жеке жоспарыңыз әлі жоқ, шараға ол қажет",
        ru="индивидуального плана ещё нет, мера его требует",
        en="no individual plan yet, the measure asks for one",
    ),
    "has_business_plan": Text(
        kk="бизнес-жоспар әлі жоқ, шараға ол қажет", ru="бизнес-плана ещё нет, мера его требует", en="no business plan yet, the measure asks for one"
    ),
    "has_disability": Text(
        kk="шара мүгедектігі бар адамдарға арналған", ru="мера для людей с инвалидностью", en="the measure is for people with a disability"
    ),
    "ready_to_move": Text(
        kk="бейініңізде көшуге дайын өңірлер көрсетілмеген",
        ru="в профиле не указаны регионы для переезда",
        en="the profile names no region to move to",
    ),
    "graduate_within_years": Text(
        kk="оқуды бітіргеніңізге {had} жыл болды, шара талабы ең көбі: {years}",
        ru="лет после окончания учёбы: {had}, мера — не больше: {years}",
        en="graduated {had} years ago, the measure asks for at most {years}",
    ),
    "experience_at_most": Text(
        kk="жұмыс өтіліңіз, ай: {had}, шара талабы ең көбі: {months}",
        ru="стаж, месяцев: {had}, мера — не больше: {months}",
        en="{had} months of work experience, the measure asks for at most {months}",
    ),
    "household_at_least": Text(
        kk="отбасындағы адам саны: {had}, шара талабы кемінде: {people}",
        ru="человек в семье: {had}, мера — не меньше: {people}",
        en="{had} people in the household, the measure asks for at least {people}",
    ),
    "household_income_at_most": Text(
        kk="бір адамға шаққандағы табыс: {had} ₸, шара талабы ең көбі: {tenge} ₸",
        ru="доход на человека: {had} ₸, мера — не больше: {tenge} ₸",
        en="an income of {had} ₸ a person, the measure asks for at most {tenge} ₸",
    ),
    "open_measures_at_most": Text(
        kk="қатысып жүрген шаралар: {had}, шара талабы ең көбі: {count}",
        ru="открытых мер: {had}, допустимо: {count}",
        en="open measures: {had}, the measure allows {count}",
    ),
    "times_in_measure_at_most": Text(
        kk="бұрынғы қатысу саны: {had}, шара талабы ең көбі: {times}",
        ru="прежних участий: {had}, допустимо: {times}",
        en="took part {had} times before, the measure allows {times}",
    ),
    "not_in_measure_within_days": Text(
        kk="соңғы шарадан бері өткен күндер: {had}, қажеті {days} күннен көп",
        ru="дней после прошлой меры: {had}, нужно больше: {days}",
        en="{had} days since the last measure, the measure asks for more than {days}",
    ),
}
NEGATED = Text(
    kk="шара мұндай жағдайда берілмейді: {requirement}",
    ru="мера не предоставляется, если: {requirement}",
    en="the measure is not given when: {requirement}",
)
NONE_OF = Text(kk="біреуі де орындалмады: {parts}", ru="не выполнено ни одно из условий: {parts}", en="none of these holds: {parts}")
ONE_OF = Text(kk="мыналардың бірі: {parts}", ru="одно из условий: {parts}", en="one of: {parts}")
NOT = Text(kk="болмауы керек: {requirement}", ru="не должно быть: {requirement}", en="must not be so: {requirement}")
NOT_KNOWN = Text(kk="белгісіз", ru="неизвестно", en="not known")
