"""The words that sentences are made of. Common ones are listed; rare ones are put together from Latin's prefixes, roots and endings,
so that a long text has as many different words, as long and as divisible, as one that somebody wrote."""

from made.dice import Weighted, as_in_language

NOUNS = """value buffer request process stream handle thread queue event file chunk signal module callback socket object result server
memory timer table loop error call name state number path key pool program system worker record message reader writer listener field
page kernel descriptor promise cache header frame counter window address limit channel parser client flag entry token index segment
boundary pipeline scheduler snapshot register payload offset deadline counterpart threshold consumer producer resource allocation
interval directory variable constant operation function instance argument parameter property iterator generator controller adapter
container packet response connection session transaction process lifetime ordering batch budget shard replica journal cursor digest
envelope monitor profile sample histogram percentile latency bandwidth throughput workload baseline estimate measurement experiment
guarantee contract invariant precondition surface layer bridge gateway proxy handler dispatcher resolver registry loader compiler
interpreter optimizer collector finalizer watcher tracer inspector debugger terminal console prompt script command option default
fallback retry attempt failure recovery shutdown startup teardown rotation migration upgrade release version package dependency graph
node edge branch leaf root parent child sibling ancestor scope closure binding prototype shape transition slot barrier fence lock
semaphore mutex condition gate latch phase tick turn round step stage cycle burst spike plateau slope curve margin gap hole edge case
detail rule habit mistake symptom cause effect answer question reason story picture map figure listing example exercise chapter""".split()

VERBS = """return open close call pass create handle wait resolve reject check store load parse process release allocate measure receive
accept push pull move copy mark visit count start finish report follow change replace remove append collect compare consider protect
schedule dispatch deliver transfer allow prevent require ensure restore repeat observe explain describe record register reserve
inspect trace attach detach connect destroy validate decode encode compress expand assign convert exchange balance isolate inherit
invoke notify propagate serialize translate traverse monitor extend reduce limit delay absorb exhaust saturate interpret compile
recover complete confirm discard emit encounter gather ignore include introduce maintain match monitor obtain perform postpone
prepare preserve produce publish raise reach rely remember resemble respect retry reveal reuse share shift signal smooth supply
support suspend sustain touch trust update wrap yield""".split()

ADJECTIVES = """small large single internal synchronous asynchronous native pending open active early late short long shared separate
explicit implicit ordinary common rare empty full partial whole stable fragile precise rough local remote nested flat deep shallow
idle busy slow quick steady sudden final initial previous following particular general simple complex strict loose lazy eager mutable
immutable opaque transparent private public static dynamic temporary permanent optional mandatory redundant reliable portable
recursive sequential concurrent parallel atomic bounded unbounded writable readable cached stale fresh visible hidden actual nominal
careful honest boring cheap expensive useful familiar surprising plausible measurable""".split()

ADVERBS = """usually often rarely always never immediately eventually silently directly quietly exactly roughly safely only simply
still already again later first internally externally explicitly implicitly twice together separately gradually suddenly
predictably deliberately cheaply""".split()

LINKS = ["because", "so", "while", "after", "before", "unless", "until", "although", "where", "as soon as", "even if", "and", "but",
         "and then"]
PLACES = ["inside", "behind", "below", "above", "between", "across", "around", "through", "without", "during", "within", "beside", "under"]

PREFIXES = "re con trans sub inter pre un over de dis ex per pro super counter under out mis non co".split()
ROOTS = """tract vert spect form port mit duct scrib press struct ject fer pos solv volv cept clus grad leg loc man mot nect norm ord
pel plic quir rupt sect sert sign sist spir tain tend text tort vent vis voc fract flex fund grat hab jur lect lud merg nounc""".split()
NOUN_ENDINGS = "ion or ment ance ability ure er ation ence ism ist ancy ive".split()
ADJECTIVE_ENDINGS = "ible able ive al ent ational ory ant ional ative".split()

KEYS = """buf fd chunk stream socket pool queue timer entry record reader writer cache key value state offset limit count total next
last head tail path name mode flags size length index options config result error reason handler listener callback source target
sink batch job task worker port host header body token cursor window frame packet page slot bucket item list map node root""".split()
ACTIONS = """read write open close get set add remove push pull flush drain fetch load store parse format encode decode start stop
pause resume attach detach create destroy acquire release check verify update reset merge split wait notify emit collect measure
schedule dispatch resolve settle enqueue dequeue compare copy fill find sort map filter reduce trim pack unpack""".split()
MODULES = "store ledger relay depot courier harbor beacon atlas marker quarry canal anvil loom signal ferry kiln mill turbine".split()
CODES = "ECLOSED EDRAINED EOVERRUN ESTALE ENOSLOT ETRUNCATED EBADFRAME ELATE EUNSETTLED EHALFOPEN".split()


def _derived(bases, prefixes, endings, share, dice):
    words = [prefix + root + ending for prefix in prefixes for root in bases for ending in endings]
    kept = [word for word in words if dice.chance(share)]
    return sorted(kept, key=lambda _: dice.between(0, 1 << 30))


class Lexicon:
    """Words by their kind, the common ones of it coming often."""

    def __init__(self, dice):
        def kind(common, rare):
            return as_in_language(list(dict.fromkeys(common)) + rare)

        self.nouns = kind(NOUNS, _derived(ROOTS, PREFIXES, NOUN_ENDINGS, 0.35, dice))
        self.adjectives = kind(ADJECTIVES, _derived(ROOTS, PREFIXES, ADJECTIVE_ENDINGS, 0.25, dice))
        self.verbs = as_in_language(list(dict.fromkeys(VERBS)))
        self.adverbs = as_in_language(ADVERBS + [word + "ly" for word in ADJECTIVES if not word.endswith(("ly", "le", "y", "ic"))])
        self.links = as_in_language(LINKS, 4)
        self.places = as_in_language(PLACES, 4)
        self.determiners = Weighted([("the", 50), ("a", 22), ("this", 8), ("each", 5), ("every", 5), ("that", 5), ("its", 5), ("no", 2),
                                     ("another", 2)])


def plural(noun):
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and noun[-2] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + "s"


def third_person(verb):
    return plural(verb)


def past(verb):
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def gerund(verb):
    return verb[:-1] + "ing" if verb.endswith("e") and not verb.endswith("ee") else verb + "ing"
