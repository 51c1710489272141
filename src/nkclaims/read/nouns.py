"""Plurals and singulars of English nouns, by ending and by table."""

from __future__ import annotations

from functools import lru_cache

IRREGULAR: dict[str, str] = {
    "people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth",
    "geese": "goose", "mice": "mouse", "oxen": "ox", "dice": "die", "lives": "life", "wives": "wife", "knives": "knife",
    "leaves": "leaf", "loaves": "loaf", "thieves": "thief", "wolves": "wolf", "halves": "half", "calves": "calf",
    "shelves": "shelf", "criteria": "criterion", "phenomena": "phenomenon", "media": "medium", "data": "datum",
    "alumni": "alumnus", "cacti": "cactus", "stimuli": "stimulus", "analyses": "analysis", "crises": "crisis",
    "theses": "thesis", "bases": "base", "axes": "axis", "diagnoses": "diagnosis",
    "indices": "index", "policemen": "policeman",
    "policewomen": "policewoman", "fishermen": "fisherman", "gunmen": "gunman",
    "firemen": "fireman", "businessmen": "businessman",
    "servicemen": "serviceman", "congressmen": "congressman", "schoolchildren": "schoolchild",
    "grandchildren": "grandchild",
    "tradesmen": "tradesman", "salesmen": "salesman", "workmen": "workman",
    "spokesmen": "spokesman", "countrymen": "countryman",
    "buses": "bus", "gases": "gas", "viruses": "virus", "bonuses": "bonus", "campuses": "campus", "statuses": "status",
    "heroes": "hero", "potatoes": "potato", "tomatoes": "tomato", "vetoes": "veto",
    "cargoes": "cargo", "echoes": "echo",
    "series": "series", "species": "species", "sheep": "sheep", "fish": "fish", "cattle": "cattle",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft", "troops": "troop", "police": "police", "staff": "staff", "personnel": "personnel",
    "crew": "crew", "dead": "dead", "injured": "injured", "wounded": "wounded",
    "missing": "missing", "homeless": "homeless",
    "unemployed": "unemployed", "headquarters": "headquarters", "pence": "penny",
    "offspring": "offspring", "clergy": "clergy",
    "faithful": "faithful", "needy": "needy", "elderly": "elderly", "shoes": "shoe",
    "movies": "movie", "cookies": "cookie",
    "calories": "calorie", "zombies": "zombie", "ties": "tie", "pies": "pie", "lies": "lie",
    "deer": "deer", "salmon": "salmon",
    "houses": "house", "causes": "cause", "clauses": "clause", "horses": "horse",
    "nurses": "nurse", "courses": "course",
    "cases": "case", "purchases": "purchase", "licenses": "license", "licences": "licence", "promises": "promise",
    "exercises": "exercise", "enterprises": "enterprise", "franchises": "franchise",
    "databases": "database", "phases": "phase",
    "releases": "release", "leases": "lease", "diseases": "disease", "increases": "increase", "decreases": "decrease",
    "hostages": "hostage", "axles": "axle", "roses": "rose", "noses": "nose", "doses": "dose", "expenses": "expense",
    "responses": "response", "defenses": "defense", "verses": "verse", "universes": "universe", "excuses": "excuse",
    "warehouses": "warehouse", "prizes": "prize", "sizes": "size", "mazes": "maze",
    "caches": "cache", "niches": "niche",
    "moustaches": "moustache", "avalanches": "avalanche", "headaches": "headache",
}  # fmt: skip
PLURALS_WITHOUT_S = frozenset(
    "people men women children feet teeth geese mice oxen sheep fish cattle aircraft spacecraft"
    " police staff personnel crew dead injured wounded missing policemen policewomen fishermen gunmen"
    " firemen businessmen servicemen congressmen schoolchildren grandchildren tradesmen salesmen"
    " workmen spokesmen countrymen alumni criteria phenomena media data offspring clergy unemployed"
    " homeless deer salmon livestock poultry manpower horsepower".split()
)
_NOT_PLURAL = frozenset(
    "this was has its is as us his hers ours yours theirs always perhaps across less unless news gas"
    " bus thus plus minus various previous serious famous religious business process access success"
    " progress congress address class mass press loss cross boss glass grass dress stress express"
    " guess miss pass status bonus virus campus census focus chorus genius surplus versus versus"
    " physics mathematics economics politics athletics gymnastics besides towards afterwards backwards"
    " upwards downwards indoors outdoors overseas sometimes whereas does goes says chaos ethos basis"
    " crisis analysis thesis hypothesis emphasis diagnosis arthritis tennis paris texas mrs ms lens"
    " yes alas thousands millions billions hundreds dozens tens canvas atlas christmas iris pancreas"
    " aids rabies measles".split()
)


def is_plural(word: str) -> bool:
    """Whether a lower-cased word looks like a noun in the plural.

    >>> is_plural("workers"), is_plural("business"), is_plural("people"), is_plural("various")
    (True, False, True, False)
    """
    if word in PLURALS_WITHOUT_S or word in IRREGULAR:
        return word not in ("dead", "missing") or word in PLURALS_WITHOUT_S
    ending = word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "ous"))
    return (len(word) > 3 and ending and word not in _NOT_PLURAL) or word in (
        "ads", "gps", "mps", "meps", "ceos", "atms", "suvs", "tvs", "pcs", "ngos", "cars", "men", "gms", "jobs", "kids"
    )  # fmt: skip


@lru_cache(maxsize=4096)
def singular(word: str) -> str:
    """A noun in the singular; a word that is not a plural stays as it is.

    >>> singular("workers"), singular("cities"), singular("boxes"), singular("lives"), singular("shoes")
    ('worker', 'city', 'box', 'life', 'shoe')
    """
    if word in IRREGULAR:
        return IRREGULAR[word]
    if not is_plural(word):
        return word
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zzes")):
        return word[:-2]
    return word[:-1]
