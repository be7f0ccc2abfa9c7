using PlanSearch.Answers.Texts;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Tests.Texts;

public sealed class SentencesTests
{
    private const string Signs = "氢能，。！？；”’）》";
    private const int Seed = 20261120;

    [Fact]
    public void StartAndEnd_AnyText_AreTheNearestBoundaries()
    {
        var random = new Random(Seed);
        for (var round = 0; round < 5_000; round++)
        {
            var text = new string(random.GetItems<char>(Signs, random.Next(1, 12)));
            var start = random.Next(text.Length);
            var bounds = new TextRange(start, random.Next(1, text.Length - start + 1));
            for (var offset = bounds.Start; offset < bounds.End; offset++)
            {
                var about = $"{text} at {offset} within {bounds}";
                Assert.True(StartOf(text, offset, bounds) == Sentences.StartOf(text, offset, bounds), about);
                Assert.True(EndOf(text, offset, bounds) == Sentences.EndOf(text, offset, bounds), about);
            }
        }
    }

    [Fact]
    public void StartOf_BlankBehindTheMarkBefore_BeginsWithTheFirstCharacter()
    {
        const string Text = "1. 采矿项目; 2. 选矿项目;\u3000\u30003. 冶炼";

        foreach (var (first, mention) in new[] { ('2', '选'), ('3', '冶') })
        {
            Assert.Equal(
                Text.IndexOf(first, StringComparison.Ordinal),
                Sentences.StartOf(Text, Text.IndexOf(mention, StringComparison.Ordinal), new TextRange(0, Text.Length)));
        }
    }

    private static int StartOf(string text, int offset, TextRange bounds) =>
        Enumerable.Range(bounds.Start + 1, offset - bounds.Start).LastOrDefault(at => IsBoundary(text, at), bounds.Start);

    private static int EndOf(string text, int offset, TextRange bounds) =>
        Enumerable.Range(offset + 1, bounds.End - offset - 1).FirstOrDefault(at => IsBoundary(text, at), bounds.End);

    // A sign of the end belongs to the sentence it ends: an end mark, and what closes behind it.
    private static bool IsBoundary(string text, int at) =>
        !IsEnd(text[at]) && !IsCloser(text[at]) && text[..at].TrimEnd('”', '’', '）', '》') is { Length: > 0 } before && IsEnd(before[^1]);

    private static bool IsEnd(char unit) => "。！？；".Contains(unit);

    private static bool IsCloser(char unit) => "”’）》".Contains(unit);
}
