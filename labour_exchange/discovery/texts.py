"""What the search says in three languages: why something was found, the names of facets, and what else could be tried."""

from labour_exchange.foundation.texts import Text

IN_TITLE = Text(kk="Атауында бар: {word}", ru="В названии: {word}", en="In the title: {word}")
IN_TEXT = Text(kk="Мәтінде бар: {word}", ru="В тексте: {word}", en="In the text: {word}")
OCCUPATION = Text(kk="Кәсіп дәл: {name}", ru="Та же профессия: {name}", en="The occupation: {name}")
OTHER_OCCUPATION = Text(kk="Кәсіптердің бірі: {name}", ru="Одна из профессий: {name}", en="One of its occupations: {name}")
SKILL = Text(kk="Дағды: {name}", ru="Навык: {name}", en="Skill: {name}")
FRESH = Text(kk="Жаңа хабарландыру", ru="Свежая вакансия", en="Newly published")
ANSWERS = Text(kk="Жұмыс беруші жауап береді", ru="Работодатель отвечает на отклики", en="The employer answers applications")
LIVES_THERE = Text(kk="Сол өңірде тұрады", ru="Живёт в этом регионе", en="Lives in this region")
ACTIVE = Text(kk="Жақында белсенді болған", ru="Недавно был на связи", en="Active lately")

REGION = Text(kk="Өңір", ru="Регион", en="Region")
OCCUPATIONS = Text(kk="Кәсіп", ru="Профессия", en="Occupation")
EMPLOYMENT_KIND = Text(kk="Жұмыс түрі", ru="Вид занятости", en="Kind of employment")
HOURS = Text(kk="Жұмыс уақыты", ru="Режим работы", en="Working hours")
EXPERIENCE = Text(kk="Тәжірибе", ru="Опыт", en="Experience")
SOURCE = Text(kk="Кім жариялады", ru="Кто опубликовал", en="Published by")
REMOTE = Text(kk="Жұмыс орны", ru="Где работать", en="Where to work")
AT_HOME = Text(kk="Үйден жұмыс істеуге болады", ru="Можно работать из дома", en="Can be done from home")
ACCESS = Text(kk="Қолжетімділік", ru="Доступность", en="Access")
QUOTA = Text(kk="Мүгедектігі бар адамдарға арналған квота", ru="Квота для людей с инвалидностью", en="Quota for people with disabilities")
EDUCATION = Text(kk="Білімі", ru="Образование", en="Education")

WITHOUT_PLACE = Text(kk="Бүкіл ел бойынша", ru="По всей стране", en="In the whole country")
WHOLE_REGION = Text(kk="Бүкіл өңір бойынша: {name}", ru="По всему региону: {name}", en="In the whole region: {name}")
WIDER = Text(kk="{km} км шеңберінде", ru="В пределах {km} км", en="Within {km} km")
WITHOUT_PAY = Text(kk="Жалақы шегінсіз", ru="С любой оплатой", en="With any pay")
WITHOUT_HOURS = Text(kk="Жұмыс уақыты кез келген", ru="С любым режимом работы", en="With any working hours")
WITHOUT_KIND = Text(kk="Жұмыс түрі кез келген", ru="С любым видом занятости", en="With any kind of employment")
WITHOUT_EXPERIENCE = Text(kk="Тәжірибе талабы кез келген", ru="С любым опытом", en="With any experience")
WITHOUT_REMOTE = Text(kk="Жұмыс орнына барып істеу де болады", ru="И не только удалённо", en="Not only remote")
WITHOUT_LICENCES = Text(kk="Құжат санаттарына қарамай", ru="С любыми правами и допусками", en="With any licences")
WITHOUT_EDUCATION = Text(kk="Білім талабы кез келген", ru="С любым образованием", en="With any education")
WITHOUT_LANGUAGES = Text(kk="Хабарландыру тілі кез келген", ru="На любом языке объявления", en="In any language of advertisement")
WITHOUT_DAYS = Text(kk="Кез келген күні жарияланған", ru="С любой датой публикации", en="Published on any day")
WITHOUT_EMPLOYER = Text(kk="Кез келген жұмыс берушіден", ru="У любого работодателя", en="From any employer")
WITHOUT_SOURCE = Text(kk="Кез келген көзден", ru="Из любого источника", en="From any source")
WITHOUT_QUOTA = Text(kk="Квотадан тыс орындар да", ru="И вне квоты", en="Outside the quota too")
WITHOUT_OTHERS = Text(kk="Осы жерде, басқа шартсыз", ru="Здесь же, без остальных условий", en="Here, without the other conditions")
WITHOUT_WORDS = Text(
    kk="Ешбір хабарландыруда жоқ сөздерсіз: {words}",
    ru="Без слов, которых нет ни в одном объявлении: {words}",
    en="Without words no advertisement has: {words}",
)
WITHOUT_WORD = Text(kk="«{word}» сөзінсіз", ru="Без слова «{word}»", en="Without the word “{word}”")
ANY_WORK_HERE = Text(kk="Осы өңірдегі кез келген жұмыс", ru="Любая работа в этом регионе", en="Any work in this region")
ANY_WORK = Text(kk="Бүкіл елдегі барлық бос орын", ru="Все вакансии страны", en="Every vacancy of the country")
ONLY_WORK = Text(kk="Тек осы жұмыс, бүкіл ел бойынша", ru="Только эта работа, по всей стране", en="Only this work, in the whole country")
RELATED_ANYWHERE = Text(
    kk="Ұқсас кәсіп, бүкіл ел бойынша: {name}",
    ru="Похожая профессия, по всей стране: {name}",
    en="A related occupation, in the whole country: {name}",
)
RELATED = Text(kk="Ұқсас кәсіп: {name}", ru="Похожая профессия: {name}", en="A related occupation: {name}")

OCCUPATION_IS = Text(kk="Кәсіп: {name}", ru="Профессия: {name}", en="Occupation: {name}")
PLACE_IS = Text(kk="Орны: {name}", ru="Место: {name}", en="Place: {name}")
PLACE = Text(kk="Орны", ru="Место", en="Place")
EMPLOYER = Text(kk="Жұмыс беруші", ru="Работодатель", en="Employer")
PAY_IS = Text(kk="Жалақы, кемінде: {amount} ₸", ru="Оплата не ниже {amount} ₸", en="Pay from {amount} ₸")
KIND_IS = Text(kk="Жұмыс түрі: {name}", ru="Занятость: {name}", en="Employment: {name}")
LICENCES_ARE = Text(kk="Жүргізуші санаты: {name}", ru="Водительская категория: {name}", en="Driving category: {name}")
NOT_HOURS = Text(kk="{name} емес", ru="Кроме: {name}", en="Not: {name}")
NEAR_HOME = Text(kk="Үйге жақын", ru="Рядом с домом", en="Near home")
EDUCATION_UP_TO = Text(kk="Білім талабы ең көбі: {name}", ru="Образование не выше: {name}", en="Education no higher than: {name}")
PROFILE_FILTER = Text(kk="Іздеу сүзгісі", ru="Фильтр поиска", en="Search filter")


def filled(text: Text, **values: object) -> Text:
    """The text with its places filled; a value that is a Text is said in each language."""

    def said(language: str) -> str:
        words = {name: value.in_language(language) if isinstance(value, Text) else value for name, value in values.items()}
        return text.in_language(language, **words)

    return Text(kk=said("kk"), ru=said("ru"), en=said("en"))
