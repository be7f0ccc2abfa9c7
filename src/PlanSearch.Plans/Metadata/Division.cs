using System.Collections.Immutable;

namespace PlanSearch.Plans.Metadata;

/// <summary>A division of the country, or a development zone under one.</summary>
public sealed class Division
{
    /// <summary>What their names end with, one character each.</summary>
    internal const string Ends = "省市县区州盟旗";

    internal Division(string code, string name, string level, Division? parent, ImmutableArray<string> aliases)
    {
        (Code, Name, Level, Parent, Aliases) = (code, name, level, parent, aliases);
        Path = parent is null ? [name] : parent.Path.Add(name);
        OrderKey = code.Length > 0 ? code : $"{parent?.OrderKey}~{name}";
    }

    /// <summary>Six digits by GB/T 2260; empty for a zone.</summary>
    public string Code { get; }

    /// <summary>The full name, 双塔区; of a zone without its parent's name in front.</summary>
    public string Name { get; }

    /// <summary>省级, 市级, 县级 or 功能区.</summary>
    public string Level { get; }

    /// <summary>The division it lies in; null at the top. A 直辖市's district lies directly in it.</summary>
    public Division? Parent { get; }

    /// <summary>Other names that mean it and nothing else of its level: 辽阳 for 辽阳市.</summary>
    public ImmutableArray<string> Aliases { get; }

    /// <summary>Names from the province down to this one.</summary>
    public ImmutableArray<string> Path { get; }

    /// <summary>Ordinal order of these keys is the order of the tree: by code, the zones of a division after it.</summary>
    public string OrderKey { get; }

    /// <summary>Whether <paramref name="other"/> is above this one; no division is above itself.</summary>
    public bool LiesIn(Division other)
    {
        for (var above = Parent; above is not null; above = above.Parent)
        {
            if (ReferenceEquals(above, other))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join('/', Path);
}
