"""English function words, by what they do around a reporting verb. Lower case, folded."""

from overtone.language.lists import listed

PRONOUNS = frozenset(
    listed(
        "he she they it we i you who some many others one everyone everybody nobody both most someone somebody several"
    )
)
AUXILIARIES = frozenset(
    listed(
        "has have had is was were are be been being will would does did do not can could should may might must "
        "cannot "
        "hasn't haven't hadn't isn't wasn't weren't aren't won't wouldn't doesn't didn't don't can't couldn't to "
        "'d 'll "
        "'ve"
    )
)
NEGATIONS = frozenset(
    listed("not never hasn't haven't hadn't isn't wasn't weren't aren't won't wouldn't doesn't didn't don't can't")
)
BE = frozenset(listed("is was were are be been being isn't wasn't weren't aren't"))
ADVERBS = frozenset(
    listed(
        "also later then again once twice never ever often just still now even always sometimes soon first further "
        "already instead too thus meanwhile today yesterday himself herself themselves itself both all thereafter "
        "reportedly quickly perhaps maybe earlier ago subsequently back"
    )
)
CONJUNCTIONS = frozenset(
    listed(
        "and or but that because if when while where as since although though whether which who whom whose after "
        "before "
        "until unless than so what how why yet nor whereas"
    )
)
PREPOSITIONS = frozenset(
    listed(
        "of for in at from on with to by about against under over into during behind near within without among "
        "between "
        "through across following via amid despite around off up out"
    )
)
ADJUNCTS = frozenset(
    listed(
        "in on at during after before to from with when while as through via by over following outside inside near "
        "monday tuesday wednesday thursday friday saturday sunday last this earlier late early yesterday today "
        "recently "
        "about here there just without upon at tonight afterward afterwards later again"
    )
)
WEEKDAYS = frozenset(listed("monday tuesday wednesday thursday friday saturday sunday yesterday today tonight"))
DETERMINERS = frozenset(
    listed("the a an his her their its our my your this that these those some many several both one two three another")
)
