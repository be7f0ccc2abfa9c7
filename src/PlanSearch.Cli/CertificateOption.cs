using System.CommandLine;
using PlanSearch.Cli.Printing;
using PlanSearch.Corpus;
using PlanSearch.Corpus.Answers;

namespace PlanSearch.Cli;

/// <summary><c>--certificate</c>: the full certificate beside the answer, for whoever makes the count again.</summary>
internal sealed class CertificateOption : Option<FileInfo?>
{
    public CertificateOption()
        : base("--certificate")
    {
        Description = "另写一份复核单：检索说明、逐部规划的摘要、专题的词和程序版本，供 plansearch replicate 复核";
        HelpName = "FILE";
    }

    /// <summary>Writes the certificate where it is asked for.</summary>
    /// <returns>Why there is none; null when it is written, or not asked for.</returns>
    public async Task<RequestFault?> WriteAsync(ParseResult parse, PlanCorpus corpus, SearchRequest asked, CancellationToken cancellationToken)
    {
        if (parse.GetValue(this) is not { } file)
        {
            return null;
        }

        var (certificate, fault) = corpus.Certify(asked, cancellationToken);
        if (certificate is not null)
        {
            await OutputFile.WriteAsync(file.FullName, JsonPrinter.WriterOf(certificate));
        }

        return fault;
    }
}
