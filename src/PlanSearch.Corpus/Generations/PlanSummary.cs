using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PlanSearch.Plans;

namespace PlanSearch.Corpus.Generations;

/// <summary>A plan in a list.</summary>
/// <remarks>Metadata that could not be recognized is 未知.</remarks>
public sealed record PlanSummary
{
    /// <summary>Its path under its root without extension, "/" as "~".</summary>
    public required string Id { get; init; }

    /// <summary>The full title, without 《》.</summary>
    public required string Title { get; init; }

    /// <summary>The short title for lists; where another plan has the same, with what tells them apart: 临漪市“十四五”规划纲要（征求意见稿）.</summary>
    public required string ShortTitle { get; init; }

    /// <summary>What tells it from plans of the same title or short title; empty where there is none.</summary>
    [JsonIgnore]
    public string Apart { get; init; } = "";

    /// <summary>The full title with <see cref="Apart"/>.</summary>
    [JsonIgnore]
    public string TitleApart => Apart.Length > 0 ? $"{Title}（{Apart}）" : Title;

    /// <summary>文号.</summary>
    public required string DocumentNumber { get; init; }

    /// <summary>Names from the province down; empty when unknown.</summary>
    public required ImmutableArray<string> RegionPath { get; init; }

    /// <summary>国家, 省级, 市级, 县级, 乡级, 功能区 or 未知.</summary>
    public required string Level { get; init; }

    /// <summary>十四五, … or 未知.</summary>
    public required string Period { get; init; }

    /// <summary>发展规划（纲要）, 国土空间规划, 专项规划, 区域规划, 实施方案和行动计划, 规划建议, 其他 or 未知.</summary>
    public required string Type { get; init; }

    /// <summary>The issuing office.</summary>
    public required string Issuer { get; init; }

    /// <summary>The date as printed.</summary>
    public required string Date { get; init; }

    /// <summary>正式, 草案, 征求意见稿, 送审稿 or 未知.</summary>
    public required string State { get; init; }

    /// <summary>全文 or 节选.</summary>
    public required string Completeness { get; init; }

    /// <summary>The file it came from, under its root.</summary>
    public required string File { get; init; }

    /// <summary>Characters that are searched, as UTF-16 code units: those of cover, contents and page marks are not.</summary>
    public required int Characters { get; init; }

    /// <summary>Outline nodes, the root left out.</summary>
    public required int Sections { get; init; }

    /// <summary>How many 专栏 were found in it.</summary>
    public required int Boxes { get; init; }

    /// <summary>Entries of all its boxes together.</summary>
    public required int Entries { get; init; }

    /// <summary>Warnings in its ledger.</summary>
    public required int Warnings { get; init; }

    /// <summary>How sure it is that its headings are those a reader sees, 0 to 1.</summary>
    public double OutlineConfidence => Math.Round(Outline.Value, 3);

    /// <summary>章节待核: its sections are to be checked before they are cited; citations name page or first words instead.</summary>
    public bool SectionsInDoubt => Outline.IsInDoubt;

    /// <summary>What people have confirmed of it: outline, tables, metadata.</summary>
    public ImmutableArray<ConfirmationEntry> Confirmations { get; init; } = [];

    /// <summary>Whether a part is confirmed and has not changed since.</summary>
    public bool IsConfirmed(string part) => Confirmations.Any(confirmation => confirmation.Part == part && confirmation.Holds);

    /// <summary>How sure its outline is, with what speaks against it; <c>/plans/{id}/outline</c> gives the reasons.</summary>
    [JsonIgnore]
    public OutlineConfidence Outline { get; init; } = Plans.OutlineConfidence.Full;
}
