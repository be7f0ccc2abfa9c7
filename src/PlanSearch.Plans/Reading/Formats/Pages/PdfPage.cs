namespace PlanSearch.Plans.Reading.Formats.Pages;

/// <summary>What the library makes of a page of a PDF, before it becomes lines.</summary>
/// <param name="Unmapped">How many of its glyphs have no character: their font does not say which.</param>
/// <param name="Fragments">Its text.</param>
internal sealed record PdfPage(int Unmapped, List<TextFragment> Fragments);
