namespace PlanSearch.Plans.Reading;

/// <summary>Why a file is no plan text; the stable codes of the ledger and the API.</summary>
public enum ReadFailureCode
{
    /// <summary>No bytes, or nothing but blanks.</summary>
    Empty,

    /// <summary>Bytes that are no text.</summary>
    Binary,

    /// <summary>More bytes than <see cref="PlanReader.MaxFileBytes"/>.</summary>
    TooLarge,

    /// <summary>A line of more characters than <see cref="PlanReader.MaxLineLength"/>.</summary>
    LineTooLong,

    /// <summary>The bytes fit none of the encodings read.</summary>
    UnknownEncoding,

    /// <summary>A known format that this version does not read.</summary>
    UnsupportedFormat,
}

/// <summary>A file that could not be read as a plan: a value, never an exception.</summary>
/// <param name="Code">Which failure.</param>
/// <param name="Message">In Chinese: what was found, and what to do.</param>
public sealed record ReadFailure(ReadFailureCode Code, string Message);

/// <summary>What reading gave: exactly one of the two is not null.</summary>
/// <param name="Source">The text.</param>
/// <param name="Failure">Why there is none.</param>
public readonly record struct ReadResult(SourceText? Source, ReadFailure? Failure);
