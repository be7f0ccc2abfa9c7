namespace PlanSearch.Answers.Certificates;

/// <summary>What a certificate says of a sample.</summary>
/// <param name="Size">Mentions drawn.</param>
/// <param name="Seed">By which seed.</param>
/// <param name="Population">Out of how many: every mention of the answer.</param>
/// <param name="Method">How.</param>
public sealed record SampleStatement(int Size, string Seed, long Population, string Method);
