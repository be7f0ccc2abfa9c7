using System.Text.RegularExpressions;
using PlanSearch.TestSupport;

namespace PlanSearch.Plans.Tests.Parsing;

public sealed partial class RuleBookTests
{
    private static readonly string Sources = Path.Combine(Repository.Root, "src", "PlanSearch.Plans");

    [Fact]
    public void RuleBook_AndCode_NameTheSameRules()
    {
        var defined = Definition().Matches(File.ReadAllText(Path.Combine(Sources, "RULES.md"))).Select(match => match.Groups["rule"].Value).ToList();
        var cited = Directory.EnumerateFiles(Sources, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => CitedIn(File.ReadAllText(path)))
            .ToHashSet(StringComparer.Ordinal);

        Assert.NotEmpty(defined);
        Assert.Equal(defined.Distinct(StringComparer.Ordinal).Count(), defined.Count);
        Assert.Empty(cited.Except(defined, StringComparer.Ordinal));
        Assert.Empty(defined.Except(cited, StringComparer.Ordinal));
    }

    // "R-JOIN-1 to R-JOIN-4" cites four rules.
    private static IEnumerable<string> CitedIn(string code)
    {
        foreach (Match match in Citation().Matches(code))
        {
            var (area, first) = (match.Groups["area"].Value, int.Parse(match.Groups["first"].Value));
            var last = match.Groups["last"].Success ? int.Parse(match.Groups["last"].Value) : first;
            for (var number = first; number <= last; number++)
            {
                yield return $"{area}-{number}";
            }
        }
    }

    [GeneratedRegex(@"\*\*(?<rule>R-[A-Z]+(-[A-Z]+)?-[0-9]+)\*\*", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Definition();

    [GeneratedRegex(@"(?<area>R-[A-Z]+(-[A-Z]+)?)-(?<first>[0-9]+)( to R-[A-Z]+(-[A-Z]+)?-(?<last>[0-9]+))?", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Citation();
}
