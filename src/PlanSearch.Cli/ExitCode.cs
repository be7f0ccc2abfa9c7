using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli;

/// <summary>What the program ends with; scripts rely on the numbers.</summary>
internal static class ExitCode
{
    /// <summary>All of it was done, also where nothing was found.</summary>
    public const int Done = 0;

    /// <summary>Done, but for what was named: files that could not be read, a server that is not ready.</summary>
    public const int DoneWithFailures = 1;

    /// <summary>
    /// Wrong use: an unknown option, a query that cannot be read, a file that is not there, an index another process writes.
    /// </summary>
    public const int WrongUse = 2;

    /// <summary>The index is missing, damaged or of another version.</summary>
    public const int UnusableIndex = 3;

    /// <summary>The number in the table of faults; that of wrong use where it has none.</summary>
    public static int Of(string code) => FaultKinds.Of(code).ExitCode ?? WrongUse;
}
