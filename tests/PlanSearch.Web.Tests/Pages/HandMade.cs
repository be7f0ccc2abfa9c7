using PlanSearch.Answers.ForReading;
using PlanSearch.Answers.Texts;
using PlanSearch.Corpus.Generations;
using PlanSearch.Plans;

namespace PlanSearch.Web.Tests.Pages;

/// <summary>Answers made by hand, for components alone.</summary>
internal static class HandMade
{
    public static PlanSummary Plan(string id) => new()
    {
        Id = id,
        Title = "临漪市规划",
        ShortTitle = "临漪市规划",
        DocumentNumber = "未知",
        RegionPath = ["岚江省", "临漪市"],
        Level = "市级",
        Period = "十四五",
        Type = "发展规划（纲要）",
        Issuer = "未知",
        Date = "未知",
        State = "正式",
        Completeness = "全文",
        File = id + ".txt",
        Characters = 1,
        Sections = 1,
        Boxes = 0,
        Entries = 0,
        Warnings = 0,
    };

    public static ReadingBlock Block(BlockKind kind, string text) => new()
    {
        Kind = kind,
        Anchor = "a",
        Text = text,
        Marks = [],
        Cells = [],
        Lead = default,
        Node = 0,
        Box = -1,
        Table = -1,
        Depth = 0,
        Place = new Place { Path = [], Kind = "paragraph", Line = 1 },
    };
}
