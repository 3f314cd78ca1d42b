"""The reader: the encoder with its heads, and the loss of each.

  upos, lemma      a linear layer each over the first LSTM layer (low tasks at low layers, Søgaard and Goldberg 2016)
  syntax           biaffine arcs and relations over the second (Dozat and Manning 2017)
  names, cues      linear layers over the second, BIO
  roles            for one cue, every token of its chunk: outside, source or content, BIO, by a small convolution over
                   projections of token, cue and distance, with a CRF
"""

import torch
from torch import nn
from torch.nn import functional

from encoder import Encoder, lock_drop

ARC, LABEL, ROLE, SEEN = 160, 64, 128, 96
ROLES = ("O", "B-S", "I-S", "B-C", "I-C")
NEAR = 24  # distances beyond are binned by doubling: 25–32, 33–64, 65–128
DISTANCES = 2 * (NEAR + 3) + 1


def distance_bin(distance):
    """Row of the distance table for token − cue (0 inside the cue), as a tensor of whole numbers."""
    size = distance.abs()
    far = torch.where(size <= NEAR, size, torch.where(size <= 32, NEAR + 1, torch.where(size <= 64, NEAR + 2, NEAR + 3)))
    return torch.where(distance < 0, -far, far) + NEAR + 3


class Reader(nn.Module):
    def __init__(self, words, sizes):
        """sizes: number of classes of upos, lemma, relation, names."""
        super().__init__()
        self.encoder = Encoder(words)
        width = 384
        self.upos = nn.Linear(width, sizes["upos"])
        self.lemma = nn.Linear(width, sizes["lemma"])
        self.names = nn.Linear(width, sizes["names"])
        self.cue = nn.Linear(width, 3)
        self.arc_head, self.arc_child = nn.Linear(width, ARC), nn.Linear(width, ARC)
        self.arc = nn.Parameter(torch.zeros(ARC + 1, ARC))
        self.root = nn.Parameter(torch.zeros(ARC))
        self.label_head, self.label_child = nn.Linear(width, LABEL), nn.Linear(width, LABEL)
        self.label_root = nn.Parameter(torch.zeros(LABEL))
        self.label = nn.Parameter(torch.zeros(sizes["relation"], LABEL + 1, LABEL + 1))
        self.role_token, self.role_cue = nn.Linear(width, ROLE), nn.Linear(width, ROLE)
        self.role_distance = nn.Embedding(DISTANCES, ROLE)
        self.role_sentence = nn.Embedding(3, ROLE)  # token's sentence: before, the cue's own, after
        self.role_seen = nn.Conv1d(ROLE, SEEN, 5, padding=2)
        self.role_out = nn.Linear(SEEN, len(ROLES))
        self.role_next = nn.Parameter(torch.zeros(len(ROLES), len(ROLES)))  # from, to
        self.role_first = nn.Parameter(torch.zeros(len(ROLES)))

    def arcs(self, high, drop=0.0):
        """Scores [batch, child, head + 1]; head 0 is the root, head n + 1 token n."""
        head = lock_drop(functional.relu(self.arc_head(high)), drop)
        child = lock_drop(functional.relu(self.arc_child(high)), drop)
        head = torch.cat([self.root.expand(head.shape[0], 1, -1), head], 1)
        return (child @ self.arc[:-1] + self.arc[-1]) @ head.transpose(1, 2)

    def labels(self, high, heads, drop=0.0):
        """Scores [batch, child, relation] for given heads (as arcs counts them)."""
        head = lock_drop(functional.relu(self.label_head(high)), drop)
        child = lock_drop(functional.relu(self.label_child(high)), drop)
        head = torch.cat([self.label_root.expand(head.shape[0], 1, -1), head], 1)
        head = head.gather(1, heads[:, :, None].expand(-1, -1, head.shape[2]))
        one = torch.ones_like(head[:, :, :1])
        head, child = torch.cat([head, one], -1), torch.cat([child, one], -1)
        return torch.einsum("bti,rij,btj->btr", child, self.label, head)

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
