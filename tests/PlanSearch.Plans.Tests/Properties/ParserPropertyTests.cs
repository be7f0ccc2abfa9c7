using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Parsing;
using PlanSearch.Plans.Tests.Parsing;
using PlanSearch.TestSupport;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Properties;

/// <summary>What no source may break. A failure names the fewest lines that show it, and the seed.</summary>
public sealed class ParserPropertyTests(ITestOutputHelper output)
{
    private const int Cases = 400;

    [Fact]
    public void Parse_AnyCodePoints_KeepsEveryProperty() => ForAll(PlanGenerators.AnyLines, CheckLines);

    [Fact]
    public void Parse_ShuffledPlans_KeepsEveryProperty() => ForAll(PlanGenerators.ShuffledPlans, CheckLines);

    [Fact]
    public void Parse_SplicedPlans_KeepsEveryProperty() => ForAll(PlanGenerators.SplicedPlans, CheckLines);

    [Fact]
    public void Read_AnyBytes_GivesATextOrAReason() => ForAll(PlanGenerators.AnyBytes, bytes =>
    {
        var read = PlanReader.Read(bytes);

        Assert.True(read.Source is null != read.Failure is null);
        if (read.Source is { } source)
        {
            Check(PlanParser.Parse(source));
        }
    });

    [Fact]
    public void Parse_SameLines_GivesTheSameDocument() => ForAll(PlanGenerators.ShuffledPlans, lines =>
        Assert.Equal(Printed(lines), Printed(lines)));

    private static string Printed(string[] lines)
    {
        using var writer = new StringWriter();
        Plans.Printing.JsonLinesPrinter.Print(PlanParser.Parse(PlanText.Raw(lines)), writer);
        return writer.ToString();
    }

    private static void CheckLines(string[] lines) => Check(PlanParser.Parse(PlanText.Raw(lines)));

    private static void Check(PlanDocument document)
    {
        Assert.Equal(document.Source.Lines.AsEnumerable(), DocumentProperties.Reassembled(document));
        DocumentProperties.CheckRanges(document);
        DocumentProperties.CheckPlacesAreUnique(document);
        DocumentCheck.Run(document);
    }

    private void ForAll<T>(Arbitrary<T> sources, Action<T> check)
    {
        var replay = new Replay(new Rnd((ulong)(uint)Seed.Take(output.WriteLine)), FSharpOption<int>.None);
        FsCheck.Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(Cases).WithEndSize(60).WithReplay(FSharpOption<Replay>.Some(replay)),
            Prop.ForAll(sources, check));
    }
}
