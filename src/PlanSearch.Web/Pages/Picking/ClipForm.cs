using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;
using PlanSearch.Answers.Citations;
using PlanSearch.Answers.Clips;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Api.Requests;
using PlanSearch.Web.Bounds;

namespace PlanSearch.Web.Pages.Picking;

/// <summary>A form of the folder as it was sent: what is to be done, on which folder, and what was edited.</summary>
internal sealed class ClipForm
{
    /// <summary>
    /// The field that says what is to be done; that of the folder's code; the one that says it is the browser's own; the ticks, the search
    /// they come from, and a selection's words.
    /// </summary>
    public const string Do = "do", FolderField = "folder", Own = "own", Pick = "pick", Search = "search", Quote = "quote";

    /// <summary>The button that picks every hit of a page, which it names.</summary>
    public const string WholePage = "whole-page";

    /// <summary>What is before the number of an excerpt in the fields about it.</summary>
    public const string Context = "context.", Aspect = "aspect.", Note = "note.";

    /// <summary>The title, and the context for all excerpts.</summary>
    public const string Title = "title", All = "all";

    private const int MaxBytes = 4 * ClipFile.MaxBytes;

    private readonly IFormCollection _fields;

    private ClipForm(IFormCollection fields, ClipFolder folder)
    {
        _fields = fields;
        (Folder, Code) = (folder, fields[FolderField].ToString());
        var words = fields[Do].ToString().Split('.', 2);
        Action = words[0];
        Index = words.Length > 1
            && int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            && index < folder.Clips.Length ? index : null;
    }

    /// <summary>What is to be done, see <see cref="ClipAction"/>.</summary>
    public string Action { get; }

    /// <summary>With which excerpt, from 0; null where none is meant, or none that is there.</summary>
    public int? Index { get; }

    /// <summary>The folder as the page had it.</summary>
    public ClipFolder Folder { get; }

    /// <summary>The folder's code as the page sent it; empty when it sent none.</summary>
    public string Code { get; }

    /// <summary>Whether it is the one that the browser keeps.</summary>
    public bool IsOwn => _fields[Own] == "true";

    /// <summary>What was ticked.</summary>
    public IReadOnlyList<string> Picks =>
        [.. _fields[Pick].OfType<string>().Concat(ClipPick.ReadPage(_fields[WholePage].ToString())).Distinct()];

    /// <summary>The words that were selected; empty for a tick.</summary>
    public string Quoted => _fields[Quote].ToString();

    /// <summary>What shows that this site made the form, see <see cref="FormOrigin"/>; empty for none.</summary>
    public string Word => _fields[FormOrigin.Field].ToString();

    /// <summary>The file that was sent along; null for none.</summary>
    public IFormFile? File => _fields.Files.GetFile(Upload.Field) is { Length: > 0 } file ? file : null;

    /// <summary>Reads a form, in memory and within bounds.</summary>
    public static async Task<Outcome<ClipForm>> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var (fields, fault) = await BoundedForm.ReadAsync(request, MaxBytes, cancellationToken);
        return fields is null
            ? fault!
            : ClipLink.Read(fields[FolderField].ToString()).Then<ClipForm>(folder => new ClipForm(fields, folder));
    }

    /// <summary>The search whose page was ticked on, as that page wrote it; one with an empty query where there was none.</summary>
    public Outcome<SearchRequest> SearchOf()
    {
        var asked = QueryHelpers.ParseQuery(_fields[Search].ToString());
        var search = new SearchBody
        {
            Query = First(AddressQuery.Plain),
            QueryCode = First(AddressQuery.Code),
            Mode = First("mode"),
            Off = [.. asked.GetValueOrDefault("off", StringValues.Empty).OfType<string>()],
            Places = First("places"),
            Exact = First("exact") == "true",
        };
        return search.ToRequest(asked
            .Where(pair => pair.Key is not (AddressQuery.Plain or AddressQuery.Code or "mode" or "off" or "places" or "exact"))
            .Select(pair => KeyValuePair.Create(pair.Key, pair.Value.OfType<string>().ToArray())));

        string First(string name) => asked.GetValueOrDefault(name, StringValues.Empty).FirstOrDefault() ?? "";
    }

    /// <summary>The folder with what was edited in the fields; a text that is too long is a fault.</summary>
    public Outcome<ClipFolder> Edited()
    {
        var title = Text(Title, Folder.Title);
        var clips = Folder.Clips.Select((clip, at) => clip with
        {
            Context = ClipContexts.Of(_fields[Field(Context, at)]) ?? clip.Context,
            Aspect = Text(Field(Aspect, at), clip.Aspect),
            Note = Text(Field(Note, at), clip.Note),
        }).ToList();
        return title.Length > ClipFolder.MaxTitleLength
            || clips.Exists(clip => clip.Aspect.Length > Clip.MaxAspectLength || clip.Note.Length > Clip.MaxNoteLength)
            ? new RequestFault(
                FaultKinds.ParameterInvalid,
                $"没有保存：名称至多 {ClipFolder.MaxTitleLength} 字，方面至多 {Clip.MaxAspectLength} 字，注至多 {Clip.MaxNoteLength} 字。")
            : Folder with { Title = title, Clips = [.. clips] };
    }

    /// <summary>The context that all excerpts are to have; null when none is said.</summary>
    public ClipContext? ContextOfAll => ClipContexts.Of(_fields[All]);

    /// <summary>The field of one excerpt.</summary>
    public static string Field(string prefix, int index) => prefix + index.ToString(CultureInfo.InvariantCulture);

    private string Text(string field, string otherwise) =>
        _fields.TryGetValue(field, out var value) ? value.ToString().ReplaceLineEndings(" ").Trim() : otherwise;
}

/// <summary>What a form of the folder does, by the words it is sent with.</summary>
internal static class ClipAction
{
    public const string Pick = "pick", Save = "save", Up = "up", Down = "down", Remove = "remove", All = "all", Clear = "clear";

    /// <summary>A file is shown; what is shown becomes the browser's own; or goes behind it.</summary>
    public const string Open = "open", Adopt = "adopt", Merge = "merge";

    /// <summary>The folder as a file to be opened again; the other files are called by their format.</summary>
    public const string Keep = "keep";
}
