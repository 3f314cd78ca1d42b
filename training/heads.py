"""The reader: the encoder with its heads, and the loss of each.

  upos, lemma      a linear layer each over the first LSTM layer (low tasks at low layers, Søgaard and Goldberg 2016)
  syntax           biaffine arcs over the second (Dozat and Manning 2017); relations by a layer over the sum of head and child
  names, cues      linear layers over the second, BIO
  reference        two projections of the second; their product tells whether one mention means the other's entity
  roles            for one cue, every token of its chunk: outside, source or content, BIO, by a small convolution over
                   projections of token, cue and distance, with a CRF

`Teachers` are heads that only training has: what CoreNLP says of PolNeAR (tags, Stanford dependencies, names), so that the encoder
also learns the syntax of news.
"""

import torch
from torch import nn
from torch.nn import functional

from encoder import HIDDEN, Encoder, lock_drop

WIDTH = 2 * HIDDEN
ARC, LABEL, ROLE, SEEN, REFERENCE = 160, 96, 128, 96, 64
ROLES = ("O", "B-S", "I-S", "B-C", "I-C")
NEAR = 24  # distances beyond are binned by doubling: 25–32, 33–64, 65–128
DISTANCES = 2 * (NEAR + 3) + 1


def distance_bin(distance):
    """Row of the distance table for token − cue (0 inside the cue), as a tensor of whole numbers."""
    size = distance.abs()
    far = torch.where(size <= NEAR, size, torch.where(size <= 32, NEAR + 1, torch.where(size <= 64, NEAR + 2, NEAR + 3)))
    return torch.where(distance < 0, -far, far) + NEAR + 3


class Syntax(nn.Module):
    """Heads and relations of all tokens of a chunk."""

    def __init__(self, relations):
        super().__init__()
        self.arc_head, self.arc_child = nn.Linear(WIDTH, ARC), nn.Linear(WIDTH, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.root = nn.Parameter(torch.zeros(ARC))
        self.label_head, self.label_child = nn.Linear(WIDTH, LABEL), nn.Linear(WIDTH, LABEL)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label = nn.Linear(LABEL, relations)

    def arcs(self, high, drop=0.0):
        """Scores [batch, child, head + 1]; head 0 is the root, head n + 1 token n."""
        head = lock_drop(functional.relu(self.arc_head(high)), drop)
        child = lock_drop(functional.relu(self.arc_child(high)), drop)
        head = torch.cat([self.root.expand(head.shape[0], 1, -1), head], 1)
        return (child @ self.arc[:-1] + self.arc[-1]) @ head.transpose(1, 2)

    def labels(self, high, heads, drop=0.0):
        """Scores [batch, child, relation] for given heads (as arcs counts them)."""
        head, child = self.label_head(high), self.label_child(high)
        head = torch.cat([self.label_root.expand(head.shape[0], 1, -1), head], 1)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
        return self.label(lock_drop(functional.relu(head + child), drop))


class Teachers(nn.Module):
    def __init__(self, sizes):
        """sizes: number of classes of penn, stanford, ner."""
        super().__init__()
        self.penn, self.ner = nn.Linear(WIDTH, sizes["penn"]), nn.Linear(WIDTH, sizes["ner"])
        self.syntax = Syntax(sizes["stanford"])


class Reader(nn.Module):
    def __init__(self, words, sizes):
        """sizes: number of classes of upos, lemma, relation, names."""
        super().__init__()
        self.encoder = Encoder(words)
        self.upos = nn.Linear(WIDTH, sizes["upos"])
        self.lemma = nn.Linear(WIDTH, sizes["lemma"])
        self.names = nn.Linear(WIDTH, sizes["names"])
        self.cue = nn.Linear(WIDTH, 3)
        self.syntax = Syntax(sizes["relation"])
        self.anaphor, self.antecedent = nn.Linear(WIDTH, REFERENCE), nn.Linear(WIDTH, REFERENCE)
        self.role_token, self.role_cue = nn.Linear(WIDTH, ROLE), nn.Linear(WIDTH, ROLE)
        self.role_distance = nn.Embedding(DISTANCES, ROLE)
        self.role_sentence = nn.Embedding(3, ROLE)  # token's sentence: before, the cue's own, after
        self.role_seen = nn.Conv1d(ROLE, SEEN, 5, padding=2)
        self.role_out = nn.Linear(SEEN, len(ROLES))
        self.role_next = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))  # from, to
        self.role_first = nn.Parameter(torch.zeros(len(ROLES)))

    def roles(self, token, cue, distance, sentence, mask, drop=0.0):
        """Scores [cues, tokens, 5] from projections of tokens [cues, tokens, ROLE] and of the cue [cues, ROLE]; mask: no padding."""
        seen = token + cue[:, None, :] + self.role_distance(distance) + self.role_sentence(sentence)
        seen = lock_drop(functional.relu(seen), drop) * mask[:, :, None]
        seen = functional.relu(self.role_seen(seen.transpose(1, 2)).transpose(1, 2))
        return self.role_out(seen)

    def role_loss(self, scores, gold, mask):
        """Mean CRF loss of a cue's chunk; scores [cues, tokens, 5], gold [cues, tokens], mask [cues, tokens] (padding false)."""
        scores = scores.float()
        at = scores.gather(2, gold[:, :, None])[:, :, 0]
        steps = self.role_next[gold[:, :-1], gold[:, 1:]]
        right = (at * mask).sum(1) + (steps * mask[:, 1:]).sum(1) + self.role_first[gold[:, 0]]
        total = self.role_first + scores[:, 0]
        for n in range(1, scores.shape[1]):
            following = torch.logsumexp(total[:, :, None] + self.role_next, 1) + scores[:, n]
            total = torch.where(mask[:, n, None], following, total)
        return (torch.logsumexp(total, 1) - right).mean()
