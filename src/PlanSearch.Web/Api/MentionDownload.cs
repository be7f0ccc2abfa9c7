using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Corpus;

namespace PlanSearch.Web.Api;

/// <summary>Every mention of an answer as a file, written while it is read.</summary>
internal static class MentionDownload
{
    /// <summary>What writes a format; null for one we do not write.</summary>
    public static Func<MentionStream, PushStreamHttpResult>? WriterOf(string format) => format switch
    {
        _ => null,
    };
}
