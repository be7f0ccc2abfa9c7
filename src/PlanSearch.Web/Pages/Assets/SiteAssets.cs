using System.Reflection;
using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;
using PlanSearch.Web.Pages.Texts;

namespace PlanSearch.Web.Pages.Assets;

/// <summary>
/// Style, script and icon, from the assembly. Pages load one style and one script, which are put together of the files here.
/// </summary>
/// <remarks>Twelve links weigh a kilobyte in every page, and each of them is a request of a new browser.</remarks>
internal sealed class SiteAssets : IFileProvider
{
    /// <summary>The style of all pages.</summary>
    public const string Style = "site.css";

    private const string PrintStyle = "print.css";

    private static readonly string[] Styles = ["frame.css", "answer.css", "reading.css", "plans.css", "clips.css"];
    private static readonly string[] Scripts = ["frame.js", "suggest.js", "filters.js", "listing.js", "reading.js", "clips.js"];
    private static readonly PageTexts[] Languages = [Chinese.Texts, English.Texts];

    private readonly EmbeddedFileProvider _files = new(Assembly.GetExecutingAssembly(), "PlanSearch.Web.wwwroot");
    private readonly Dictionary<string, MadeFile> _made;

    /// <summary>Puts them together.</summary>
    public SiteAssets()
    {
        _made = Languages.ToDictionary(
            ScriptOf, texts => Made(ScriptOf(texts), [ScriptWords.Of(texts), .. Scripts.Select(TextOf)]), StringComparer.Ordinal);
        _made.Add(Style, Made(Style, [.. Styles.Select(TextOf), $"@media print {{\n{TextOf(PrintStyle)}}}\n"]));
    }

    /// <summary>The script of the pages of a language.</summary>
    public static string ScriptOf(PageTexts texts) => $"site.{texts.HtmlLang}.js";

    /// <inheritdoc/>
    public IFileInfo GetFileInfo(string subpath) =>
        _made.TryGetValue(subpath.TrimStart('/'), out var made) ? made : _files.GetFileInfo(subpath);

    /// <inheritdoc/>
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc/>
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private string TextOf(string name)
    {
        using var reader = new StreamReader(_files.GetFileInfo(name).CreateReadStream(), Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private MadeFile Made(string name, string[] parts) =>
        new(name, Encoding.UTF8.GetBytes(string.Join('\n', parts)), _files.GetFileInfo(PrintStyle).LastModified);

    private sealed record MadeFile(string Name, byte[] Bytes, DateTimeOffset LastModified) : IFileInfo
    {
        public bool Exists => true;

        public long Length => Bytes.Length;

        public string? PhysicalPath => null;

        public bool IsDirectory => false;

        public Stream CreateReadStream() => new MemoryStream(Bytes, writable: false);
    }
}
