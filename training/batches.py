"""Chunks of the corpora with their gold, cut into batches of like length."""

import numpy as np
import torch

from shards import chunks_of, features_of

TOKENS = 3072  # tokens of a batch


def classes_of(shards, key, least=1):
    counts = {}
    for shard in shards:
        for value in shard[key]:
            if value is not None:
                counts[value] = counts.get(value, 0) + 1
    return sorted((v for v, n in counts.items() if n >= least), key=lambda v: (-counts[v], v))


def sentence_numbers(shard):
    number = np.zeros(len(shard["words"]), dtype=np.int64)
    number[[s for s in shard["sentences"][1:] if s < len(number)]] = 1
    return np.cumsum(number)


def examples(shards, vocabulary, classes):
    """One dict a chunk: features [tokens, 7], sentence numbers, and what gold the shard has."""
    made = []
    index = {key: {v: n for n, v in enumerate(values)} for key, values in classes.items()}
    for shard in shards:
        features, sentence = features_of(shard, vocabulary), sentence_numbers(shard)
        for a, b in chunks_of(shard):
            example = {"features": features[a:b], "sentence": sentence[a:b], "first": a, "shard": shard}
            for key in ("upos", "lemma", "relation", "names", "penn", "ner", "stanford"):
                if key in shard and key in index:
                    example[key] = np.array([index[key].get(v, -100) for v in shard[key][a:b]], dtype=np.int64)
            for key in ("head", "stanford_head"):
                if key in shard:
                    heads = np.array([-2 if h is None else h for h in shard[key][a:b]], dtype=np.int64)
                    inside = (heads == -1) | ((heads >= a) & (heads < b))
                    example[key] = np.where(heads == -1, 0, np.where(inside, heads - a + 1, -100))
            if "attributions" in shard:
                example["cue"], example["roles"] = role_gold(shard["attributions"], a, b)
            made.append(example)
    return made


def role_gold(attributions, a, b):
    """Cue tags (0 O, 1 B, 2 I; −1 inside somebody's content, where cues are not annotated) and, for each cue, its roles."""
    tags, roles = np.zeros(b - a, dtype=np.int64), []
    for one in attributions:
        for first, last in one["content"]:
            tags[max(0, first - a) : max(0, last - a)] = -1
    for one in attributions:
        first, last = one["cue"][0]
        if not (a <= first and last <= b):
            continue
        tags[first - a : last - a] = 2
        tags[first - a] = 1
        gold = np.zeros(b - a, dtype=np.int64)
        for begin, spans in ((3, one["content"]), (1, one["source"])):
            for s, e in spans:
                s, e = max(s, a) - a, min(e, b) - a
                if e > s:
                    gold[s:e] = begin + 1
                    gold[s] = begin
        roles.append((first - a, last - a, gold))
    return tags, roles


def batched(made, generator, tokens=TOKENS):
    """Groups of examples of like length, in random order."""
    order = sorted(range(len(made)), key=lambda n: len(made[n]["features"]) + generator.random() * 4)
    groups, group, longest = [], [], 0
    for n in order:
        longest = max(longest, len(made[n]["features"]))
        if group and longest * (len(group) + 1) > tokens:
            groups.append(group)
            group, longest = [], len(made[n]["features"])
        group.append(made[n])
    groups.append(group)
    generator.shuffle(groups)
    return groups


def padded(group, key, fill):
    longest = max(len(e["features"]) for e in group)
    first = group[0][key]
    out = np.full((len(group), longest, *first.shape[1:]), fill, dtype=np.int64)
    for n, e in enumerate(group):
        out[n, : len(e[key])] = e[key]
    return torch.from_numpy(out)


def lengths_of(group):
    return torch.tensor([len(e["features"]) for e in group])
