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
    /// <param name="blockText">The text of a block; asked only for sub-headings of boxes that print no marker.</param>
    public static string Official(StoredPlan plan, int block, Func<int, string> blockText) =>
        Titled(plan) + CitedPlace.OfBlock(plan, block, blockText) + Page(plan, block);

    /// <summary>The same without the plan's title, for where that is said already: 第四章第二节，专栏5第2项. What stands before every heading is 篇首.</summary>
    /// <inheritdoc cref="Official" path="/param"/>
    public static string WithoutTitle(StoredPlan plan, int block, Func<int, string> blockText) =>
        CitedPlace.OfBlock(plan, block, blockText) + Page(plan, block) is { Length: > 0 } place ? place : "篇首";

    /// <summary>The same for a record: its section, box or table.</summary>
    public static string OfficialOfRecord(StoredPlan plan, int record) => Titled(plan) + CitedPlace.OfRecord(plan, record);

    /// <summary>With the short title and without 《》, for lists: 临漪市“十四五”规划纲要第四章第二节，专栏5第2项.</summary>
    /// <inheritdoc cref="Official" path="/param"/>
    public static string Short(StoredPlan plan, int block, Func<int, string> blockText) =>
        plan.Metadata.ShortTitle + CitedPlace.OfBlock(plan, block, blockText);

    /// <summary>A reference after GB/T 7714: issuer. title[Z]. year. What is unknown is left out.</summary>
    public static string Gbt7714(StoredPlan plan)
    {
        var text = new StringBuilder();
        if (plan.Metadata.Issuer != PlanMetadata.Unknown)
        {
            text.Append(plan.Metadata.Issuer).Append(". ");
        }

        text.Append(Bare(plan.Metadata.Title)).Append(PlanEntry.IsCitedAsFragment(plan.Metadata) ? "（节选）" : "").Append("[Z].");
        return CitedYear.Of(plan.Metadata.Date) is { } year
            ? text.Append(' ').Append(year.ToString(CultureInfo.InvariantCulture)).Append('.').ToString()
            : text.ToString();
    }

    /// <summary>A block's citation in every style.</summary>
    /// <inheritdoc cref="Official" path="/param"/>
    public static CitationSet All(StoredPlan plan, int block, Func<int, string> blockText) =>
        new(Official(plan, block, blockText), Short(plan, block, blockText), Gbt7714(plan));

    /// <summary>A record's citation in every style.</summary>
    public static CitationSet AllOfRecord(StoredPlan plan, int record)
    {
        var place = CitedPlace.OfRecord(plan, record);
        return new(Titled(plan) + place, plan.Metadata.ShortTitle + place, Gbt7714(plan));
    }

    /// <summary>The plan as a whole: 《…规划纲要》.</summary>
    public static string OfPlan(StoredPlan plan) => Titled(plan);

    private static string Titled(StoredPlan plan) =>
        $"《{Bare(plan.Metadata.Title)}》{(PlanEntry.IsCitedAsFragment(plan.Metadata) ? "（节选）" : "")}";

    private static string Bare(string title) => title is ['《', .., '》'] ? title[1..^1] : title;

    private static string Page(StoredPlan plan, int block) =>
        plan.Blocks[block].Page is { } page ? $"（第{page.ToString(CultureInfo.InvariantCulture)}页）" : "";
}
