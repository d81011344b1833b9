"""English words that report, by what may follow them; every form. Lexicon mined from annotated news (see speaking)."""

from overtone.language.lists import listed

_SAY = (
    "add note announce suggest argue tweet retweet declare explain acknowledge claim allege reveal conclude state "
    "recall insist reply respond answer predict confirm complain joke concede assert stress emphasize emphasise "
    "remark lament reiterate contend testify speculate opine quip comment counter report post emphasise observe "
    "proclaim maintain estimate exclaim shout yell chant muse wonder imply signal hint boast recount interject "
    "proffer underscore underline specify clarify elaborate affirm aver posit assess concur repeat disclose warn "
    "caution text email message object vent whisper scream announce continue stipulate attest attests intone "
    "moan groan bemoan marvel fume thunder chide scoff sneer crow gush enthuse reminisce recollect point"
)
_SAY_FORMS = (
    "said says say saying wrote writes write writing written admitted admits admit admitting swore swears swear "
    "swearing adlibbed reads read deadpanned"
)
_TELL = "inform remind assure ask urge convince persuade notify brief advise caution warn reassure press instruct query"
_TELL_FORMS = "told tells tell telling"
_HOLD = (
    "believe hope fear worry realize realise doubt suspect agree disagree decide determine figure guess imagine "
    "assume "
    "expect dream anticipate indicate regret notice learn suppose consider remember"
)
_HOLD_FORMS = (
    "think thinks thought thinking know knows knew knowing felt feel feels feeling saw sees see shows showed show "
    "found finds find understood understands learnt bet bets shown worried convinced confident aware"
)
_JUDGE = (
    "describe accuse criticize criticise praise endorse defend cite question attack reject mention discuss blast "
    "dismiss denounce blame echo mock highlight deny back oppose support reference thank challenge express "
    "condemn tout decry assail slam rebuke lambaste portray quote champion applaud hail label dub deride blame "
    "welcome credit liken compare propose reiterate order request recommend demand charge ridicule "
    "denigrate disparage castigate rip bash deplore disavow repudiate disown commend laud celebrate congratulate "
    "voice "
    "articulate name list invoke brand characterize characterise depict trash belittle skewer chastise "
    "scold pan hammer discredit rebut refute contradict debunk dispute contest advocate raise float pitch detail "
    "summarize summarise outline lay lash knock call address reference unveil favor favour attribute "
    "proposes plead debate apologize rail refer talk allude lobby campaign complain apologise"
)
_JUDGE_FORMS = "spoke speaks speak speaking spoken laid lays cast casts cites undercut"
_WANT = "vow promise pledge refuse decline want hope plan intend prefer offer threaten agree promise opt"
_WANT_FORMS = "seek seeks sought seeking planned planning swore eager reluctant unwilling willing opted opting"
_OTHER = (
    "according statement statements reportedly allegedly view views opinion words claim claims suggestion assertion "
    "belief seem seems seemed appear appears appeared expected deemed known seen accusation accusations "
    "allegation allegations promise promises warning warnings criticism complaint complaints admission argument "
    "concern concerns question questions hopes fears call calls demand demands denial denials decision remark "
    "remarks "
    "comment comments message prediction announcement assumption doubts interview tweet tweets"
)
_NOUNS = (
    "claim report comment question text email message post note remark state counter answer query press attack "
    "support "
    "challenge order demand charge request praise blame address list name brand raise float pitch detail debate rail "
    "talk lobby campaign reference echo hope fear worry doubt promise pledge plan offer vow dream figure regret "
    "notice "
    "estimate joke wonder signal hint boast object text chant whisper scream shout yell crow gush fume thunder chide "
    "call appeal complaint tweet laud knock lash welcome credit label caution guess bet brief champion invoke voice "
    "trash pan hammer skewer contest view concern host point mock repeat worries"
)
_WEAK = (
    "back states support show see attacks spoke questions emails points raised raise want speak find know found "
    "contests "
    "campaign continues continue saw seeking respond supporting talking endorse supported comments backed point "
    "pledged "
    "discuss campaigning cast offer reports thought debates feel consider oppose compared opposed posted speaking "
    "defend "
    "felt favor thinking willing details state determine lobbying talk attack tell decided campaigns expect "
    "figures call "
    "contested requests address charged remarks expected charges celebrating prefer talks seek considered mentioned "
    "describe answer speaks ask shown claim report read recall estimated intended decide backing messages learned "
    "defending lay thanks raising campaigned write lists posts press believed spoken remember written disclose name "
    "feels confident planned condemn note insist challenges addressed persuade laid learn reporting maintain imagine "
    "demanding decline confirm admit favored add suspected estimates text comment post object objects rail address "
    "pan pitch floated float brand label list listed name named champion lay press pressed advocate detailed"
)
_TO = "refer point object respond allude plead pivot apologize apologise"

_DOUBLED = frozenset(listed("quip chat rip slam pan plan opt scan commit rebut vet ship admit trot bar permit trim"))


def _forms(verb: str) -> tuple[str, ...]:
    """The four forms of a regular verb: slam, slams, slammed, slamming."""
    if verb in _DOUBLED:
        return verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, f"{verb}{ending}", f"{verb}ed", f"{verb}ing"


def _all(verbs: str, forms: str = "") -> frozenset[str]:
    return frozenset(form for verb in verbs.split() for form in _forms(verb)) | frozenset(forms.split())


SAYS = _all(_SAY, _SAY_FORMS)
TELLS = _all(_TELL, _TELL_FORMS)
HOLDS = _all(_HOLD, _HOLD_FORMS)
JUDGES = _all(_JUDGE, _JUDGE_FORMS)
WANTS = _all(_WANT, _WANT_FORMS)
NOUNLIKE = _all(_NOUNS) - frozenset(form for form in _all(_NOUNS) if form.endswith(("ed", "ing")))
WEAK = frozenset(listed(_WEAK))
TAKES_TO = _all(_TO)
OTHERS = frozenset(_OTHER.split())
DENIES = _all("deny refute rebut disavow contradict dispute")
DECLINES = _all("decline refuse") | frozenset(listed("wouldn't didn't not"))
COMMENTS = frozenset(listed("comment respond reply say answer discuss elaborate speak confirm address disclose reveal"))
