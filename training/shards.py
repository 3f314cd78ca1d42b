"""Articles as training sees them: token features from export-tokens.ts, cut into chunks as reading cuts them."""

import json
from functools import lru_cache

import numpy as np

from features import affixes_of, form_of, normalize_word

CHUNK = 128  # tokens of a chunk at most; src/reader/chunks.ts cuts the same way


class Vocabulary:
    """Rows of the word table: 0 padding, 1 unknown or masked, then words by falling count."""

    def __init__(self, words):
        self.words = [str(w) for w in words]
        self.rows = {w: n + 2 for n, w in enumerate(self.words)}
        self.of = lru_cache(maxsize=None)(self._of)

    def _of(self, word):
        plain = normalize_word(word)
        return (self.rows.get(plain, 1), form_of(word), *affixes_of(plain))


def features_of(shard, vocabulary):
    """int32 [tokens, 7]: word, 4 affixes, shape, quotation state."""
    rows = np.array([vocabulary.of(w) for w in shard["words"]], dtype=np.int32).reshape(-1, 6)
    start, end = np.array(shard["start"]), np.array(shard["end"])
    glued = np.zeros(len(start), dtype=np.int32)
    glued[1:] = start[1:] == end[:-1]
    first = np.zeros(len(start), dtype=np.int32)
    first[[s for s in shard["sentences"] if s < len(first)]] = 1
    shape = rows[:, 1] * 4 + glued * 2 + first
    return np.column_stack([rows[:, 0], rows[:, 2:6], shape, np.array(shard["quote"], dtype=np.int32)]).astype(np.int32)


def chunks_of(shard):
    """[(first, last)] token ranges: paragraphs, longer ones parted between sentences, longer sentences cut."""
    sentences, made = shard["sentences"], []
    breaks = set(shard["paragraphs"])
    first = 0
    for a, b in zip(sentences, sentences[1:]):
        if a > first and (a in breaks or b - first > CHUNK):
            made.append((first, a))
            first = a
        while b - first > CHUNK:
            made.append((first, first + CHUNK))
            first += CHUNK
    if sentences[-1] > first:
        made.append((first, sentences[-1]))
    return made


def read_shards(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
