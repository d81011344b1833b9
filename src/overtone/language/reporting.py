"""How each language reports what somebody said, beside its speech verbs: phrases, pronouns, prepositions."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from overtone.language.lists import listed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reporting:
    """Words of reporting in lower case. `by` stand before the source, `by_pronoun` hold a pronoun for it."""

    by: tuple[str, ...]
    by_pronoun: tuple[str, ...]
    pronouns: frozenset[str]  # of a speaker, as subject
    before_others: frozenset[str]  # a name right after one of these is not the one who speaks
    not_speech: frozenset[str]  # forms among the speech verbs that as often as not report no words
    more_speech: frozenset[str]  # forms that report an act of speech as often as not, and are no speech verbs
    relatives: frozenset[str]  # a verb right after one of these is in a clause about something else
    of_several: frozenset[str]  # the pronouns that may stand for an institution
    feminine: frozenset[str]  # the pronouns that stand for a woman
    heads: frozenset[str]  # words for a head of state: in an official source, for that of its state
    nouns: frozenset[str]  # other words for somebody who speaks by office, in the form of a subject
    media: frozenset[str]  # who passes words on and says nothing of their own
    addressing: frozenset[str]  # a name right after one of these is whom the words are said to
    passives: frozenset[str]  # a verb after one of these is not its subject's
    articles: frozenset[str]  # may stand between a preposition and a name
    clauses: frozenset[str]  # open a clause about somebody else
    adverbs: frozenset[str]  # may stand between a subject and its verb
    openers: frozenset[str]  # open a sentence with its speaker: "As Putin noted, …"
    gerunds: tuple[str, ...]  # endings of a verb form whose subject is that of the sentence
    endings: str  # last letters of a name in another form than that of a subject
    free_order: bool  # whether a subject may follow its verb without a quotation before it


REPORTING: Mapping[str, Reporting] = MappingProxyType(
    {
        "en": Reporting(
            by=("according to", "in the words of", "in the view of", "in the opinion of"),
            by_pronoun=("according to him", "according to her", "in his view", "in her view", "in his words"),
            pronouns=frozenset(listed("he she they")),
            relatives=frozenset(listed("which whom whose")),
            of_several=frozenset({"they"}),
            feminine=frozenset({"she"}),
            heads=frozenset({"president", "head of state"}),
            nouns=frozenset(
                (
                    *("prime minister", "vice president", "press secretary", "secretary general", "head of government"),
                    *listed(
                        "head leader leaders presidents minister ministers premier premiers chancellor secretary "
                        "adviser advisers advisor advisors spokesman spokeswoman spokesperson spokespeople official "
                        "officials interlocutor interlocutors parties sides participants ambassador ambassadors envoy "
                        "diplomat diplomats lawmaker lawmakers deputy deputies governor governors mayor general "
                        "commander chairman chairwoman chairperson chair speaker director "
                        "politician politicians analyst analysts expert experts journalist journalists reporter "
                        "reporters observers critics opposition  king queen pope patriarch prince heads "
                        "ministry representative representatives chief delegation  "
                    ),
                )
            ),
            media=frozenset(
                listed(
                    "media press newspaper newspapers agency agencies outlet outlets channel channels website portal "
                    "magazine digest broadcaster broadcasters bloggers belta tass ria reuters afp bloomberg interfax"
                )
            ),
            addressing=frozenset(
                listed(
                    "informed informs congratulated congratulates thanked thanks asked asks invited invites told tells "
                    "briefed briefs assured assures urged urges called reminded reminds advised advises instructed "
                    "instructs ordered orders wished wishes welcomed welcomes warned warns praised praises accused "
                    "accuses blamed blames criticised criticized condemned backed threatened quoted"
                )
            ),
            passives=frozenset(listed("was were been being be is are")),
            articles=frozenset(listed("the a an his her its their our")),
            clauses=frozenset(listed("that whether because if since while although though but where when how why")),
            adverbs=frozenset(listed("also then later again further recently repeatedly has had have was is will")),
            openers=frozenset({"as"}),
            gerunds=("ing",),
            endings="",
            free_order=False,
            more_speech=frozenset(
                listed(
                    "accused accuses blamed blames praised praises thanked thanks ordered orders threatened threatens "
                    "vowed vows congratulated wished urged urges insisted contradicted doubted doubts hoped hopes "
                    "expects expected backed wants wanted ruled rules sees saw likened invited spelled warned"
                )
            ),
            before_others=frozenset(
                listed(
                    "with to of by on about from for against and between at like over than that's as under both nor in "
                    "into through via within during after before towards toward without upon behind inside amid"
                )
            ),
            not_speech=frozenset(
                listed(
                    "spoke speak speaking speaks address addresses addressing put puts point points cite quoted quote "
                    "according state states report reports object objects question questions claims request requests "
                    "signal signals comment comments reply appeal demands demand call calls observe conclude concluded"
                )
            ),
        ),
        "ru": Reporting(
            by=(
                *("по словам", "по мнению", "по оценке", "по утверждению", "по версии", "по данным", "со слов"),
                *("как сообщил", "как заявил", "как отметил"),
            ),
            by_pronoun=(
                *("по его словам", "по ее словам", "по их словам", "по его мнению", "по ее мнению", "по их мнению"),
                *("по его оценке", "по ее оценке", "с его слов"),
            ),
            pronouns=frozenset(listed("он она они тот та")),
            relatives=frozenset(
                listed("который которая которое которые которого которой котором которую которым которых которыми")
            ),
            of_several=frozenset({"они"}),
            feminine=frozenset({"она", "та"}),
            heads=frozenset({"президент", "глава государства"}),
            nouns=frozenset(
                (
                    *("премьер-министр", "пресс-секретарь", "глава правительства", " государств", "глава"),
                    *listed(
                        "главы лидер лидеры президенты министр министры премьер канцлер секретарь госсекретарь "
                        "генсек советник советники помощник представитель представители собеседник собеседники "
                        " участники посол послы дипломат дипломаты депутат депутаты губернатор мэр генерал "
                        "командующий председатель спикер руководитель директор коллега политик  аналитик "
                        "аналитики эксперт эксперты журналист журналисты наблюдатели оппозиция  король папа "
                        "патриарх делегация замминистра вице-премьер пресс-служба ведомство министерство"
                    ),
                )
            ),
            media=frozenset(
                listed(
                    "сми медиа пресса газета газеты агентство агентства издание издания телеканал телеканалы канал "
                    "каналы телеграм-канал журнал портал сайт блогеры белта тасс риа reuters bloomberg интерфакс"
                )
            ),
            addressing=frozenset(
                listed(
                    "проинформировал проинформировала информировал информировала поздравил поздравила поблагодарил "
                    "поблагодарила попросил попросила пригласил пригласила заверил заверила призвал призвала "
                    "предупредил предупредила упрекнул упрекнула обвинил обвинила поприветствовал приветствовал "
                    "поддержал поддержала спросил спросила"
                )
            ),
            passives=frozenset(listed("был была было были быть будет будут")),
            articles=frozenset(),
            clauses=frozenset(listed("что чтобы если поскольку хотя но а когда где пока")),
            adverbs=frozenset(listed("также затем позже вновь снова ранее уже тоже")),
            openers=frozenset({"как"}),
            gerunds=("ив", "ав", "ув"),
            endings="аеёиоуыэюяімйх",
            free_order=True,
            more_speech=frozenset(
                listed(
                    "упрекнул упрекнула предрек предрекла счел сочла сочли надеется рассчитывает ожидает видит "
                    "поддержал поддержала поддержали отрицает отрицал отрицала сравнил сравнила усомнился усомнилась "
                    "пожелал пожелала пригласил пригласила распорядился распорядилась уверен уверена убежден убеждена"
                )
            ),
            before_others=frozenset(
                listed("с со к ко о об от у для на в во за над под при через между против про и или из перед после до")
            ),
            not_speech=frozenset(
                listed("версии данным мнению оценке информации заявлению выражению провел говорится передает передаёт")
            ),
        ),
        "be": Reporting(
            by=(
                *("паводле слоў", "са слоў", "па словах", "на думку", "паводле ацэнкі", "паводле звестак"),
                *("паводле", "паводле словаў"),
            ),
            by_pronoun=(
                *("паводле яго слоў", "паводле яе слоў", "паводле іх слоў", "паводле ягоных слоў", "на яго думку"),
                *(
                    "на яе думку",
                    "на іх думку",
                    "на ягоную думку",
                    "паводле яго",
                    "з яго слоў",
                    "паводле ягоных словаў",
                ),
            ),
            pronouns=frozenset(listed("ён яна яны той тая")),
            relatives=frozenset(listed("які якая якое якія якога якой якім якую якіх якімі")),
            of_several=frozenset({"яны"}),
            feminine=frozenset({"яна", "тая"}),
            heads=frozenset({"прэзідэнт", "кіраўнік дзяржавы"}),
            nouns=frozenset(
                (
                    *("прэм'ер-міністр", "прэс-сакратар", "кіраўнік урада", "кіраўнікі дзяржаў"),
                    *listed(
                        "кіраўнік кіраўнікі лідар лідары прэзідэнты міністр міністры прэм'ер канцлер сакратар "
                        "дзяржсакратар генсек дарадца дарадцы дарадчык памочнік прадстаўнік прадстаўнікі суразмоўца "
                        "суразмоўцы бакі удзельнікі пасол паслы дыпламат дыпламаты дэпутат дэпутаты губернатар мэр "
                        "генерал камандуючы старшыня спікер дырэктар калега палітык  аналітык аналітыкі "
                        "эксперт эксперты журналіст журналісты апазіцыя вайскоўцы кароль папа патрыярх дэлегацыя "
                        "прэс-служба ведамства міністэрства"
                    ),
                )
            ),
            media=frozenset(
                listed(
                    "смі медыя прэса газета газеты агенцтва агенцтвы выданне выданні тэлеканал тэлеканалы канал "
                    "каналы тэлеграм-канал часопіс партал сайт блогеры белта тасс reuters bloomberg інтэрфакс"
                )
            ),
            addressing=frozenset(
                listed(
                    "павіншаваў павіншавала падзякаваў падзякавала паінфармаваў паінфармавала праінфармаваў папрасіў "
                    "папрасіла запрасіў запрасіла запэўніў запэўніла заклікаў заклікала папярэдзіў папярэдзіла "
                    "перасцярог перасцерагла папракнуў папракнула абвінаваціў абвінаваціла падтрымаў падтрымала "
                    "спытаў спытала"
                )
            ),
            passives=frozenset(listed("быў была было былі быць будзе будуць")),
            articles=frozenset(),
            clauses=frozenset(listed("што каб калі бо хоць але а дзе пакуль")),
            adverbs=frozenset(listed("таксама затым пазней зноў раней ужо потым")),
            openers=frozenset({"як"}),
            gerunds=("ўшы",),
            endings="аеёиоуыэюяімйх",
            free_order=True,
            more_speech=frozenset(
                listed(
                    "папракнуў папракнула перасцярог перасцерагла спадзяецца разлічвае чакае бачыць падтрымаў "
                    "падтрымала адмаўляе адмаўляў параўнаў параўнала пажадаў пажадала запрасіў запрасіла загадаў "
                    "загадала упэўнены упэўнена перакананы пераканана анансавала палічыў палічыла ускладае усклаў"
                )
            ),
            before_others=frozenset(
                listed("з са да аб пра ад у ў ва для на за над пад пры праз паміж супраць і або перад пасля")
            ),
            not_speech=frozenset(listed("паводле думку меркаваннем меркаванні ацэнках ацэнцы звестках паведамляецца")),
        ),
    }
)
