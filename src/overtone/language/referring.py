"""How each language speaks of somebody without the name: pronouns, titles, bodies, papers, in base forms.

The kinds of title and body (president, foreign, press-service …) are shared by all languages; which office or
institution of the desk is of which kind, `read/resolution/offices.py` tells. Not for names, which are facts.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language.lists import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Referring:
    """Words in lower case; of titles and bodies the base form, whose inflected forms the language makes."""

    he: frozenset[str]  # every form of the pronoun, possessives too
    she: frozenset[str]
    they: frozenset[str]
    it: frozenset[str]
    titles: Mapping[str, tuple[str, ...]]  # kind of office → what its holder is called
    bodies: Mapping[str, tuple[str, ...]]  # kind of institution → what it is called
    persons: tuple[str, ...]  # call somebody in public life, without an office: official, politician
    strangers: tuple[str, ...]  # call those who hold no office: analyst, source
    crowds: tuple[str, ...]  # call several at once: officials, leaders
    papers: tuple[str, ...]  # what stands for whoever issued it: statement, readout
    sites: tuple[str, ...]  # where somebody publishes: website, channel
    lesser: tuple[str, ...]  # before a title: makes of it another office, or none (deputy, former)
    owners: tuple[str, ...]  # between a title and whose it is
    inside: tuple[str, ...]  # before a town
    joins: tuple[str, ...]  # between two who speak together
    civil: frozenset[str]  # Mr, Mrs
    articles: frozenset[str]


_EN = Referring(
    he=frozenset(listed("he him his himself")),
    she=frozenset(listed("she her hers herself")),
    they=frozenset(listed("they them their theirs themselves")),
    it=frozenset(listed("it its itself")),
    titles=MappingProxyType(
        {
            "president": ("president",),
            "head-of-state": ("head of state",),
            "premier": (
                *("prime minister", "premier", "chancellor", "head of government", "head of the government"),
                "taoiseach",
            ),
            "monarch": ("king", "queen", "emir", "sultan", "emperor"),
            "foreign": (
                *("foreign minister", "minister of foreign affairs", "minister for foreign affairs", "top diplomat"),
                *("foreign secretary", "secretary of state", "chief diplomat"),
            ),
            "defence": (
                *("defence minister", "defense minister", "minister of defence", "minister of defense"),
                *("defense secretary", "defence secretary", "secretary of defense"),
            ),
            "interior": ("interior minister", "minister of internal affairs", "minister of the interior"),
            "finance": ("finance minister", "minister of finance", "treasury secretary"),
            "economy": ("economy minister", "minister of economy"),
            "minister": ("minister",),
            "spokesman": (
                *("press secretary", "spokesman", "spokeswoman", "spokesperson", "press officer", "press attache"),
            ),
            "secretary-general": ("secretary general", "secretary-general"),
            "state-secretary": ("state secretary", "secretary of the security council", "security council secretary"),
            "staff": ("chief of the general staff", "chief of general staff", "general staff chief", "chief of staff"),
            "commander": ("commander-in-chief", "commander"),
            "ambassador": ("ambassador", "envoy", "permanent representative"),
            "speaker": ("speaker",),
            "lawmaker": ("lawmaker", "member of parliament", "deputy", "senator", "congressman", "mp"),
            "governor": ("governor",),
            "mayor": ("mayor",),
            "aide": ("aide", "adviser", "advisor", "assistant"),
            "leader": ("leader", "ruler"),
            "head": ("head", "chief", "boss", "director", "director general"),
            "chair": ("chairman", "chairwoman", "chairperson", "chair"),
            "secretary": ("secretary",),
            "pope": ("pope", "pontiff"),
        }
    ),
    bodies=MappingProxyType(
        {
            "press-service": ("press service", "press office", "presidential office", "president's office"),
            "foreign-ministry": (
                "foreign ministry",
                "ministry of foreign affairs",
                "foreign office",
                "state department",
            ),
            "defence-ministry": (
                *("defence ministry", "defense ministry", "ministry of defence", "ministry of defense"),
                *("military", "defence intelligence", "defense intelligence"),
            ),
            "general-staff": ("general staff",),
            "security-council": ("security council",),
            "border": ("border guard", "border committee", "border service"),
            "government": ("government", "cabinet", "council of ministers"),
            "parliament": ("parliament",),
            "central-bank": ("central bank", "national bank"),
            "ministry": ("ministry", "department"),
            "committee": ("committee",),
            "council": ("council",),
            "assembly": ("assembly",),
            "commission": ("commission",),
            "service": ("service", "agency", "directorate"),
            "office": ("office",),
        }
    ),
    persons=tuple(listed("official politician diplomat statesman")),
    strangers=tuple(
        listed(
            "analyst expert source observer commentator journalist reporter witness professor economist scientist "
            "critic historian lawyer activist resident citizen blogger researcher columnist interlocutor"
        )
    ),
    crowds=tuple(
        listed(
            "officials leaders presidents ministers sides parties participants diplomats lawmakers deputies governors "
            "politicians analysts experts sources observers journalists reporters critics witnesses spokespeople "
            "advisers authorities people many some others both all colleagues heads members representatives"
        )
    ),
    papers=tuple(
        listed("readout statement notice document release communique transcript text update declaration report note")
    ),
    sites=tuple(listed("website site page channel account telegram")),
    lesser=tuple(listed("deputy vice former ex first-deputy assistant acting interim")),
    owners=tuple(listed("of for to in at")),
    inside=("in",),
    joins=("and",),
    civil=frozenset(listed("mr mrs ms miss dr sir mr. mrs. ms. dr.")),
    articles=frozenset(listed("the a an")),
)

_RU = Referring(
    he=frozenset(listed("он его него ему нему им ним нем нём")),
    she=frozenset(listed("она ее её нее неё ей ней ею нею")),
    they=frozenset(listed("они их них ими ними")),
    it=frozenset({"оно"}),
    titles=MappingProxyType(
        {
            "president": ("президент",),
            "head-of-state": ("глава государства", "руководитель государства"),
            "premier": ("премьер-министр", "премьер", "канцлер", "глава правительства", "глава кабмина"),
            "monarch": ("король", "королева", "эмир", "султан", "император"),
            "foreign": (
                "министр иностранных дел",
                "глава дипломатии",
                "госсекретарь",
                "глава внешнеполитического ведомства",
            ),
            "defence": ("министр обороны", "глава военного ведомства", "глава оборонного ведомства"),
            "interior": ("министр внутренних дел",),
            "finance": ("министр финансов",),
            "economy": ("министр экономики",),
            "minister": ("министр",),
            "spokesman": ("пресс-секретарь", "официальный представитель", "представитель", "спикер"),
            "secretary-general": ("генеральный секретарь", "генсек"),
            "state-secretary": ("государственный секретарь", "секретарь совбеза", "секретарь совета безопасности"),
            "staff": ("начальник генштаба", "начальник генерального штаба", "глава генштаба"),
            "commander": ("главнокомандующий", "командующий", "главком"),
            "ambassador": ("посол", "постпред", "постоянный представитель"),
            "speaker": ("спикер",),
            "lawmaker": ("депутат", "парламентарий", "сенатор", "законодатель"),
            "governor": ("губернатор",),
            "mayor": ("мэр",),
            "aide": ("помощник", "советник"),
            "leader": ("лидер", "правитель"),
            "head": ("глава", "руководитель", "начальник", "директор", "шеф"),
            "chair": ("председатель", "глава"),
            "secretary": ("секретарь",),
            "pope": ("папа римский", "понтифик"),
        }
    ),
    bodies=MappingProxyType(
        {
            "press-service": ("пресс-служба", "администрация президента", "офис президента"),
            "foreign-ministry": ("мид", "министерство иностранных дел", "внешнеполитическое ведомство", "госдеп"),
            "defence-ministry": ("минобороны", "министерство обороны", "военное ведомство", "оборонное ведомство"),
            "general-staff": ("генштаб", "генеральный штаб"),
            "security-council": ("совбез", "совет безопасности"),
            "border": ("госпогранкомитет", "пограничный комитет", "погранслужба"),
            "government": ("правительство", "кабмин", "совет министров", "совмин"),
            "parliament": ("парламент",),
            "central-bank": ("центробанк", "нацбанк", "центральный банк", "национальный банк"),
            "ministry": ("министерство",),
            "committee": ("комитет",),
            "council": ("совет",),
            "assembly": ("ассамблея",),
            "commission": ("комиссия",),
            "service": ("ведомство", "служба", "управление"),
            "office": ("офис",),
        }
    ),
    persons=tuple(listed("политик чиновник дипломат")),
    strangers=tuple(
        listed(
            "аналитик эксперт источник наблюдатель обозреватель журналист очевидец профессор политолог экономист "
            "историк юрист активист собеседник блогер ученый корреспондент"
        )
    ),
    crowds=tuple(
        listed(
            "чиновники лидеры президенты министры стороны участники дипломаты депутаты губернаторы политики аналитики "
            "эксперты источники наблюдатели журналисты критики очевидцы советники власти люди многие некоторые оба обе "
            "все коллеги главы члены представители политологи собеседники"
        )
    ),
    papers=tuple(listed("сообщение заявление документ релиз коммюнике текст декларация отчет публикация пресс-релиз")),
    sites=tuple(listed("сайт страница канал телеграм-канал аккаунт")),
    lesser=tuple(listed("заместитель замглавы зам вице бывший экс первый")),
    owners=(),
    inside=("в", "во"),
    joins=("и",),
    civil=frozenset(listed("г-н г-жа господин госпожа г-на г-жи")),
    articles=frozenset(),
)

_BE = Referring(
    he=frozenset(listed("ён яго ягоны ягонай ягоным ягоных яму ім")),
    she=frozenset(listed("яна яе яе ёй ёю ейны ейных")),
    they=frozenset(listed("яны іх імі іхні іхнім")),
    it=frozenset({"яно"}),
    titles=MappingProxyType(
        {
            "president": ("прэзідэнт", "прэзыдэнт", "прэзідэнтка", "прэзыдэнтка"),
            "head-of-state": ("кіраўнік дзяржавы", "глава дзяржавы"),
            "premier": ("прэм'ер-міністр", "прэм'ер", "канцлер", "кіраўнік урада", "прэм'ер-міністар", "прэм'ерка"),
            "monarch": ("кароль", "каралева", "эмір", "султан", "імператар"),
            "foreign": (
                *("міністр замежных спраў", "міністар замежных справаў", "міністр замежных справаў"),
                *("дзяржсакратар", "кіраўнік дыпламатыі", "кіраўнік знешнепалітычнага ведамства"),
            ),
            "defence": ("міністр абароны", "міністар абароны", "кіраўнік вайсковага ведамства"),
            "interior": ("міністр унутраных спраў", "міністар унутраных справаў"),
            "finance": ("міністр фінансаў", "міністар фінансаў"),
            "economy": ("міністр эканомікі", "міністар эканомікі"),
            "minister": ("міністр", "міністар", "міністарка"),
            "spokesman": (
                "прэс-сакратар",
                "прэс-сакратарка",
                "афіцыйны прадстаўнік",
                "прадстаўнік",
                "прадстаўніца",
                "спікер",
            ),
            "secretary-general": ("генеральны сакратар", "генсек", "генсакратар", "генэральны сакратар"),
            "state-secretary": ("дзяржаўны сакратар", "сакратар савета бяспекі", "сакратар рады бяспекі"),
            "staff": ("начальнік генштаба", "начальнік генеральнага штаба", "начальнік генштабу"),
            "commander": ("галоўнакамандуючы", "камандуючы", "галоўнакамандуючы"),
            "ambassador": ("пасол", "амбасадар", "пастпрад", "пастаянны прадстаўнік"),
            "speaker": ("спікер", "сьпікер"),
            "lawmaker": ("дэпутат", "парламентар", "сенатар"),
            "governor": ("губернатар",),
            "mayor": ("мэр",),
            "aide": ("памочнік", "дарадца", "дарадчык"),
            "leader": ("лідар", "лідэр", "лідарка", "лідэрка", "правіцель"),
            "head": ("кіраўнік", "кіраўніца", "начальнік", "дырэктар", "шэф", "глава"),
            "chair": ("старшыня",),
            "secretary": ("сакратар",),
            "pope": ("папа рымскі",),
        }
    ),
    bodies=MappingProxyType(
        {
            "press-service": ("прэс-служба", "прэсавая служба", "адміністрацыя прэзідэнта", "офіс прэзідэнта"),
            "foreign-ministry": ("мзс", "міністэрства замежных спраў", "міністэрства замежных справаў", "дзярждэп"),
            "defence-ministry": ("мінабароны", "міністэрства абароны", "вайсковае ведамства", "абароннае ведамства"),
            "general-staff": ("генштаб", "генеральны штаб", "генэральны штаб"),
            "security-council": ("савет бяспекі", "рада бяспекі", "рада бясьпекі"),
            "border": ("дзяржпагранкамітэт", "памежны камітэт", "памежная служба"),
            "government": ("урад", "савет міністраў", "рада міністраў"),
            "parliament": ("парламент", "парлямэнт"),
            "central-bank": ("нацбанк", "цэнтрабанк", "нацыянальны банк", "цэнтральны банк"),
            "ministry": ("міністэрства",),
            "committee": ("камітэт",),
            "council": ("савет", "рада"),
            "assembly": ("асамблея",),
            "commission": ("камісія",),
            "service": ("ведамства", "служба", "упраўленне"),
            "office": ("офіс",),
        }
    ),
    persons=tuple(listed("палітык чыноўнік дыпламат")),
    strangers=tuple(
        listed(
            "аналітык эксперт экспэрт крыніца назіральнік аглядальнік журналіст сведка прафесар палітолаг палітоляг "
            "эканаміст гісторык юрыст актывіст суразмоўца суразмоўнік блогер навуковец карэспандэнт"
        )
    ),
    crowds=tuple(
        listed(
            "чыноўнікі лідары лідэры прэзідэнты прэзыдэнты міністры бакі удзельнікі дыпламаты дэпутаты губернатары "
            "палітыкі аналітыкі эксперты экспэрты крыніцы назіральнікі журналісты крытыкі сведкі дарадцы улады людзі "
            "многія некаторыя абодва абедзве усе калегі кіраўнікі члены прадстаўнікі палітолагі суразмоўцы вайскоўцы"
        )
    ),
    papers=tuple(listed("паведамленне паведамленьне заява дакумент рэліз камюніке тэкст дэкларацыя справаздача")),
    sites=tuple(listed("сайт старонка канал тэлеграм-канал акаўнт")),
    lesser=tuple(listed("намеснік намесьнік віцэ былы экс першы")),
    owners=(),
    inside=("у", "ў", "ва"),
    joins=("і", "й", "ды"),
    civil=frozenset(listed("сп спадар спадарыня спн сп. спн. пан пані")),
    articles=frozenset(),
)

REFERRING: Mapping[str, Referring] = MappingProxyType({"en": _EN, "ru": _RU, "be": _BE})
