using System.Collections.Immutable;

namespace PlanSearch.Corpus.Words;

/// <summary>What plans give a name to, as they print it.</summary>
/// <param name="Text">The name, without its marker: who looks for 壮大氢能产业 does not know that it is 第二节.</param>
/// <param name="Kind">heading, box, entry or indicator: what it is where it is met first.</param>
/// <param name="Plans">The plans that have it, by their numbers, each once.</param>
internal sealed record PrintedName(string Text, string Kind, ImmutableArray<int> Plans)
{
    /// <summary>The kind of the rows of tables.</summary>
    public const string Indicator = "indicator";
}
