using PlanSearch.Corpus.Index.Port;
using PlanSearch.Engine.Words;

namespace PlanSearch.Corpus.Index;

/// <summary>The dictionary that comes with the embedded engine.</summary>
internal sealed class EmbeddedWordDictionary : IWordDictionary
{
    public IReadOnlyList<int> EndsOf(string text) => DictionaryCuts.EndsOf(text);
}
