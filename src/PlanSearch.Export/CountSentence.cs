using System.Globalization;
using PlanSearch.Answers.Certificates;
using PlanSearch.Answers.Hits;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Export;

/// <summary>The numbers of an answer as one sentence to be cited.</summary>
/// <remarks>Of which plans, of when, how many say it, how many do not, and of how many nothing can be said.</remarks>
public static class CountSentence
{
    /// <summary>In Chinese, with the day and data version, ended by 。; counts of plans without are left out where they are 0.</summary>
    /// <param name="certificate">The proof of the answer.</param>
    /// <param name="absent">Who does not say it.</param>
    /// <param name="builtAt">When the data were published.</param>
    public static string Of(Certificate certificate, AbsenceList absent, DateTimeOffset builtAt)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(absent);
        // A question is not what was counted: its words are.
        var asked = (certificate.Question is null ? certificate.Query : certificate.NormalForm).ReplaceLineEndings(" ");
        var said = certificate.Mode == "literal"
            ? $"{Number(certificate.Plans)}份提及“{asked}”"
            : $"按检索式“{asked}”（{certificate.InWords}）有{Number(certificate.Plans)}份提及";
        // A plan that does not say it in a box, or not both words in one section, may say it all the same.
        var isWhole = certificate.Mode == "literal" && !certificate.Filters.Keys.Any(PlanFacets.IsOfBlocks);
        var without = string.Join('，', new[]
        {
            absent.NotMentionedTotal > 0 ? $"{Number(absent.NotMentionedTotal)}份{(isWhole ? "全文未提及" : "没有")}" : "",
            absent.UndecidableTotal > 0 ? $"{Number(absent.UndecidableTotal)}份文本不全、不能判断" : "",
        }.Where(part => part.Length > 0));
        return $"据本库数据（截至{BeijingTime.Date(builtAt)}，数据版本{certificate.Generation.ToString(CultureInfo.InvariantCulture)}），"
            + $"{CertificateFacts.Scope(certificate)}中，{said}，共{Number(certificate.Mentions)}处{(without.Length > 0 ? $"；{without}" : "")}。";
    }

    private static string Number(long value) => value.ToString("N0", CultureInfo.InvariantCulture);
}
