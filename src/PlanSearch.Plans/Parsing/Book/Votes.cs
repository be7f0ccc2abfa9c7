namespace PlanSearch.Plans.Parsing.Book;

/// <summary>All evidence that a line belongs to the box before it (R-BOX-END-5, R-BOX-END-6, R-BOX-END-10, R-BOX-END-12).</summary>
/// <remarks>
/// Three strengths are enough: a plain reason belongs; text that may be running text is between and outweighs all plain ones; the box's
/// own numbering or manner outweighs that.
/// </remarks>
internal static class Votes
{
    private const int Plain = 1;
    private const int Strong = 16;
    private const int Sure = 64;

    private static readonly List<Vote> Written = [];

    public static readonly Vote FirstOfBox = Write("专栏标题之后的第一行", Plain);
    public static readonly Vote UnderHeading = Write("在小标题之下", Plain);
    public static readonly Vote Announced = Write("上一行以冒号引出", Plain);
    public static readonly Vote MemberOfList = Write("上一行以分号结尾", Plain);
    public static readonly Vote NextInWords = Write("接着上一行的一是、二是", Plain);
    public static readonly Vote LabelOfEntries = Write("与各条目一样以“名称：”开头", Plain);
    public static readonly Vote BareLabel = Write("单独成行的“名称：”", Plain);
    public static readonly Vote NameOfEntries = Write("与各条目一样以“名称。”开头", Plain);
    public static readonly Vote NameInList = Write("与上一行同为名称", Plain);
    public static readonly Vote SameBullet = Write("项目符号与各条目相同", Plain);
    public static readonly Vote BulletUnderText = Write("专栏以文字开头，其下列项", Plain);
    public static readonly Vote NewList = Write("编号从1开始，且有引出", Plain);
    public static readonly Vote NumberAhead = Write("编号接着专栏，只缺一两项", Plain);
    public static readonly Vote TableOfBox = Write("专栏标题或导语之后的表格", Plain);
    public static readonly Vote BareHeadingAgain = Write("专栏已有这样的无编号小标题", Sure);
    public static readonly Vote OwnNumber = Write("编号接着专栏自己的编号", Sure);
    public static readonly Vote OpensEntries = Write("导语之后的两行都以名称开头，正文没有", Sure);
    public static readonly Vote AfterOpenText = Write("前面有可能已是正文的行", -Strong);
    public static readonly Vote AfterTable = Write("专栏已有表格，其后是文字", -Strong);

    /// <summary>Every vote; its place is its <see cref="Vote.Index"/>.</summary>
    public static IReadOnlyList<Vote> All => Written;

    private static Vote Write(string name, int weight)
    {
        var vote = new Vote(Written.Count, name, weight);
        Written.Add(vote);
        return vote;
    }
}
