"""Byte pair encoding in the form CLIP uses: learning the merges, and applying them.

The vocabulary is, in this order: 256 bytes, 256 bytes that end a word, one entry a merge, the start
token and the end token.
"""

import collections
import re

WORDS = re.compile(r"[a-z]+|[0-9]|[^\sa-z0-9]+")
END_OF_WORD = "</w>"


def printable_bytes():
    """For every byte a printable character, in the order of CLIP's vocabulary."""
    shown = [*range(ord("!"), ord("~") + 1), *range(0xA1, 0xAC + 1), *range(0xAE, 0xFF + 1)]
    hidden = [byte for byte in range(256) if byte not in shown]
    table = {byte: chr(byte) for byte in shown}
    table.update({byte: chr(256 + place) for place, byte in enumerate(hidden)})
    return table


BYTES = printable_bytes()


def symbols(word):
    """The symbols of a word before any merge."""
    letters = [BYTES[byte] for byte in word.encode("utf-8")]
    return (*letters[:-1], letters[-1] + END_OF_WORD)


def merged(parts, pair):
    """The symbols with every occurrence of the pair, from the left, made one."""
    result = []
    place = 0
    while place < len(parts):
        if parts[place : place + 2] == pair:
            result.append(pair[0] + pair[1])
            place += 2
        else:
            result.append(parts[place])
            place += 1
    return tuple(result)


def learn_merges(texts, limit):
    """Learns at most `limit` merges, the most frequent pair first, ties by the pair's letters."""
    counts = collections.Counter(word for text in texts for word in WORDS.findall(text.lower()))
    words = {symbols(word): count for word, count in counts.items()}
    merges = []
    while len(merges) < limit:
        pairs = collections.Counter()
        for parts, count in words.items():
            for pair in zip(parts, parts[1:]):
                pairs[pair] += count
        if not pairs:
            break
        best = min(pairs, key=lambda pair: (-pairs[pair], pair))
        merges.append(best)
        words = {merged(parts, best): count for parts, count in words.items()}
    return merges


class Tokenizer:
    """Turns lower-case sentences into token ids."""

    def __init__(self, merges):
        letters = list(BYTES.values())
        entries = letters + [letter + END_OF_WORD for letter in letters]
        entries += ["".join(pair) for pair in merges]
        self.ids = {entry: place for place, entry in enumerate(entries)}
        self.ranks = {pair: rank for rank, pair in enumerate(merges)}
        self.start = len(entries)
        self.end = self.start + 1
        self.size = self.end + 1
        self.known = {}

    def word(self, word):
        """The ids of one word."""
        if word not in self.known:
            parts = symbols(word)
            while len(parts) > 1:
                pair = min(zip(parts, parts[1:]), key=lambda pair: self.ranks.get(pair, len(self.ids)))
                if pair not in self.ranks:
                    break
                parts = merged(parts, pair)
            self.known[word] = [self.ids[part] for part in parts]
        return self.known[word]

    def __call__(self, text):
        """The ids of a sentence between the start and the end token."""
        words = WORDS.findall(text.lower())
        return [self.start, *(token for word in words for token in self.word(word)), self.end]


def write_merges(merges, path):
    """Writes the merges as CLIP's `merges.txt`: a version line, then one pair a line."""
    with open(path, "w", encoding="utf-8") as file:
        file.write("#version: 0.2\n")
        file.writelines(f"{first} {second}\n" for first, second in merges)
