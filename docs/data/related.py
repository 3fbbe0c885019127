#!/usr/bin/env python3
"""Builds retrieval/related/related.bin: for a Turkish stem the other stems that stand for the same word or a near one.

Forms: stems that the inflected forms of one dictionary word begin with (evi, evin, evler; gitti, gider), by Zemberek's
morphology over the 100,000 commonest forms. Near words: stems of Turkish words that translate the same English word in
glossary.txt (yardım, destek: support). Both are weighed by how surely each stem belongs to its word, and a near word by its
rank among the translations too. Needs what translations.py needs, and shares its cache.

The file (little-endian; retrieval/related/table.go reads it in place):
    16 bytes  magic
    2 x u32   stems S, links L
    S x 5     stems, padded with zero bytes, sorted
    S x u24   first link of each stem, times 32, plus how many it has
    L x 3     links: u16 stem, u8 weight in 1/125, plus 128 when it is a form
"""
import re, struct
from collections import defaultdict
from sources import ROOT
from translations import RANK, STEM, Stems, glossary

FORM, NEAR = .1, .3       # weaker links are left out
MOST = 24                 # the most links a stem keeps
STOP = set('''ve ile de da ki mi bir bu su o ne hangi kim kac nasil neden nicin niye nerede gibi var yok en daha cok az ise idi sonra once
kadar gore ama fakat ancak her hem bazi tum kendi onun onlar biz siz sen ben diye icin olan olarak oldu olmus olur eden etti'''.split())


def pairs(weights):
    for s, a in weights.items():
        for t, b in weights.items():
            if s != t and s not in STOP and t not in STOP:
                yield (s, t), a * b


def main():
    stems = Stems()
    forms, near = defaultdict(float), defaultdict(float)
    for word in sorted(stems.of):
        if len(word) > 1:
            for p, w in pairs(stems(word)):
                forms[p] = max(forms[p], w)
    for word, translations in sorted(glossary().items()):
        weights = defaultdict(float)
        for i, parts in enumerate(translations):
            if len(parts) == 1:
                for s, sure in stems(parts[0]).items():
                    weights[s] = max(weights[s], sure * (1 + i) ** -RANK)
        for p, w in pairs(weights):
            near[p] = 1 - (1 - near[p]) * (1 - min(w, 1))
    links = defaultdict(dict)
    for (s, t), w in near.items():
        if w >= NEAR:
            links[s][t] = (round(min(w, 1) * 125), 0)
    for (s, t), w in forms.items():
        if w >= FORM:
            links[s][t] = (round(min(w, 1) * 125), 128)
    names = sorted(n for n in {*links, *(t for l in links.values() for t in l)} if re.fullmatch('[a-z0-9]{1,5}', n))
    number = {s: i for i, s in enumerate(names)}
    spans, body, n = [], b'', 0
    for s in names:
        kept = sorted(((-w, t, form) for t, (w, form) in links.get(s, {}).items() if t in number))[:MOST]
        spans.append(n << 5 | len(kept))
        n += len(kept)
        body += b''.join(struct.pack('<HB', number[t], form - w) for w, t, form in kept)
    out = b'alinti related 2' + struct.pack('<2I', len(names), n) + b''.join(s.encode().ljust(STEM, b'\0') for s in names)
    out += b''.join(n.to_bytes(3, 'little') for n in spans) + body
    file = ROOT / 'retrieval/related/related.bin'
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(out)
    print(f'{len(names)} stems, {n} links ({sum(b > 127 for b in body[2::3])} of forms), {len(out)} bytes')


if __name__ == '__main__':
    main()
