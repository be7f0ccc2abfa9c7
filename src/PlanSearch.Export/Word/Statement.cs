using System.Collections.Immutable;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Clips;
using PlanSearch.Answers.Inquiries;

namespace PlanSearch.Export.Word;

/// <summary>
/// 检索说明 of a document, a few lines of prose: what was looked for and where, what was found and what of it the file holds, what was left
/// out, how it is checked.
/// </summary>
internal static class Statement
{
    private const string Heading = "检索说明";

    /// <summary>Of a table of mentions.</summary>
    /// <param name="document">Where it is added.</param>
    /// <param name="mentions">What was answered.</param>
    /// <param name="held">What the table holds.</param>
    /// <param name="escapes">Characters of the texts that are written as _xHHHH_.</param>
    public static void Add(WordDocument document, MentionStream mentions, HeldCounts held, int escapes)
    {
        var certificate = mentions.Certificate;
        Lines(document,
        [
            $"检索内容：{Asked(certificate)}。",
            $"检索范围：{CertificateFacts.Scope(certificate)}。",
            $"检索结果：{Found(certificate)}。本文件收录{Share(certificate, held.Mentions)}，一句一行，同一句的各处合为一行，"
                + $"共 {Number(held.Rows)} 行，出自 {Number(held.Plans)} 份规划。",
            .. LeftOut(certificate),
            Manner(escapes, "检索词"),
            Data(certificate.Generation, certificate.Digest, "检索", certificate.Time)
                + (mentions.Proof.Length > 0 ? $"完整的检索说明见 {mentions.Proof}。" : ""),
        ]);
    }

    /// <summary>Of a folder.</summary>
    /// <param name="document">Where it is added.</param>
    /// <param name="answer">The folder.</param>
    /// <param name="rows">How many rows it has become.</param>
    /// <param name="escapes">Characters of the texts that are written as _xHHHH_.</param>
    public static void Add(WordDocument document, ClipsAnswer answer, int rows, int escapes)
    {
        var missing = answer.Excerpts.Length - answer.Found;
        Lines(document,
        [
            $"本文件收录摘录 {Number(rows - missing)} 条{(answer.Searches.IsEmpty ? "" : $"，其中检索词 {Number(answer.Mentions)} 处")}，"
                + $"出自 {Number(answer.Plans)} 份规划" + (missing > 0 ? $"；另有 {Number(missing)} 条未能摘录，已在原处注明" : "") + "。",
            .. answer.Searches.Select(OfSearch),
            Manner(escapes, "检索或摘取的词句") + "方面和注为摘录人所加。",
            Data(answer.Generation, answer.Digest, "生成", answer.Time),
        ]);
    }

    private static string OfSearch(ClipSearch search) =>
        $"检索“{search.Query.ReplaceLineEndings(" ")}”：" + (search.Certificate is { } certificate
        ? $"{Asked(certificate)}；范围为{CertificateFacts.Scope(certificate)}；{Found(certificate)}，本文件收录{Share(certificate, search.Excerpted)}。"
        : $"不能检索，{search.Fault!.Message}");

    private static string Asked(Certificate certificate) =>
        $"{certificate.InWords}（{(certificate.Exact ? "" : "不")}区分繁简、全半角和大小写）{string.Concat(certificate.Topics.Select(Topic))}";

    private static string Topic(TopicUse topic) =>
        $"，主题“{topic.Name}”含{Listed(topic.On)}"
        + (topic.Off.IsEmpty ? "" : $"，未选{Listed(topic.Off)}")
        + (topic.Exclude.IsEmpty ? "" : $"，不计{Listed(topic.Exclude)}之中的");

    private static string Listed(ImmutableArray<string> words) => string.Concat(words.Select(word => $"“{word}”"));

    private static string Found(Certificate certificate) =>
        $"{Number(certificate.Plans)} 份规划的 {Number(certificate.Records)} 个章节共提及 {Number(certificate.Mentions)} 处"
        + (certificate.PlansWithout > 0 ? $"，{Number(certificate.PlansWithout)} 份没有提及" : "");

    private static string Share(Certificate certificate, long held) =>
        (held == certificate.Mentions ? $"全部 {Number(held)} 处" : $"其中 {Number(held)} 处")
        + (certificate.Sample is { } sample ? $"（简单随机抽样，种子“{sample.Seed}”）" : "");

    private static IEnumerable<string> LeftOut(Certificate certificate)
    {
        var excluded = certificate.Excluded;
        var parts = ((long Count, string Name)[])[
            (excluded.Toc, "目录"), (excluded.Cover, "封面"), (excluded.Noise, "页码等页面标记"), (excluded.LongerRuns, "更长的字母数字串")];
        return excluded.Total == 0
            ? []
            : [$"未计入：{string.Join("、", parts.Where(part => part.Count > 0).Select(part => $"{part.Name} {Number(part.Count)} 处"))}。"];
    }

    private static string Manner(int escapes, string bold) =>
        $"原文一律照录，字形、标点和差错不改；加粗的是{bold}，原文并不加粗。"
        + (escapes > 0 ? $"原文有 {Number(escapes)} 个不能写入文档的控制字符，以 _xHHHH_（字符编码）代替。" : "");

    private static string Data(long generation, string digest, string what, DateTimeOffset time) =>
        $"数据版本 {Number(generation)}，校验码（SHA-256）{digest}；{what}时间 {BeijingTime.InWords(time)}。";

    private static void Lines(WordDocument document, IEnumerable<string> lines)
    {
        document.Add(WordStyle.Heading1, Heading);
        foreach (var line in lines)
        {
            document.Add(WordStyle.TableText, line);
        }
    }

    private static string Number(long value) => WordDocument.Number(value);
}

/// <summary>What a table holds.</summary>
/// <param name="Mentions">Mentions.</param>
/// <param name="Rows">Rows.</param>
/// <param name="Plans">Plans.</param>
internal sealed record HeldCounts(long Mentions, long Rows, int Plans);
