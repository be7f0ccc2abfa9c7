using System.Globalization;
using PlanSearch.Answers.Texts;
using PlanSearch.Index.Stored;
using PlanSearch.Plans;

namespace PlanSearch.Answers.Citations;

/// <summary>A place as it is written: behind a title, behind that its page, and by itself.</summary>
/// <param name="BehindTitle">第四章第二节，专栏5第2项, or ，“推动清洁能源利用。”一段（章节待核）; empty before every heading.</param>
/// <param name="Page">（第12页）; empty where no page is known, or the place is the page.</param>
/// <param name="Alone">The place with its page where the title is said already; 篇首 before every heading.</param>
internal readonly record struct CitedWords(string BehindTitle, string Page, string Alone)
{
    /// <summary>What a citation says that names no section because the outline is in doubt.</summary>
    public const string InDoubt = "（章节待核）";

    // Enough to find the place by; the example of the issue has eleven.
    private const int MostWords = 24;

    // 注： alone finds nothing.
    private const int FewestWords = 5;
    private const string SentenceEnds = "。！？；：";

    /// <summary>A block: where its plan's outline is in doubt by its page, else by its first words.</summary>
    public static CitedWords OfBlock(StoredPlan plan, int block, Func<int, string> blockText) => plan.Outline.IsInDoubt
        ? Doubtful(plan, block, blockText)
        : Sure(CitedPlace.OfBlock(plan, block, blockText), plan.Blocks[block].Page);

    /// <summary>A record; where the outline is in doubt, the block that it begins with.</summary>
    public static CitedWords OfRecord(StoredPlan plan, int record, int first, Func<int, string> blockText) => plan.Outline.IsInDoubt
        ? Doubtful(plan, first, blockText)
        : Sure(CitedPlace.OfRecord(plan, record), page: null);

    private static CitedWords Sure(string place, int? page)
    {
        var behind = page is { } known ? $"（{PageOf(known)}）" : "";
        return new CitedWords(place, behind, place.Length + behind.Length > 0 ? place + behind : "篇首");
    }

    private static CitedWords Doubtful(StoredPlan plan, int block, Func<int, string> blockText)
    {
        if (plan.Blocks[block].Page is { } page)
        {
            return new CitedWords(PageOf(page) + InDoubt, "", PageOf(page) + InDoubt);
        }

        var words = $"“{FirstWords(blockText(block))}”{Measure(plan.Blocks[block].Kind)}{InDoubt}";
        return new CitedWords("，" + words, "", words);
    }

    private static string FirstWords(string text)
    {
        var flat = text.ReplaceLineEndings(" ").Replace('\t', ' ').Trim();
        var most = Math.Min(flat.Length, MostWords);
        var end = most <= FewestWords ? -1 : flat.AsSpan(FewestWords, most - FewestWords).IndexOfAny(SentenceEnds);
        return end >= 0 ? flat[..(FewestWords + end + 1)]
            : flat.Length <= MostWords ? flat
            : flat[..TextCut.End(flat, MostWords, new TextRange(0, flat.Length))] + "……";
    }

    private static string Measure(BlockKind kind) => kind switch
    {
        BlockKind.ListItem or BlockKind.BoxEntry => "一项",
        BlockKind.Footnote or BlockKind.TableNote => "一注",
        BlockKind.Paragraph or BlockKind.BoxParagraph => "一段",
        _ => "一行",
    };

    private static string PageOf(int page) => $"第{page.ToString(CultureInfo.InvariantCulture)}页";
}
