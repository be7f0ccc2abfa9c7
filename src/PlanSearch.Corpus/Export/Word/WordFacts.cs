using System.Collections.Immutable;
using PlanSearch.Corpus.Clips;

namespace PlanSearch.Corpus.Export.Word;

/// <summary>The last page of a document: 检索说明.</summary>
internal static class WordFacts
{
    /// <summary>Adds it on a page of its own.</summary>
    /// <param name="document">The document.</param>
    /// <param name="textWidth">The width between the margins, in twips.</param>
    /// <param name="facts">Name and value.</param>
    /// <param name="escapes">Signs of the texts that stand as _xHHHH_.</param>
    /// <param name="searches">The searches, each with a table of its own.</param>
    public static void Add(
        WordDocument document, int textWidth, IEnumerable<ImmutableArray<string>> facts, int escapes, params IReadOnlyCollection<ClipSearch> searches)
    {
        document.AddOnNewPage(WordStyle.Heading1, "检索说明");
        IEnumerable<ImmutableArray<string>> ofDocument =
        [
            ["加粗", "检索或摘取的词句，原文并不加粗。"],
            .. escapes > 0 ? [["控制字符", $"原文有 {WordDocument.Number(escapes)} 个不能写入文档的字符，以 _xHHHH_（字符编码）代替。"]] : (ImmutableArray<ImmutableArray<string>>)[],
            .. document.FontsInWords() is { Length: > 0 } fonts ? [["字体", fonts]] : (ImmutableArray<ImmutableArray<string>>)[],
        ];
        Table(document, textWidth, facts.Concat(ofDocument));
        foreach (var search in searches)
        {
            document.Add(WordStyle.Heading2, $"检索“{search.Query}”");
            Table(document, textWidth, ClipFacts.OfSearch(search));
        }
    }

    private static void Table(WordDocument document, int textWidth, IEnumerable<ImmutableArray<string>> facts)
    {
        var table = new WordTable(document, textWidth, ("", 0.25), ("", 0.75));
        foreach (var fact in facts)
        {
            table.Add(fact[0], fact[1]);
        }
    }
}
