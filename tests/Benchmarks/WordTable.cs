using System.Diagnostics;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Words;
using PlanSearch.Index.Embedded;
using PlanSearch.Plans;
using PlanSearch.Queries.Words;
using PlanSearch.TestSupport;

namespace PlanSearch.Benchmarks;

/// <summary>The table of cutters over the phrases that were cut by hand, and what cutting costs.</summary>
internal static class WordTable
{
    private const int Rounds = 40;

    public static void Print(TextWriter writer)
    {
        var watch = Stopwatch.StartNew();
        var dictionary = new EmbeddedWordDictionary();
        _ = dictionary.EndsOf("词");
        var load = watch.Elapsed;
        var lexicon = new LexiconWords(Lexicon.Load(Repository.ReferenceData), dictionary);
        var lexiconLoad = watch.Elapsed - load;

        using var folder = new IngestFolder();
        folder.Run([Repository.SamplePlans]);
        using var collection = PlanCollection.Open(folder.Options);
        using var reader = collection.Read();
        watch.Restart();
        var names = PrintedNames.Of(reader.View);
        var words = CollectionWords.Of(lexicon, names);
        var made = watch.Elapsed;

        writer.WriteLine("| cutter | half | precision | recall | boundary F1 | phrases whole |");
        writer.WriteLine("| --- | --- | --- | --- | --- | --- |");
        foreach (var (half, phrases) in new[] { ("tuning", CutPhrase.Tuning), ("held out", CutPhrase.HeldOut) })
        {
            Row("SmartCn alone", text => new WordCutter(dictionary).CutLoosely(text));
            Row("lexicon + SmartCn", text => lexicon.Cutter.Cut(text));
            Row("lexicon + collection + SmartCn", text => words.Cutter.Cut(text));

            void Row(string name, Func<string, IEnumerable<TextRange>> cut)
            {
                var score = CutScore.Of(phrases, cut);
                writer.WriteLine(
                    $"| {name} | {half} | {score.Precision:0.000} | {score.Recall:0.000} | {score.F1:0.000} | {score.Whole} of {phrases.Length} |");
            }
        }

        writer.WriteLine();
        writer.WriteLine($"dictionary loaded in {load.TotalMilliseconds:0} ms, lexicon told apart in {lexiconLoad.TotalMilliseconds:0} ms, "
            + $"{words.Own.Length} words of {names.Length} names in {made.TotalMilliseconds:0} ms");
        // At its best: on a busy machine the rest is waiting for a processor.
        var times = CutPhrase.Tuning.Select(
            phrase => (phrase.Text, Best: Enumerable.Range(0, Rounds).Min(_ => Time(() => words.Cutter.Cut(phrase.Text)))))
                .OrderBy(one => one.Best)
                .ToList();
        writer.WriteLine(
            $"a phrase cut, each at its best of {Rounds}: median {times[times.Count / 2].Best:0.0} µs, the slowest {times[^1].Best:0.0} µs ({times[^1].Text})");
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
    }
}
