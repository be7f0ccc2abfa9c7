using System.Diagnostics;

namespace PlanSearch.TestSupport.Formats;

/// <summary>Saves a Word document in an older format, by LibreOffice.</summary>
public static class OldWordFile
{
    /// <summary>The bytes of the file.</summary>
    /// <param name="docx">The document.</param>
    /// <param name="extension">doc; what WPS saves under .wps is the same kind of file.</param>
    public static byte[] Write(byte[] docx, string extension)
    {
        using var folder = new TemporaryFolder();
        var source = folder.Write("plan.docx", docx);
        var start = new ProcessStartInfo(
            "soffice",
            [$"-env:UserInstallation={new Uri(folder.At("home")).AbsoluteUri}", "--headless", "--convert-to", extension, "--outdir", folder.At("out"), source])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        process.WaitForExit();
        return File.ReadAllBytes(Path.Combine(folder.At("out"), $"plan.{extension}"));
    }
}
