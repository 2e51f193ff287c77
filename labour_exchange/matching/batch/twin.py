"""The pure scoring over arrays of pairs: the same sum, without the reasons. A property test holds both equal; scoring.py is the truth."""

from itertools import product

import numpy as np
from numpy.typing import NDArray

from labour_exchange.classifications.rules import UNRELATED, occupation_distance
from labour_exchange.matching import scoring as rules
from labour_exchange.matching.batch.coding import NOTHING, Bits, Lists, Numbers, People, Posts, Vocabulary
from labour_exchange.territory.rules import EARTH_RADIUS_KM

Flags = NDArray[np.bool_]
Reals = NDArray[np.float64]


class Twin:
    """Scores pairs given as two arrays of rows, of people and of posts."""

    def __init__(self, people: People, posts: Posts, vocabulary: Vocabulary) -> None:
        self.people, self.posts = people, posts
        codes = list(vocabulary.occupations)
        table = np.full((len(codes), len(codes)), UNRELATED, dtype=np.int8)
        for (mine, code_1), (theirs, code_2) in product(enumerate(codes), repeat=2):
            if code_1[0] == code_2[0]:
                table[mine, theirs] = occupation_distance(code_1, code_2)
        self.distances = table
        self.occupation_weights = np.array([rules.OCCUPATION_WEIGHTS.get(distance, 0) for distance in range(UNRELATED + 1)])

    def reachable(self, mine: Numbers, theirs: Numbers) -> Flags:
        """Whether each person could work at each post."""
        people, posts = self.people, self.posts
        region = posts.region[theirs]
        moves = (people.moves[mine] >> np.maximum(region, 0)) & 1 == 1
        remote = posts.remote[theirs] & people.remote[mine]
        return np.asarray((region == NOTHING) | (region == people.region[mine]) | remote | people.anywhere[mine] | moves)

    def kilometres(self, mine: Numbers, theirs: Numbers) -> Reals:
        """Great-circle distances from home to work, NaN where one of them is not known."""
        home, work = np.radians(self.people.points[mine]), np.radians(self.posts.points[theirs])
        half_turns = np.sin((work[:, 0] - home[:, 0]) / 2) ** 2
        half_turns += np.cos(home[:, 0]) * np.cos(work[:, 0]) * np.sin((work[:, 1] - home[:, 1]) / 2) ** 2
        return np.asarray(2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(np.minimum(1.0, half_turns))))

    def scores(self, mine: Numbers, theirs: Numbers, kilometres: Reals | None = None) -> Numbers:
        """The total of each pair."""
        if kilometres is None:
            kilometres = self.kilometres(mine, theirs)
        total = self._occupation(mine, theirs) + self._skills(mine, theirs) + self._place(mine, theirs, kilometres)
        total += self._pay(mine, theirs) + self._conditions(mine, theirs) + self._requirements(mine, theirs)
        total += rules.QUOTA * (self.posts.quota[theirs] & self.people.quota[mine])
        return np.asarray(total + exposure_weights(self.posts)[theirs])

    def _occupation(self, mine: Numbers, theirs: Numbers) -> Numbers:
        held, asked = self.people.occupations, self.posts.occupation[theirs]
        nearest = np.full(len(mine), UNRELATED, dtype=np.int8)
        for pairs, codes in _in_turn(held, mine):
            nearest[pairs] = np.minimum(nearest[pairs], self.distances[codes, asked[pairs]])
        weights = self.occupation_weights[nearest]
        return np.asarray(np.where(asked == NOTHING, 0, weights))

    def _skills(self, mine: Numbers, theirs: Numbers) -> Numbers:
        total = np.zeros(len(mine), dtype=np.int64)
        for asked, most in ((self.posts.required, rules.SKILLS_REQUIRED), (self.posts.wished, rules.SKILLS_WISHED)):
            held, count = _held(self.people.skills, asked, mine, theirs)
            total += np.rint(most * held / np.maximum(count, 1)).astype(np.int64)
        return total

    def _place(self, mine: Numbers, theirs: Numbers, kilometres: Reals) -> Numbers:
        people, posts = self.people, self.posts
        region, district = posts.region[theirs], posts.district[theirs]
        far = np.trunc(np.nan_to_num(kilometres) / rules.KILOMETRES_A_POINT).astype(np.int64)
        at_home = rules.SAME_REGION + np.maximum(rules.FARTHEST, -far)
        cases = [
            (posts.remote[theirs] & people.remote[mine], rules.REMOTE),
            (region == NOTHING, 0),
            ((district != NOTHING) & (district == people.district[mine]), rules.SAME_DISTRICT),
            (region == people.region[mine], at_home),
            (self.reachable(mine, theirs), rules.READY_TO_MOVE),
        ]
        return np.select([case for case, _ in cases], [np.broadcast_to(weight, len(mine)) for _, weight in cases], rules.FARTHEST)

    def _pay(self, mine: Numbers, theirs: Numbers) -> Numbers:
        wish, offered = self.people.pay_from[mine], self.posts.offered[theirs]
        short = np.rint(100 * (wish - offered) / np.maximum(wish, 1)).astype(np.int64)
        below = np.maximum(rules.PAY_WORST, -np.maximum(1, short // 3))
        cases = [wish == NOTHING, offered == NOTHING, offered >= wish]
        return np.select(cases, [np.broadcast_to(weight, len(mine)) for weight in (0, rules.PAY_UNKNOWN, rules.PAY_MET)], below)

    def _conditions(self, mine: Numbers, theirs: Numbers) -> Numbers:
        total = np.zeros(len(mine), dtype=np.int64)
        for wished, offered, met, missed in (
            (self.people.hours[mine], self.posts.hours[theirs], rules.HOURS_MET, rules.HOURS_MISSED),
            (self.people.kinds[mine], self.posts.kind[theirs], rules.KIND_MET, rules.KIND_MISSED),
        ):
            total += np.where(wished == 0, 0, np.where((wished >> offered) & 1 == 1, met, missed))
        return total

    def _requirements(self, mine: Numbers, theirs: Numbers) -> Numbers:
        people, posts = self.people, self.posts
        months, level = posts.months[theirs], posts.education[theirs]
        total = _asked(months > 0, people.months[mine] >= months, rules.EXPERIENCE_MET, rules.EXPERIENCE_SHORT)
        total += _asked(level != NOTHING, people.education[mine] >= level, rules.EDUCATION_MET, rules.EDUCATION_SHORT)
        for bits, asked, met, missed in (
            (people.licences, posts.licences, rules.LICENCES_MET, rules.LICENCE_MISSING),
            (people.languages, posts.languages, rules.LANGUAGES_MET, rules.LANGUAGE_MISSING),
        ):
            held, count = _held(bits, asked, mine, theirs)
            total += _asked(count > 0, held == count, met, missed)
        return total


def exposure_weights(posts: Posts) -> Numbers:
    """What the number of applications per post adds to every score of a vacancy."""
    over = np.trunc((posts.crowd - rules.CROWDED_ABOVE) / rules.APPLICATIONS_A_POINT).astype(np.int64)
    crowded = np.maximum(rules.EXPOSURE_WORST, -over - 1)
    return np.where(posts.crowd < 1, rules.EXPOSURE_BEST, np.where(posts.crowd > rules.CROWDED_ABOVE, crowded, 0))


def _asked(asked: Flags, enough: Flags, met: int, missed: int) -> Numbers:
    return np.asarray(np.where(asked, np.where(enough, met, missed), 0))


def _held(bits: Bits, asked: Lists, mine: Numbers, theirs: Numbers) -> tuple[Numbers, Numbers]:
    """How many of the codes that each post asks each person has, and how many are asked."""
    held = np.zeros(len(mine), dtype=np.int64)
    for pairs, codes in _in_turn(asked, theirs):
        held[pairs] += (bits[mine[pairs], codes >> 3] >> (codes & 7).astype(np.uint8)) & 1
    return held, np.diff(asked.starts)[theirs]


def _in_turn(lists: Lists, rows: Numbers) -> list[tuple[Numbers, Numbers]]:
    """The first code of every row that has one, then the second, and so on: which pairs, and their codes."""
    starts, counts = lists.starts[:-1][rows], np.diff(lists.starts)[rows]
    turns = []
    for turn in range(int(counts.max(initial=0))):
        pairs = np.flatnonzero(counts > turn)
        turns.append((pairs, lists.codes[starts[pairs] + turn]))
    return turns
