using PlanSearch.Plans.Reading;

namespace PlanSearch.Plans.Parsing;

/// <summary>Lines -> <see cref="PlanDocument"/>: outline, boxes with entries, tables, footnotes, rejoined paragraphs.</summary>
public static class PlanParser
{
    /// <summary>Changes whenever the same source may give another document; stamped into every index.</summary>
    public const int Version = 1;

    /// <summary>Parses a plan. Never throws on any text; linear in its length.</summary>
    public static PlanDocument Parse(SourceText source) => throw new NotSupportedException();
}
