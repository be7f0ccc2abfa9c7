using System.Collections.Frozen;
using System.Collections.Immutable;
using PlanSearch.Plans;
using PlanSearch.Plans.Metadata;
using PlanSearch.Queries.Language;
using PlanSearch.Queries.Requests;
using PlanSearch.Queries.Signs;

namespace PlanSearch.Answers.Facets;

/// <summary>What people call the values of facets: 辽阳 for 辽宁省/辽阳市, 地级 for 市级, 纲要 for 发展规划（纲要）, “十四五”时期 for 十四五.</summary>
internal static class FieldValues
{
    /// <summary>No name of a division loses more than this: 沈抚改革创新示范区, 高新技术产业开发区 of a city.</summary>
    private const int MaxSuffix = 9;

    private static readonly FrozenDictionary<string, string> OtherNames = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["国家级"] = "国家",
        ["省"] = "省级",
        ["地市级"] = PlanLevels.City,
        ["乡镇级"] = PlanLevels.Town,
        ["县区级"] = "县级",
        ["区县级"] = "县级",
    }.ToFrozenDictionary();

    /// <summary>The values of a facet that go by a name; where regions of several depths do, the uppermost.</summary>
    public static ImmutableArray<string> Called(FacetField field, string name)
    {
        if (field.RankOf(name) >= 0)
        {
            return [name];
        }

        if (name == PlanMetadata.UnknownInWords)
        {
            return field.RankOf(PlanMetadata.Unknown) >= 0 ? [PlanMetadata.Unknown] : [];
        }

        if (field is PlanFacetField { IsTree: true })
        {
            return Regions(field.Values, name);
        }

        if (field.Name == FacetNames.Period)
        {
            var period = PeriodOf(name);
            return [.. field.Values.Where(value => PeriodOf(value) == period)];
        }

        var plain = ValuesToday.Of(field.Name, OtherNames.GetValueOrDefault(name, name));
        return field.RankOf(plain) >= 0 ? [plain] : [];
    }

    /// <summary>The facet that a filter of a query narrows, and the choice it makes there; or that there is no such value.</summary>
    public static (FacetField Field, FacetSelection Selection, RequestFault? Fault) Resolve(
        FacetCatalog facets, FieldFilter filter, NarrowedQuery query)
    {
        var field = facets.Find(QueryFields.FacetOf(filter.Field))
            ?? throw new ArgumentException($"No facet for {filter.Field}.", nameof(filter));
        var values = ImmutableArray.CreateBuilder<string>();
        foreach (var name in filter.Values)
        {
            var called = Called(field, name);
            if (called.IsEmpty)
            {
                var without = NarrowedQuery.Of(query.Inner, query.Filters.Remove(filter));
                var message = $"{QueryFields.NameOf(filter.Field)}中没有“{name}”。现有的值：{ResolvedFilters.Named(field.Values)}。";
                return (field, FacetSelection.None, new RequestFault(FaultKinds.UnknownValue, message, Proposal: without.NormalForm));
            }

            values.AddRange(called);
        }

        var found = values.ToImmutable();
        return (field, filter.IsExcluded ? new FacetSelection([], found) : new FacetSelection(found, []), null);
    }

    private static ImmutableArray<string> Regions(ImmutableArray<string> values, string name)
    {
        var found = ImmutableArray.CreateBuilder<string>();
        var depth = int.MaxValue;
        foreach (var value in values)
        {
            var own = value.AsSpan().Count('/');
            if (own > depth || !IsCalled(value.AsSpan(value.LastIndexOf('/') + 1), name))
            {
                continue;
            }

            if (own < depth)
            {
                found.Clear();
                depth = own;
            }

            found.Add(value);
        }

        return found.ToImmutable();
    }

    private static bool IsCalled(ReadOnlySpan<char> region, string name) =>
        region.SequenceEqual(name)
        || (name.Length > 1 && region.Length <= name.Length + MaxSuffix && region.StartsWith(name, StringComparison.Ordinal)
            && region[^1] is '省' or '市' or '县' or '区' or '州' or '盟' or '旗');

    private static string PeriodOf(string name)
    {
        var plain = name.Trim('“', '”', '"');
        foreach (var suffix in (ReadOnlySpan<string>)["时期", "期间", "规划"])
        {
            plain = plain.EndsWith(suffix, StringComparison.Ordinal) ? plain[..^suffix.Length].Trim('“', '”', '"') : plain;
        }

        // 2021-2023 is 2021—2023年.
        return plain.Length > 0 && char.IsAsciiDigit(plain[0])
            ? plain.TrimEnd('年').Replace('-', '—').Replace('－', '—').Replace('–', '—') : plain;
    }
}
