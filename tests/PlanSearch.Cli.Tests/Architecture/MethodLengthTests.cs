using System.Text.RegularExpressions;

namespace PlanSearch.Cli.Tests.Architecture;

/// <summary>Holds the methods of the sources to a length that is read without scrolling.</summary>
public sealed partial class MethodLengthTests
{
    /// <summary>The most lines between the braces of a method.</summary>
    private const int LongestMethod = 40;

    /// <summary>So many methods have braces at least; where far fewer are found the scan no longer knows the sources.</summary>
    private const int FewestFound = 1_000;

    /// <summary>The methods that are longer. One that is cut down leaves the list, and none is added.</summary>
    private static readonly string[] Longer =
    [
        "BlankColumns.MarkRows",
        "BoxWalk.Walk",
        "CertificatePrinter.Print",
        "ClipResolver.Resolve",
        "ClusterClient.Try",
        "ClusterDocument.Searched",
        "CommonAnswers.ApplyAsync",
        "CsvRows.Split",
        "FlowWalk.Step",
        "IndexWriter.Publish",
        "IssueMarks.Read",
        "Joiner.Continues",
        "JsonLinesPrinter.Write",
        "JudgeCommand.Create",
        "LineScan.Scan",
        "ListCover.Choose",
        "LongLine.Cut",
        "MeasureCommand.Create",
        "MentionsCommand.Create",
        "Numbering.CheckOutline",
        "Numerals.ReadChinese",
        "OutlineBuilder.Build",
        "OutlineEvidence.LookForNumbersLeftOut",
        "PageViewParameters.Take",
        "ScriptWords.All",
        "SegmentBuilder.Validate",
        "SpreadTable.SpreadTable",
        "WebHost.Build",
        "YamlWords.Read",
    ];

    [Fact]
    public void Methods_Length_IsWithinTheLimitButForTheListed()
    {
        var methods = SourceTree.Files("src", ".cs").SelectMany(MethodsOf).ToList();
        var over = methods.Where(method => method.Lines > LongestMethod).ToList();

        Assert.True(methods.Count >= FewestFound, $"only {methods.Count} methods found");
        Assert.Equal(
            "",
            string.Join('\n', over
                .Where(method => !Longer.Contains(method.Name))
                .Select(method => $"{method.Name}: {method.Lines} lines")));
        // A name that is listed for nothing would let the method grow again.
        Assert.Empty(Longer.Except(over.Select(method => method.Name)));
    }

    /// <summary>The methods and constructors with braces, by the layout that the build holds the sources to.</summary>
    private static IEnumerable<(string Name, int Lines)> MethodsOf(string path)
    {
        var lines = SourceTree.Read(path).ReplaceLineEndings("\n").Split('\n');
        for (var open = 1; open < lines.Length; open++)
        {
            if (MemberBrace().Match(lines[open]) is { Success: true } brace
                && MemberHead().Match(HeadOf(lines, open, brace.Groups["indent"].Value)) is { Success: true } head)
            {
                var close = Array.FindIndex(
                    lines, open + 1, line => line.StartsWith(brace.Groups["indent"].Value + "}", StringComparison.Ordinal));
                Assert.True(close > open, $"{path}: no end of {head.Groups["name"].Value}");
                yield return ($"{Path.GetFileNameWithoutExtension(path)}.{head.Groups["name"].Value}", close - open - 1);
            }
        }
    }

    /// <summary>The line a member begins with: the nearest above its brace at the same indent, conditions of types left out.</summary>
    private static string HeadOf(string[] lines, int open, string indent)
    {
        var at = open - 1;
        while (at > 0 && !(lines[at].StartsWith(indent, StringComparison.Ordinal)
            && lines[at].Length > indent.Length && char.IsLetter(lines[at][indent.Length])))
        {
            at--;
        }

        return lines[at];
    }

    // Members of a type stand one indent in, those of a type inside another two or three.
    [GeneratedRegex(@"^(?<indent>(?: {4}){1,3})\{$")]
    private static partial Regex MemberBrace();

    [GeneratedRegex(
        @"^ +(?!.*\b(?:class|record|struct|interface|enum)\b)"
        + @"(?:(?:public|private|internal|protected|static|override|async|unsafe|sealed|virtual|readonly|new|partial) )+"
        + @"[^=;{(]*?(?:\([^)]*\)[^=;{(]*?)?(?<name>\w+)(?:<[\w, ]+>)?\(")]
    private static partial Regex MemberHead();
}
