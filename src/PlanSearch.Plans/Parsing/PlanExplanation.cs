using System.Collections.Immutable;
using PlanSearch.Plans.Parsing.Book;
using PlanSearch.Plans.Parsing.Lines;
using PlanSearch.Plans.Printing;

namespace PlanSearch.Plans.Parsing;

/// <summary>A decision about a source line.</summary>
/// <param name="Rule">The rule of RULES.md; empty for a vote, which is part of the decision before it.</param>
/// <param name="What">What it decided, in Chinese; what the rule says where nothing more is known.</param>
public sealed record LineDecision(string Rule, string What);

/// <summary>Says which rules decided what a line is.</summary>
public static class PlanExplanation
{
    /// <summary>
    /// The decisions about source line <paramref name="line"/> (1-based), in the order of the passes; empty for a blank line or one that is
    /// not there.
    /// </summary>
    /// <remarks>
    /// Parses the source anew. A line that holds several blocks has the decisions of each, from left to right; votes follow the rules they
    /// speak on.
    /// </remarks>
    public static ImmutableArray<LineDecision> Of(SourceText source, int line)
    {
        if (line < 1)
        {
            return [];
        }

        var (document, lines, _) = PlanParser.Run(source);
        var decisions = ImmutableArray.CreateBuilder<LineDecision>();
        foreach (var found in lines.Where(other => other.Stretches.Any(stretch => stretch.Number == line)))
        {
            decisions.AddRange(Rules.All.Where(found.IsDecidedBy).Select(rule => new LineDecision(rule.Id, WhatOf(rule, found))));
            decisions.AddRange(found.Ballot.ToVotes().Select(vote => new LineDecision("",
                $"{(vote.Weight > 0 ? "属于专栏" : "不属专栏")}（{vote.Weight:+0;-0}）：{vote.Name}")));
            if (found.Box >= 0 && document.Boxes[found.Box] is var box)
            {
                decisions.Add(
                    new LineDecision(box.EndReason, $"属于{(box.Label.Length > 0 ? box.Label : "专栏")}；该专栏结束的依据，把握 {box.Confidence:0.0}"));
            }
        }

        decisions.AddRange(
            document.Ledger.Diagnostics.Where(diagnostic => diagnostic.Line == line)
                .Select(diagnostic => new LineDecision(diagnostic.Rule, diagnostic.Message)));
        return decisions.ToImmutable();
    }

    /// <summary>
    /// For each rule, how many lines of <paramref name="source"/>, box ends and entries of the ledger it decided; without those that
    /// decided nothing.
    /// </summary>
    public static IReadOnlyDictionary<string, int> CountRules(SourceText source)
    {
        var (document, lines, log) = PlanParser.Run(source);
        var counts = document.Boxes.Select(box => box.EndReason)
            .Concat(document.Ledger.Diagnostics.Select(diagnostic => diagnostic.Rule))
            .Concat(source.Diagnostics.Select(diagnostic => diagnostic.Rule))
            .CountBy(rule => rule).ToDictionary(StringComparer.Ordinal);
        foreach (var rule in Rules.All)
        {
            var count = counts.GetValueOrDefault(rule.Id) + lines.Count(line => line.IsDecidedBy(rule))
                + (log.Rules.Contains(rule) ? 1 : 0);
            if (count > 0)
            {
                counts[rule.Id] = count;
            }
        }

        return counts;
    }

    private static string WhatOf(Rule rule, Line line) =>
        rule == line.FormRule ? (line.StretchCount > 1 ? $"与后面的行合为一行，共 {line.StretchCount} 行" : "从原行中分出")
        : rule == line.MarkerRule ? $"编号“{line.Plain[line.Marker.Start..line.Marker.End]}”"
        : rule == line.JoinRule ? $"接续第 {line.Continues!.Number} 行"
        : rule == line.KindRule ? $"判为 {KindNames.Of(line.Kind ?? BlockKind.Paragraph)}"
        : rule.Sentence;
}
