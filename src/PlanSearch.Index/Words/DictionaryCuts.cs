using Lucene.Net.Analysis.Cn.Smart;
using Lucene.Net.Analysis.Cn.Smart.Hhmm;

namespace PlanSearch.Index.Words;

/// <summary>Where the dictionary of Lucene's SmartChineseAnalyzer ends the words of a text.</summary>
/// <remarks>
/// It is the analyzer's own segmenter, without what the analyzer has around it: it is given Han characters alone, so there are no sentences
/// to tell apart, no stop words to drop and no English to stem. Safe for any number of threads. The tables are loaded once a process, by
/// whoever comes first.
/// </remarks>
public static class DictionaryCuts
{
    /// <summary>What is longer is cut into pieces of that length first: the segmenter's memory grows with its text.</summary>
    public const int LongestPiece = 256;

    private static readonly Lazy<HHMMSegmenter> Segmenter = new(Load);

    /// <summary>Where words end in Han characters, rising; the last one is the length of the text.</summary>
    /// <param name="text">Simplified characters alone: the dictionary knows no others, and cuts them one by one.</param>
    public static IReadOnlyList<int> EndsOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var ends = new List<int>();
        for (var start = 0; start < text.Length; start += LongestPiece)
        {
            var piece = text.Substring(start, Math.Min(LongestPiece, text.Length - start));
            foreach (var token in Segmenter.Value.Process(piece))
            {
                // The segmenter adds a token before the text and one after it.
                if (token.EndOffset > 0 && token.EndOffset <= piece.Length)
                {
                    ends.Add(start + token.EndOffset);
                }
            }
        }

        return ends;
    }

    // The analyzer would rather read a folder smartcn-data, of any parent folder or named by an environment variable, and write into it.
    private static HHMMSegmenter Load()
    {
        AnalyzerProfile.ANALYSIS_DATA_DIR = "";
        var segmenter = new HHMMSegmenter();
        _ = segmenter.Process("词");
        return segmenter;
    }
}
