using PlanSearch.Index.Stored;
using PlanSearch.Index.Stored.Bytes;

namespace PlanSearch.Corpus.Changes;

/// <summary>Whether two versions of a plan are the same to whoever asks, wherever and however their files lie.</summary>
internal static class PlanVersion
{
    /// <summary>Whether a version of a plan has the texts, the structure and the metadata of another.</summary>
    public static bool IsSame(StoredPlan former, IReadOnlyList<string> formerTexts, StoredPlan plan, IReadOnlyList<string> texts) =>
        formerTexts.SequenceEqual(texts)
        && Bare(former, plan, texts).AsSpan().SequenceEqual(Bare(plan, plan, texts));

    // As it is stored, without what is known of its file.
    private static byte[] Bare(StoredPlan plan, StoredPlan like, IReadOnlyList<string> texts) => PlanCodec.Encode(
        plan with
        {
            Root = "",
            OrderKey = "",
            File = "",
            Bytes = 0,
            FileDigest = "",
            WrittenAt = 0,
            SidecarWrittenAt = 0,
            OutlineWrittenAt = 0,
            TextDigest = "",
            LogicalDigest = "",
            Encoding = "",
            EncodingReason = "",
            Format = "",
            Program = "",
            Ledger = like.Ledger,
            FormerAnchors = [],
        },
        texts);
}
