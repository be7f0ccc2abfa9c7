using System.CommandLine;
using PlanSearch.Answers.Inquiries;
using PlanSearch.Answers.Replication;
using PlanSearch.Cli.Printing;

namespace PlanSearch.Cli.Options;

/// <summary><c>--certificate</c>: the full certificate beside the answer, for whoever makes the count again.</summary>
internal sealed class CertificateOption : Option<FileInfo?>
{
    public CertificateOption()
        : base("--certificate")
    {
        Description = "另写一份复核单：检索说明、逐份规划的校验码、专题的词和程序版本，供 plansearch replicate 复核";
        HelpName = "FILE";
    }

    /// <summary>Writes the certificate where it is asked for.</summary>
    public Task WriteAsync(ParseResult parse, Inquiry inquiry) => parse.GetValue(this) is { } file
        ? OutputFile.WriteAsync(file.FullName, JsonPrinter.WriterOf(FullCertificateMaker.Make(inquiry)))
        : Task.CompletedTask;
}
