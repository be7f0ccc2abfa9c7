using PlanSearch.Corpus;

namespace PlanSearch.Export.Word;

/// <summary>
/// Whether the template of a collection can be used. A template is opened to be looked at: once for each that is put there.
/// </summary>
/// <remarks>Safe for any number of threads.</remarks>
public sealed class TemplateCheck
{
    private Looked? _last;

    /// <summary>Why it cannot, in Chinese; null when it can. The program's own is right.</summary>
    public string? FaultOf(CorpusOptions options)
    {
        var stamp = WordTemplate.StampOf(options);
        if (stamp.Length == 0)
        {
            return null;
        }

        if (Volatile.Read(ref _last) is not { } known || known.Stamp != stamp)
        {
            known = new Looked(stamp, WordTemplate.Of(options).Fault?.Message);
            Volatile.Write(ref _last, known);
        }

        return known.Fault;
    }

    private sealed record Looked(string Stamp, string? Fault);
}
