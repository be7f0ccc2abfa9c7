using System.Collections.Immutable;
using PlanSearch.Plans;

namespace PlanSearch.TestSupport;

/// <summary>A phrase as people type it or plans print it, cut into words by hand.</summary>
/// <param name="Text">The phrase.</param>
/// <param name="Cuts">Where words end within it: offsets of its text, rising, its end left out.</param>
public sealed record CutPhrase(string Text, ImmutableArray<int> Cuts)
{
    /// <summary>The half that may be looked at while a cutter is changed.</summary>
    public static ImmutableArray<CutPhrase> Tuning { get; } = Read("phrases-tuning.txt");

    /// <summary>The half that is measured and nothing else.</summary>
    public static ImmutableArray<CutPhrase> HeldOut { get; } = Read("phrases-held-out.txt");

    private static ImmutableArray<CutPhrase> Read(string file) =>
        [.. File.ReadLines(Path.Combine(Repository.Root, "tests", "TestData", "words", file))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(Of)];

    private static CutPhrase Of(string line)
    {
        var cuts = ImmutableArray.CreateBuilder<int>();
        var at = 0;
        foreach (var word in line.Split('|')[..^1])
        {
            at += word.Length;
            cuts.Add(at);
        }

        return new CutPhrase(line.Replace("|", "", StringComparison.Ordinal), cuts.ToImmutable());
    }
}

/// <summary>How well a cutter does on phrases that were cut by hand: by the places where words end.</summary>
/// <param name="Precision">Of its cuts so many are right.</param>
/// <param name="Recall">Of the right cuts so many are made.</param>
/// <param name="Whole">Of the phrases so many are cut right from end to end.</param>
public sealed record CutScore(double Precision, double Recall, int Whole)
{
    /// <summary>The harmonic mean of both.</summary>
    public double F1 => 2 * Precision * Recall / (Precision + Recall);

    /// <summary>The score of a cutter.</summary>
    /// <param name="phrases">What it cuts.</param>
    /// <param name="cut">Cuts; the ends of the phrase are passed over.</param>
    public static CutScore Of(IReadOnlyCollection<CutPhrase> phrases, Func<string, IEnumerable<TextRange>> cut)
    {
        var (made, wanted, right, whole) = (0, 0, 0, 0);
        foreach (var phrase in phrases)
        {
            var found = cut(phrase.Text)
                .SelectMany(word => new[] { word.Start, word.End })
                .Where(at => at > 0 && at < phrase.Text.Length)
                .ToHashSet();
            made += found.Count;
            wanted += phrase.Cuts.Length;
            right += phrase.Cuts.Count(found.Contains);
            whole += found.SetEquals(phrase.Cuts) ? 1 : 0;
        }

        return new CutScore((double)right / made, (double)right / wanted, whole);
    }
}
