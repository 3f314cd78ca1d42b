"""Whom a pronoun or a description means: documents with their chunks, what is asked of them, and the loss.

What is asked: for a token that carries a mention, which of the earlier ones (candidates) mean the same, or none of them. In GAP the
candidates are the passage's two names, on either side of the pronoun. CoreNLP's chains in PolNeAR are asked only where they say
that there is somebody.
"""

import numpy as np
import torch
from torch import nn

from batches import TOKENS, examples

EARLIER = 40  # candidates at most, the nearest
BINS = 12  # of distance in tokens by doubling, before and behind


class Distances(nn.Module):
    """What distance alone says; only training has it: reading scores distance among its other features."""

    def __init__(self):
        super().__init__()
        self.bias = nn.Embedding(2 * BINS, 1)
        nn.init.zeros_(self.bias.weight)

    def forward(self, anaphor, candidate):
        apart = anaphor[:, None] - candidate
        size = torch.log2(apart.abs().clamp(min=1).float()).long().clamp(max=BINS - 1)
        return self.bias(torch.where(apart < 0, size + BINS, size))[:, :, 0]


def documents(shards, vocabulary, classes):
    """One dict a document: its chunks, and `asked`: [(token, candidates, which of them are right)]."""
    made = []
    for shard in shards:
        asked = ask_gap(shard) if "pronoun" in shard else ask_chains(shard)
        if asked:
            made.append({"chunks": examples([shard], vocabulary, classes), "asked": asked, "tokens": len(shard["words"])})
    return made


def ask_gap(shard):
    token, names, meant = shard["pronoun"]
    return [(token, names, [meant == 1, meant == 2])]


def ask_chains(shard):
    mentions, asked, is_silver = shard["mentions"], [], "penn" in shard
    for n, (token, cluster, is_name) in enumerate(mentions):
        before = [m for m in mentions[max(0, n - EARLIER) : n] if m[0] != token]
        right = [m[1] == cluster for m in before]
        if before and not is_name and (any(right) or not is_silver):
            asked.append((token, [m[0] for m in before], right))
    return asked


def endless_documents(made, generator):
    while True:
        group, size = [], 0
        for n in generator.permutation(len(made)):
            group.append(made[n])
            size += made[n]["tokens"]
            if size > TOKENS:
                yield group
                group, size = [], 0


def asked_of(group, width):
    """Rows into the flattened states for all that a group of documents is asked: token [n], candidates [n, k], right and there [n, k]."""
    place, rows = [], 0
    for document in group:
        own = np.zeros(document["tokens"], dtype=np.int64)
        for chunk in document["chunks"]:
            size = len(chunk["features"])
            own[chunk["first"] : chunk["first"] + size] = rows * width + np.arange(size)
            rows += 1
        place.append(own)
    asked = [(own, *one) for own, document in zip(place, group) for one in document["asked"]]
    most = max(len(candidates) for _, _, candidates, _ in asked)
    token = torch.tensor([[own[t], t] for own, t, _, _ in asked])
    candidate, there, right = (np.zeros((len(asked), most, 2), dtype=np.int64), *(np.zeros((len(asked), most), dtype=bool) for _ in "ab"))
    for n, (own, _, candidates, ok) in enumerate(asked):
        candidate[n, : len(candidates)] = [[own[c], c] for c in candidates]
        there[n, : len(candidates)], right[n, : len(ok)] = True, ok
    return token, torch.from_numpy(candidate), torch.from_numpy(there), torch.from_numpy(right)


def reference_scores(model, distances, high, group):
    """Scores [n, 1 + k] of “none” and of each candidate; right [n, 1 + k]."""
    token, candidate, there, right = asked_of(group, high.shape[1])
    flat = high.flatten(0, 1)
    one, others = model.anaphor(flat[token[:, 0]]), model.antecedent(flat[candidate[:, :, 0]])
    scores = (one[:, None, :] * others).sum(-1).float() / 8 + distances(token[:, 1], candidate[:, :, 1])
    scores = torch.cat([torch.zeros(len(scores), 1), scores.masked_fill(~there, -1e4)], 1)
    return scores, torch.cat([~right.any(1, keepdim=True), right], 1)


def reference_loss(model, distances, high, group):
    scores, right = reference_scores(model, distances, high, group)
    return (torch.logsumexp(scores, 1) - torch.logsumexp(scores.masked_fill(~right, -1e4), 1)).mean()


def reference_figures(model, distances, made, run_encoder):
    """GAP's F1 over both names, as its scorer counts."""
    hits = found = gold = 0
    for at in range(0, len(made), 32):
        group = made[at : at + 32]
        _, high = run_encoder(model, [chunk for document in group for chunk in document["chunks"]])
        scores, right = reference_scores(model, distances, high, group)
        said = torch.zeros_like(right).scatter(1, scores.argmax(1, keepdim=True), True)[:, 1:]
        hits, found, gold = hits + int((said & right[:, 1:]).sum()), found + int(said.sum()), gold + int(right[:, 1:].sum())
    return {"gap": 2 * hits / (found + gold)}
