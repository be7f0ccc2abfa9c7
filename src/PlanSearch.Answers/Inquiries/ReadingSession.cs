using PlanSearch.Corpus.Generations;
using PlanSearch.Corpus.Scopes;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Answers.Inquiries;

/// <summary>
/// A collection as one asker reads it, for one request or command: within a scope, and in one generation from the first part of the answer
/// to the last.
/// </summary>
/// <remarks>Nothing is opened before it is asked. Private to one thread at a time.</remarks>
/// <param name="collection">The collection.</param>
/// <param name="scope">What is read of it; null for all.</param>
public sealed class ReadingSession(PlanCollection collection, PlanScope? scope = null) : IDisposable
{
    private readonly List<CollectionReader> _opened = [];

    /// <summary>The newest generation when it was first asked for, or that of a cursor that came since.</summary>
    public CollectionReader Reader => _opened.Count > 0 ? _opened[^1] : Opened(collection.Read(scope));

    /// <summary>Reads a search in the generation of its cursor, which from then on answers all else.</summary>
    public Outcome<Inquiry> Ask(SearchRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        return At(request.Cursor).Then(reader => reader.Ask(request, cancellationToken));
    }

    /// <summary>The generation of a cursor, which from then on answers all else; a fault when it is kept no longer.</summary>
    public Outcome<CollectionReader> At(string? cursor)
    {
        if (string.IsNullOrEmpty(cursor))
        {
            return Reader;
        }

        var (reader, fault) = collection.Read(scope, cursor);
        return reader is null ? fault! : Opened(reader);
    }

    /// <summary>Closes what was opened: streams end here.</summary>
    public void Dispose()
    {
        _opened.ForEach(reader => reader.Dispose());
        _opened.Clear();
    }

    private CollectionReader Opened(CollectionReader reader)
    {
        _opened.Add(reader);
        return reader;
    }
}
