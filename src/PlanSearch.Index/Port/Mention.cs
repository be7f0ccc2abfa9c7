namespace PlanSearch.Index.Port;

/// <summary>One occurrence (处), within one block and one table cell.</summary>
/// <param name="Plan">Number of the plan in the snapshot.</param>
/// <param name="Block">Number of the block in the plan, in reading order from 0.</param>
/// <param name="Start">UTF-16 code units from the start of the block's text.</param>
/// <param name="Length">UTF-16 code units.</param>
/// <param name="Literal">Which of the query's literals it is, see <see cref="PlanSearch.Plans.Text.Query.Literals"/>.</param>
public readonly record struct Mention(int Plan, int Block, int Start, int Length, int Literal);

/// <summary>Takes mentions, many at a time; the span is gone after the call.</summary>
public delegate void MentionReceiver(ReadOnlySpan<Mention> mentions);
