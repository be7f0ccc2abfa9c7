using System.Text;

namespace PlanSearch.Index.Stored;

/// <summary>Keys whose ordinal order is that of titles.</summary>
public static class PlanSortKeys
{
    // Of the common characters the national standard gives the codes in the order of their sounds; no culture data is needed for it.
    private static readonly Encoding ByStandard = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;

    /// <summary>A title, 《》 aside, as a key in the order of sounds.</summary>
    public static string OfTitle(string title) => Encoding.Latin1.GetString(ByStandard.GetBytes(title.Trim('《', '》', ' ')));
}
