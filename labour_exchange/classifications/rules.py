"""How far apart two occupations are."""

UNRELATED = 4


def occupation_distance(code_1: str, code_2: str) -> int:
    """Steps between two unit groups of ISCO-08: 0 same unit group, 1 same minor, 2 same sub-major, 3 same major group, 4 otherwise.

    A shorter code is a whole group: what stands inside it is at the distance of that group's level, since it may be any unit group of it.
    """
    shared = 0
    for digit_1, digit_2 in zip(code_1[:UNRELATED], code_2[:UNRELATED], strict=False):
        if digit_1 != digit_2:
            break
        shared += 1
    return UNRELATED - shared
