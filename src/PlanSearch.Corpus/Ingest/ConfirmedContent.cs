using System.Collections.Immutable;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;
using PlanSearch.Plans.Parsing;

namespace PlanSearch.Corpus.Ingest;

/// <summary>What a confirmation confirms, as a digest, and whether it still is that.</summary>
internal static class ConfirmedContent
{
    /// <summary>A confirmation of a part as it is now.</summary>
    /// <param name="part">The part.</param>
    /// <param name="by">Who confirms it.</param>
    /// <param name="at">The day.</param>
    /// <param name="plan">The plan.</param>
    /// <param name="texts">The texts of its blocks.</param>
    public static Confirmation Of(ConfirmedPart part, string by, string at, StoredPlan plan, ImmutableArray<string> texts) =>
        new(part, by, at, Short(plan.TextDigest), Short(DigestOf(part, plan, texts)));

    /// <summary>A plan with what people have confirmed of it; an outline that they have is no longer in doubt.</summary>
    public static StoredPlan Applied(ImmutableArray<Confirmation> confirmations, StoredPlan plan, ImmutableArray<string> texts)
    {
        var applied = plan with
        {
            Confirmations =
            [
                .. confirmations.Select(confirmation => new PlanConfirmation(
                    confirmation.Part, confirmation.By, confirmation.At, LapseOf(confirmation, plan, texts))),
            ],
        };
        return applied.IsConfirmed(ConfirmedPart.Outline)
            ? applied with
            {
                Outline = OutlineConfidence.Full,
                Ledger = plan.Ledger with
                {
                    Diagnostics = plan.Ledger.Diagnostics.RemoveAll(diagnostic => diagnostic.Rule == PlanParser.DoubtRule),
                },
            }
            : applied;
    }

    private static string LapseOf(Confirmation confirmation, StoredPlan plan, ImmutableArray<string> texts) =>
        confirmation.Text != Short(plan.TextDigest) ? "校核之后规划原文换过"
        : confirmation.Content != Short(DigestOf(confirmation.Part, plan, texts)) ? $"{NameOf(confirmation.Part)}与校核时不同：切分规则、校正或规划信息有变"
        : "";

    private static string NameOf(ConfirmedPart part) => part switch
    {
        ConfirmedPart.Outline => "大纲",
        ConfirmedPart.Tables => "表格",
        _ => "规划信息",
    };

    private static string DigestOf(ConfirmedPart part, StoredPlan plan, ImmutableArray<string> texts) => part switch
    {
        ConfirmedPart.Outline => TextDigest.Of(
            [.. plan.Nodes.Select(node => $"{node.Depth} {node.Heading}"), .. plan.Boxes.Select(box => BoxOf(box, texts))]),
        ConfirmedPart.Tables => TextDigest.Of(plan.Tables.SelectMany(table => TableOf(table, plan, texts))),
        _ => TextDigest.Of([CorpusDigest.MetadataLineOf(plan.Metadata)]),
    };

    // A box is its title and how far it goes.
    private static string BoxOf(Box box, ImmutableArray<string> texts) => $"{box.Label} {box.Title}\t{texts[box.EndBlock - 1]}";

    private static IEnumerable<string> TableOf(Table table, StoredPlan plan, ImmutableArray<string> texts) =>
    [
        $"{table.Caption}\t{string.Join('\t', table.Columns)}",
        .. Enumerable.Range(table.FirstBlock, table.EndBlock - table.FirstBlock)
            .Where(block => plan.Blocks[block].Table >= 0).Select(block => texts[block]),
    ];

    private static string Short(string digest) => digest[..Confirmation.DigestLength];
}
