using System.Collections.Immutable;
using PlanSearch.Answers.Questions;
using PlanSearch.Answers.Words;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Port;
using PlanSearch.Plans.Text;

namespace PlanSearch.Answers.Similar;

/// <summary>
/// The words of a paragraph that tell it from others: what it says often and few sections say, terms of the field before others.
/// </summary>
internal static class TellingWords
{
    /// <summary>So many are taken: with more, common words outweigh what the paragraph is about.</summary>
    public const int Most = 16;

    /// <summary>A word of fewer sections than one in so many tells no more than one of so many: rarer ones are chance.</summary>
    private const long OneIn = 200;

    /// <summary>What the lexicon or the names of the plans have tells so much more: 氢能 before 抢抓.</summary>
    private const double OfTerms = 2;

    /// <summary>The most telling first, with what each weighs; words that one section alone has are left out.</summary>
    public static ImmutableArray<(string Word, double Weight)> Of(CollectionReader reader, string text, CancellationToken cancellationToken)
    {
        var counts = WordCounts.Of(reader.View);
        var words = ViewWords.Of(reader, cancellationToken).Words;
        var most = counts.RarityOf(new UnitCounts(0, counts.Records / OneIn, 0));
        return
        [
            .. words.Cutter.Cut(text)
                .Select(where => text.Substring(where.Start, where.Length))
                .Where(word => word.Length > 1 && !EmptyWords.Holds(word) && !word.All(char.IsAsciiDigit))
                .CountBy(Fold.Of)
                .Select(word => (
                    Word: word.Key,
                    Weight: Math.Sqrt(word.Value) * (words.IsTerm(word.Key) ? OfTerms : 1),
                    InAll: counts.Of(reader.View, word.Key, cancellationToken)))
                .Where(word => word.InAll.Records > 1)
                .OrderByDescending(word => word.Weight * Math.Min(most, counts.RarityOf(word.InAll)))
                .Take(Most)
                .Select(word => (word.Word, word.Weight)),
        ];
    }
}
