namespace PlanSearch.Plans.Tests.Labels;

/// <summary>Labels from a hand-labelled file, and from a parsed document.</summary>
internal static class LabelReader
{
    private static readonly Dictionary<BlockKind, string> Roles = new()
    {
        [BlockKind.Cover] = "cover",
        [BlockKind.Contents] = "toc",
        [BlockKind.Heading] = "head",
        [BlockKind.Paragraph] = "para",
        [BlockKind.ListItem] = "item",
        [BlockKind.FigureCaption] = "figcap",
        [BlockKind.Footnote] = "footnote",
        [BlockKind.TableCaption] = "tcap",
        [BlockKind.TableHeader] = "thead",
        [BlockKind.TableGroup] = "tgroup",
        [BlockKind.TableRow] = "trow",
        [BlockKind.TableNote] = "tnote",
        [BlockKind.BoxTitle] = "btitle",
        [BlockKind.BoxHeading] = "bhead",
        [BlockKind.BoxEntry] = "bentry",
        [BlockKind.BoxParagraph] = "bpara",
        [BlockKind.Trailer] = "tail",
        [BlockKind.Noise] = "noise",
    };

    /// <summary>Reads rows of line, role, depth, box, note, parted by TABs.</summary>
    public static Dictionary<int, LineLabel> Read(string path)
    {
        var labels = new Dictionary<int, LineLabel>();
        foreach (var cells in File.ReadLines(path).Select(row => row.Split('\t')).Where(cells => int.TryParse(cells[0], out _)))
        {
            labels[int.Parse(cells[0])] = new LineLabel(cells[1], At(cells, 2), At(cells, 3), At(cells, 4));
        }

        return labels;
    }

    /// <summary>
    /// The labels that a document gives its lines: the first block that names a line counts, its later lines are continuations. Cells on
    /// lines of their own continue nothing.
    /// </summary>
    public static Dictionary<int, LineLabel> Of(PlanDocument document)
    {
        var labels = new Dictionary<int, LineLabel>();

        // A page number glued to a line does not say what the line is.
        foreach (var block in document.Blocks.OrderBy(block => block.Kind == BlockKind.Noise))
        {
            var box = block.Box < 0 ? "-" : $"B{block.Box + 1}";
            var depth = block.Depth == 0 ? "-" : block.Depth.ToString();
            var first = true;
            foreach (var line in block.Lines)
            {
                var role = first || block.Cells.Length > 0 || block.Kind is BlockKind.Heading or BlockKind.BoxTitle
                    ? Roles[block.Kind]
                    : block.Box >= 0 ? "bcont" : "cont";
                labels.TryAdd(line, new LineLabel(role, depth, box, ""));
                first = false;
            }
        }

        return labels;
    }

    private static string At(string[] cells, int index) => index < cells.Length ? cells[index] : "";
}
