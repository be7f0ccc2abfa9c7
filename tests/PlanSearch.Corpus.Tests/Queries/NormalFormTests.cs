using PlanSearch.Corpus.Queries;

namespace PlanSearch.Corpus.Tests.Queries;

public sealed class NormalFormTests
{
    private const int Seed = 20_261_120;

    // Every sign of the language, words of it, and what looks like them.
    private static readonly string[] Pieces =
    [
        "氢", "能", "储能", "产业", "OR", "NOT", "AND", "或", "非", "与", "5G", "2025", "a", " ", "　", "(", ")", "（", "）", "|", "｜", "\"", "＂", "“", "”",
        "-", "*", "**", "^", "①", "!", "！", "?", "？", "#", "标题:", "地区：", "NEAR/3", "同句(", "，", "。", "\n", "\t", "\u200B", "\uFFFF", "\uD842", "\uDFB7",
    ];

    [Fact]
    public void Print_TenThousandGeneratedTrees_ParseToTheSameTree()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 10_000; i++)
        {
            var query = Generate(random, 3);

            var parse = QueryParser.Parse(query.NormalForm);

            Assert.True(query.Equals(parse.Query), $"tree {i} of seed {Seed}: {query.NormalForm} was read as {parse.Query?.NormalForm ?? parse.Fault!.Message}");
        }
    }

    [Fact]
    public void Parse_RandomStrings_NeverThrowAndProposalsParse()
    {
        var random = new Random(Seed);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 5_000; i++)
        {
            var input = Text(random, 12);

            var parse = QueryParser.Parse(input);

            if (parse.Query is { } query)
            {
                Assert.Equal(query, QueryParser.Parse(query.NormalForm).Query);
                read++;
            }
            else if (parse.Fault!.Proposal is { } proposal)
            {
                Assert.True(QueryParser.Parse(proposal).Query is not null, $"string {i} of seed {Seed}: {input} -> {proposal}");
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
        for (var i = 0; i < 5_000; i++)
        {
            var units = new char[random.Next(40)];
            for (var j = 0; j < units.Length; j++)
            {
                units[j] = (char)random.Next(char.MaxValue + 1);
            }

            var parse = QueryParser.Parse(new string(units));

            Assert.True(parse.Query is null != parse.Fault is null);
        }
    }

    private static PlanQuery Generate(Random random, int depth)
    {
        if (depth == 0 || random.Next(3) == 0)
        {
            return Term(random);
        }

        var parts = Enumerable.Range(0, random.Next(1, 4)).Select(_ => Generate(random, depth - 1)).ToArray();
        return random.Next(2) == 0
            ? AnyOf.Of(parts)
            : AllOf.Of(parts, Enumerable.Range(0, random.Next(3)).Select(_ => Generate(random, depth - 1)));
    }

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
