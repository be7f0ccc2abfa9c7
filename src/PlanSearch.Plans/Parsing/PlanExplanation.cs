using System.Collections.Immutable;
using PlanSearch.Plans.Printing;
using PlanSearch.Plans.Reading;

namespace PlanSearch.Plans.Parsing;

/// <summary>A decision about a source line.</summary>
/// <param name="Rule">The rule of RULES.md.</param>
/// <param name="What">What it decided, in Chinese.</param>
public sealed record LineDecision(string Rule, string What);

/// <summary>Says which rules decided what a line is.</summary>
public static class PlanExplanation
{
    /// <summary>The decisions about source line <paramref name="line"/> (1-based), in the order they were made; empty for a blank line or one that is not there.</summary>
    /// <remarks>Parses the source anew. A line that holds several blocks has the decisions of each, from left to right.</remarks>
    public static ImmutableArray<LineDecision> Of(SourceText source, int line)
    {
        var (document, lines) = PlanParser.Run(source);
        var decisions = ImmutableArray.CreateBuilder<LineDecision>();
        foreach (var found in lines.Where(other => other.Stretches.Any(stretch => stretch.Number == line)))
        {
            decisions.AddRange(DecisionsOf(found));
            if (found.Box >= 0 && document.Boxes[found.Box] is var box)
            {
                decisions.Add(new LineDecision(box.EndReason, $"属于{(box.Label.Length > 0 ? box.Label : "专栏")}；该专栏结束的依据，把握 {box.Confidence:0.0}"));
            }
        }

        decisions.AddRange(document.Ledger.Diagnostics.Where(diagnostic => diagnostic.Line == line).Select(diagnostic => new LineDecision(diagnostic.Rule, diagnostic.Message)));
        return decisions.ToImmutable();
    }

    /// <summary>How often each rule decided something in <paramref name="source"/>; rules that leave no trace in a line are not counted.</summary>
    public static IReadOnlyDictionary<string, int> CountRules(SourceText source)
    {
        var (document, lines) = PlanParser.Run(source);
        return lines.SelectMany(DecisionsOf).Select(decision => decision.Rule)
            .Concat(document.Boxes.Select(box => box.EndReason))
            .Concat(document.Ledger.Diagnostics.Select(diagnostic => diagnostic.Rule))
            .CountBy(rule => rule).ToDictionary(StringComparer.Ordinal);
    }

    private static IEnumerable<LineDecision> DecisionsOf(Line line)
    {
        if (line.FormRule is { } form)
        {
            yield return new LineDecision(form, line.StretchCount > 1 ? $"与后面的行合为一行，共 {line.StretchCount} 行" : "从原行中分出");
        }

        if (line.MarkerRule is { } marker)
        {
            yield return new LineDecision(marker, $"编号“{line.Plain[line.Marker.Start..line.Marker.End]}”");
        }

        if (line.Continues is { } open && line.JoinRule is { } join)
        {
            yield return new LineDecision(join, $"接续第 {open.Number} 行");
        }
        else if (line.KindRule is { } kind)
        {
            yield return new LineDecision(kind, $"判为 {KindNames.Of(line.Kind ?? BlockKind.Paragraph)}");
        }
    }
}
