using System.Text;

namespace PlanSearch.Cli;

/// <summary>Where a command writes: answers to <see cref="Out"/>, everything said about them to <see cref="Error"/>.</summary>
/// <param name="Out">Ended by LF on every system, UTF-8 without byte order mark.</param>
/// <param name="Error">Messages and progress.</param>
/// <param name="IsAttended">Whether a person watches <paramref name="Error"/>: progress bars are drawn there.</param>
/// <param name="HasColor">Whether <paramref name="Out"/> is a screen: mentions are shown in bold instead of 【】.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsAttended, bool HasColor) : IDisposable
{
    private const int BufferSize = 1 << 16;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>The process's own streams. A reader that goes away (<c>| head</c>) is no error: the runtime drops what is written after it.</summary>
    public static Terminal OfProcess()
    {
        var output = new StreamWriter(Console.OpenStandardOutput(), Utf8, BufferSize) { NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true };
        return new Terminal(output, error, IsAttended: !Console.IsErrorRedirected, HasColor: !Console.IsOutputRedirected);
    }

    /// <summary>Writes out what is still in the buffers.</summary>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
