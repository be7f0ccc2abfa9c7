using PlanSearch.Answers.Facets;
using PlanSearch.Corpus.Generations;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints 入库报告.</summary>
internal static class LedgerPrinter
{
    private static readonly string[] Header = ["编号", "编码", "行", "字符", "无归属", "接合", "专栏", "表格", "待核事项", "章节", "未识别"];

    /// <summary>One plan: where its characters went, what is known of it, and everything odd with its line.</summary>
    public static void Print(PlanLedger ledger, TextWriter writer)
    {
        var (parse, metadata) = (ledger.Parse, ledger.Metadata);
        writer.WriteLine($"{ledger.Plan}：{metadata.Title}");
        writer.WriteLine(
            $"文件 {ledger.File}，{ledger.Bytes} 字节，{ledger.Format}{(ledger.Program.Length > 0 ? $"（由 {ledger.Program} 读出）" : "")}，"
                + $"{ledger.Encoding}（{ledger.EncodingReason}），校验码（SHA-256）{ledger.Digest}");
        writer.WriteLine(
            $"{parse.Lines} 行，{parse.Characters} 字符，其中删去空白 {parse.BlanksRemoved}、标记 {parse.MarksRemoved}，无归属 {parse.CharactersUnplaced}");
        writer.WriteLine($"文字归类：{string.Join(" · ", parse.CharactersByKind.Select(pair => $"{Labels.Of(pair.Key)} {pair.Value}"))}");
        writer.WriteLine($"接合 {parse.Joins} 处，专栏 {parse.Boxes} 个，表格 {parse.Tables} 个，{(parse.IsComplete ? "编号连续（全文）" : "编号有缺（节选）")}");
        if (!metadata.UnknownFields.IsEmpty)
        {
            writer.WriteLine($"未识别：{string.Join("、", metadata.UnknownFields)}");
        }

        foreach (var inference in metadata.Inferences)
        {
            writer.WriteLine($"推断：{inference}");
        }

        foreach (var confirmation in ledger.Confirmations)
        {
            var (state, part) = (confirmation.Holds ? "已校核" : "待校核", Labels.OfConfirmed(confirmation.Part));
            writer.WriteLine($"{state}：{part}（{confirmation.By}，{confirmation.At}）{confirmation.Lapsed}");
        }

        foreach (var diagnostic in parse.Diagnostics)
        {
            writer.WriteLine($"{(diagnostic.Line > 0 ? $"第 {diagnostic.Line} 行" : "全文")}：{diagnostic.Message}（{diagnostic.Rule}）");
        }
    }

    /// <summary>All plans, a line each, then the files that are not in the collection and what a person should know.</summary>
    public static void PrintAll(CorpusStatus status, IReadOnlyList<PlanLedger> ledgers, TextWriter writer)
    {
        writer.WriteLine($"{ledgers.Count} 份规划；数据版本 {status.Generation}；未能入库 {status.Failures.Length} 个文件");
        if (ledgers.Count > 0)
        {
            writer.WriteLine();
            TextColumns.Write([Header, .. ledgers.Select(Row)], writer);
        }

        foreach (var failure in status.Failures)
        {
            writer.WriteLine($"未能入库：{failure.File}：{failure.Reason}");
        }

        foreach (var warning in status.Warnings)
        {
            writer.WriteLine($"待核事项：{warning}");
        }
    }

    private static string[] Row(PlanLedger ledger) =>
    [
        ledger.Plan,
        ledger.Encoding,
        $"{ledger.Parse.Lines}",
        $"{ledger.Parse.Characters}",
        $"{ledger.Parse.CharactersUnplaced}",
        $"{ledger.Parse.Joins}",
        $"{ledger.Parse.Boxes}",
        $"{ledger.Parse.Tables}",
        $"{ledger.Parse.Diagnostics.Length}",
        ledger.Outline.IsInDoubt ? "待核" : "",
        string.Join("、", ledger.Metadata.UnknownFields),
    ];
}
