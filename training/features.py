"""What the reader sees of each token. The same as src/reader/features.ts; src/reader/features.test.ts proves it on words."""

import re

AFFIX_BUCKETS = 8192
AFFIXES = 4  # prefix of 3; suffixes of 2, 3 and 4
SHAPES = 36  # 9 forms × glued to the token before × first of its sentence
QUOTE_STATES = 8

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "‐": "-", "‑": "-"})


def normalize_word(word):
    word = re.sub(r"\d", "0", word.lower())
    word = re.sub(r"[’‘ʼ`]", "'", word)
    word = re.sub(r"[“”„‟«»]|''", '"', word)
    return re.sub(r"\s+", "", word.replace("‐", "-").replace("‑", "-"))


def hash_affix(salt, text):
    """FNV-1a, 32 bits, over UTF-16 units."""
    value = (2166136261 ^ salt) & 0xFFFFFFFF
    for unit in memoryview(text.encode("utf-16-le")).cast("H"):
        value = ((value ^ unit) * 16777619) & 0xFFFFFFFF
    return value


def affixes_of(word):
    """Rows of the affix table for a normalised word."""
    parts = (word[:3], word[-2:], word[-3:], word[-4:])
    return [n * AFFIX_BUCKETS + (hash_affix(n, part) >> 8) % AFFIX_BUCKETS for n, part in enumerate(parts)]


def form_of(word):
    """0 lower, 1 Title, 2 UPPER, 3 mIxed, 4 one capital, 5 digits, 6 with digits, 7 no letter or digit, 8 other letters."""
    if not re.search(r"[^\W_]", word):
        return 7
    if re.search(r"\d", word):
        return 5 if re.fullmatch(r"[\d.,:/]+", word) else 6
    letters = re.sub(r"[\W_]", "", word)
    if letters == letters.lower():
        return 0 if letters != letters.upper() else 8
    if len(letters) == 1:
        return 4
    if letters == letters.upper():
        return 2
    return 1 if letters[0] != letters[0].lower() and letters[1:] == letters[1:].lower() else 3
