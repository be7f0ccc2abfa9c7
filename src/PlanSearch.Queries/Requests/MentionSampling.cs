using System.Globalization;

namespace PlanSearch.Queries.Requests;

/// <summary>A simple random sample of the mentions, drawn without replacement: so many, by this seed.</summary>
/// <param name="Size">How many; where there are not so many, all.</param>
/// <param name="Seed">Any text; another seed draws another sample.</param>
public sealed record MentionSampling(int Size, string Seed)
{
    /// <summary>The largest sample.</summary>
    public const int MaxSize = 100_000;

    /// <summary>The longest seed, in UTF-16 code units.</summary>
    public const int MaxSeedLength = 100;

    /// <summary>The seed where nobody says one.</summary>
    public const string DefaultSeed = "1";

    /// <summary>How it is drawn, for the certificate: whoever has the numbers of all mentions can draw it again.</summary>
    public const string Method = "简单随机抽样，不放回：对每一处算 SHA-256（种子、换行、提及编号，UTF-8），取十六进制值最小的若干处，按原文顺序列出。";

    /// <summary>Why it cannot be drawn; null when it can.</summary>
    internal RequestFault? Fault =>
        Size is < 1 or > MaxSize
            ? new RequestFault(FaultKinds.SampleInvalid, $"抽样处数（sample）应在1到{MaxSize.ToString(CultureInfo.InvariantCulture)}之间。")
            : Seed.Length > MaxSeedLength
                ? new RequestFault(FaultKinds.SampleInvalid, $"种子（seed）至多{MaxSeedLength.ToString(CultureInfo.InvariantCulture)}个字符。")
                : null;
}
