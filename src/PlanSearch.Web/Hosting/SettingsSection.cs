using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;

namespace PlanSearch.Web.Hosting;

/// <summary>Settings as text -> what they mean, or the name of the one that means nothing.</summary>
/// <param name="section">The settings.</param>
internal sealed class SettingsSection(IConfigurationSection section)
{
    /// <summary>As it is; null when it is not said.</summary>
    public string? Text(string name) => string.IsNullOrWhiteSpace(section[name]) ? null : section[name];

    /// <summary>Values parted by ";", or numbered.</summary>
    public ImmutableArray<string> List(string name) =>
    [
        .. (section[name] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. section.GetSection(name).GetChildren().Select(child => child.Value).OfType<string>().Where(value => value.Length > 0),
    ];

    public bool Flag(string name, bool otherwise) => Text(name) is not { } text ? otherwise
        : bool.TryParse(text, out var flag) ? flag
        : throw new HostSettingsException(name, "true 或 false");

    public double Number(string name, double otherwise, double least, double most) =>
        Within(name, otherwise, least, most, NumberStyles.Float, "数");

    /// <summary>The same of a setting that counts something: 0.5 of it is refused, not cut off.</summary>
    public long Whole(string name, long otherwise, long least, long most) =>
        Within(name, otherwise, least, most, NumberStyles.Integer, "整数");

    /// <summary>An absolute http address without "/" at its end; empty when it is not said.</summary>
    public string Address(string name) => Text(name) is not { } text ? ""
        : Uri.TryCreate(text, UriKind.Absolute, out var address)
            && address.Scheme is "http" or "https"
            && address.Query + address.Fragment == "" ? text.TrimEnd('/')
        : throw new HostSettingsException(name, "以 http:// 或 https:// 开头的地址");

    private T Within<T>(string name, T otherwise, T least, T most, NumberStyles style, string kind)
        where T : INumber<T> => Text(name) is not { } text ? otherwise
        : T.TryParse(text, style, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number
        : throw new HostSettingsException(name, string.Create(CultureInfo.InvariantCulture, $"{least} 到 {most} 之间的{kind}"));
}

/// <summary>A setting that makes no sense: the owner of the installation must say it anew.</summary>
/// <param name="name">The setting.</param>
/// <param name="expected">What it may be.</param>
public sealed class HostSettingsException(string name, string expected)
    : Exception($"设置 PlanSearch:{name}（环境变量 PlanSearch__{name.Replace(":", "__", StringComparison.Ordinal)}）须为{expected}。");
