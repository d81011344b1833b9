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


REPORTING: Mapping[str, Reporting] = MappingProxyType(
    {
        "en": Reporting(
            by=("according to", "in the words of", "in the view of", "in the opinion of"),
            by_pronoun=("according to him", "according to her", "in his view", "in her view", "in his words"),
            pronouns=frozenset(listed("he she they")),
            relatives=frozenset(listed("which whom whose")),
            of_several=frozenset({"they"}),
            more_speech=frozenset(
                listed(
                    "accused accuses blamed blames praised praises thanked thanks ordered orders threatened threatens "
                    "vowed vows congratulated wished urged urges insisted contradicted doubted doubts hoped hopes "
                    "expects expected backed wants wanted ruled rules sees saw likened invited spelled warned"
                )
            ),
            before_others=frozenset(
                listed("with to of by on about from for against and between at like over than that's as under both nor")
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
