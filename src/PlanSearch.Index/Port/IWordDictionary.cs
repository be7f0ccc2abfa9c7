namespace PlanSearch.Index.Port;

/// <summary>A dictionary of everyday Chinese, which knows nothing of plans.</summary>
/// <remarks>Safe for any number of threads.</remarks>
public interface IWordDictionary
{
    /// <summary>Where it ends words in simplified Han characters, rising; the last one is the length of the text.</summary>
    IReadOnlyList<int> EndsOf(string text);
}
