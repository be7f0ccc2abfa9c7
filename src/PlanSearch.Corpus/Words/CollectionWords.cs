using System.Collections.Immutable;
using PlanSearch.Plans.Text;

namespace PlanSearch.Corpus.Words;

/// <summary>
/// The words that plans have of their own, taken from what they give a name to: places, projects, terms that no dictionary has.
/// </summary>
/// <remarks>
/// A dictionary cuts what it does not know into single characters. Where the same ones come together in several names, and one of them is
/// seldom met without the others, they are a word: 霁|湖. In the same way names decide of words made of others (数字|经济) which are one word
/// here. Never changes.
/// </remarks>
internal sealed class CollectionWords
{
    private readonly HashSet<string> _terms;

    private CollectionWords(LexiconWords lexicon, ImmutableArray<OwnWord> own, IEnumerable<string> compounds)
    {
        Own = own;
        _terms = [.. own.Select(one => one.Text), .. lexicon.All];
        Cutter = new WordCutter(lexicon.Dictionary, lexicon.Words, new WordList(own.Select(one => one.Text).Concat(compounds)));
    }

    /// <summary>The words that neither dictionary nor lexicon has; those of most plans first.</summary>
    public ImmutableArray<OwnWord> Own { get; }

    /// <summary>Cuts by dictionary, lexicon and these words.</summary>
    public WordCutter Cutter { get; }

    /// <summary>Whether a word is one of the field: of the lexicon, or of these plans' own.</summary>
    /// <param name="folded">The word, folded.</param>
    public bool IsTerm(string folded) => _terms.Contains(folded);

    /// <summary>Takes the words that enough of the names have, and cuts by them from then on.</summary>
    public static CollectionWords Of(LexiconWords lexicon, IEnumerable<PrintedName> names)
    {
        var counts = new NameCounts();
        foreach (var name in names)
        {
            counts.Add(Fold.Of(name.Text), lexicon.Cutter.CutLoosely(name.Text), name);
        }

        return new CollectionWords(
            lexicon, counts.OwnWords(), lexicon.Compounds.Where(pair => counts.IsOne(pair.Value)).Select(pair => pair.Key));
    }
}
