using System.Collections.Immutable;
using System.Globalization;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Mentions;

/// <summary>Names of blank columns for whoever codes mentions, as people write them: 编码,备注.</summary>
public sealed record CodingColumns
{
    /// <summary>The most columns.</summary>
    public const int MaxCount = 20;

    /// <summary>The longest name, in UTF-16 code units.</summary>
    public const int MaxLength = 60;

    private static readonly char[] Commas = [',', '，'];

    private CodingColumns(ImmutableArray<string> names) => Names = names;

    /// <summary>The names, in their order.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Reads names with commas between, wide or narrow; null and blank are none.</summary>
    public static Outcome<CodingColumns> Read(string? text)
    {
        ImmutableArray<string> names = [.. (text ?? "").Split(
            Commas, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
        if (names.Length > MaxCount || names.Any(name => name.Length > MaxLength))
        {
            return new RequestFault(
                FaultKinds.CodingInvalid,
                string.Create(CultureInfo.InvariantCulture, $"编码列（coding）至多{MaxCount}列，列名至多{MaxLength}个字符，以逗号分开。"));
        }

        return names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? new CodingColumns(names)
            : new RequestFault(FaultKinds.CodingInvalid, "编码列（coding）的列名不能重复。");
    }
}
