using System.Diagnostics;
using System.Text;

namespace PlanSearch.Plans.Reading.Formats.Programs;

/// <summary>
/// One run of a foreign program: in a folder of its own that is also its home, with bounded time and output, nothing of our environment but
/// the path.
/// </summary>
/// <param name="timeLimit">A run that takes longer hangs, and is ended.</param>
internal sealed class ProgramRun(TimeSpan timeLimit) : IDisposable
{
    /// <summary>What a conversion may take.</summary>
    public static readonly TimeSpan Usual = TimeSpan.FromSeconds(60);

    /// <summary>More output than any plan gives.</summary>
    public const int MaxOutputBytes = 256 << 20;

    // Only a shell can bound the size of the files a program writes; arguments reach it as such and are never read as commands.
    private const string Shell = "/bin/sh";

    /// <summary>A new folder of its own, absolute; gone with all in it when the run is disposed.</summary>
    public string Folder { get; } = InFolder(() => Directory.CreateTempSubdirectory("plansearch-").FullName);

    /// <summary>Puts a file into the folder; the name is ours, never the plan's.</summary>
    public string Put(string name, byte[] bytes) => InFolder(() =>
    {
        var path = Path.Combine(Folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    });

    /// <summary>The bytes of a file the program left; null when there is none or it is too large.</summary>
    public byte[]? Take(string name) =>
        new FileInfo(Path.Combine(Folder, name)) is { Exists: true, Length: <= MaxOutputBytes } file
            ? File.ReadAllBytes(file.FullName)
            : null;

    /// <summary>Runs to the end or the limit; whatever the program started is ended with it.</summary>
    /// <param name="path">The program.</param>
    /// <param name="arguments">What it is called with.</param>
    /// <param name="cancellationToken">Ends it before its limit.</param>
    /// <exception cref="OperationCanceledException">It was ended so.</exception>
    public ProgramResult Execute(string path, IEnumerable<string> arguments, CancellationToken cancellationToken)
    {
        var hasShell = File.Exists(Shell);
        string[] bounded = hasShell
            ? ["-c", $"ulimit -c 0; ulimit -f {MaxOutputBytes / 512}; exec \"$0\" \"$@\"", path, .. arguments]
            : [.. arguments];
        var start = new ProcessStartInfo(hasShell ? Shell : path, bounded)
        {
            UseShellExecute = false,
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
        };
        SetEnvironment(start.Environment);
        using var process = ChildProcess.Start(start);
        return Watch(process, cancellationToken);
    }

    /// <summary>Drops the folder with all that was left in it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (Exception left) when (left is IOException or UnauthorizedAccessException)
        {
            // The program deleted it, or what it left behind still writes there: the file has been read all the same, and the system clears
            // what is left of a temporary folder.
        }
    }

    // A full or read-only disk is no fault of the file, and must not end what reads the others.
    private static string InFolder(Func<string> work)
    {
        try
        {
            return work();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new RefusedFileException(new ReadFailure(
                ReadFailureCode.ProgramFailed, $"临时文件夹 {Path.GetTempPath()} 不能写入（{fault.Message}）；请检查其剩余空间和权限，然后重新入库。"));
        }
    }

    private void SetEnvironment(IDictionary<string, string?> environment)
    {
        var path = environment.TryGetValue("PATH", out var given) ? given : null;
        environment.Clear();
        environment["PATH"] = path;
        environment["HOME"] = environment["TMPDIR"] = environment["XDG_CONFIG_HOME"] = environment["XDG_CACHE_HOME"] = Folder;
        environment["LANG"] = "C.UTF-8";

        // A document may name pictures and templates elsewhere: there is no way out of the machine.
        environment["http_proxy"] = environment["https_proxy"] = environment["ftp_proxy"] = "http://127.0.0.1:9";
    }

    private ProgramResult Watch(Process process, CancellationToken cancellationToken)
    {
        process.StandardInput.Close();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(timeLimit);
        try
        {
            var output = ReadAsync(process.StandardOutput, limit.Token);
            var error = ReadAsync(process.StandardError, limit.Token);
            process.WaitForExitAsync(limit.Token).GetAwaiter().GetResult();
            return new ProgramResult(process.ExitCode == 0, output.GetAwaiter().GetResult() + error.GetAwaiter().GetResult());
        }
        catch (OperationCanceledException)
        {
            ChildProcess.End(process);
            cancellationToken.ThrowIfCancellationRequested();
            return new ProgramResult(IsDone: false, $"超过 {timeLimit.TotalSeconds:0} 秒没有完成，已中止");
        }
    }

    // Messages only: what a program has to say at length it writes into its folder.
    private static async Task<string> ReadAsync(StreamReader reader, CancellationToken cancellationToken)
    {
        const int longest = 2000;
        var text = new StringBuilder();
        var buffer = new char[longest];
        for (int read; (read = await reader.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            text.Append(buffer, 0, Math.Min(read, longest - text.Length));
        }

        return text.ToString();
    }
}

/// <summary>How a run ended.</summary>
/// <param name="IsDone">Whether the program ended by itself and without complaint.</param>
/// <param name="Output">The beginning of what it said.</param>
internal readonly record struct ProgramResult(bool IsDone, string Output);
