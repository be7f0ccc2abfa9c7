using System.Collections.Immutable;

namespace PlanSearch.Plans.Parsing.Book;

/// <summary>Gathers the diagnostics of one parse.</summary>
internal sealed class ParseLog
{
    private readonly List<ParseDiagnostic> _entries = [];

    /// <summary>The rules that decided something about the whole document, or about no line in particular.</summary>
    public RuleSet Rules { get; private set; }

    /// <summary>Notes that <paramref name="rule"/> decided something about the whole document.</summary>
    public void Decide(Rule rule)
    {
        var rules = Rules;
        rules.Add(rule);
        Rules = rules;
    }

    /// <summary>Notes something odd at <paramref name="line"/>; 0 is the whole file.</summary>
    public void Add(int line, Rule rule, string message) => _entries.Add(new ParseDiagnostic(line, rule.Id, message));

    /// <summary>All entries by line, in the order they were noted within one.</summary>
    public ImmutableArray<ParseDiagnostic> ToImmutable() => [.. _entries.OrderBy(entry => entry.Line)];
}
