using System.Collections.Immutable;

namespace PlanSearch.Plans.Parsing;

/// <summary>Gathers the diagnostics of one parse.</summary>
internal sealed class ParseLog
{
    private readonly List<ParseDiagnostic> _entries = [];

    /// <summary>Notes something odd at <paramref name="line"/>; 0 is the whole file.</summary>
    public void Add(int line, string rule, string message) => _entries.Add(new ParseDiagnostic(line, rule, message));

    /// <summary>All entries by line, in the order they were noted within one.</summary>
    public ImmutableArray<ParseDiagnostic> ToImmutable() => [.. _entries.OrderBy(entry => entry.Line)];
}
