namespace PlanSearch.Corpus;

/// <summary>Where a collection lies. Nothing else reads settings.</summary>
public sealed record CorpusOptions
{
    /// <summary>The folder of the built index; <c>index-data/index</c> under the working directory if not said.</summary>
    public string IndexDirectory { get; init; } = Path.Combine("index-data", "index");

    /// <summary>The folder with regions.csv, regions-sample.csv, zones.csv, topics.yaml and lexicon.txt; the copy beside the assembly if not said.</summary>
    public string ReferenceDirectory { get; init; } = Path.Combine(AppContext.BaseDirectory, "index-data");

    /// <summary>The template of Word documents; if not said, <c>template.docx</c> among the reference data, else the program's own.</summary>
    public string? WordTemplate { get; init; }

    /// <summary>The clock; certificates and manifests carry its time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
