using System.Collections.Frozen;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using PlanSearch.Corpus;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Export.Word;

/// <summary>
/// A template, read and found to have every style; its text is left out, its styles, fonts, margins, headers and footers stay.
/// </summary>
public sealed class WordTemplate
{
    /// <summary>The code of the fault of a template that cannot be used: the owner's to mend, not the asker's.</summary>
    public const string FaultCode = FaultKinds.TemplateInvalid;

    /// <summary>The name under which a template lies among the reference data; where none does, the one of the program is used.</summary>
    public const string FileName = "template.docx";

    private const int MaxBytes = 16 << 20;
    private const string Remedy = "用 plansearch template 文件.docx 可得到默认模板，照它修改";

    private readonly byte[] _file;

    private WordTemplate(byte[] file, FrozenDictionary<string, string> styleIds) => (_file, StyleIds) = (file, styleIds);

    /// <summary>The id of each of <see cref="WordStyle.All"/>, by its name.</summary>
    internal FrozenDictionary<string, string> StyleIds { get; }

    /// <summary>
    /// The template of a collection: the file its options name, else the one among its reference data, else the program's own.
    /// </summary>
    public static Outcome<WordTemplate> Of(CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (PathOf(options) is not { } path)
        {
            return Check(DefaultTemplate.Make(), "默认模板");
        }

        try
        {
            return new FileInfo(path) is { Length: > MaxBytes }
                ? Invalid(path, $"超过 {MaxBytes >> 20} MB")
                : Check(File.ReadAllBytes(path), path);
        }
        catch (Exception unreadable) when (unreadable is IOException or UnauthorizedAccessException)
        {
            return Invalid(path, $"不能读取（{unreadable.Message}）");
        }
    }

    /// <summary>Changes with the file of the template: its path and when it was written, or nothing for the program's own.</summary>
    public static string StampOf(CorpusOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return PathOf(options) is { } path
            ? string.Create(CultureInfo.InvariantCulture, $"{path} {File.GetLastWriteTimeUtc(path).Ticks}")
            : "";
    }

    /// <summary>The program's own template, to be changed and named in the settings.</summary>
    public static byte[] Default() => DefaultTemplate.Make();

    /// <summary>A new document with its styles and without its text, open for writing.</summary>
    internal WordprocessingDocument Begin(Stream target)
    {
        target.Write(_file);
        target.Position = 0;
        var document = WordprocessingDocument.Open(target, isEditable: true);
        document.ChangeDocumentType(DocumentFormat.OpenXml.WordprocessingDocumentType.Document);
        return document;
    }

    private static Outcome<WordTemplate> Check(byte[] file, string name)
    {
        try
        {
            using var document = WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
            if (document.MainDocumentPart?.Document?.Body is null
                || document.MainDocumentPart.StyleDefinitionsPart?.Styles is not { } styles)
            {
                return Invalid(name, "里没有正文或样式");
            }

            if (document.MainDocumentPart.VbaProjectPart is not null)
            {
                return Invalid(name, "含有宏，不能用作模板");
            }

            var ids = StyleIdsOf(styles);
            var missing = WordStyle.All.Where(style => !ids.ContainsKey(style.Name)).Select(style => style.InWords).ToList();
            return missing.Count == 0 ? Tried(new WordTemplate(file, ids)) : Invalid(name, $"缺少样式{string.Join("、", missing)}");
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or OpenXmlPackageException or FormatException
            or System.Xml.XmlException or InvalidOperationException or KeyNotFoundException or ArgumentException)
        {
            // What the library says of a package whose parts do not fit together, and of values that are none.
            return Invalid(name, "不是 Word 文档（.docx 或 .dotx），或已损坏");
        }
    }

    private static string? PathOf(CorpusOptions options)
    {
        var beside = Path.Combine(options.ReferenceDirectory, FileName);
        return options.WordTemplate ?? (File.Exists(beside) ? beside : null);
    }

    // Parts are read when they are needed: what is damaged shows in a document made of it.
    private static WordTemplate Tried(WordTemplate template)
    {
        using var trial = new WordDocument(template, "", DateTimeOffset.UnixEpoch);
        trial.EndLandscape();
        trial.End().Dispose();
        return template;
    }

    private static FrozenDictionary<string, string> StyleIdsOf(Styles styles)
    {
        var ids = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var style in styles.Elements<Style>())
        {
            if (style is { StyleName.Val.Value: { } name, StyleId.Value: { } id, Type: not null }
                && WordStyle.All.Any(known => known.Type == style.Type && IsNamed(known, name)))
            {
                ids.TryAdd(name, id);
            }
        }

        return ids.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    private static bool IsNamed(WordStyle style, string name) => string.Equals(style.Name, name, StringComparison.OrdinalIgnoreCase);

    private static RequestFault Invalid(string name, string why) =>
        new(FaultCode, $"Word 模板 {name} {why}。{Remedy}，再在设置 PlanSearch:WordTemplate 中写明。");
}
