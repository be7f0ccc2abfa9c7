using PlanSearch.Plans.Tests.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Labels;

/// <summary>
/// The parser and the confidence of its outlines against hand labels of real plans from elsewhere, where these plans are.
/// </summary>
/// <remarks>
/// The labels are line numbers and roles; a note says where in a line headings are glued (<c>glued: depth@offset</c>), and nothing of what
/// the lines say.
/// </remarks>
public sealed class ElsewhereTests(ITestOutputHelper output)
{
    private const string Reason = "../shared/elsewhere is not there.";
    private static readonly string Plans = Path.Combine(Repository.SharedFolder, "elsewhere");
    private static readonly string Own = Path.Combine(Repository.Root, "tests", "PlanSearch.Plans.Tests", "TestData", "elsewhere");

    private const double MinCorrelation = 0.6;

    private static readonly string[] Measures = ["headings+depth", "joins", "box lines", "box extents", "table rows", "toc+cover"];

    private static readonly Dictionary<string, double> Means = new(StringComparer.Ordinal)
    {
        ["headings+depth"] = 0.97,
        ["joins"] = 0.95,
        ["box lines"] = 0.97,
        ["box extents"] = 0.93,
        ["table rows"] = 0.9,
        ["toc+cover"] = 0.95,
    };

    // Every measure of every plan is 0.95 or more but these.
    private static readonly Dictionary<(string Plan, string Measure), double> Known = new()
    {
        // The lines of a notice's head: database stamps before it, two titles, an enclosed plan named 若干政策.
        [("anhui_gongye_hulianwang_2021_2023", "toc+cover")] = 0,

        // Text glued behind a title without any sign.
        [("dianli_zhuangbei_shuzi_2024", "headings+depth")] = 0.94,
        [("shandong_changjing_2025_2027", "headings+depth")] = 0.85,

        // Two tables without any blank between their cells.
        [("guojia_115_huanbao", "table rows")] = 0,

        // Read by OCR: numerals lost, columns mixed.
        [("guojia_8_wu_shinian", "headings+depth")] = 0.85,
        [("guojia_8_wu_shinian", "joins")] = 0.55,

        // The line between 附件 and a table: the title of the one or the caption of the other.
        [("zhujianbu_chengshi_tijian_2020", "headings+depth")] = 0.9,

        // Cells over three lines, parted by blanks.
        [("shanghai_145_gangyao", "table rows")] = 0.2,
    };

    [ElsewhereFact]
    public void Parse_LabelledPlans_ReachTheBarsAndTheMeans()
    {
        var scores = Score();
        foreach (var (plan, score) in scores)
        {
            output.WriteLine($"{plan,-36} {string.Join("  ", Measures.Select(measure => $"{measure} {score.Of[measure]:0.000}"))}");
        }

        foreach (var measure in Measures)
        {
            output.WriteLine($"mean of {measure}: {scores.Values.Average(score => score.Of[measure]):0.000}");
        }

        Assert.True(scores.Count >= 20);
        Assert.All(scores, score => Assert.Equal(0, score.Value.Of["missing"]));
        Assert.All(scores, score => Assert.All(Measures, measure => Assert.True(
            score.Value.Of[measure] >= Known.GetValueOrDefault((score.Key, measure), 0.95),
            $"{measure} of {score.Key} is {score.Value.Of[measure]:0.000}")));
        Assert.All(Means, mean => Assert.True(scores.Values.Average(score => score.Of[mean.Key]) >= mean.Value,
            $"the mean of {mean.Key} is below {mean.Value}"));
    }

    [ElsewhereFact]
    public void Confidence_LabelledPlans_GoesWithTheScore()
    {
        var rows = Score().Values.ToList();
        foreach (var row in rows.OrderBy(row => row.Confidence))
        {
            output.WriteLine(
                $"{row.Plan,-36} confidence {row.Confidence:0.00}  headings+depth {row.Headings:0.000}  {(row.IsRight ? "right" : "")}");
        }

        var right = rows.Where(row => row.IsRight).ToList();
        var correlation = Correlation(rows.ConvertAll(row => row.Confidence), rows.ConvertAll(row => row.Headings));
        var sure = right.Count(row => row.Confidence > OutlineConfidence.DoubtUpTo);
        output.WriteLine($"rank correlation {correlation:0.000}; of {right.Count} right outlines {sure} are out of doubt");

        Assert.All(rows.Where(row => row.Headings < 0.9),
            row => Assert.True(row.Confidence <= OutlineConfidence.DoubtUpTo, $"{row.Plan} is wrong and out of doubt"));
        Assert.True(3 * right.Count(row => row.Confidence > OutlineConfidence.DoubtUpTo) >= 2 * right.Count);
        Assert.True(correlation >= MinCorrelation);
    }

    [Fact]
    public void Labels_OfTwoLabellers_Agree()
    {
        var second = Directory.GetFiles(Path.Combine(Own, "second"), "*.tsv").Order(StringComparer.Ordinal).ToList();

        Assert.Equal(3, second.Count);
        foreach (var path in second)
        {
            var (first, other) = (LabelReader.Read(Path.Combine(Own, Path.GetFileName(path))), LabelReader.Read(path));
            var sure = first.Where(pair => !pair.Value.IsOpen && other.TryGetValue(pair.Key, out var label) && !label.IsOpen).ToList();
            var roles = sure.Count(pair => pair.Value.Role == other[pair.Key].Role) / (double)sure.Count;
            var headings = sure.Where(pair => pair.Value.Role == "head").ToList();
            var depths = headings.Count(pair => pair.Value.Depth == other[pair.Key].Depth);
            var boxes = sure.Count(pair => (pair.Value.Box == "-") == (other[pair.Key].Box == "-")) / (double)sure.Count;
            var plan = Path.GetFileNameWithoutExtension(path);
            output.WriteLine(
                $"{plan,-36} {sure.Count} lines: roles {roles:0.000}, depth of {depths} of {headings.Count} headings, boxes {boxes:0.000}");

            Assert.True(roles >= 0.95 && boxes >= 0.95 && depths >= 0.95 * headings.Count);
        }
    }

    private static SortedDictionary<string, Row> Score()
    {
        var rows = new SortedDictionary<string, Row>(StringComparer.Ordinal);
        foreach (var labels in Directory.GetFiles(Own, "*.tsv").Concat(Directory.GetFiles(Plans, "*.tsv")))
        {
            var plan = Path.GetFileNameWithoutExtension(labels);
            var document = PlanText.ParseFile(Path.Combine(Plans, plan + ".txt"));
            var (gold, got) = (LabelReader.Read(labels), LabelReader.Of(document));
            rows[plan] = new Row(plan, LabelScore.Of(gold, got), HeadingsOf(gold, document), document.Confidence.Value);
        }

        return rows;
    }

    // Headings by line and depth, those within a line as well: a line may hold several.
    private static double HeadingsOf(Dictionary<int, LineLabel> gold, PlanDocument document)
    {
        var want = gold.Where(pair => !pair.Value.IsOpen).ToDictionary(pair => pair.Key, pair => pair.Value.HeadingDepths().ToList());
        var have = document.Blocks.Where(block => block.Kind == BlockKind.Heading)
            .SelectMany(block => block.Lines.Select(line => (line, block.Depth))).Where(heading => want.ContainsKey(heading.line))
            .ToLookup(heading => heading.line, heading => heading.Depth);
        var (hits, wanted, given) = (0, want.Values.Sum(depths => depths.Count), 0);
        foreach (var line in have)
        {
            given += line.Count();
            var left = want[line.Key].ToList();
            hits += line.Count(left.Remove);
        }

        return wanted + given == 0 ? 1 : 2.0 * hits / (wanted + given);
    }

    private static double Correlation(List<double> left, List<double> right)
    {
        var (x, y) = (Ranks(left), Ranks(right));
        var (meanX, meanY) = (x.Average(), y.Average());
        var covariance = x.Zip(y, (a, b) => (a - meanX) * (b - meanY)).Sum();
        return covariance / Math.Sqrt(x.Sum(a => (a - meanX) * (a - meanX)) * y.Sum(b => (b - meanY) * (b - meanY)));
    }

    private static List<double> Ranks(List<double> values) =>
        values.ConvertAll(value => values.Count(other => other < value) + ((values.Count(other => other == value) - 1) / 2.0));

    private sealed record Row(string Plan, IReadOnlyDictionary<string, double> Of, double Headings, double Confidence)
    {
        public bool IsRight => Of["headings+depth"] >= 0.95 && Of["joins"] >= 0.95 && Of["box lines"] >= 0.95 && Of["box extents"] >= 0.9;
    }

    [AttributeUsage(AttributeTargets.Method)]
    private sealed class ElsewhereFactAttribute : FactAttribute
    {
        public ElsewhereFactAttribute() => Skip = Directory.Exists(Plans) ? null : Reason;
    }
}
