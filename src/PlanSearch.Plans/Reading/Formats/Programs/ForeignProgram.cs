namespace PlanSearch.Plans.Reading.Formats.Programs;

/// <summary>A program of the machine that reads a format for us, where it is installed.</summary>
/// <param name="Name">The command.</param>
/// <param name="Package">What to install, as an administrator knows it.</param>
/// <param name="VersionArgument">What makes it say its version.</param>
internal sealed record ForeignProgram(string Name, string Package, string VersionArgument)
{
    /// <summary>Old office formats to new ones.</summary>
    public static ForeignProgram Office { get; } = new("soffice", "LibreOffice", "--version");

    private readonly Lock _asked = new();
    private (string Path, string Version)? _known;

    /// <summary>Where it is; null when it is not installed. Asked every time, so that an installation is seen without a restart.</summary>
    public string? Path => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(System.IO.Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
        .SelectMany(
            folder => OperatingSystem.IsWindows()
                ? new[] { System.IO.Path.Combine(folder, Name + ".exe") }
                : [System.IO.Path.Combine(folder, Name)])
        .FirstOrDefault(File.Exists);

    /// <summary>Name and version, for the ledger: soffice 7.4.7.</summary>
    public string Describe(string path)
    {
        lock (_asked)
        {
            if (_known is not { } known || known.Path != path)
            {
                using var run = new ProgramRun(ProgramRun.Usual);
                _known = known = (path, VersionIn(run.Execute(path, [VersionArgument], CancellationToken.None).Output));
            }

            return $"{Name} {known.Version}".TrimEnd();
        }
    }

    /// <summary>The failure of a file whose program is not there.</summary>
    public ReadResult Missing(string format) => new(null, new ReadFailure(
        ReadFailureCode.UnsupportedFormat, $"读取 {format} 需要本机安装 {Package}（命令 {Name}），现在没有；请安装 {Package} 后重新入库，或另存为 docx、txt。")
    {
        MissingProgram = $"{Package}（{Name}）",
    });

    private static string VersionIn(string output) =>
        output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault(word => char.IsAsciiDigit(word[0]) && word.Contains('.')) ?? "";
}
