"""The closed word lists that tell a place from a person, a firm or a plain word. Lower case, without points."""

from __future__ import annotations

CONNECTORS = frozenset(
    "of and the de la le les du des del di da do dos das el al y upon sur en am an der im ob".split()
)
"""Words that may stand in lower case inside a place's name."""

GENERIC = frozenset(
    "peninsula island islands river sea gulf strait valley province state city county region territories territory "
    "states district lake bay mountains mountain desert coast subcontinent".split()
)
"""Kinds of place that some papers write in lower case inside a name ("Korean peninsula")."""

FUNCTION = frozenset(
    "a an the this that these those in on at by to from for with of and or but nor so yet as if when while where "
    "after before during since until because although though however he she it we they i you his her its our their "
    "my your who what which how why there here not no yes all some many most more each every both one two three "
    "four five six seven eight nine ten another other others such then thus also even just only still over under "
    "between among across around near outside inside into through throughout toward towards about against "
    "despite according meanwhile instead once now today yesterday tomorrow tonight last next first is are was were "
    "be been has have had do does did will would can could may might should must let get go see read click".split()
)
"""Words that are capitalised only because a sentence begins with them."""

IN_WORDS = frozenset("in near outside around across throughout inside within".split())
TO_WORDS = frozenset(
    "from to at into toward towards through via of over off visiting visited leaving left".split()
)

TITLES = frozenset(
    "mr mrs ms miss dr sir dame lord lady madam president senator sen rep representative congressman congresswoman "
    "gov governor mayor councilman councilwoman councillor alderman minister chancellor secretary ambassador judge "
    "justice sheriff deputy chief captain capt lieutenant lt sergeant sgt major maj colonel col general gen "
    "admiral commander officer constable detective inspector professor prof rev reverend father sister brother pope "
    "king queen prince princess duke coach attorney pastor bishop archbishop cardinal imam sheikh ayatollah rabbi "
    "director principal superintendent trooper cpl pfc spc pvt private corporal sen-elect mp".split()
)
"""What stands right before a person's name."""

ROLES = frozenset(
    "president vice prime minister premier chancellor foreign finance defense defence interior secretary governor gov "
    "mayor senator sen rep representative congressman ambassador chief police sheriff attorney general coach king "
    "queen prince crown parliament army navy government embassy district supreme federal deputy".split()
)
"""Capitalised offices that follow the place they belong to ("Boston Mayor Thomas Menino")."""

NAME_NOUNS = frozenset(
    "university college school academy institute hospital clinic center centre airport station bridge road street "
    "avenue boulevard lane drive highway square park stadium arena museum library church cathedral mosque temple "
    "hotel theatre theater hall house palace castle tower prison jail court courthouse bank times post herald news "
    "tribune journal gazette star daily telegraph press union party association society council commission committee "
    "agency authority department ministry board bureau office service services company co corp corporation inc ltd "
    "plc llc group holdings airlines airways railway railroad energy oil gas power electric motors media television "
    "tv radio orchestra symphony opera ballet festival marathon open cup games championship championships classic "
    "league conference united city fc afc cf sc club rovers wanderers athletic albion rangers celtic hotspur villa "
    "fire police force army navy guard air regiment division brigade state convention treaty declaration agreement "
    "accord accords protocol summit exchange stock zoo gardens garden beach harbor harbour port dam canal creek "
    "branch chapter diocese archdiocese foundation fund trust alliance coalition front movement congress senate "
    "assembly parliament review examiner inquirer dispatch chronicle globe observer standard democrat republican "
    "independent sun sentinel record register enterprise advocate reporter bulletin mercury eye review messenger "
    "medical health community elementary high middle public county town village township schools".split()
)
"""What a place's name is part of another name with ("Boston Marathon", "Reading Borough Council")."""

TEAMS = frozenset(
    "celtics lakers knicks nets bulls heat magic mavericks spurs rockets suns clippers warriors kings jazz nuggets "
    "thunder blazers timberwolves bucks pacers pistons cavaliers raptors hornets hawks wizards sixers pelicans "
    "grizzlies yankees mets sox dodgers giants angels padres athletics mariners rangers astros royals twins tigers "
    "indians cubs cardinals reds brewers pirates phillies braves marlins nationals orioles rays jays rockies "
    "patriots jets bills dolphins steelers ravens browns bengals colts texans titans jaguars chiefs raiders chargers "
    "broncos cowboys eagles redskins bears packers vikings lions saints falcons panthers buccaneers seahawks rams "
    "49ers bruins canadiens canucks flames oilers senators leafs sabres penguins flyers devils islanders capitals "
    "hurricanes lightning blackhawks wings predators blues wild stars avalanche coyotes ducks sharks kraken "
    "bulldogs wildcats tarheels buckeyes wolverines spartans huskies crimson longhorns sooners aggies gators "
    "seminoles hoosiers hawkeyes badgers gophers terps terrapins cavaliers hokies gamecocks razorbacks rebels "
    "volunteers commodores jayhawks cyclones cornhuskers buffaloes bluejackets roughriders stampeders eskimos "
    "argonauts alouettes galaxy dynamo sounders timbers whitecaps revolution crew".split()
)
"""Plural or mass names of clubs: the town before them is inside the club's name."""

HEADS = frozenset("north south east west northern southern eastern western central greater upper lower downtown inner old "
                  "new upstate metro metropolitan mainland mid northwest northeast southwest southeast suburban rural "
                  "northeastern northwestern southeastern southwestern midtown outer".split())  # fmt: skip
"""Parts of a place: "downtown Boston", "Upstate New York"."""

SAY = frozenset(
    "said says say saying told tells adds added notes noted explained explains recalled thinks thought believes "
    "knows wrote writes joked laughed smiled testified pleaded scored hit threw played died married grew".split()
)
"""After a bare name these make a person of it."""

ACTS = frozenset(
    "said says accused accuses agreed agrees announced announces argues argued asked blamed blames called calls claims "
    "claimed condemned condemns considers criticized criticised decided declared demanded demands denied denies "
    "fears imposed imposes insisted insists invaded launched offered opposes opposed plans pledged promised proposed "
    "protested recalled refused rejected rejects responded seeks sent signed supports supported suspended threatened "
    "threatens urged urges vetoed voted vowed wants warned warns withdrew believes hopes has will".split()
)
"""What a government does: a country or capital before them stands for its government."""

UNIT_BEFORE = {
    "city": "PPL", "town": "PPL", "village": "PPL", "capital": "PPL", "port": "PPL", "suburb": "PPL",
    "province": "ADM", "state": "ADM", "region": "ADM", "prefecture": "ADM", "county": "ADM", "district": "ADM",
    "governorate": "ADM", "republic": "ADM", "oblast": "ADM",
}  # fmt: skip
"""A kind of place named before "of NAME" or after the name, and the feature it asks for."""

TAKES_THE = frozenset(
    "SEA OCN STM MTS DSRT GULF STRT CHN CNL ISLS RGN PEN PCLI PCLH RGNE BAY MT RGNH LKS".split()
)

AREA = frozenset(
    "area areas region regions neighborhood neighbourhood suburb suburbs community resident residents native natives "
    "man woman men women teenager teen police home office officials official officer officers authorities hospital "
    "school court mayor city county town based border province market council councillors firm company family couple "
    "boy girl student students farmer farmers mother father businessman headquarters campus plant factory store "
    "restaurant church hotel airport newspaper daily neighborhoods district apartment street streets".split()
)
"""Common nouns that follow a place's name more than a person's."""

SHORT_STATES = frozenset("ga la pa md mo ky va vt nj ny nh nm nc sc nd sd ri dc wva bc nb ns ont que".split())
"""Abbreviations of units that are written with points; the other two-letter ones are postal, in capitals."""

SHORT_TITLES = frozenset(
    "mr mrs ms dr sen rep gov prof lt sgt capt col gen rev maj hon sr jr pres supt det cpl".split()
)
"""Titles that end in a full stop."""

PARTIES = frozenset("d r i".split())
"""Parties as in "D-Calif."."""
