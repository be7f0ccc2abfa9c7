using System.CommandLine;
using PlanSearch.Index.Stored;

namespace PlanSearch.Cli.Options;

/// <summary><c>--change-days</c> and <c>--change-bytes</c>: how long and how much is kept of former versions.</summary>
internal sealed class ChangeLogOptions
{
    private readonly Option<int?> _days = new("--change-days")
    {
        Description = $"变化记录保留的天数；不写时照旧，起初为 {ChangeLogBounds.Usual.Days}",
        HelpName = "DAYS",
    };

    private readonly Option<long?> _bytes = new("--change-bytes")
    {
        Description = $"变化记录所存旧版本的字节数上限；不写时照旧，起初为 {ChangeLogBounds.Usual.Bytes}",
        HelpName = "BYTES",
    };

    /// <summary>Both are optional and may be given apart.</summary>
    public void AddTo(Command command)
    {
        command.Add(_days);
        command.Add(_bytes);
    }

    /// <summary>The bounds that are meant; null for those in force.</summary>
    public ChangeLogBounds? Of(ParseResult parse) => parse.GetValue(_days) is null && parse.GetValue(_bytes) is null
        ? null
        : new ChangeLogBounds(parse.GetValue(_days) ?? ChangeLogBounds.Usual.Days, parse.GetValue(_bytes) ?? ChangeLogBounds.Usual.Bytes);
}
