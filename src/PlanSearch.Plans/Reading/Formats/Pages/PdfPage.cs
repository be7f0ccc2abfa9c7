namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>What stands on a page of a PDF.</summary>
/// <param name="Fragments">Its text.</param>
/// <param name="Unmapped">How many of its glyphs have no character: their font does not say which.</param>
internal sealed record PdfPage(List<TextFragment> Fragments, int Unmapped);
