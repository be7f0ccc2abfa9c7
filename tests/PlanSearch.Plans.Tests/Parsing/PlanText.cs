using System.Text;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Plans.Tests.Parsing;

/// <summary>Plans for tests, by text or by file.</summary>
internal static class PlanText
{
    /// <summary>Parses lines given as one text.</summary>
    public static PlanDocument Parse(string text) => PlanParser.Parse(PlanReader.Read(Encoding.UTF8.GetBytes(text)).Source!);

    /// <summary>Reads and parses a file; fails the test when it cannot be read.</summary>
    public static PlanDocument ParseFile(string path)
    {
        var result = PlanReader.Read(File.ReadAllBytes(path));
        Assert.True(result.Source is not null, $"{path}: {result.Failure}");
        return PlanParser.Parse(result.Source);
    }

    /// <summary>A source of lines that no reader has cleaned.</summary>
    public static SourceText Raw(params string[] lines) => new() { Encoding = "utf-8", EncodingReason = "test", Lines = [.. lines] };
}
