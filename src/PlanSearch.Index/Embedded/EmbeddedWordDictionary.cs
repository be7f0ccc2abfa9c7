using PlanSearch.Index.Port;
using PlanSearch.Index.Words;

namespace PlanSearch.Index.Embedded;

/// <summary>The dictionary that comes with the embedded engine.</summary>
internal sealed class EmbeddedWordDictionary : IWordDictionary
{
    public IReadOnlyList<int> EndsOf(string text) => DictionaryCuts.EndsOf(text);
}
