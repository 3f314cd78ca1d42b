"""The encoder: embeddings of word, affixes, shape and quotation state, then two bidirectional LSTM layers."""

import torch
from torch import nn

from features import AFFIX_BUCKETS, AFFIXES, QUOTE_STATES, SHAPES

WORD_SIZE, AFFIX_SIZE, SHAPE_SIZE, QUOTE_SIZE = 100, 64, 14, 14  # 192 in all
HIDDEN = 160  # each direction; multiples of 32 run three times as fast in bfloat16 as others


class Encoder(nn.Module):
    def __init__(self, words, hidden=HIDDEN):
        super().__init__()
        self.word = nn.Embedding(words, WORD_SIZE, padding_idx=0)
        self.affix = nn.Embedding(AFFIXES * AFFIX_BUCKETS, AFFIX_SIZE)
        self.shape = nn.Embedding(SHAPES, SHAPE_SIZE)
        self.quote = nn.Embedding(QUOTE_STATES, QUOTE_SIZE)
        nn.init.normal_(self.affix.weight, std=0.1)
        size = WORD_SIZE + AFFIX_SIZE + SHAPE_SIZE + QUOTE_SIZE
        self.first = TwoWay(size, hidden)
        self.second = TwoWay(2 * hidden, hidden)

    def forward(self, word, affix, shape, quote, lengths, drop=0.0):
        """word, shape, quote: [batch, tokens]; affix: [batch, tokens, 4]; both layers' states: [batch, tokens, 2·hidden]."""
        seen = torch.cat([self.word(word), self.affix(affix).sum(2), self.shape(shape), self.quote(quote)], -1)
        low = self.first(lock_drop(seen, drop), lengths)
        high = self.second(lock_drop(low, drop), lengths)
        return low, high


class TwoWay(nn.Module):
    """A bidirectional LSTM layer as two plain ones over padded batches: packed sequences leave the fast path on CPUs."""

    def __init__(self, size, hidden):
        super().__init__()
        self.ahead = nn.LSTM(size, hidden, batch_first=True)
        self.back = nn.LSTM(size, hidden, batch_first=True)

    def forward(self, states, lengths):
        at = torch.arange(states.shape[1])[None, :]
        turned = torch.where(at < lengths[:, None], lengths[:, None] - 1 - at, at)  # its own inverse

        def turn(given):
            return given.gather(1, turned[:, :, None].expand(-1, -1, given.shape[2]))

        return torch.cat([self.ahead(states)[0], turn(self.back(turn(states))[0])], -1)


def lock_drop(states, rate):
    """Dropout with one mask for all tokens of a chunk (Gal and Ghahramani 2016)."""
    if rate == 0.0:
        return states
    mask = torch.empty(states.shape[0], 1, states.shape[2]).bernoulli_(1 - rate) / (1 - rate)
    return states * mask
