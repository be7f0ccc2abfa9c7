using System.Text.RegularExpressions;

namespace PlanSearch.Plans.Metadata;

/// <summary>Names of offices: one by one where several issued a plan, and in full where they are short.</summary>
/// <param name="divisions">An office is named after its division.</param>
internal sealed class Offices(DivisionTree divisions)
{
    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture;

    private static readonly Regex OfCountry = new(
        "^(中华人民共和国|国家|全国|国务院|中共中央|中央|最高人民|中国人民银行|中国银|中国证|工业和信息化部|教育部|科学技术部|科技部|公安部|民政部|司法部|财政部"
        + "|人力资源(和)?社会保障部|自然资源部|生态环境部|环境保护部|环保总局|住房(和)?城乡建设部|建设部|交通运输部|交通部|铁道部|水利部|农业农村部|农业部|商务部|文化(和旅游)?部"
        + "|卫生(计生委|健康委)|卫生部|退役军人事务部|应急管理部|国土资源部|信息产业部|发展改革委|国资委|海关总署|税务总局|市场监管总局|体育总局|广电总局)", Options);
    private static readonly Regex Next = new("^([省市县区]|自治)(人民|发展|教育|科|工|公安|民政|财政|人力|自然|生态|住房|交通|水利|农业|商务|文化|卫生|应急|市场|体育|统计|林业"
        + "|能源)", Options);

    // What is printed or set above a notice runs into its office: 某市人民政府文件, 某政发〔2021〕6号, 首页 > 正文, 星期四.
    private static readonly Regex Letterhead = new("^.*([号|>＞\\]】]|文件|正文|星期[一二三四五六日天]|[a-z]{2,4}\\.cn)", Options | RegexOptions.IgnoreCase);
    private static readonly Regex SeveralOffices = new("^(等)?[一二三四五六七八九十\\d]+个?(部门|单位|厅局)$", Options);

    private const string Ends = "府室厅局委部院会署行央";
    private const int ShortestOffice = 3;

    /// <summary>Whether an office is one of the country: the State Council, a ministry.</summary>
    public static bool IsOfCountry(string office) => OfCountry.IsMatch(office);

    /// <summary>The office of a notice without what is above it; empty where no office is left.</summary>
    public static string WithoutLetterhead(string office) =>
        SeveralOffices.IsMatch(office) ? ""
        : Letterhead.Match(office) is not { Success: true } above ? office
        : office[above.Length..] is var rest && SeveralOffices.IsMatch(rest) ? ""
        : rest.Length >= ShortestOffice && Ends.Contains(rest[^1]) ? rest
        : "";

    /// <summary>The offices of a line that was printed with blanks between them, or without.</summary>
    public IEnumerable<string> In(string line)
    {
        foreach (var part in line.Split(['、', '，', ',', ' ', '\u3000'], StringSplitOptions.RemoveEmptyEntries))
        {
            var start = 0;
            for (var at = ShortestOffice; at <= part.Length - ShortestOffice; at++)
            {
                if (at - start >= ShortestOffice && Ends.Contains(part[at - 1]) && BeginsAt(part, at))
                {
                    yield return part[start..at];
                    start = at;
                }
            }

            yield return part[start..];
        }
    }

    /// <summary>市发展改革委 with the city's name in front, where it is known whose plan it is.</summary>
    public static string InFull(string office, FoundRegion? region) =>
        office.Length > ShortestOffice && Division.Ends.Contains(office[0])
            && region?.Path.LastOrDefault(name => name[^1] == office[0]) is { } division
            ? division + office[1..]
            : office;

    private bool BeginsAt(string line, int at) =>
        IsOfCountry(line[at..]) || Next.IsMatch(line[at..]) || !divisions.Longest(line, at).Candidates.IsEmpty;
}
