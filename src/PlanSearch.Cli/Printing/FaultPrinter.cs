using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Printing;

/// <summary>Prints why a request cannot be answered.</summary>
internal static class FaultPrinter
{
    /// <summary>The query, a caret under the place of the fault, the reason, and what would work.</summary>
    /// <returns>What the command line ends with.</returns>
    public static int Print(string query, RequestFault fault, TextWriter writer)
    {
        if (fault.Offset is { } offset)
        {
            writer.WriteLine(query);
            writer.WriteLine(new string(' ', TextColumns.WidthOf(query.AsSpan(0, Math.Clamp(offset, 0, query.Length)))) + "^");
        }

        writer.WriteLine(fault.Message);
        if (fault.Proposal is { } proposal)
        {
            writer.WriteLine($"可以写作：{proposal}");
        }

        return ExitCode.Of(fault.Code);
    }
}
