namespace PlanSearch.Web.Pages.Texts;

/// <summary>What is sampled, followed and checked again.</summary>
internal sealed partial class English
{
    public override string SampleSize => "Sample size";
    public override string SampleSeed => "Seed";
    public override string SampleDraw => "Draw";
    public override string SampleDrawn(string first, string second, string third) =>
        $"{second} of {Counted(first, "mention")}, drawn at random with seed “{third}”.";
    public override string SampleAll => "List all";
    public override string CodingColumns => "Code,Note";
    public override string CodingFile(string first) => $"Coding sheet ({first})";
    public override string CertSample => "Sample";
    public override string Follow => "Follow";
    public override string FeedTitle => "Changes of this search";
    public override string FeedHint => "For feed readers: every mention added, removed or changed from now on";
    public override string FullCertificate =>
        "Download the full statement (JSON): digests of every plan, words of the topics, version of the program; plansearch replicate "
            + "checks it";
    public override string FullCertificateFile => "certificate.json";
    public override string HelpFollow => "Follow, check again, sample";
    public override string HelpFollow1 =>
        "“Follow” beside an answer is the address of that search for feed readers: every mention added, removed or changed is told once. "
            + "Paragraphs, pages and lines that merely move do not count.";
    public override string HelpReplicate =>
        "The search statement offers a full statement to keep with the numbers you publish; plansearch replicate counts again and names "
            + "what changed: texts, metadata, rules, topics.";
    public override string HelpSample =>
        "“Every mention” draws a random sample and gives a sheet with blank columns for coding. The same seed over the same texts draws "
            + "the same mentions for everyone.";
}
