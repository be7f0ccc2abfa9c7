namespace PlanSearch.Index.Search;

/// <summary>One occurrence (处), within one block and one table cell.</summary>
/// <param name="Document">Number of the document in the reader, from 0.</param>
/// <param name="Block">Number of the block in the document, in reading order from 0.</param>
/// <param name="Start">UTF-16 code units from the start of the block's text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Literal">Which of the query's literals it is, see <see cref="PlanSearch.Plans.Text.Query.Literals"/>.</param>
public readonly record struct DocumentMention(int Document, int Block, int Start, int Length, int Literal);
