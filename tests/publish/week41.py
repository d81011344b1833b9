"""A small rich edition of 10–16 October 2022 in three languages: public facts of the diary, sentences of our own."""

import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from hashlib import sha256
from pathlib import Path

from overtone.records import (
    Abstention,
    Brief,
    Edition,
    Exhibit,
    Sentence,
    Signal,
    Text,
    TextChart,
    TextSection,
    content_id,
    week,
)

FURNITURE = Path(__file__).resolve().parents[2] / "src" / "overtone" / "brief"
CUT = datetime(2022, 10, 17, tzinfo=UTC)
LANGS = ("en", "ru", "be")
UNKNOWN = float("nan")


@dataclass(frozen=True)
class Page:
    """A source page: what was published, and which words of it are shown."""

    key: str
    lang: str
    publisher: str
    url: str
    on: str
    title: str
    text: str
    quote: str
    speaker: str = ""
    actor: str | None = None
    office: str | None = None


PAGES = (
    Page(
        "grouping",
        "ru",
        "БелТА",
        "https://belta.by/president/view/528286-2022",
        "2022-10-10",
        "Лукашенко сообщил о развертывании региональной группировки с Россией",
        "На совещании по безопасности в Минске Александр Лукашенко рассказал, что условился с Владимиром Путиным "
        "развернуть региональную группировку войск двух стран. Договоренность он связал с обострением у западных "
        "границ Союзного государства. Основой группировки, подчеркнул президент, будет белорусская армия.",
        "Основой группировки, подчеркнул президент, будет белорусская армия.",
        "Александр Лукашенко",
        "lukashenko",
        "president-by",
    ),
    Page(
        "observers",
        "be",
        "The Page",
        "https://en.thepage.ua/news/a-monitoring-mission",
        "2022-10-11",
        "Зяленскі прапануе міжнародных назіральнікаў на беларускай мяжы",
        "Уладзімір Зяленскі папрасіў краіны «Вялікай сямёркі» падтрымаць місію назіральнікаў на мяжы з Беларуссю. "
        "Украіна ніякіх ваенных дзеянняў супраць суседзяў не планавала і не плануе, запэўніў ён. Фармат місіі маюць "
        "распрацаваць дыпламаты.",
        "Украіна ніякіх ваенных дзеянняў супраць суседзяў не планавала і не плануе, запэўніў ён.",
        "Уладзімір Зяленскі",
        "zelenskyy",
        "president-ua",
    ),
    Page(
        "vote",
        "en",
        "Interfax-Ukraine",
        "https://en.interfax.com.ua/news/general/865264.html",
        "2022-10-13",
        "General Assembly rejects annexation claims by 143 votes to five",
        "The UN General Assembly adopted resolution ES-11/4 on 12 October with 143 votes in favour, five against and "
        "35 abstentions. Belarus was among the five; Armenia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan "
        "abstained, as did China and India.",
        "Belarus was among the five; Armenia, Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan abstained",
    ),
    Page(
        "stoltenberg",
        "en",
        "NV (The New Voice of Ukraine)",
        "https://english.nv.ua/nation/50276321.html",
        "2022-10-12",
        "Stoltenberg expects Lukashenko to end complicity in war",
        'NATO Secretary General Jens Stoltenberg said in Brussels that Belarus has served as a "staging area" for '
        "missiles and air attacks on Ukraine. He expects the Lukashenko regime to cease being complicit and to stop "
        "assisting the Russian war effort.",
        "He expects the Lukashenko regime to cease being complicit and to stop assisting the Russian war effort.",
        "Jens Stoltenberg",
        "stoltenberg",
        "secretary-general-nato",
    ),
    Page(
        "regime",
        "be",
        "mogilev.media",
        "https://mogilev.media/tag/kontrterroristicheskaja-operacija/",
        "2022-10-14",
        "Макей паведаміў пра рэжым контртэрарыстычнай аперацыі",
        "Міністр замежных спраў Уладзімір Макей у інтэрв'ю «Известиям» сказаў, што ў краіне ўведзены рэжым "
        "контртэрарыстычнай аперацыі. Перад гэтым, паводле міністра, кіраўнік дзяржавы правёў шэраг нарад з "
        "сілавікамі.",
        "ў краіне ўведзены рэжым контртэрарыстычнай аперацыі",
        "Уладзімір Макей",
        "makei",
        "minister-by",
    ),
    Page(
        "denial",
        "en",
        "bbabo.net (BelTA)",
        "https://bbabo.net/en-GB/article/news/4276363",
        "2022-10-14",
        "KGB of Belarus: no counter-terrorist operation regime",
        "The State Security Committee of Belarus denied on 14 October that any counter-terrorist operation was or had "
        "been under way in the country. Under a law of 2002 only the committee itself may introduce such a regime, it "
        "pointed out; what goes on now are planned drills.",
        "denied on 14 October that any counter-terrorist operation was or had been under way in the country",
    ),
    Page(
        "credit",
        "ru",
        "БелТА",
        "https://belta.by/amp/economics/view/529170-2022",
        "2022-10-14",
        "Макей: на что пойдут 1,5 миллиарда долларов российского кредита",
        "Полтора миллиарда долларов, которые даст Россия, нужны, чтобы выпускать у себя то, что раньше покупали на "
        "Западе, заявил министр иностранных дел Владимир Макей «Известиям». В одиночку противостоять санкциям "
        "Беларуси трудно, признал министр, и импортозамещение — один из обходных путей.",
        "В одиночку противостоять санкциям Беларуси трудно, признал министр",
        "Владимир Макей",
        "makei",
        "minister-by",
    ),
    Page(
        "small",
        "en",
        "HotNews.ro",
        "https://www.hotnews.ro/stiri-razboi_ucraina-25846997.htm",
        "2022-10-15",
        "Rahmon to Putin: we are small nations but want respect",
        "At the first Russia–Central Asia summit in Astana the Tajik president Emomali Rahmon complained to Vladimir "
        "Putin about the way Moscow treats his country. Rahmon asked that the region not be handled as if it were "
        "still the Soviet Union.",
        "Rahmon asked that the region not be handled as if it were still the Soviet Union.",
        "Emomali Rahmon",
        "rahmon",
        "president-tj",
    ),
)


def exhibit(page: Page) -> Exhibit:
    """The page's words as evidence."""
    start = page.text.index(page.quote)
    stop = start + len(page.quote)
    return Exhibit(
        id=content_id("exhibit", page.key),
        quote=page.quote,
        before=page.text[:start],
        after=page.text[stop:],
        lang=page.lang,
        kind="vote" if page.key == "vote" else "statement" if page.speaker else "document",
        speaker=page.speaker,
        actor=page.actor,
        office=page.office,
        said_on=date.fromisoformat(page.on),
        learnt_at=datetime(2022, 10, 16, 18, 30, tzinfo=UTC),
        published_on=date.fromisoformat(page.on),
        source="diary-2022",
        publisher=page.publisher,
        title=page.title,
        url=page.url,
        reader="attribution@1",
        document=content_id("document", page.key),
        start=start,
        stop=stop,
        text_sha256=sha256(page.text.encode()).hexdigest(),
    )


def signal(target: str, value: float, low: float, high: float, usual: float, *, surprise: float, n: int) -> Signal:
    """How much of what was said that week went to a topic."""
    return Signal(
        measure="salience",
        method="salience@1",
        window="2022-W41",
        actor="",
        target=target,
        venue="",
        unit="share-of-statements",
        value=value,
        low=low,
        high=high,
        level=0.9,
        baseline=usual,
        baseline_low=usual * 0.8,
        baseline_high=usual * 1.25,
        surprise=surprise,
        coverage=1.0,
        n=n,
        because="above-usual",
        evidence=(),
    )


SIGNALS = (
    signal("security", 0.43, 0.34, 0.52, 0.26, surprise=0.004, n=84),
    signal("sanctions", 0.071, 0.035, 0.13, 0.09, surprise=0.61, n=84),
    Abstention(
        measure="silence",
        method="silence@1",
        window="2022-W41",
        actor="lukashenko",
        target="ua",
        venue="",
        reason="selected-source",
        detail="diary-2022",
        coverage=1.0,
        n=12,
    ),
)

NAMES: dict[str, dict[str, str]] = {
    "en": {
        "actor.lukashenko": "Alexander Lukashenko",
        "actor.zelenskyy": "Volodymyr Zelenskyy",
        "actor.makei": "Vladimir Makei",
        "actor.stoltenberg": "Jens Stoltenberg",
        "actor.rahmon": "Emomali Rahmon",
        "office.president-by": "President of the Republic of Belarus",
        "office.president-ua": "President of Ukraine",
        "office.minister-by": "Minister of Foreign Affairs of the Republic of Belarus",
        "office.secretary-general-nato": "Secretary General of NATO",
        "office.president-tj": "President of Tajikistan",
        "target.security": "Security",
        "target.sanctions": "Sanctions",
        "target.ua": "Ukraine",
        "source.diary-2022": "Overtone diary 2022",
        "source.unga-es11": "General Assembly roll calls",
    },
    "ru": {
        "actor.lukashenko": "Александр Лукашенко",
        "actor.zelenskyy": "Владимир Зеленский",
        "actor.makei": "Владимир Макей",
        "actor.stoltenberg": "Йенс Столтенберг",
        "actor.rahmon": "Эмомали Рахмон",
        "office.president-by": "Президент Республики Беларусь",
        "office.president-ua": "Президент Украины",
        "office.minister-by": "Министр иностранных дел Республики Беларусь",
        "office.secretary-general-nato": "Генеральный секретарь НАТО",
        "office.president-tj": "Президент Таджикистана",
        "target.security": "Безопасность",
        "target.sanctions": "Санкции",
        "target.ua": "Украина",
        "source.diary-2022": "Дневник Overtone за 2022 год",
        "source.unga-es11": "Поимённые голосования Генеральной Ассамблеи",
    },
    "be": {
        "actor.lukashenko": "Аляксандр Лукашэнка",
        "actor.zelenskyy": "Уладзімір Зяленскі",
        "actor.makei": "Уладзімір Макей",
        "actor.stoltenberg": "Енс Столтэнберг",
        "actor.rahmon": "Эмамалі Рахмон",
        "office.president-by": "Прэзідэнт Рэспублікі Беларусь",
        "office.president-ua": "Прэзідэнт Украіны",
        "office.minister-by": "Міністр замежных спраў Рэспублікі Беларусь",
        "office.secretary-general-nato": "Генеральны сакратар НАТА",
        "office.president-tj": "Прэзідэнт Таджыкістана",
        "target.security": "Бяспека",
        "target.sanctions": "Санкцыі",
        "target.ua": "Украіна",
        "source.diary-2022": "Дзённік Overtone за 2022 год",
        "source.unga-es11": "Паіменныя галасаванні Генеральнай Асамблеі",
    },
}

TITLES = {"en": "10 – 16 October 2022", "ru": "10–16 октября 2022 г.", "be": "10 – 16 кастрычніка 2022"}
SUMMARIES = {
    "en": "Minsk announces a joint grouping with Moscow, explains it in several ways at once, and votes with it in New "
    "York.",
    "ru": "Минск объявляет о совместной группировке с Москвой, объясняет её сразу несколькими способами и голосует "
    "вместе с ней в Нью-Йорке.",
    "be": "Мінск абвяшчае пра сумесную групоўку з Масквой, тлумачыць яе адразу некалькімі спосабамі і галасуе разам з "
    "ёй у Нью-Ёрку.",
}
VERDICTS = {
    "improved": {"en": "improved", "ru": "улучшилось", "be": "палепшылася"},
    "unchanged": {"en": "not changed", "ru": "без изменений", "be": "без змен"},
    "worsened": {"en": "worsened", "ru": "ухудшилось", "be": "пагоршылася"},
    "cannot-say": {"en": "cannot say", "ru": "сказать нельзя", "be": "нельга сказаць"},
}
THEMES = {
    "belarus-russia": {"en": "Belarus and Russia", "ru": "Беларусь и Россия", "be": "Беларусь і Расія"},
    "belarus-west": {"en": "Belarus and the West", "ru": "Беларусь и Запад", "be": "Беларусь і Захад"},
    "belarus-ukraine": {"en": "Belarus and Ukraine", "ru": "Беларусь и Украина", "be": "Беларусь і Украіна"},
    "security": {"en": "Security", "ru": "Безопасность", "be": "Бяспека"},
    "economy": {"en": "Economy", "ru": "Экономика", "be": "Эканоміка"},
}


@dataclass(frozen=True)
class Say:
    """One sentence in three languages, with the keys of the pages and the numbers of the signals it rests on."""

    en: str
    ru: str
    be: str
    on: tuple[str, ...] = ()
    signals: tuple[int, ...] = ()
    mark: str = "observed"


@dataclass(frozen=True)
class Part:
    """One theme in three languages: headline, ground, lead, then body."""

    theme: str
    verdict: str
    said: tuple[Say, ...]
    see_also: tuple[str, ...] = ()


PARTS = (
    Part(
        "belarus-russia",
        "improved",
        (
            Say(
                "A joint grouping, with the Belarusian army as its base",
                "Совместная группировка, основа которой — белорусская армия",
                "Сумесная групоўка, аснова якой — беларускае войска",
                ("grouping",),
            ),
            Say(
                "Closer: one joint undertaking was announced and both sides voted alike.",
                "Ближе: объявлено об одном совместном начинании, и обе стороны проголосовали одинаково.",
                "Бліжэй: абвешчана адно сумеснае пачынанне, і абодва бакі прагаласавалі аднолькава.",
                ("grouping", "vote"),
                (0,),
            ),
            Say(
                "On 10 October Alexander Lukashenko said that he had agreed with Vladimir Putin to deploy a regional "
                "grouping of troops of the two countries.",
                "10 октября Александр Лукашенко сообщил, что условился с Владимиром Путиным развернуть региональную "
                "группировку войск двух стран.",
                "10 кастрычніка Аляксандр Лукашэнка паведаміў, што дамовіўся з Уладзімірам Пуціным разгарнуць "
                "рэгіянальную групоўку войскаў дзвюх краін.",
                ("grouping",),
            ),
            Say(
                "On 12 October Belarus was one of five states that voted against resolution ES-11/4.",
                "12 октября Беларусь вошла в число пяти государств, проголосовавших против резолюции ES-11/4.",
                "12 кастрычніка Беларусь была сярод пяці дзяржаў, якія прагаласавалі супраць рэзалюцыі ES-11/4.",
                ("vote",),
            ),
            Say(
                "The other members of the Collective Security Treaty Organization, Russia apart, abstained.",
                "Остальные члены ОДКБ, кроме России, воздержались.",
                "Астатнія члены АДКБ, акрамя Расіі, устрымаліся.",
                ("vote",),
            ),
            Say(
                "How many Russian soldiers belong to the grouping cannot be said: the reports contradict each other.",
                "Сколько в группировке российских военных, сказать нельзя: сообщения противоречат друг другу.",
                "Колькі ў групоўцы расійскіх вайскоўцаў, сказаць нельга: паведамленні супярэчаць адно аднаму.",
                (),
                (),
                "limit",
            ),
        ),
        ("security",),
    ),
    Part(
        "belarus-west",
        "worsened",
        (
            Say(
                "Brussels asks Minsk to end its complicity",
                "Брюссель требует от Минска прекратить соучастие",
                "Брусель патрабуе ад Мінска спыніць саўдзел",
                ("stoltenberg",),
            ),
            Say(
                "Sharper: the Secretary General of NATO named Belarus a place from which attacks were made.",
                "Резче: генеральный секретарь НАТО назвал Беларусь местом, откуда велись удары.",
                "Вастрэй: генеральны сакратар НАТА назваў Беларусь месцам, адкуль вяліся ўдары.",
                ("stoltenberg",),
            ),
            Say(
                "Jens Stoltenberg said on 12 October that he expects Belarus to stop assisting the Russian war effort.",
                "Йенс Столтенберг заявил 12 октября, что ждёт от Беларуси прекращения помощи российским военным "
                "действиям.",
                "Енс Столтэнберг заявіў 12 кастрычніка, што чакае ад Беларусі спынення дапамогі расійскім ваенным "
                "дзеянням.",
                ("stoltenberg",),
            ),
        ),
        ("economy",),
    ),
    Part(
        "belarus-ukraine",
        "cannot-say",
        (
            Say(
                "Kyiv offers observers on the border",
                "Киев предлагает наблюдателей на границе",
                "Кіеў прапануе назіральнікаў на мяжы",
                ("observers",),
            ),
            Say(
                "No verdict: the texts of the week are a selection, and what is missing from them means nothing.",
                "Вывода нет: тексты недели отобраны, и отсутствие чего-либо в них ничего не значит.",
                "Высновы няма: тэксты тыдня адабраныя, і адсутнасць чаго-небудзь у іх нічога не значыць.",
                (),
                (2,),
            ),
            Say(
                "Volodymyr Zelenskyy said on 11 October that Ukraine plans no military action against its neighbours.",
                "Владимир Зеленский заявил 11 октября, что Украина не планирует военных действий против соседей.",
                "Уладзімір Зяленскі заявіў 11 кастрычніка, што Украіна не плануе ваенных дзеянняў супраць суседзяў.",
                ("observers",),
            ),
        ),
    ),
    Part(
        "security",
        "worsened",
        (
            Say(
                "Three accounts of one regime in a single day",
                "Три версии одного режима за один день",
                "Тры версіі аднаго рэжыму за адзін дзень",
                ("regime", "denial"),
            ),
            Say(
                "Tenser: security took up 43% of statements, against a usual 26%.",
                "Напряжённее: безопасности посвящено 43 % высказываний при обычных 26 %.",
                "Больш напружана: бяспецы прысвечана 43 % выказванняў пры звычайных 26 %.",
                (),
                (0,),
            ),
            Say(
                "Vladimir Makei said that a counter-terrorist operation regime had been introduced; the State Security "
                "Committee denied it the same day.",
                "Владимир Макей сообщил о введении режима контртеррористической операции; Комитет государственной "
                "безопасности в тот же день это опроверг.",
                "Уладзімір Макей паведаміў пра ўвядзенне рэжыму контртэрарыстычнай аперацыі; Камітэт дзяржаўнай "
                "бяспекі ў той жа дзень гэта абверг.",
                ("regime", "denial"),
            ),
            Say(
                "In Astana Emomali Rahmon asked that his region not be treated as it was in Soviet times.",
                "В Астане Эмомали Рахмон попросил не обращаться с его регионом так, как в советское время.",
                "У Астане Эмамалі Рахмон папрасіў не абыходзіцца з яго рэгіёнам так, як у савецкі час.",
                ("small",),
            ),
        ),
        ("belarus-russia", "belarus-ukraine"),
    ),
    Part(
        "economy",
        "unchanged",
        (
            Say(
                "A Russian loan to replace Western goods",
                "Российский кредит на замену западных товаров",
                "Расійскі крэдыт на замену заходніх тавараў",
                ("credit",),
            ),
            Say(
                "As before: sanctions took up 7.1% of statements, within the usual range.",
                "Как прежде: санкциям посвящён 7,1 % высказываний, в обычных пределах.",
                "Як і раней: санкцыям прысвечаны 7,1 % выказванняў, у звычайных межах.",
                (),
                (1,),
            ),
            Say(
                "It is hard for Belarus to stand up to sanctions alone, Vladimir Makei admitted on 14 October.",
                "Противостоять санкциям в одиночку Беларуси трудно, признал 14 октября Владимир Макей.",
                "Супрацьстаяць санкцыям у адзіночку Беларусі цяжка, прызнаў 14 кастрычніка Уладзімір Макей.",
                ("credit",),
            ),
        ),
        ("belarus-west",),
    ),
)
LIMITS = (
    Say(
        "The diary is a selection: how often something occurs in it says what was chosen, not what was said most.",
        "Дневник — это выборка: частота в нём показывает, что было отобрано, а не о чём говорили больше всего.",
        "Дзённік — гэта выбарка: частата ў ім паказвае, што было адабрана, а не пра што гаварылі больш за ўсё.",
        (),
        (2,),
        "limit",
    ),
    Say(
        "Telephone calls that nobody reported are not in the count of encounters.",
        "Телефонные разговоры, о которых никто не сообщил, в число контактов не входят.",
        "Тэлефонныя размовы, пра якія ніхто не паведаміў, у лік кантактаў не ўваходзяць.",
        (),
        (),
        "limit",
    ),
)


def furniture(lang: str) -> dict[str, str]:
    """The words of the page as the brief brings them."""
    words: dict[str, str] = tomllib.loads((FURNITURE / f"furniture_{lang}.toml").read_text(encoding="utf-8"))
    return words


def sentence(say: Say, lang: str) -> Sentence:
    """One sentence in one language."""
    return Sentence(
        id=content_id("finding", say.en),
        words=getattr(say, lang),
        mark=say.mark,
        exhibits=tuple(content_id("exhibit", key) for key in say.on),
        signals=tuple(SIGNALS[n].id for n in say.signals),
    )


def section(part: Part, lang: str) -> TextSection:
    """One theme in one language."""
    headline, ground, *rest = (sentence(say, lang) for say in part.said)
    return TextSection(
        theme=part.theme,
        name=THEMES[part.theme][lang],
        verdict=part.verdict,
        verdict_words=VERDICTS[part.verdict][lang],
        ground=ground,
        headline=headline,
        lead=tuple(rest[:1]),
        body=tuple(rest[1:]),
        see_also=tuple((theme, THEMES[theme][lang]) for theme in part.see_also),
    )


CHART_WORDS = {
    "en": (
        "What the week’s statements were about",
        "Security took 43% of statements against a usual 26%; sanctions 7.1% against 9%.",
        ("Security", "Ukraine", "Sanctions"),
        ("Share", "Usual level"),
        "Putin and Lukashenko: contacts in 2022",
        "Most contacts were held; three were only announced. Telephone calls crowd the first months.",
        ("Talks", "Brief exchange", "Summit", "Telephone"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
        "Who named whom",
        "Lukashenko named Ukraine four times and NATO three times; Tokayev named neither.",
        ("Alexander Lukashenko", "Vladimir Putin", "Kassym-Jomart Tokayev"),
        ("Ukraine", "Russia", "NATO", "West", "Belarus"),
    ),
    "ru": (
        "О чём говорили на этой неделе",
        "Безопасности посвящено 43 % высказываний при обычных 26 %, санкциям 7,1 % при обычных 9 %.",
        ("Безопасность", "Украина", "Санкции"),
        ("Доля", "Обычный уровень"),
        "Путин и Лукашенко: контакты в 2022 году",
        "Большинство контактов состоялось, три были только объявлены. Телефонных разговоров больше всего в начале "
        "года.",
        ("Переговоры", "Краткая беседа", "Саммит", "Телефон"),
        ("янв", "фев", "мар", "апр", "май", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
        "Кто кого упоминал",
        "Лукашенко четыре раза упомянул Украину и три раза НАТО; Токаев не упомянул ни ту, ни другую.",
        ("Александр Лукашенко", "Владимир Путин", "Касым-Жомарт Токаев"),
        ("Украина", "Россия", "НАТО", "Запад", "Беларусь"),
    ),
    "be": (
        "Пра што гаварылі на гэтым тыдні",
        "Бяспецы прысвечана 43 % выказванняў пры звычайных 26 %, санкцыям 7,1 % пры звычайных 9 %.",
        ("Бяспека", "Украіна", "Санкцыі"),
        ("Доля", "Звычайны ўзровень"),
        "Пуцін і Лукашэнка: кантакты ў 2022 годзе",
        "Большасць кантактаў адбылася, тры былі толькі абвешчаныя. Тэлефонных размоў найбольш у пачатку года.",
        ("Перамовы", "Кароткая размова", "Саміт", "Тэлефон"),
        ("сту", "лют", "сак", "кра", "май", "чэр", "ліп", "жні", "вер", "кас", "ліс", "сне"),
        "Хто каго згадваў",
        "Лукашэнка чатыры разы згадаў Украіну і тры разы НАТА; Такаеў не згадаў ні тую, ні другую.",
        ("Аляксандр Лукашэнка", "Уладзімір Пуцін", "Касым-Жамарт Такаеў"),
        ("Украіна", "Расія", "НАТА", "Захад", "Беларусь"),
    ),
}


def charts(lang: str) -> tuple[TextChart, ...]:
    """One chart of each kind."""
    topics, topics_alt, rows, columns, contacts, contacts_alt, kinds, months, who, who_alt, whom, named = CHART_WORDS[
        lang
    ]
    held = (
        (0, 1, 1, 1, 1, 1, 0, 0, 1, 0, 0, 1),
        (0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 0, 0),
        (0, 0, 0, 0, 1, 0, 0, 0, 0, 1, 1, 0),
        (3, 6, 2, 1, 2, 1, 1, 1, 0, 0, 1, 1),
    )
    known = (
        (0, 1, 1, 1, 2, 1, 1, 0, 2, 0, 0, 1),
        *held[1:],
    )
    return (
        TextChart(
            key="topics",
            kind="shares",
            title=topics,
            alt=topics_alt,
            rows=rows,
            columns=columns,
            values=((0.43, 0.26), (0.21, 0.24), (0.071, 0.09)),
            lows=((0.34,), (0.14,), (0.035,)),
            highs=((0.52,), (0.3,), (0.13,)),
            theme="security",
        ),
        TextChart(
            key="contacts",
            kind="timeline",
            title=contacts,
            alt=contacts_alt,
            rows=kinds,
            columns=months,
            values=tuple(tuple(map(float, row)) for row in held),
            lows=(),
            highs=tuple(tuple(map(float, row)) for row in known),
            theme="belarus-russia",
        ),
        TextChart(
            key="named",
            kind="matrix",
            title=who,
            alt=who_alt,
            rows=whom,
            columns=named,
            values=((4, 3, 3, 2, UNKNOWN), (1, UNKNOWN, 0, 2, 1), (0, 1, 0, 0, 0)),
            lows=(),
            highs=(),
            theme="",
        ),
    )


def text(lang: str) -> Text:
    """The week in one language."""
    return Text(
        lang=lang,
        title=TITLES[lang],
        summary=SUMMARIES[lang],
        sections=tuple(section(part, lang) for part in PARTS),
        charts=charts(lang),
        limits=tuple(sentence(say, lang) for say in LIMITS),
        labels=tuple({**furniture(lang), **NAMES[lang]}.items()),
    )


def edition() -> Edition:
    """10–16 October 2022."""
    brief = Brief(
        window=week(2022, 41),
        as_of=CUT,
        sections=(),
        charts=(),
        limits=(),
        sources=(("diary-2022", 49, 1.0), ("unga-es11", 1, 0.857)),
    )
    return Edition(
        brief=brief,
        texts=tuple(text(lang) for lang in LANGS),
        exhibits=tuple(exhibit(page) for page in PAGES),
        signals=SIGNALS,
        version="0.1.0",
        facts_digest=content_id("facts"),
        ledger_digest=content_id("ledger"),
    )


def empty_edition(number: int = 42) -> Edition:
    """A week of which the ledger knows nothing."""
    full = edition()
    brief = Brief(
        window=week(2022, number), as_of=CUT, sections=(), charts=(), limits=(), sources=(("kremlin", 0, 0.0),)
    )
    texts = tuple(
        Text(lang=t.lang, title=f"2022-W{number}", summary="", sections=(), charts=(), limits=(), labels=t.labels)
        for t in full.texts
    )
    return Edition(
        brief=brief,
        texts=texts,
        exhibits=(),
        signals=(),
        version=full.version,
        facts_digest=full.facts_digest,
        ledger_digest=full.ledger_digest,
    )
