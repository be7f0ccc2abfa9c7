using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using PlanSearch.Plans.Files;
using PlanSearch.Plans.Reading;
using PlanSearch.TestSupport;
using PlanSearch.TestSupport.Formats;
using Xunit.Abstractions;

namespace PlanSearch.Plans.Tests.Reading.Formats;

/// <summary>
/// PDF files made to send a reader round in circles, down without end, or out of memory: each is read or refused by name, and this process
/// lives.
/// </summary>
public sealed class HostilePdfTests(ITestOutputHelper output)
{
    private const string Catalog = "<< /Type /Catalog /Pages 2 0 R >>";
    private const string Pages = "<< /Type /Pages /Count 1 /Kids [3 0 R] >>";
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    private const string Text = "BT /F1 9 Tf 50 700 Td (abcdefghijklmnopqrstuvwxyz) Tj ET";

    // Whether a file is refused as one that hurts; null where that hangs on how deep the stack is.
    private static readonly SortedDictionary<string, (bool? IsUnsafe, Func<byte[]> Make)> Made = new(StringComparer.Ordinal)
    {
        ["a page of text"] = (false, () => Of(Catalog, Pages, Page(), Stream("", Text), Font)),
        ["an object that is a reference to itself"] = (true, () => Of(
            Catalog, Pages, Page(contents: "6 0 R"), Stream("", Text), Font, "6 0 R")),
        ["two objects that are references to each other"] = (true, () => Of(
            Catalog, Pages, Page(contents: "6 0 R"), Stream("", Text), Font, "7 0 R", "6 0 R")),
        ["a length that is its own stream"] = (false, () => Of(
            Catalog, Pages, Page(), $"<< /Length 4 0 R >>\nstream\n{Text}\nendstream", Font)),
        ["names in names"] = (true, () => Of(
            "<< /Type /Catalog /Pages 2 0 R /Names << /Dests 6 0 R >> >>",
            Pages,
            Page(),
            Stream("", Text),
            Font,
            "<< /Kids [6 0 R 6 0 R] >>")),
        ["pages that are their own"] = (false, () => Of(
            Catalog, "<< /Type /Pages /Count 1 /Kids [2 0 R 3 0 R] >>", Page(), Stream("", Text), Font)),
        ["pages in pages"] = (null, () => Of(
            [Catalog, .. Enumerable.Range(3, 100_000).Select(next => $"<< /Type /Pages /Count 1 /Kids [{next} 0 R] >>"), Page()])),
        ["two thousand million pages"] = (false, () => Of(
            Catalog, "<< /Type /Pages /Count 2147483647 /Kids [3 0 R] >>", Page(), Stream("", Text), Font)),
        ["one page fifty thousand times"] = (false, () => Of(
            Catalog, $"<< /Type /Pages /Count 1 /Kids [{Times("3 0 R ", 50_000)}] >>", Page(), Stream("", Text), Font)),
        ["a form that shows itself"] = (false, () => WithForms(Form("6 0 R", "/X Do /X Do"))),
        ["two forms that show each other"] = (true, () => WithForms(Form("7 0 R", "/X Do /X Do"), Form("6 0 R", "/X Do /X Do"))),
        ["forms in forms"] = (null, () => WithForms(
            [.. Enumerable.Range(7, 20_000).Select(next => Form($"{next} 0 R", "/X Do")), Form("null", "q Q")])),
        ["forms that show the next twice"] = (true, () => WithForms(
            [.. Enumerable.Range(7, 40).Select(next => Form($"{next} 0 R", "/X Do /X Do")), Form("null", "q Q")])),
        ["arrays in arrays"] = (false, () => Of(Catalog, Pages, Page(), Stream("", Text), Font, Times("[", 500_000))),
        ["arrays in arrays of a page"] = (false, () => Of(Catalog, Pages, Page(), Stream("", Text + Times("[", 500_000)), Font)),
        ["dictionaries in dictionaries"] = (false, () => Of(Catalog, Pages, Page(), Stream("", Text), Font, Times("<</A ", 300_000))),
        ["states in states"] = (true, () => Of(Catalog, Pages, Page(), Stream("", Times("q ", 500_000) + Text), Font)),
        ["a stream that unpacks without end"] = (true, () => Of(Catalog, Pages, Page(), Packed(400_000_000), Font)),
        ["a map of all characters there could be"] = (true, () => WithMap("1 beginbfrange <00000000> <7FFFFFFF> <0041> endbfrange")),
        ["widths of all characters there could be"] = (true, () => WithMap("", "/W [0 2147483647 500]")),
        ["a table of two thousand million objects"] = (true, () => WithTable("/Size 2147483647 /W [1 4 0] /Index [0 2147483647]")),
        ["a table with a column of two thousand million bytes"] = (true, () => WithTable("/Size 7 /W [1 2147483647 0]")),
        ["nothing behind its head"] = (false, () => Encoding.Latin1.GetBytes("%PDF-1.7\n")),
        ["a table that lies far behind the end"] = (false, () => Encoding.Latin1.GetBytes("%PDF-1.7\nstartxref\n99999999999999\n%%EOF")),
        ["nothing but remarks"] = (false, () => Encoding.Latin1.GetBytes("%PDF-1.7\n" + Times("%", 2_000_000))),
        ["streams that never end"] = (false, () => Encoding.Latin1.GetBytes("%PDF-1.7\n" + Times("1 0 obj<</Length 9>>stream\n", 50_000))),
    };

    private static readonly Regex References = new(@"[0-9]+ 0 R", RegexOptions.NonBacktracking);

    public static TheoryData<string> Kinds => [.. Made.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Read_PdfMadeToHurt_IsReadOrRefusedByName(string kind)
    {
        var (isUnsafe, make) = Made[kind];
        var (source, failure) = PlanReader.Read(make());

        output.WriteLine($"{kind}: {failure?.Message ?? "read"}");
        Assert.Equal(isUnsafe ?? failure?.Code == ReadFailureCode.Unsafe, failure?.Code == ReadFailureCode.Unsafe);
        Assert.True(source is null || source.Lines.Contains("abcdefghijklmnopqrstuvwxyz"));
    }

    [Fact]
    public void Read_PdfCutOrChangedOrPutTogetherAnew_IsReadOrRefusedByName()
    {
        var random = new Random(Seed.Take(output.WriteLine));
        byte[][] files =
        [
            PdfFile.Write(PrintedPlan.Of(PlanPiece.Of(["第一章 总则", "发展氢能。", "名称\t数量", "站\t12"]))),
            .. Made.Where(made => made.Value.IsUnsafe == false)
                .Select(made => made.Value.Make())
                .Where(file => file.Length is > 100 and < 5000),
        ];
        var read = 0;
        for (var round = 0; round < 60; round++)
        {
            var text = Encoding.Latin1.GetString(files[random.Next(files.Length)]);
            for (var change = random.Next(1, 6); change > 0; change--)
            {
                var (from, to) = (random.Next(text.Length), random.Next(text.Length));
                text = random.Next(4) switch
                {
                    0 => text.Remove(from, 1).Insert(from, ((char)random.Next(256)).ToString()),
                    1 => text[..(from + 1)],
                    2 => text.Insert(from, text[Math.Min(from, to)..Math.Max(from, to)]),
                    _ => References.Replace(text, _ => $"{random.Next(1, 8)} 0 R"),
                };
            }

            var (source, failure) = PlanReader.Read(Encoding.Latin1.GetBytes(text));
            read += source is null ? 0 : 1;
            Assert.True(source is null != failure is null);
        }

        output.WriteLine($"{read} of 60 were read");
    }

    [Fact]
    public void Read_NobodyWaitsForAPdf_Ends()
    {
        using var gone = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));

        Assert.Throws<OperationCanceledException>(() => PlanReader.Read(Made["forms that show the next twice"].Make(), gone.Token));
    }

    private static byte[] Of(params string[] objects) => PdfFile.Assemble([.. objects]);

    private static string Page(string contents = "4 0 R", string resources = "") =>
        $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {contents} /Resources << /Font << /F1 5 0 R >> {resources} >> >>";

    private static string Stream(string dictionary, string content) =>
        $"<< {dictionary} /Length {content.Length} >>\nstream\n{content}\nendstream";

    private static string Form(string next, string content) =>
        Stream($"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {next} >> >>", content);

    private static byte[] WithForms(params string[] forms) =>
        Of([Catalog, Pages, Page(resources: "/XObject << /X 6 0 R >>"), Stream("", Text + " /X Do"), Font, .. forms]);

    private static byte[] WithMap(string map, string widths = "") => Of(
        Catalog,
        Pages,
        Page(),
        Stream("", "BT /F1 9 Tf 50 700 Td <00410042004300440045004600470048> Tj ET"),
        "<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>",
        $"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor 8 0 R {widths} >>",
        Stream(
            "",
            $"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <0000> <FFFF> endcodespacerange {map} endcmap end end"),
        "<< /Type /FontDescriptor /FontName /A /Flags 4 >>");

    /// <summary>The objects of a page of text behind a table that is a stream.</summary>
    private static byte[] WithTable(string table)
    {
        var body = "%PDF-1.5\n"
            + string.Concat(
                new[] { Catalog, Pages, Page(), Stream("", Text), Font }.Select(
                    (content, number) => $"{number + 1} 0 obj\n{content}\nendobj\n"));
        return Encoding.Latin1.GetBytes(
            $"{body}6 0 obj\n{Stream($"/Type /XRef /Root 1 0 R {table}", new string('\0', 35))}\nendobj\nstartxref\n{body.Length}\n%%EOF");
    }

    private static string Packed(int length)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            var blanks = Encoding.Latin1.GetBytes(new string(' ', 1_000_000));
            for (var left = length; left > 0; left -= blanks.Length)
            {
                zlib.Write(blanks);
            }
        }

        return Stream("/Filter /FlateDecode", Encoding.Latin1.GetString(packed.ToArray()));
    }

    private static string Times(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
