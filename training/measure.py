"""Quick figures on dev while training runs; the figures that count are those of `readout evaluate`."""

import numpy as np
import torch

from batches import batched, lengths_of, padded

CUE_FROM = 0.5  # probability that a token is (part of) a cue


def bio_spans(tags):
    """[(first, last)] of a tag sequence 0 O, 1 B, 2 I."""
    spans = []
    for n, tag in enumerate(tags):
        if tag == 1 or (tag == 2 and (n == 0 or tags[n - 1] == 0)):
            spans.append([n, n + 1])
        elif tag == 2:
            spans[-1][1] = n + 1
    return [tuple(s) for s in spans]


def viterbi(scores, first, following):
    """Best tags of one row: scores [tokens, tags]."""
    total, back = first + scores[0], []
    for row in scores[1:]:
        way = total[:, None] + following
        back.append(way.argmax(0))
        total = way.max(0) + row
    tags = [int(total.argmax())]
    for pointer in reversed(back):
        tags.append(int(pointer[tags[-1]]))
    return tags[::-1]


def forbid(following, first):
    """No inside without its beginning: content may go on after source or nothing, since one content comes in pieces."""
    following, first = following.copy(), first.copy()
    for inside, begin in ((2, 1), (4, 3)):
        first[inside] = -1e4
        for before in range(5):
            if before not in (inside, begin):
                following[before, inside] = -1e4
    return following, first


def f_score(hits, found, gold):
    return 2 * hits / (found + gold) if hits else 0.0


def trimmed(words, spans):
    """Tokens with letters or digits: what the scorer compares."""
    return frozenset(n for a, b in spans for n in range(a, b) if any(c.isalnum() for c in words[n]))


def measure(model, dev, run_encoder, role_scores, classes):
    order = np.random.default_rng(0)
    return {**syntax_figures(model, dev["syntax"], run_encoder, order), **name_figures(model, dev["names"], run_encoder, order, classes),
            **attribution_figures(model, dev["polnear"], run_encoder, role_scores, order)}


def syntax_figures(model, made, run_encoder, order):
    right, total = np.zeros(4), 0
    for group in batched(made, order):
        low, high = run_encoder(model, group)
        heads, sentence = padded(group, "head", -100), padded(group, "sentence", -1)
        length = heads.shape[1]
        allowed = torch.cat([torch.ones(len(group), length, 1, dtype=torch.bool),
                             (sentence[:, :, None] == sentence[:, None, :]) & ~torch.eye(length, dtype=torch.bool)], 2)
        found = model.syntax.arcs(high).float().masked_fill(~allowed, -1e4).argmax(-1)
        label = model.syntax.labels(high, found).argmax(-1)
        gold = padded(group, "relation", -100)
        known = heads >= 0
        right += [int(((model.upos(low).argmax(-1) == padded(group, "upos", -100)) & known).sum()), int(((found == heads) & known).sum()),
                  int(((found == heads) & (label == gold) & known).sum()),
                  int(((model.lemma(low).argmax(-1) == padded(group, "lemma", -100)) & known).sum())]
        total += int(known.sum())
    return dict(zip(("upos", "uas", "las", "lemma"), right / total))


def name_figures(model, made, run_encoder, order, classes):
    hits = found = gold = 0
    for group in batched(made, order):
        _, high = run_encoder(model, group)
        best = model.names(high).argmax(-1).numpy()
        for n, e in enumerate(group):
            sets = []
            for tags in (best[n][: len(e["names"])], e["names"]):
                spans, kind = set(), None
                for at, tag in enumerate([*tags, -1]):
                    name = classes["names"][tag] if tag >= 0 else "O"
                    if kind and (name[0] != "I" or name[2:] != kind[0]):
                        spans.add((kind[0], kind[1], at))
                        kind = None
                    if name[0] == "B" or (name[0] == "I" and not kind):
                        kind = (name[2:], at)
                sets.append(spans)
            hits, found, gold = hits + len(sets[0] & sets[1]), found + len(sets[0]), gold + len(sets[1])
    return {"names": f_score(hits, found, gold)}


def attribution_figures(model, made, run_encoder, role_scores, order):
    following, first = forbid(model.role_next.detach().float().numpy(), model.role_first.detach().float().numpy())
    tally = {role: np.zeros(3) for role in ("source", "cue", "content", "triple")}
    for group in batched(made, order):
        _, high = run_encoder(model, group)
        chance = torch.softmax(model.cue(high).float(), -1).numpy()
        sentence = padded(group, "sentence", -1)
        for n, e in enumerate(group):
            cues = cue_spans(chance[n][: len(e["features"])])
            words = e["shard"]["words"][e["first"] : e["first"] + len(e["features"])]
            ours = []
            if cues:
                size = len(e["features"])
                starts = torch.tensor([c[0] for c in cues])[:, None]
                ends = torch.tensor([c[1] for c in cues])[:, None]
                scores = role_scores(model, high[n : n + 1, :size], torch.zeros(len(cues), dtype=torch.int64), starts, ends,
                                     sentence[n : n + 1, :size], torch.ones(len(cues), size))
                for cue, row in zip(cues, scores.float().numpy()):
                    tags = viterbi(row, first, following)
                    ours.append(triple(words, cue, tags))
            gold = [triple(words, (a, b), roles.tolist()) for a, b, roles in e["roles"]]
            held = [t for t in ours if not any(t is not o and t[1] and t[1] <= o[2] for o in ours)]
            for at, role in enumerate(("source", "cue", "content")):
                a, b = {t[at] for t in held if t[at]}, {t[at] for t in gold if t[at]}
                tally[role] += len(a & b), len(a), len(b)
            a, b = set(held), set(gold)
            tally["triple"] += len(a & b), len(a), len(b)
    return {role: f_score(*counts) for role, counts in tally.items()}


def cue_spans(chance):
    tags = np.where(chance[:, 1] + chance[:, 2] < CUE_FROM, 0, np.where(chance[:, 1] > chance[:, 2], 1, 2))
    return bio_spans(tags.tolist())


def triple(words, cue, tags):
    roles = {begin: bio_spans([{begin: 1, begin + 1: 2}.get(t, 0) for t in tags]) for begin in (1, 3)}
    return trimmed(words, roles[1]), trimmed(words, [cue]), trimmed(words, roles[3])
