using System.CommandLine;

namespace PlanSearch.Cli.Options;

/// <summary><c>--format</c>: how an answer is printed.</summary>
internal sealed class FormatOption : Option<string>
{
    /// <summary>What the HTTP API would answer.</summary>
    public const string Json = "json";

    /// <summary>For people: aligned, the certificate's summary first.</summary>
    public const string Text = "text";

    /// <summary>One of <paramref name="formats"/>; the first when nothing is said.</summary>
    public FormatOption(params string[] formats)
        : base("--format")
    {
        Description = $"输出格式；不写时为 {formats[0]}";
        DefaultValueFactory = _ => formats[0];
        AcceptOnlyFromAmong(formats);
    }
}
