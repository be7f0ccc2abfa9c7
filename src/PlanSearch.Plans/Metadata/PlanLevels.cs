using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>The levels of government a plan may be of.</summary>
public static class PlanLevels
{
    /// <summary>国家, of the State Council and of ministries.</summary>
    public const string Country = "国家";

    /// <summary>省级.</summary>
    public const string Province = "省级";

    /// <summary>市级: cities above counties, prefectures and leagues.</summary>
    public const string City = "市级";

    /// <summary>县级.</summary>
    public const string County = "县级";

    /// <summary>乡级: towns and streets.</summary>
    public const string Town = "乡级";

    /// <summary>功能区: development zones and new areas.</summary>
    public const string Zone = "功能区";

    /// <summary>All of them, from the top down.</summary>
    public static ImmutableArray<string> All { get; } = [Country, Province, City, County, Town, Zone];

    /// <summary>A level under the name it has today: 地级 was the name of 市级, and stays one.</summary>
    /// <param name="name">As files, addresses and tables say it; what is no former name comes back as it is.</param>
    public static string Today(string name) => name == "地级" ? City : name;
}
