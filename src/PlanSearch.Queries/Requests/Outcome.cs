namespace PlanSearch.Queries.Requests;

/// <summary>Why a request cannot be answered: a value for the person who asked.</summary>
/// <param name="Code">
/// Stable, small letters and underscores, as in <c>plan_unknown</c>; over HTTP it is <c>code</c>, and <see cref="FaultKinds"/> gives its
/// status.
/// </param>
/// <param name="Message">In Chinese.</param>
/// <param name="Offset">UTF-16 offset in the query, where the fault is in the query; else null.</param>
/// <param name="Proposal">What would do: a query that parses, a region that the divisions have; null when there is none.</param>
public sealed record RequestFault(string Code, string Message, int? Offset = null, string? Proposal = null)
{
    /// <summary>Stable, small letters and underscores; one of the table that the manual ends with.</summary>
    public string Code { get; } = FaultKinds.Of(Code).Code;
}

/// <summary>An answer, or the reason why there is none: exactly one of the two is not null.</summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="Value">The answer.</param>
/// <param name="Fault">The reason.</param>
public readonly record struct Outcome<T>(T? Value, RequestFault? Fault)
    where T : class
{
    /// <summary>Lets a method return its answer as it is.</summary>
    public static implicit operator Outcome<T>(T value) => new(value, null);

    /// <summary>Lets a method return a fault as it is.</summary>
    public static implicit operator Outcome<T>(RequestFault fault) => new(null, fault);

    /// <summary>Continues with the value; a fault stays as it is.</summary>
    public Outcome<TNext> Then<TNext>(Func<T, Outcome<TNext>> next)
        where TNext : class
    {
        ArgumentNullException.ThrowIfNull(next);
        return Value is { } value ? next(value) : Fault!;
    }
}
