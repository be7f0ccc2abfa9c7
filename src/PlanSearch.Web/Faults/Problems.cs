using Microsoft.AspNetCore.Http.HttpResults;
using PlanSearch.Export.Word;
using PlanSearch.Queries.Requests;

namespace PlanSearch.Web.Faults;

/// <summary>A fault as problem+json (RFC 9457): a stable <c>code</c>, and for queries the <c>offset</c> and a <c>proposal</c>.</summary>
internal static class Problems
{
    /// <summary>The problem of a fault the corpus named.</summary>
    public static ProblemHttpResult Of(RequestFault fault) => Of(StatusOf(fault), fault);

    /// <summary>The problem of a fault, under a status of its own.</summary>
    public static ProblemHttpResult Of(int status, RequestFault fault)
    {
        var extensions = new Dictionary<string, object?> { ["code"] = fault.Code };
        if (fault.Offset is { } offset)
        {
            extensions["offset"] = offset;
        }

        if (fault.Proposal is { } proposal)
        {
            extensions["proposal"] = proposal;
        }

        return TypedResults.Problem(detail: fault.Message, statusCode: status, extensions: extensions);
    }

    /// <summary>The status a fault is answered with, on page and API alike.</summary>
    public static int StatusOf(RequestFault fault) => fault.Code switch
    {
        "plan_unknown" or "source_missing" or "topic_unknown" or "correction_unknown" or "confirmation_unknown" =>
            StatusCodes.Status404NotFound,
        "plan_exists" or "plan_elsewhere" or "id_ambiguous" or "sidecar_exists" or "root_shrunk" or "root_missing" or "no_plans_folder" or "member_exists" or "topic_full" or "topics_not_editable"
            or "outline_invalid" or "outline_full" => StatusCodes.Status409Conflict,
        "disk_full" => StatusCodes.Status507InsufficientStorage,
        "upload_too_large" => StatusCodes.Status413PayloadTooLarge,
        "type_unsupported" => StatusCodes.Status415UnsupportedMediaType,
        "file_unreadable" or "metadata_invalid" or "line_unknown" or "role_unknown" or "part_unknown" or "depth_invalid"
            or "name_missing" or "correction_unfit" => StatusCodes.Status422UnprocessableEntity,
        "index_busy" or "reference_invalid" or "upkeep_busy" or "folder_not_writable" or "index_not_writable" or "topics_not_writable" or WordTemplate.FaultCode => StatusCodes.Status503ServiceUnavailable,
        "cursor_gone" or "since_gone" or "source_changed" => StatusCodes.Status410Gone,
        _ => StatusCodes.Status400BadRequest,
    };
}
