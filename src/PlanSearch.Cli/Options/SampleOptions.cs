using System.CommandLine;
using PlanSearch.Answers.Mentions;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Cli.Options;

/// <summary><c>--sample</c>, <c>--seed</c> and <c>--coding</c>: a sample of the mentions, and blank columns to code them in.</summary>
internal sealed class SampleOptions
{
    private readonly Option<int?> _sample = new("--sample")
    {
        Description = $"只列随机抽取的若干处，1 至 {MentionSampling.MaxSize}；同一种子、同样的文本，处处抽出同样的",
        HelpName = "N",
    };

    private readonly Option<string> _seed = new("--seed")
    {
        Description = "抽样的种子，任何文字",
        HelpName = "SEED",
        DefaultValueFactory = _ => MentionSampling.DefaultSeed,
    };

    private readonly Option<string?> _coding = new("--coding")
    {
        Description = "csv、xlsx 末尾加空白的编码列，列名以逗号分开，如 编码,备注",
        HelpName = "COLUMNS",
    };

    /// <summary>All three are optional; a seed or columns without a sample are not refused here.</summary>
    public void AddTo(Command command)
    {
        command.Add(_sample);
        command.Add(_seed);
        command.Add(_coding);
    }

    /// <summary>The sample that is meant; null for all mentions.</summary>
    public MentionSampling? Of(ParseResult parse) =>
        parse.GetValue(_sample) is { } size ? new MentionSampling(size, parse.GetRequiredValue(_seed)) : null;

    /// <summary>The columns that are meant, or what is wrong with them.</summary>
    public Outcome<CodingColumns> CodingOf(ParseResult parse) => CodingColumns.Read(parse.GetValue(_coding));
}
