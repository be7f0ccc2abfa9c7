using System.Text;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Geometry;
using UglyToad.PdfPig.Graphics;
using UglyToad.PdfPig.Graphics.Operations;
using UglyToad.PdfPig.Parser;
using UglyToad.PdfPig.PdfFonts;
using UglyToad.PdfPig.Tokenization.Scanner;
using UglyToad.PdfPig.Tokens;

namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>Takes down the glyphs of a page as the library shows them one by one; pictures and lines are passed over.</summary>
internal sealed class PdfGlyphs(
    int pageNumber,
    IResourceStore resourceStore,
    IPdfTokenScanner pdfScanner,
    IPageContentParser pageContentParser,
    ILookupFilterProvider filterProvider,
    CropBox cropBox,
    UserSpaceUnit userSpaceUnit,
    PageRotationDegrees rotation,
    TransformationMatrix initialMatrix,
    ParsingOptions parsingOptions)
    : BaseStreamProcessor<PdfPage>(
        pageNumber,
        resourceStore,
        pdfScanner,
        pageContentParser,
        filterProvider,
        cropBox,
        userSpaceUnit,
        rotation,
        initialMatrix,
        parsingOptions)
{
    // In sizes of the font: glyphs of one word are no farther apart, nor on another line.
    private const double Gap = 0.1;
    private const double Shift = 0.1;

    // Bold text is often the same text printed twice, a hair apart.
    private const double Twice = 0.12;

    // What is printed twice is printed again soon.
    private const int LastPrinted = 10_000;

    private readonly List<TextFragment> _fragments = [];
    private readonly HashSet<(string Text, double Size, long X, long Y)> _printed = [];
    private readonly StringBuilder _word = new();
    private readonly Stack<string?> _marked = new();
    private (double Left, double Right, double Bottom, double Size) _place;
    private string? _actual;
    private int _unmapped;
    private int _glyphs;

    /// <inheritdoc/>
    public override PdfPage Process(int pageNumberCurrent, IReadOnlyList<IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        EndWord();
        return new PdfPage(_unmapped, _fragments);
    }

    /// <inheritdoc/>
    public override void RenderGlyph(
        IFont font,
        CurrentGraphicsState currentState,
        double fontSize,
        double pointSize,
        int code,
        string? unicode,
        long currentOffset,
        in TransformationMatrix renderingMatrix,
        in TransformationMatrix textMatrix,
        in TransformationMatrix transformationMatrix,
        CharacterBoundingBox characterBoundingBox)
    {
        ReadingBound.Characters.Hold(++_glyphs);
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(
            textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(characterBoundingBox.Width, 0))));
        var above = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new PdfPoint(0, 1))));
        var size = Math.Max(Math.Sqrt(((above.X - start.X) * (above.X - start.X)) + ((above.Y - start.Y) * (above.Y - start.Y))), 0.1);
        // What the library gives for a glyph that the font does not name is its number in the font, no character.
        Take(
            _actual ?? (font.TryGetUnicode(code, out var named) ? named : null),
            Math.Min(start.X, end.X),
            Math.Max(start.X, end.X),
            -start.Y,
            size);
    }

    /// <inheritdoc/>
    public override void BeginSubpath()
    {
    }

    /// <inheritdoc/>
    public override PdfPoint? CloseSubpath() => null;

    /// <inheritdoc/>
    public override void StrokePath(bool close)
    {
    }

    /// <inheritdoc/>
    public override void FillPath(FillingRule fillingRule, bool close)
    {
    }

    /// <inheritdoc/>
    public override void FillStrokePath(FillingRule fillingRule, bool close)
    {
    }

    /// <inheritdoc/>
    public override void MoveTo(double x, double y)
    {
    }

    /// <inheritdoc/>
    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
    }

    /// <inheritdoc/>
    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
    }

    /// <inheritdoc/>
    public override void LineTo(double x, double y)
    {
    }

    /// <inheritdoc/>
    public override void Rectangle(double x, double y, double width, double height)
    {
    }

    /// <inheritdoc/>
    public override void EndPath()
    {
    }

    /// <inheritdoc/>
    public override void ClosePath()
    {
    }

    /// <inheritdoc/>
    public override void ModifyClippingIntersect(FillingRule clippingRule)
    {
    }

    /// <inheritdoc/>
    public override void BeginMarkedContent(NameToken name, NameToken? propertyDictionaryName, DictionaryToken? properties)
    {
        var marked = propertyDictionaryName is null
            ? properties
            : ResourceStore.GetMarkedContentPropertiesDictionary(propertyDictionaryName);
        _marked.Push(_actual);
        _actual ??= marked is not null && marked.TryGet(NameToken.ActualText, out var text) ? TextOf(text) : null;
    }

    /// <inheritdoc/>
    public override void EndMarkedContent()
    {
        if (_marked.TryPop(out var outer))
        {
            _actual = outer is null ? null : _actual;
        }
    }

    /// <inheritdoc/>
    public override void PaintShading(NameToken shadingName)
    {
    }

    /// <inheritdoc/>
    protected override void RenderXObjectImage(XObjectContentRecord xObjectContentRecord)
    {
    }

    /// <inheritdoc/>
    protected override void RenderInlineImage(InlineImage inlineImage)
    {
    }

    /// <inheritdoc/>
    protected override void ClipToRectangle(PdfRectangle rectangle, FillingRule clippingRule)
    {
    }

    private static string? TextOf(IToken token) => token switch
    {
        StringToken text => text.Data,
        HexToken { Bytes: [0xFE, 0xFF, .. var units] } => Encoding.BigEndianUnicode.GetString(units),
        HexToken text => text.Data,
        _ => null,
    };

    private void Take(string? unicode, double left, double right, double bottom, double size)
    {
        if (_actual is not null)
        {
            // It stands for all the glyphs it encloses: the first of them carries it.
            _actual = "";
            if (unicode is { Length: 0 })
            {
                _place.Right = _word.Length > 0 ? Math.Max(_place.Right, right) : _place.Right;
                return;
            }
        }

        if (string.IsNullOrEmpty(unicode) || unicode is [< ' ', ..])
        {
            // A font without a map: that something is here is all there is to know.
            _unmapped++;
            unicode = "\uFFFD";
        }

        if (string.IsNullOrWhiteSpace(unicode))
        {
            EndWord();
        }
        else if (IsFirst(unicode, left, bottom, size))
        {
            if (_word.Length > 0 && !GoesOn(left, bottom, size))
            {
                EndWord();
            }

            _place = _word.Length == 0
                ? (left, right, bottom, size)
                : (_place.Left, Math.Max(_place.Right, right), _place.Bottom, _place.Size);
            _word.Append(unicode);
        }
    }

    private bool GoesOn(double left, double bottom, double size) =>
        Math.Abs(bottom - _place.Bottom) <= Shift * size && Math.Abs(size - _place.Size) <= Shift * size
        && left - _place.Right is var gap && gap <= Gap * size && gap >= -size / 2;

    /// <summary>Whether the same character was not yet printed at the same place.</summary>
    private bool IsFirst(string unicode, double left, double bottom, double size)
    {
        var (x, y) = ((long)Math.Round(left / (size * Twice * 2)), (long)Math.Round(bottom / (size * Twice * 2)));
        if (_printed.Count >= LastPrinted)
        {
            _printed.Clear();
        }

        return _printed.Add((unicode, size, x, y));
    }

    private void EndWord()
    {
        if (_word.Length > 0)
        {
            _fragments.Add(new TextFragment(_word.ToString(), _place.Left, _place.Right, _place.Bottom, _place.Size));
            _word.Clear();
            ReadingBound.Words.Hold(_fragments.Count);
        }
    }
}
