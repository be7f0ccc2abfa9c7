namespace PlanSearch.Plans.Reading;

/// <summary>Why a file is no plan text; the stable codes of the ledger and the API.</summary>
public enum ReadFailureCode
{
    /// <summary>No bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>Bytes that are no text.</summary>
    Binary,

    /// <summary>More of something than its <see cref="ReadingBound"/>.</summary>
    TooLarge,

    /// <summary>A line of more characters than <see cref="ReadingBound.MaxLineLength"/>.</summary>
    LineTooLong,

    /// <summary>The bytes fit none of the encodings read.</summary>
    UnknownEncoding,

    /// <summary>A known format that this version does not read, or that needs a program that is not installed here.</summary>
    UnsupportedFormat,

    /// <summary>Pages with hardly any text: pictures of a printed plan.</summary>
    Scanned,

    /// <summary>A file of a known format that is not whole, or protected by a password.</summary>
    Damaged,

    /// <summary>A file that unpacks without bounds or calls for what lies outside it.</summary>
    Unsafe,

    /// <summary>The program that reads the format failed or took too long.</summary>
    ProgramFailed,
}

/// <summary>A file that could not be read as a plan: a value, never an exception.</summary>
/// <param name="Code">Which failure.</param>
/// <param name="Message">In Chinese: what was found, and what to do.</param>
public sealed record ReadFailure(ReadFailureCode Code, string Message)
{
    /// <summary>
    /// The program that would read the file and is not installed, as an administrator knows it: LibreOffice（soffice）; null when that is not
    /// the reason.
    /// </summary>
    public string? MissingProgram { get; init; }

    /// <summary>The name of the <see cref="ReadingBound"/> the file is over; null when that is not the reason.</summary>
    public string? Bound { get; init; }
}

/// <summary>What reading gave: exactly one of the two is not null.</summary>
/// <param name="Source">The text.</param>
/// <param name="Failure">Why there is none.</param>
public readonly record struct ReadResult(SourceText? Source, ReadFailure? Failure)
{
    /// <summary>A file that could not be read.</summary>
    internal static ReadResult Fail(ReadFailureCode code, string message) => new(null, new ReadFailure(code, message));
}
