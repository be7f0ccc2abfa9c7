#!/usr/bin/env python3
"""Makes hanzi.csv: how the characters in common use sound and look.

    make_hanzi.py UNIHAN [OUT_DIR]

UNIHAN   folder with Unihan_DictionaryLikeData.txt, Unihan_OtherMappings.txt and Unihan_Readings.txt, as they are or as .bz2
OUT_DIR  where the file goes; the folder of this script if not given

SOURCES.md says what was taken from where.
"""
import bz2
import collections
import csv
import pathlib
import re
import sys
import unicodedata

FILES = ['DictionaryLikeData', 'OtherMappings', 'Readings']
HEADER = ['character', 'sounds', 'cangjie', 'corners']
LAST_OF_BASIC_PLANE = 0xFFFF


def lines_of(folder, name):
    plain = folder / f'Unihan_{name}.txt'
    text = plain.read_bytes() if plain.exists() else bz2.decompress((folder / f'{plain.name}.bz2').read_bytes())
    return text.decode('utf-8').splitlines()


def fields_of(folder):
    fields = collections.defaultdict(dict)
    for name in FILES:
        for line in lines_of(folder, name):
            if line and not line.startswith('#'):
                code, field, value = line.split('\t')
                fields[int(code[2:], 16)][field] = value
    return fields


def without_tone(syllable):
    """lǜ is lv, as it is typed."""
    marked = unicodedata.normalize('NFD', syllable.replace('ü', 'v'))
    return ''.join(c for c in marked.replace('u\u0308', 'v') if not unicodedata.combining(c))


def sounds_of(readings):
    """'408.020:xīng 409.120:xìng' is xing."""
    return list(dict.fromkeys(without_tone(sound) for one in readings.split() for sound in one.split(':')[1].split(',')))


def main(unihan, out_dir=pathlib.Path(__file__).parent):
    rows = []
    for code, field in sorted(fields_of(pathlib.Path(unihan)).items()):
        # The index works on code units: a character of two of them is none of its characters.
        if 'kTGH' in field and code <= LAST_OF_BASIC_PLANE:
            sounds = sounds_of(field['kTGHZ2013'])
            assert sounds and all(re.fullmatch('[a-z]+', sound) for sound in sounds), (chr(code), sounds)
            corners = field.get('kFourCornerCode', '').split(' ')[0].split('.')[0]
            rows.append([chr(code), ' '.join(sounds), field.get('kCangjie', ''), corners])
    with open(pathlib.Path(out_dir) / 'hanzi.csv', 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows([HEADER, *rows])
    print(len(rows), 'characters')


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
