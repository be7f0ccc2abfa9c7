using System.Text;
using Microsoft.Extensions.Configuration;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Generations;
using PlanSearch.Web.Hosting;

namespace PlanSearch.Cli;

/// <summary>What a command meets: answers go to <see cref="Out"/>, everything said about them to <see cref="Error"/>.</summary>
internal sealed class Terminal : IDisposable
{
    private const int BufferSize = 1 << 16;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private readonly Stream _output;

    /// <summary>Writes text and bytes to <paramref name="output"/> in UTF-8, messages to <paramref name="error"/>.</summary>
    public Terminal(Stream output, TextWriter error)
    {
        _output = output;
        Out = new StreamWriter(output, Utf8, BufferSize, leaveOpen: true) { NewLine = "\n" };
        Error = error;
    }

    /// <summary>Answers; lines end with LF on every system, and there is no byte order mark.</summary>
    public TextWriter Out { get; }

    /// <summary>Where messages and progress go, so that answers can be piped.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person watches <see cref="Error"/>: progress bars are drawn there.</summary>
    public bool IsAttended { get; init; }

    /// <summary>Whether <see cref="Out"/> is a screen: mentions are shown in color instead of 【】.</summary>
    public bool HasColor { get; init; }

    /// <summary>What the owner of the installation has said, as the host reads it: <c>PlanSearch__…</c> of the environment.</summary>
    public Func<HostSettings> Settings { get; init; } = () => HostSettings.From(
        new ConfigurationBuilder().AddEnvironmentVariables().Build());

    /// <summary>How a collection is opened; a test may hand out another.</summary>
    public Func<CorpusOptions, PlanCollection> OpenCollection { get; init; } = PlanCollection.Open;

    /// <summary>
    /// The process's own streams. A reader that goes away (<c>| head</c>) is no error: the runtime drops what is written after it.
    /// </summary>
    public static Terminal OfProcess() =>
        new(Console.OpenStandardOutput(), new StreamWriter(Console.OpenStandardError(), Utf8) { NewLine = "\n", AutoFlush = true })
        {
            IsAttended = !Console.IsErrorRedirected,
            HasColor = !Console.IsOutputRedirected,
        };

    /// <summary>What is under <see cref="Out"/>, for answers that are bytes; what was written before comes first.</summary>
    public Stream OutBytes()
    {
        Out.Flush();
        return _output;
    }

    /// <summary>Writes out what is still in the buffers.</summary>
    public void Dispose()
    {
        Out.Dispose();
        Error.Dispose();
    }
}
