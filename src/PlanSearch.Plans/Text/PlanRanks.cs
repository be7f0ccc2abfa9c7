namespace PlanSearch.Plans.Text;

/// <summary>
/// By which ranks a query names levels and columns of the blocks of a plan: the same in every index, and where no index is asked.
/// </summary>
public static class PlanRanks
{
    /// <summary>Column with the number of the <see cref="BlockKind"/>.</summary>
    public const int KindColumn = 0;

    /// <summary>Column with the number of the context; inside 《》 it is another than the block's.</summary>
    public const int ContextColumn = 3;

    /// <summary>Level of the outline nodes: a heading's own text with the boxes and tables in it.</summary>
    public const int NodeLevel = 1;

    /// <summary>Level of the boxes.</summary>
    public const int BoxLevel = 2;
}
