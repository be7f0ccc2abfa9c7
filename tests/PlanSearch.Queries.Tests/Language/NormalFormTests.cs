using PlanSearch.Plans.Text;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Signs;
using PlanSearch.Queries.Words;

namespace PlanSearch.Queries.Tests.Language;

public sealed class NormalFormTests
{
    private const int Seed = 20_261_120;

    // Every sign of the language, words of it, and what looks like them.
    private static readonly string[] Pieces =
    [
        "氢", "能", "储能", "产业", "OR", "NOT", "AND", "或", "非", "与", "5G", "2025", "a", " ", "　", "(", ")", "（", "）", "|", "｜", "\"", "＂", "“", "”",
        "-", "*", "**", "^", "①", "!", "！", "?", "？", "#", "标题:", "专栏：", "地区：", "层级:",
        .. PairOperators.All.SelectMany(row => new[] { row.Word + "/3", row.Word }),
        "同句(", "同规划（", "#氢能", "#氢能!制氢", "#碳！双碳", "建设", "，", "。", "\n", "\t", "\u200B", "\uFFFF", "\uD842", "\uDFB7",
    ];

    [Fact]
    public void Print_TenThousandGeneratedTrees_ParseToTheSameTree()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 10_000; i++)
        {
            var query = Generate(random, 3);
            query = random.Next(4) == 0 ? NarrowedQuery.Of(query, Filters(random)) : query;

            var parse = QueryParser.Parse(query.NormalForm, Topics);

            Assert.True(
                query.Equals(parse.Query),
                $"tree {i} of seed {Seed}: {query.NormalForm} was read as {parse.Query?.NormalForm ?? parse.Fault!.Message}");
        }
    }

    [Fact]
    public void Parse_RandomStrings_NeverThrowAndProposalsParse()
    {
        var random = new Random(Seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var input = Text(random, 12);

            var parse = QueryParser.Parse(input, Topics);

            if (parse.Query is { } query)
            {
                Assert.Equal(query, QueryParser.Parse(query.NormalForm, Topics).Query);
                read++;
            }
            else if (parse.Fault!.Proposal is { } proposal)
            {
                Assert.True(QueryParser.Parse(proposal, Topics).Query is not null, $"string {i} of seed {Seed}: {input} -> {proposal}");
                Assert.InRange(parse.Fault.Offset!.Value, 0, input.Length);
                refused++;
            }
        }

        Assert.True(read > 500 && refused > 500, $"{read} read, {refused} refused");
    }

    [Fact]
    public void Parse_RandomCodeUnits_NeverThrow()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 20_000; i++)
        {
            var units = new char[random.Next(40)];
            for (var j = 0; j < units.Length; j++)
            {
                units[j] = (char)random.Next(char.MaxValue + 1);
            }

            var parse = QueryParser.Parse(new string(units), Topics);

            Assert.True(parse.Query is null != parse.Fault is null);
        }
    }

    private static TopicCatalog Topics { get; } = TopicCatalog.Read(new StringReader(
        "- name: 氢能\n  members: [氢能, 制氢]\n  exclude: [氢氧化]\n- name: 储能\n  members: [储能]\n- name: 碳\n  members: [碳汇, 双碳, 5G碳, 零碳]\n"));

    private static PlanQuery Generate(Random random, int depth, bool isPlaced = false)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Word(random);
        }

        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Generate(random, depth - 1, isPlaced)).ToArray();
        return random.Next(isPlaced ? 5 : 6) switch
        {
            0 or 1 => AnyOf.Of(parts),
            2 => Pair(random, PairOperators.All[random.Next(PairOperators.All.Length)]),
            3 => new ScopedQuery((QueryScope)random.Next(5), parts[0]),
            4 => AllOf.Of(parts, Enumerable.Range(0, random.Next(3)).Select(_ => Generate(random, depth - 1, isPlaced))),
            _ => new PlacedQuery((QueryField)random.Next(2), Generate(random, depth - 1, isPlaced: true)),
        };
    }

    private static PlanQuery Word(Random random) => random.Next(5) switch
    {
        0 => random.Next(2) == 0
            ? new TopicTerm(Topics.Topics[random.Next(Topics.Topics.Length)])
            : TopicTerm.Without(Topics.Find("碳")!, ((string[])["双碳", "5G碳", "零碳"]).Where(_ => random.Next(2) == 0))!,
        1 => new OutsideTerm("能源", random.Next(2) == 0 ? ["新能源"] : ["新能源", "能源局"]),
        2 => new PatternTerm(["建设", "项", "高地"], [Gap(random), Gap(random)]),
        _ => Term(random),
    };

    private static PairTerms Pair(Random random, PairOperator row) =>
        new(Choice(random), Choice(random), row, random.Next(row.MaxDistance + 1));

    private static PlanQuery Choice(Random random) =>
        random.Next(3) == 0 ? AnyOf.Of([Word(random), Word(random), Word(random)]) : Word(random);

    private static PatternGap Gap(Random random) =>
        random.Next(2) == 0
            ? new PatternGap(0, PatternQuery.MaxOpenGap)
            : random.Next(1, PatternTerm.MaxQuestionMarks) is var marks ? new PatternGap(marks, marks) : default;

    private static IEnumerable<FieldFilter> Filters(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => new FieldFilter(
            (QueryField)random.Next(2, 8), [Term(random).Text, Term(random).Text], random.Next(3) == 0))];

    private static LiteralTerm Term(Random random)
    {
        while (true)
        {
            if (QueryText.Clean(Text(random, 5)) is { Length: > 0 } text)
            {
                return new LiteralTerm(text, random.Next(6) == 0, random.Next(6) == 0);
            }
        }
    }

    private static string Text(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => Pieces[random.Next(Pieces.Length)]));
}
