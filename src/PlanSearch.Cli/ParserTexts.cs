using System.Collections.Immutable;
using System.Globalization;

namespace PlanSearch.Cli;

/// <summary>
/// What the parser's package says, in Chinese. It brings translations, but the runtime loads none in a program without the machine's
/// cultures.
/// </summary>
internal static class ParserTexts
{
    // As the package writes them; {0}, {1} and {2} are names and values.
    private static readonly ImmutableArray<Translation> Messages =
    [
        new("Unrecognized command or argument '{0}'.", "没有“{0}”这个命令或参数。"),
        new("Required command was not provided.", "没有写命令。"),
        new("Required argument '{0}' missing for command: '{1}'.", "命令 {1} 缺少 {0}。"),
        new("Required argument missing for command: '{0}'.", "命令 {0} 缺少参数。"),
        new("Required argument missing for option: '{0}'.", "选项 {0} 后面缺少值。"),
        new("Option '{0}' is required.", "必须写选项 {0}。"),
        new("Option '{0}' expects a single argument but {1} were provided.", "选项 {0} 只能有一个值，写了 {1} 个。"),
        new("Argument '{0}' not recognized. Must be one of:{1}", "“{0}”不能用，只能是：{1}"),
        new("Cannot parse argument '{0}' for option '{1}' as expected type '{2}'.", "选项 {1} 的值“{0}”不合要求。"),
        new("Cannot parse argument '{0}' for command '{1}' as expected type '{2}'.", "命令 {1} 的参数“{0}”不合要求。"),
        new("Cannot parse argument '{0}' as expected type '{1}'.", "参数“{0}”不合要求。"),
        new("Directory does not exist: '{0}'.", "没有这个文件夹：{0}"),
        new("File does not exist: '{0}'.", "没有这个文件：{0}"),
        new("File or directory does not exist: '{0}'.", "没有这个文件或文件夹：{0}"),
        new("Character not allowed in a file name: '{0}'.", "文件名中不能有“{0}”。"),
        new("Character not allowed in a path: '{0}'.", "路径中不能有“{0}”。"),
        new("{0} option cannot be combined with other arguments.", "选项 {0} 不能与其他参数同用。"),
    ];

    private static readonly ImmutableArray<(string Said, string Text)> HelpWords =
    [
        ("Description:", "说明："), ("Usage:", "用法："), ("Arguments:", "参数："), ("Options:", "选项："), ("Commands:", "命令："),
        ("[options]", "[选项]"), ("[command]", "[命令]"), ("(REQUIRED)", "（必须）"), ("[default: ", "[默认："),
        ("Show help and usage information", "显示用法"), ("Show version information", "显示版本"),
    ];

    /// <summary>A message of the parser; one it does not know stays as it is.</summary>
    public static string Message(string said) =>
        Messages.Select(message => message.Of(said)).FirstOrDefault(text => text is not null) ?? said;

    /// <summary>The parser's help with its English words put into Chinese; what is not known stays.</summary>
    public static string Help(string said) =>
        HelpWords.Aggregate(said, (text, word) => text.Replace(word.Said, word.Text, StringComparison.Ordinal));

    private sealed class Translation(string said, string text)
    {
        // What is around the names; they come in the order of their numbers.
        private readonly string[] _around = said.Split(["{0}", "{1}", "{2}"], StringSplitOptions.None);

        public string? Of(string message)
        {
            var names = new string[_around.Length - 1];
            if (!message.StartsWith(_around[0], StringComparison.Ordinal) || !message.EndsWith(_around[^1], StringComparison.Ordinal))
            {
                return null;
            }

            var at = _around[0].Length;
            for (var name = 0; name < names.Length; name++)
            {
                var end = name == names.Length - 1
                    ? message.Length - _around[^1].Length
                    : message.IndexOf(_around[name + 1], at, StringComparison.Ordinal);
                if (end < at)
                {
                    return null;
                }

                names[name] = string.Join(
                    '、', message[at..end].Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
                at = end + _around[name + 1].Length;
            }

            return at == message.Length ? string.Format(CultureInfo.InvariantCulture, text, names) : null;
        }
    }
}
