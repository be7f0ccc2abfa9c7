namespace PlanSearch.Web.Api.Requests;

/// <summary>The types files are sent as, and their names.</summary>
internal static class FileTypes
{
    public const string Word = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    public const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    public const string Text = "text/plain; charset=utf-8";

    private const int LongestName = 40;

    /// <summary>逐处-氢能. Signs mean something to file systems and shells; the words are enough of a name.</summary>
    public static string NameOf(string kind, string about)
    {
        var words = string.Concat(about.Select(sign => char.IsLetterOrDigit(sign) || char.IsSurrogate(sign) ? sign : '_')).Trim('_');
        return words.Length == 0 ? kind : $"{kind}-{(words.Length <= LongestName ? words : words[..LongestName])}";
    }
}
