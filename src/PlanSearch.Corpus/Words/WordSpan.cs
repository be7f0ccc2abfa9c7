namespace PlanSearch.Corpus.Words;

/// <summary>Where a word is in the text it was cut from, in UTF-16 code units.</summary>
/// <param name="Start">Its first code unit.</param>
/// <param name="Length">At least 1.</param>
public readonly record struct WordSpan(int Start, int Length)
{
    /// <summary>One past its last code unit.</summary>
    public int End => Start + Length;
}
