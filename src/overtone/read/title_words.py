"""Words that stand before surnames, in English, Russian and Belarusian together, as they stand in folded text."""

_PLAIN_WORDS = """
May March Park Moon Brown Rice Major Black White Young King Bishop Price Cook Gore Bell Rose Hunt Wise
Hague Church Marshal Berg Long
Gates Burns
Мороз Мэй Май Мун Браун Райс Пак Прайс Бах Кока Трасс Трасса Герцог Герцога Герцогу Белых Тарана Милее
Меня Меню Мене Мени Мень Глаз Глаза Глазу Глазом Глазе Гор Гора Горе Гору Горы Горам Горой Крутой Крутым Крутого
Королева Королеву Королевой Королеве Колонна Колонны Колонну Колонне Колонной Рама Рамы Раме Раму Рамой Чайка Чайку
Чайки Чайкой Чайке Галушки
Мені Менем Кошт Кошта Коштам Кошту Кошты Кошце Усе Усам Усаў Моры Лета Лету Летам Вайна Вайны Вайну Вайне Вайной Кону
Сала Мурашкі Трас Круты Глазам Горам
"""

_TITLES = """
mr mr. mrs mrs. ms ms. miss dr dr. sir lord lady madam mme comrade colleague general colonel marshal admiral king
herr frau monsieur madame queen prince princess emperor sheikh emir sultan pope patriarch metropolitan archbishop
academician professor
president vice-president vice premier prime minister chancellor secretary senator governor mayor ambassador
chairman chairwoman chairperson speaker judge presidents ministers messrs deputy leader director head
г-н г-на г-ну г-ном г-не г-жа г-жи г-же г-жу г-жой господин господина господину господином господине госпожа
госпожи госпоже госпожу госпожой товарищ товарища генерал президент президента президенту президентом президенте
премьер премьера премьеру премьером премьере премьер-министр премьер-министра премьер-министру министр министра
министру министром канцлер канцлера канцлеру канцлером король короля глава главы главе главу главой
спадар спадара спадару спадаром спадарыня спадарыні спадарыню прэзідэнт прэзідэнта прэзідэнту прэзідэнтам
прэм'ер прэм'ера прэм'еру прэм'ерам міністр міністра міністру міністрам кароль кіраўнік кіраўніка
"""

_MALE = "mr mr. herr monsieur sir lord messrs г-н г-на г-ну г-ном г-не господин господина спадар спадара спадару"
_FEMALE = (
    "mrs mrs. ms ms. miss frau lady madam madame mme г-жа г-жи г-же г-жу г-жой госпожа госпожи спадарыня спадарыні"
)

_NO_GIVEN_NAMES = """
Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September
October November December And But The When While As If On In At After Before With For To From That Kremlin Moscow
Minsk Kiev Kyiv Washington Brussels
"""

_OTHER_HOLDERS = """
former ex late first future previous next acting a an any every each no elect would-be
as elected appointed become becomes became becoming пост посту поста постом должность должности пасаду пасадзе
бывший бывшего бывшему бывшим бывшем бывшая бывшей бывшую экс будущий будущего прежний прежнего первый первого первому
первым былы былога былому былым былая былой былую першы першага першаму першым будучы будучага
"""

PLAIN_WORDS = frozenset(_PLAIN_WORDS.split())  # surnames that are words as well: a title must stand before them
TITLES = frozenset(_TITLES.split())
SEX_OF_TITLE = dict.fromkeys(_MALE.split(), "m") | dict.fromkeys(_FEMALE.split(), "f")
NO_GIVEN_NAMES = frozenset(_NO_GIVEN_NAMES.split())  # capital words inside a sentence that are no given names
OTHER_HOLDERS = frozenset(_OTHER_HOLDERS.split())  # before an office: its holder of that day is not meant
