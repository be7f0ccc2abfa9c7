using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PlanSearch.Answers.Changes;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;

namespace PlanSearch.Web.Api.Feeds;

/// <summary>A page of a feed with its addresses and words: what both formats print.</summary>
/// <param name="Answer">What has changed.</param>
/// <param name="Links">Makes addresses absolute.</param>
/// <param name="Request">The request it answers.</param>
internal sealed record FeedPage(FeedAnswer Answer, PublicLinks Links, HttpRequest Request)
{
    private const string CursorName = "cursor";

    /// <summary>What readers of feeds list it under: the query, and the name of the site.</summary>
    public string Title => $"“{Answer.Request.Query}”的变化 - 规划全文检索";

    /// <summary>In words: the query as it was read, since when, and how much was added, removed and changed.</summary>
    public string Description => Answer.Since is { } since
        ? $"{Answer.InWords}：数据版本 {since} 以后新增 {Answer.Counts.Added} 处，删除 {Answer.Counts.Removed} 处，改动 {Answer.Counts.Changed} "
            + $"处{RuleUpdates}。"
        : $"{Answer.InWords}：新增、删除和改动的每一处，自数据版本 {Answer.From} 起。";

    private string RuleUpdates =>
        Answer.Counts.Rules > 0 ? string.Create(CultureInfo.InvariantCulture, $"；规则更新 {Answer.Counts.Rules} 次") : "";

    /// <summary>The feed's own lasting name.</summary>
    public string Id => Urn(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"feed\n{Address(null)}")).AsSpan(0, 16)));

    /// <summary>The search as a page.</summary>
    public string HomePage =>
        Links.To("/search" + RequestParameters.QueryOf(Answer.Request with { Cursor = null, Size = SearchRequest.UsualSize }));

    /// <summary>The absolute address of this page, its cursor included.</summary>
    public string Self => Address(Request.Query[CursorName]);

    /// <summary>The absolute address without a cursor: the first page.</summary>
    public string First => Address(null);

    /// <summary>The address of the next page; null on the last.</summary>
    public string? Next => Answer.Next is null ? null : Address(Answer.Next);

    /// <summary>A change's lasting name.</summary>
    public static string IdOf(MentionChange change) => Urn(change.Id);

    /// <summary>Where a change is read; the search, where the mention is gone.</summary>
    public string UrlOf(MentionChange change) => change.After is { } after ? Links.To(after.Permalink) : HomePage;

    /// <summary>What happened where.</summary>
    public static string TitleOf(MentionChange change) => change.Kind switch
    {
        MentionChange.Added => "新增：" + change.After!.Citation,
        MentionChange.Removed => "删除：" + change.Before!.Citation,
        MentionChange.Rules => string.Create(CultureInfo.InvariantCulture, $"规则更新：{change.Plans} 份规划的文件没有变，按新的规则重新读过"),
        _ => $"改动（{string.Join("、", change.Aspects.Select(NameOf))}）：{change.After!.Citation}",
    };

    /// <summary>The words around it, before and after.</summary>
    public static string TextOf(MentionChange change) => change switch
    {
        { Before: null, After: null } => "这些规划里各处的增减不逐处列出；已发表的数可用检索说明复核。",
        { Before: null } => Line(change.After!),
        { After: null } => Line(change.Before),
        _ => string.Join('\n', change.Metadata.Select(Said).Prepend($"原：{Line(change.Before)}\n现：{Line(change.After)}")),
    };

    private static string Said(MetadataChange change) => $"{change.Name}：由{Quoted(change.Before)}改为{Quoted(change.After)}";

    private static string Quoted(string value) => value.Length > 0 ? $"“{value}”" : "未识别";

    private static string Line(Answers.Mentions.MentionRow row) => $"{row.Left}【{row.Hit}】{row.Right}";

    private static string NameOf(string aspect) => aspect switch
    {
        "wording" => "文字",
        "place" => "位置",
        _ => "规划信息",
    };

    private string Address(string? cursor)
    {
        var pairs = Request.Query.Where(pair => pair.Key != CursorName)
            .SelectMany(pair => pair.Value, (pair, value) => new KeyValuePair<string, string?>(pair.Key, value));
        return Links.To(Request.Path + QueryString.Create(string.IsNullOrEmpty(cursor) ? pairs : pairs.Append(new(CursorName, cursor))));
    }

    // A UUID of version 8 (RFC 9562): the program's own, made from a digest.
    private static string Urn(string hex) =>
        $"urn:uuid:{hex[..8]}-{hex[8..12]}-8{hex[13..16]}-{"89ab"[Convert.ToInt32(hex[16..17], 16) & 3]}{hex[17..20]}-{hex[20..32]}";
}
