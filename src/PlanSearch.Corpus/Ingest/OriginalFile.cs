using PlanSearch.Corpus.Ingest.Files;
using PlanSearch.Index.Stored;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Corpus.Ingest;

/// <summary>A plan -> the file it was read from, if that is still the one.</summary>
internal static class OriginalFile
{
    /// <summary>
    /// The bytes; the fault source_missing when the file is not there, source_changed when it holds something else by now.
    /// </summary>
    public static Outcome<PlanSource> Of(StoredPlan plan)
    {
        if (FileBytes.Read(Path.Combine(plan.Root, plan.File)).Bytes is not { } bytes)
        {
            return new RequestFault(FaultKinds.SourceMissing, "原文件已不在入库时的位置；请与系统管理员联系。");
        }

        return plan.FileDigest.StartsWith(PlanLoader.DigestOf(bytes), StringComparison.Ordinal)
            ? new PlanSource(Path.GetFileName(plan.File), ContentTypeOf(plan), bytes)
            : new RequestFault(FaultKinds.SourceChanged, "原文件在入库之后改动过，与检索到的文字可能不一致；重新入库后即可下载。");
    }

    private static string ContentTypeOf(StoredPlan plan) => plan.Format switch
    {
        "HTML" => $"text/html; charset={plan.Encoding}",
        "Markdown" => $"text/markdown; charset={plan.Encoding}",
        "纯文本" => $"text/plain; charset={plan.Encoding}",
        "PDF" => "application/pdf",
        "OFD" => "application/ofd",
        "RTF" => "application/rtf",
        "Word（docx）" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "Word 97–2003（doc、wps）" => "application/msword",
        _ => "application/octet-stream",
    };
}
