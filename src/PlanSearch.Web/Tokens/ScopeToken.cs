using System.Collections.Immutable;
using PlanSearch.Corpus.Scopes;

namespace PlanSearch.Web.Tokens;

/// <summary>What a token fixes for whoever carries it. It opens reading within its scope, and nothing else.</summary>
/// <param name="Scope">The plans that can be read.</param>
public sealed record ScopeToken(PlanScope Scope)
{
    /// <summary>What the pages call the scope; empty for nothing of their own.</summary>
    public string Title { get; init; } = "";

    /// <summary>dark or light; empty follows the reader's browser.</summary>
    public string Theme { get; init; } = "";

    /// <summary>
    /// Origins (https://portal.example) whose pages may use it, by script and in a frame; empty for any the settings allow.
    /// </summary>
    public ImmutableArray<string> Audience { get; init; } = [];

    /// <summary>The first second at which it is no longer good; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>Whether pages of an origin may use it.</summary>
    public bool IsFor(string origin) => Audience.IsEmpty || Audience.Contains(origin, StringComparer.OrdinalIgnoreCase);
}
