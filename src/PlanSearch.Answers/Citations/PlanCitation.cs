using System.Globalization;
using System.Text;
using PlanSearch.Corpus.Generations;
using PlanSearch.Index.Stored;
using PlanSearch.Plans.Metadata;

namespace PlanSearch.Answers.Citations;

/// <summary>Citations of plans and of places in them. Nothing is cited that the plan does not print.</summary>
public static class PlanCitation
{
    /// <summary>In the style of official writing: 《…规划纲要》第四章第二节，专栏5第2项. A fragment is cited as （节选）.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="block">The block that is cited.</param>
    /// <param name="blockText">
    /// The text of a block; asked only for sub-headings of boxes that print no marker, and where the outline is in doubt.
    /// </param>
    /// <remarks>Where the outline is in doubt no section is named: 《…规划》，“推动清洁能源利用。”一段（章节待核）.</remarks>
    public static string Official(StoredPlan plan, int block, Func<int, string> blockText) => Both(plan, block, blockText).Official;

    /// <summary>
    /// The official citation, and the same without the plan's title, for where that is said already; what is before every heading is
    /// 篇首.
    /// </summary>
    /// <inheritdoc cref="Official" path="/param"/>
    public static (string Official, string InPlan) Both(StoredPlan plan, int block, Func<int, string> blockText)
    {
        var place = CitedWords.OfBlock(plan, block, blockText);
        return (Titled(plan) + place.BehindTitle + place.Page, place.Alone);
    }

    /// <summary>A reference after GB/T 7714: issuer. title[Z]. year. What is unknown is left out.</summary>
    public static string Gbt7714(StoredPlan plan)
    {
        var text = new StringBuilder();
        if (plan.Metadata.Issuer != PlanMetadata.Unknown)
        {
            text.Append(plan.Metadata.Issuer).Append(". ");
        }

        text.Append(Bare(plan)).Append(Fragment(plan)).Append("[Z].");
        return PrintedDate.YearOf(plan.Metadata.Date) is { } year
            ? text.Append(' ').Append(year.ToString(CultureInfo.InvariantCulture)).Append('.').ToString()
            : text.ToString();
    }

    /// <summary>A block's citation in every style.</summary>
    /// <inheritdoc cref="Official" path="/param"/>
    public static CitationSet All(StoredPlan plan, int block, Func<int, string> blockText) =>
        Styled(plan, CitedWords.OfBlock(plan, block, blockText));

    /// <summary>A record's citation in every style: its section, box or table.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="record">The record.</param>
    /// <param name="first">The block that it begins with.</param>
    /// <param name="blockText">The text of a block.</param>
    public static CitationSet AllOfRecord(StoredPlan plan, int record, int first, Func<int, string> blockText) =>
        Styled(plan, CitedWords.OfRecord(plan, record, first, blockText));

    /// <summary>The plan as a whole: 《…规划纲要》, or 〔题名未识别：liaoning.txt〕: the name of a file is no title.</summary>
    public static string OfPlan(StoredPlan plan) => Titled(plan);

    private static CitationSet Styled(StoredPlan plan, CitedWords place) =>
        new(Titled(plan) + place.BehindTitle + place.Page, ShortTitle(plan) + place.BehindTitle, Gbt7714(plan)) { InPlan = place.Alone };

    private static string Titled(StoredPlan plan) => (HasTitle(plan) ? $"《{Bare(plan)}》" : Bare(plan)) + Fragment(plan);

    private static string ShortTitle(StoredPlan plan) =>
        HasTitle(plan) || plan.Metadata.ShortTitle != plan.Metadata.Title ? plan.Metadata.ShortTitle : Bare(plan);

    // A table of metadata that was exported names the file where no title is known.
    private static bool HasTitle(StoredPlan plan) => !plan.Metadata.UnknownFields.Contains(MetadataFields.Title)
        && !(Ascii.IsValid(plan.Metadata.Title) && plan.Metadata.Title == Path.GetFileNameWithoutExtension(plan.File));

    private static string Bare(StoredPlan plan) =>
        !HasTitle(plan) ? $"〔题名未识别：{plan.File[(plan.File.LastIndexOf('/') + 1)..]}〕"
        : plan.Metadata.Title is ['《', .. var title, '》'] ? title
        : plan.Metadata.Title;

    private static string Fragment(StoredPlan plan) => PlanEntry.IsCitedAsFragment(plan.Metadata) ? "（节选）" : "";
}
