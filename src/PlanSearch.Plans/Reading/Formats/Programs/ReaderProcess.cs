using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;

namespace PlanSearch.Plans.Reading.Formats.Programs;

/// <summary>
/// This assembly as a process of its own that reads one file, from standard input to output, with bounded memory and time.
/// </summary>
/// <remarks>
/// A library that goes round in a loop of references, or down without end, takes its whole process with it: no handler catches a full
/// stack. Of 60 small files made to hurt, thirteen ended or stopped a process that read them itself.
/// </remarks>
internal sealed class ReaderProcess : IDisposable
{
    // A file takes no more than thirty times its size, and the library and its tables this much.
    private const long FreeBytes = 128 << 20;
    private const long TimesFile = 30;

    // In seconds of the processor, which other work cannot use up: 2.3 MB and 49 pages take three. A process that waits for ever uses none.
    private const int FreeSeconds = 20;
    private const int SecondsPerMegabyte = 10;
    private const int TimesProcessor = 10;

    // Only a shell can bound time of the processor, and the image of a process that fell.
    private const string Shell = "/bin/sh";

    private readonly Process _process;
    private readonly CancellationTokenSource _limit;
    private readonly CancellationTokenRegistration _atLimit;
    private readonly Task _input;

    private ReaderProcess(Process process, byte[] input, int seconds, CancellationToken cancellationToken)
    {
        _process = process;
        _process.BeginErrorReadLine();
        _input = FeedAsync(process.StandardInput.BaseStream, input);
        _limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        _limit.CancelAfter(TimeSpan.FromSeconds(seconds * TimesProcessor));
        _atLimit = _limit.Token.Register(() => ChildProcess.End(_process));
    }

    /// <summary>What it writes; ends early when it falls, or takes too much.</summary>
    public Stream Output => _process.StandardOutput.BaseStream;

    /// <summary>Starts it within its bounds of memory and time, and feeds it the file on its input while it runs.</summary>
    /// <param name="input">The file.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public static ReaderProcess Start(byte[] input, CancellationToken cancellationToken)
    {
        var seconds = FreeSeconds + (SecondsPerMegabyte * (input.Length >> 20));
        var host = Path.GetFullPath("../../../dotnet", RuntimeEnvironment.GetRuntimeDirectory());
        string[] command = [host, typeof(ReaderProcess).Assembly.Location];
        var start = File.Exists(Shell)
            ? new ProcessStartInfo(Shell, ["-c", $"ulimit -c 0; ulimit -t {seconds}; exec \"$0\" \"$@\"", .. command])
            : new ProcessStartInfo(command[0], command[1..]);
        start.UseShellExecute = false;
        start.RedirectStandardInput = start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.Environment.Clear();
        start.Environment["DOTNET_GCHeapHardLimit"] = (FreeBytes + (TimesFile * input.Length)).ToString("X", CultureInfo.InvariantCulture);
        start.Environment["DOTNET_gcConcurrent"] = "0";

        // It runs for a second: half of that went into compiling the same code twice.
        start.Environment["DOTNET_TieredCompilation"] = "0";
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        return new ReaderProcess(ChildProcess.Start(start), input, seconds, cancellationToken);
    }

    /// <summary>Ends it if it has not ended.</summary>
    public void Dispose()
    {
        // Waits for an end that is under way.
        _atLimit.Dispose();
        ChildProcess.End(_process);
        _process.WaitForExit();
        _input.GetAwaiter().GetResult();
        _limit.Dispose();
        _process.Dispose();
    }

    private static async Task FeedAsync(Stream stream, byte[] input)
    {
        try
        {
            await using (stream)
            {
                await stream.WriteAsync(input);
            }
        }
        catch (IOException)
        {
            // It fell before it had read all; what it wrote, or did not, tells.
        }
    }
}
