"""Events: what is one and of what type, whether it happened, who did it to whom, when, where, how many."""

from __future__ import annotations

from functools import cache

import pytest

from nkclaims.atoms.scan import scan
from nkclaims.link.events import link_events
from nkclaims.model.article import Article
from nkclaims.model.base import Record
from nkclaims.model.mention import Mention
from nkclaims.model.values import Date, Event, Place, Quantity, Timex
from nkclaims.read.context import Context
from nkclaims.read.events import read_events
from nkclaims.rules.book import RuleBook, rule_book


@cache
def book() -> RuleBook:
    return rule_book(())


def context_of(text: str) -> Context:
    return Context(Article("a", "-", text), scan(text))


def read(text: str) -> list[Mention]:
    context = context_of(text)
    return read_events(book().find(context.atoms, ("event",)), context)


def event(mention: Mention) -> Event:
    assert isinstance(mention.value, Event)
    return mention.value


def told(text: str) -> list[str]:
    """The events of a text as "trigger/coarse type"."""
    return [f"{event(m).trigger}/{event(m).coarse}" for m in read(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Villagers attacked a surveyor.", ["attacked/assault"]),
        ("The port police arrested nine sailors.", ["arrested/coercion"]),
        ("Some 400 miners were repatriated.", ["repatriated/coercion"]),
        ("The mill laid off 90 spinners.", ["laid off/layoff"]),
        ("The council turned down the plan.", ["turned down/rejection"]),
        ("The governor resigned on Monday.", ["resigned/appointment"]),
        ("The two sides signed an agreement.", ["signed/agreement"]),
        ("An earthquake shook the valley.", ["earthquake/disaster"]),
        ("The court ordered the release of two men.", ["ordered/decree"]),
        ("Parliament raised the fuel tax.", ["raised/levy"]),
        ("The bakery raised its prices.", ["raised/price_change"]),
        ("The foundry cut wages.", ["cut/wage"]),
        ("The fund raised new questions.", []),
        ("The firm struck a chord with buyers.", []),
        ("Sales rose and the share price fell.", ["fell/price_change"]),
        ("He fired three shots.", []),
        ("The club fired its manager.", ["fired/appointment"]),
        ("The charge for delivery is small.", []),
        ("Prosecutors charged him with fraud.", ["charged/accusation", "fraud/crime"]),
        ("She said it was late.", []),
        ("The selling season is short.", []),
        ("Smugglers were shot dead.", ["shot dead/death"]),
        ("Two sides negotiated the deal.", ["negotiated/consult"]),
        ("The ministers held talks on Monday.", ["talks/consult"]),
        ("The barn changes hands for a song.", ["changes hands/trade"]),
        ("The nurse does not sit in a room.", []),
        ("They moved from grant to grant.", []),
        ("The rower won 3-1 at home.", ["won/sport"]),
        ("She won two awards.", ["won/other"]),
        ("The party won 40 seats.", ["won/vote"]),
        ("Harbin Foods went up by $4.", []),
        ("Prices went up by $4.", ["went up/price_change"]),
        ("Missile strikes hit the port.", ["Missile strikes/assault"]),
        ("It lit large fires at a depot.", ["fires/disaster"]),
        ("Medics treated 40 survivors.", ["treated/aid"]),
        ("Medics treated it as a joke.", []),
    ],
)
def test_which_words_are_events(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A gas tank exploded.", ["exploded/disaster"]),
        ("The volcano erupted at dawn.", ["erupted/disaster"]),
        ("A flood destroyed 40 homes.", ["flood/disaster"]),
        ("An outbreak of cholera closed the port.", ["outbreak/disaster"]),
        ("Part-time work is exploding.", []),
        ("Rents have exploded since May.", []),
        ("Discontent erupted in the north.", []),
        ("Applause erupted in the hall.", []),
        ("A quarrel broke out there.", []),
        ("An explosion of interest followed.", []),
        ("A flood of complaints reached the mayor.", []),
        ("The mill burned and two vans crashed.", ["burned/disaster", "crashed/disaster"]),
        ("The firm burned through $2 million.", []),
        ("The plant burned 40 tonnes of coal.", []),
        ("The side crashed out of the cup.", []),
        ("The stock market crash was sudden.", []),
        ("The road was cut off and the power too.", []),
        ("Funding was cut off.", ["cut off/sanction"]),
        ("The base came under fire from rebels.", ["came under fire/assault"]),
        ("The mayor came under fire for the cuts.", []),
    ],
)
def test_a_manner_of_speaking_is_no_event_of_its_kind(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 500 spinners were dismissed.", ["dismissed/layoff"]),
        ("The mill fired 500 clerks.", ["fired/layoff"]),
        ("The bakery sacked its staff.", ["sacked/layoff"]),
        ("The king dismissed two ministers.", ["dismissed/appointment"]),
        ("The board fired its chief officer.", ["fired/appointment"]),
        ("The judge dismissed the claim.", []),
        ("The gunner fired 12 rounds.", []),
        ("Harbin Foods will shut its Leeds plant.", ["shut/layoff"]),
        ("Harbin Foods closed three shops.", ["closed/other"]),
    ],
)
def test_many_who_lose_their_work_are_laid_off(text: str, expected: list[str]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Thousands of weavers went to Peru.", ["went/migration"]),
        ("Some 300 families returned to Orla.", ["returned/migration"]),
        ("Refugees crossed at night.", ["crossed/migration"]),
        ("The work will move to Delft.", []),
        ("She returned the book.", []),
        ("The parcel arrived late.", []),
    ],
)
def test_only_people_migrate(text: str, expected: list[str]) -> None:
    assert told(text) == expected


def test_a_happening_told_before_is_not_told_again() -> None:
    text = "An attack killed two guards. The attack damaged a gate. Another attack occurred at dusk."
    assert told(text) == ["attack/assault", "killed/death", "attack/assault"]


@pytest.mark.parametrize(
    ("text", "realis"),
    [
        ("Rebels attacked the town.", "actual"),
        ("The rebels have attacked the town.", "actual"),
        ("The army began to bombard the town.", "actual"),
        ("The army plans to bombard the town.", "planned"),
        ("The army will bombard the town.", "planned"),
        ("The firm agreed to acquire a rival.", "planned"),
        ("The army did not bombard the town.", "negated"),
        ("The army never bombarded the town.", "negated"),
        ("The guards refused to arrest him.", "negated"),
        ("The general threatened to bombard the town.", "hypothetical"),
        ("If rebels attack the town, we leave.", "hypothetical"),
        ("The regulator has to approve it.", "hypothetical"),
        ("The rebels may attack the town.", "hypothetical"),
        ("The army said it would bombard the town.", "planned"),
        ("The army said it would bombard the town if asked.", "hypothetical"),
        ("The army denied that the town had been bombarded.", "negated"),
        ("Nobody has bombarded the town.", "negated"),
        ("The army will cross the river and bombard the town.", "planned"),
    ],
)
def test_whether_it_happened(text: str, realis: str) -> None:
    wanted = ("assault", "trade", "coercion", "decree")
    assert [event(m).realis for m in read(text) if event(m).coarse in wanted] == [realis]


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Unpaid miners attacked a foreman.", {"who": "Unpaid miners", "whom": "foreman"}),
        (
            "In May, unpaid miners in that town attacked a foreman.",
            {"who": "unpaid miners", "whom": "foreman"},
        ),
        ("Forty herders were deported by Volania.", {"who": "Volania", "whom": "Forty herders"}),
        ("A clerk was killed by robbers.", {"who": "robbers", "whom": "clerk"}),
        ("Harbin Foods bought two mills.", {"who": "Harbin Foods", "what": "two mills"}),
        ("The old foreman died.", {"whom": "old foreman"}),
    ],
)
def test_who_did_it_to_whom(text: str, roles: dict[str, str]) -> None:
    found = event(read(text)[0])
    assert {role.role: role.quote.text for role in found.roles} == roles
    assert all(text[r.quote.start : r.quote.end] == r.quote.text for r in found.roles)


def mention(text: str, kind: str, quote: str, value: Record) -> Mention:
    start = text.index(quote)
    atoms = scan(text)
    sentence = atoms.sentence_of(atoms.covering(start))
    return Mention(kind, start, start + len(quote), "test", value, sentence)  # type: ignore[arg-type]


def test_when_where_and_how_many() -> None:
    text = "In May 2021 the city of Orla deported about 300 herders. Two of them died."
    parts = [
        mention(text, "date", "May 2021", Date(timex=Timex(type="DATE", value="2021-05"))),
        mention(text, "place", "Orla", Place(name="Orla")),
        mention(text, "quantity", "about 300 herders", Quantity(low=None, high=None, unit="herder")),
    ]
    mentions = sorted([*parts, *read(text)], key=lambda m: m.start)
    link_events(mentions, context_of(text))
    deported, died = (m for m in mentions if m.kind == "event")
    position = {m.kind: i for i, m in enumerate(mentions) if m.kind != "event"}
    assert deported.links == {
        "when": [(position["date"], "clause")],
        "where": [(position["place"], "clause")],
        "count": [(position["quantity"], "clause")],
    }
    assert died.links["when"] == [(position["date"], "carried")]
    assert "count" not in died.links


def test_vague_dates_and_names_of_organisations_set_no_scene() -> None:
    text = "Now the Bank of Orla sacked its chief."
    parts = [
        mention(text, "date", "Now", Date(timex=Timex(type="DATE", value="PRESENT_REF"))),
        mention(text, "place", "Orla", Place(name="Orla", in_name=True)),
    ]
    mentions = sorted([*parts, *read(text)], key=lambda m: m.start)
    link_events(mentions, context_of(text))
    assert [m.links for m in mentions if m.kind == "event"] == [{}]
