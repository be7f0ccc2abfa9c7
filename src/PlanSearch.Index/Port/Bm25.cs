namespace PlanSearch.Index.Port;

/// <summary>
/// The score of a record, the same from whichever index: BM25 on exact frequencies. A literal's frequency is the sum of the weights of its
/// mentions.
/// </summary>
/// <remarks>
/// Robertson and Zaragoza, The Probabilistic Relevance Framework: BM25 and Beyond, 2009, with the idf of Lucene (one is added inside the
/// logarithm, so it is never negative).
/// </remarks>
internal static class Bm25
{
    /// <summary>Saturation of the frequency, as in Lucene's default.</summary>
    public const double K1 = 1.2;

    /// <summary>Weight of the record's length, as in Lucene's default.</summary>
    public const double B = 0.75;

    /// <summary>What a literal's saturated frequency, which is below 1, is multiplied with: idf * (k1 + 1).</summary>
    /// <param name="weight">The weight of the literal.</param>
    /// <param name="k1">Saturation of the frequency.</param>
    /// <param name="records">All records.</param>
    /// <param name="containing">Those with the literal.</param>
    public static double Scale(double weight, double k1, long records, long containing) =>
        weight * (k1 + 1) * RarityOf(records, containing);

    /// <summary>How much a literal tells by its rarity: idf.</summary>
    /// <param name="records">All records.</param>
    /// <param name="containing">Those with the literal.</param>
    public static double RarityOf(long records, long containing) => Math.Log(1 + ((records - containing + 0.5) / (containing + 0.5)));

    /// <summary>
    /// A literal's share of a score. Bounds and scores come from the same steps, so that equal ones are equal to the last bit.
    /// </summary>
    /// <param name="scale">See <see cref="Scale"/>.</param>
    /// <param name="frequency">How often it occurs in a record.</param>
    /// <param name="damping">What the record's length makes of it.</param>
    public static double Saturated(double scale, float frequency, double damping) => scale * frequency / (frequency + damping);
}
