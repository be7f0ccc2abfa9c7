namespace PlanSearch.Plans.Reading;

/// <summary>Bytes of a plan file -> decoded lines.</summary>
public static class PlanReader
{
    /// <summary>The largest file that is read: 64 MiB.</summary>
    public const int MaxFileBytes = 64 << 20;

    /// <summary>The longest line that is read, in UTF-16 code units; a whole plan on one line is a tenth of it.</summary>
    public const int MaxLineLength = 2_000_000;

    /// <summary>Decodes by byte order mark, else strict UTF-8, else GB18030 with a plausibility check.</summary>
    /// <remarks>Never throws on any bytes: what cannot be read is a <see cref="ReadFailure"/>.</remarks>
    public static ReadResult Read(ReadOnlySpan<byte> bytes) => throw new NotSupportedException();
}
