namespace PlanSearch.Plans.Reading;

/// <summary>
/// A file is over a bound or not whole, found deep in it; caught where a reader is entered, <c>PlanReader</c> and
/// <see cref="Formats.Sheets.SheetReader"/>.
/// </summary>
/// <param name="failure">What the caller is told.</param>
internal sealed class RefusedFileException(ReadFailure failure) : Exception(failure.Message)
{
    /// <summary>What the caller is told.</summary>
    public ReadFailure Failure { get; } = failure;
}
