"""The loss of each head for a batch of one corpus."""

import torch
from torch.nn import functional

from batches import lengths_of, padded
from heads import distance_bin

DROP, UNKNOWN = 0.3, 0.08


def hide_words(features, generator):
    """Some words become unknown, names more often, so that affixes and context must do (nearly every article of PolNeAR
    names the same two people)."""
    form = features[:, :, 5] // 4
    rate = torch.where((form == 1) | (form == 2), 3 * UNKNOWN, UNKNOWN)
    hidden = (torch.rand(features.shape[:2], generator=generator) < rate) & (features[:, :, 0] > 1)
    features[:, :, 0] = torch.where(hidden, 1, features[:, :, 0])
    return features


def run_encoder(model, group, generator=None, drop=0.0):
    features = padded(group, "features", 0)
    if generator is not None:
        features = hide_words(features, generator)
    return model.encoder(features[:, :, 0], features[:, :, 1:5], features[:, :, 5], features[:, :, 6], lengths_of(group), drop)


def tag_loss(scores, gold, weight=None):
    return functional.cross_entropy(scores.float().flatten(0, 1), gold.flatten(), weight=weight, ignore_index=-100)


def arc_loss(syntax, high, group, head, relation):
    """Heads and relations under the given names of gold layers."""
    heads = padded(group, head, -100)
    sentence, length = padded(group, "sentence", -1), heads.shape[1]
    same = sentence[:, :, None] == sentence[:, None, :]
    allowed = torch.cat([torch.ones(len(group), length, 1, dtype=torch.bool), same & ~torch.eye(length, dtype=torch.bool)], 2)
    # a head in another of our sentences (CoreNLP splits otherwise) is not asked for
    heads = torch.where(allowed.gather(2, heads.clamp(min=0)[:, :, None])[:, :, 0], heads, -100)
    arcs = syntax.arcs(high, DROP).float().masked_fill(~allowed, -1e4)
    labels = syntax.labels(high, heads.clamp(min=0), DROP)
    relations = torch.where(heads >= 0, padded(group, relation, -100), -100)
    return tag_loss(arcs, heads) + tag_loss(labels, relations)


def syntax_loss(model, low, high, group):
    tags = tag_loss(model.upos(low), padded(group, "upos", -100)) + 0.5 * tag_loss(model.lemma(low), padded(group, "lemma", -100))
    return tags + arc_loss(model.syntax, high, group, "head", "relation")


def teacher_loss(teachers, low, high, group):
    """What CoreNLP says of the same articles: a silver standard for the syntax and names of news."""
    tags = tag_loss(teachers.penn(low), padded(group, "penn", -100)) + 0.3 * tag_loss(teachers.ner(high), padded(group, "ner", -100))
    return tags + arc_loss(teachers.syntax, high, group, "stanford_head", "stanford")


def role_batch(model, high, group):
    """Every gold cue of the group with its chunk: scores, gold, mask; None without cues."""
    at = [(n, role) for n, e in enumerate(group) for role in e["roles"]]
    if not at:
        return None
    rows = torch.tensor([n for n, _ in at])
    longest, lengths = high.shape[1], lengths_of(group)[rows]
    place = torch.arange(longest)[None, :]
    first, last = torch.tensor([r[0] for _, r in at])[:, None], torch.tensor([r[1] for _, r in at])[:, None]
    gold = torch.zeros(len(at), longest, dtype=torch.int64)
    for n, (_, (_, _, roles)) in enumerate(at):
        gold[n, : len(roles)] = torch.from_numpy(roles)
    mask = place < lengths[:, None]
    return role_scores(model, high, rows, first, last, padded(group, "sentence", -1), mask, 0.2), gold, mask


def role_scores(model, high, rows, first, last, sentence, mask, drop=0.0):
    place = torch.arange(high.shape[1])[None, :]
    inside = ((place >= first) & (place < last)).to(high.dtype)
    cue = model.role_cue((inside[:, :, None] * high[rows]).sum(1) / inside.sum(1, keepdim=True))
    distance = torch.where(place < first, place - first, torch.where(place >= last, place - last + 1, 0))
    here = sentence[rows].gather(1, first)
    side = (sentence[rows] - here).clamp(-1, 1) + 1
    return model.roles(model.role_token(high)[rows], cue, distance_bin(distance), side, mask, drop)


def attribution_loss(model, high, group, outside=0.15):
    """Cues inside somebody's content are not annotated: there “no cue” counts for little."""
    cue = padded(group, "cue", -100)
    scores = model.cue(high).float()
    loss = tag_loss(scores, torch.where(cue >= 0, cue, -100))
    inner = cue == -1
    if inner.any():
        loss = loss + outside * functional.cross_entropy(scores[inner], torch.zeros(int(inner.sum()), dtype=torch.int64))
    role = role_batch(model, high, group)
    if role is None:
        return 2 * loss
    scores, gold, mask = role
    return 3 * loss + 0.25 * model.role_loss(scores, gold, mask)
