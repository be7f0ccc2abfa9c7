using PlanSearch.Plans.Reading.Formats.Packages;
using PlanSearch.Plans.Reading.Formats.Word;

namespace PlanSearch.Plans.Reading.Formats.Programs;

/// <summary>Formats of older office programs (doc, wps, rtf) -> docx by LibreOffice, and then lines.</summary>
internal static class OfficeReader
{
    /// <summary>Macros off, links of documents not followed: the settings of a home that nobody else uses.</summary>
    private const string Settings =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
        <item oor:path="/org.openoffice.Office.Writer/Content/Update"><prop oor:name="Link" oor:op="fuse"><value>0</value></prop></item>
        </oor:items>
        """;

    /// <summary>Reads a document.</summary>
    /// <param name="bytes">The file.</param>
    /// <param name="format">What the ledger calls it.</param>
    /// <param name="extension">The extension LibreOffice knows the format by.</param>
    /// <param name="cancellationToken">Ends the conversion.</param>
    public static ReadResult Read(byte[] bytes, string format, string extension, CancellationToken cancellationToken)
    {
        if (ForeignProgram.Office.Path is not { } path)
        {
            return ForeignProgram.Office.Missing(format);
        }

        using var run = new ProgramRun(ProgramRun.Usual);
        run.Put("plan." + extension, bytes);
        run.Put(Path.Combine("home", "user", "registrymodifications.xcu"), System.Text.Encoding.UTF8.GetBytes(Settings));
        var done = run.Execute(
            path,
            [
                "-env:UserInstallation=" + new Uri(Path.Combine(run.Folder, "home")).AbsoluteUri,
                "--headless", "--norestore", "--nolockcheck", "--nodefault",
                "--convert-to", "docx:MS Word 2007 XML", "--outdir", "out", "plan." + extension,
            ],
            cancellationToken);
        if (!done.IsDone || run.Take(Path.Combine("out", "plan.docx")) is not { } docx)
        {
            var detail = done.Output.Length == 0 ? "" : $"：{done.Output.Trim().Split('\n')[^1]}";
            return ReadResult.Fail(ReadFailureCode.ProgramFailed, $"LibreOffice 转换不了这份 {format} 文件（可能已损坏或有密码）{detail}；请另存为 docx 后再入库。");
        }

        var (parts, failure) = ZipParts.Open(docx);
        using var opened = parts;
        var read = parts is null ? new ReadResult(null, failure) : WordReader.Read(docx, parts, cancellationToken);
        return read.Source is { } source
            ? read with
            {
                Source = source with
                {
                    Format = format,
                    EncodingReason = $"{format} 文件自带",
                    Program = ForeignProgram.Office.Describe(path),
                },
            }
            : read;
    }
}
