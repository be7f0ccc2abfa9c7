using System.Globalization;
using PlanSearch.Answers.ForReading;
using PlanSearch.Corpus.Generations;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Pages.Collection;

/// <summary>What the page of a plan's ledger shows.</summary>
/// <param name="Ledger">The ledger.</param>
public sealed record LedgerModel(PlanLedger Ledger)
{
    /// <summary>The lines around the one that is corrected, itself among them; empty where none is.</summary>
    public IReadOnlyList<LineOfPlan> Lines { get; init; } = [];

    /// <summary>The line that is corrected; null where none is.</summary>
    public LineOfPlan? Line { get; init; }

    /// <summary>What was done last, by the words of its form; empty for nothing.</summary>
    public string Done { get; init; } = "";

    /// <summary>Why the form that was sent changed nothing; null when none was sent.</summary>
    public RequestFault? Fault { get; init; }

    /// <summary>The fields of the form that was sent; null when none was.</summary>
    public IReadOnlyDictionary<string, string>? Sent { get; init; }

    private const int Around = 3;

    /// <summary>The page an address asks for.</summary>
    internal static Outcome<LedgerModel> Of(CollectionReader reader, string plan, IQueryCollection query) =>
        reader.Ledger(plan).Then<LedgerModel>(ledger => Of(reader, ledger, query));

    private static LedgerModel Of(CollectionReader reader, PlanLedger ledger, IQueryCollection query)
    {
        var model = new LedgerModel(ledger) { Done = (string?)query["done"] ?? "" };
        if (!int.TryParse(query["line"], NumberStyles.None, CultureInfo.InvariantCulture, out var line))
        {
            return model;
        }

        var lines = LineOfPlan.Between(reader, ledger.Plan, line - Around, Math.Min(line, int.MaxValue - Around) + Around).Value!;
        return lines.FirstOrDefault(one => one.Line == line) is { } chosen
            ? model with { Line = chosen, Lines = lines }
            : model with { Fault = LineOfPlan.Unknown(line) };
    }
}
