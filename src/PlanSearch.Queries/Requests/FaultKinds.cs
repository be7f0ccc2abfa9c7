using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PlanSearch.Queries.Requests;

/// <summary>One way in which a request is refused.</summary>
/// <param name="Code">Stable, small letters and underscores.</param>
/// <param name="Status">The status over HTTP; null where it does not occur there.</param>
/// <param name="ExitCode">What the command line ends with; null where it does not occur there.</param>
/// <param name="Meaning">What it means, in Chinese, as the manual says it.</param>
/// <param name="InEnglish">The same for the OpenAPI text.</param>
internal sealed record FaultKind(string Code, int? Status, int? ExitCode, string Meaning, string InEnglish);

/// <summary>Every way in which a request is refused: the one table from which host, command line, OpenAPI text and manual read.</summary>
internal static class FaultKinds
{
    public const string QueryEmpty = "query_empty";
    public const string QuerySyntax = "query_syntax";
    public const string QueryTooLong = "query_too_long";
    public const string UnknownFacet = "unknown_facet";
    public const string UnknownValue = "unknown_value";
    public const string ParameterInvalid = "parameter_invalid";
    public const string RequestInvalid = "request_invalid";
    public const string SizeOutOfRange = "size_out_of_range";
    public const string SampleInvalid = "sample_invalid";
    public const string CodingInvalid = "coding_invalid";
    public const string CursorInvalid = "cursor_invalid";
    public const string CursorGone = "cursor_gone";
    public const string SinceUnknown = "since_unknown";
    public const string SinceGone = "since_gone";
    public const string ModeNotFollowed = "mode_not_followed";
    public const string TooManyMentions = "too_many_mentions";
    public const string TooManyForWord = "too_many_for_word";
    public const string FormatUnknown = "format_unknown";
    public const string PlanUnknown = "plan_unknown";
    public const string PlaceUnknown = "place_unknown";
    public const string SourceMissing = "source_missing";
    public const string SourceChanged = "source_changed";
    public const string TopicUnknown = "topic_unknown";
    public const string TopicWithoutWords = "topic_without_words";
    public const string TopicFull = "topic_full";
    public const string TopicsNotEditable = "topics_not_editable";
    public const string TopicsNotWritable = "topics_not_writable";
    public const string MemberInvalid = "member_invalid";
    public const string MemberExists = "member_exists";
    public const string ScopeInvalid = "scope_invalid";
    public const string AudienceInvalid = "audience_invalid";
    public const string ExpiresInvalid = "expires_invalid";
    public const string CertificateUnreadable = "certificate_unreadable";
    public const string ClipsInvalid = "clips_invalid";
    public const string ClipsVersion = "clips_version";
    public const string ClipsLinkBroken = "clips_link_broken";
    public const string ClipsFull = "clips_full";
    public const string SelectionUnknown = "selection_unknown";
    public const string TemplateInvalid = "template_invalid";
    public const string IdInvalid = "id_invalid";
    public const string IdAmbiguous = "id_ambiguous";
    public const string PlanExists = "plan_exists";
    public const string PlanElsewhere = "plan_elsewhere";
    public const string NoPlansFolder = "no_plans_folder";
    public const string SidecarExists = "sidecar_exists";
    public const string CorrectionUnknown = "correction_unknown";
    public const string CorrectionUnfit = "correction_unfit";
    public const string ConfirmationUnknown = "confirmation_unknown";
    public const string OutlineInvalid = "outline_invalid";
    public const string SidecarInvalid = "sidecar_invalid";
    public const string OutlineFull = "outline_full";
    public const string LineUnknown = "line_unknown";
    public const string RoleUnknown = "role_unknown";
    public const string PartUnknown = "part_unknown";
    public const string DepthInvalid = "depth_invalid";
    public const string NameMissing = "name_missing";
    public const string FormIncomplete = "form_incomplete";
    public const string MetadataInvalid = "metadata_invalid";
    public const string FileUnreadable = "file_unreadable";
    public const string TypeUnsupported = "type_unsupported";
    public const string UploadMissing = "upload_missing";
    public const string UploadTooLarge = "upload_too_large";
    public const string MediaTypeUnsupported = "media_type_unsupported";
    public const string RootMissing = "root_missing";
    public const string RootShrunk = "root_shrunk";
    public const string ReferenceInvalid = "reference_invalid";
    public const string DiskFull = "disk_full";
    public const string FolderNotWritable = "folder_not_writable";
    public const string IndexNotWritable = "index_not_writable";
    public const string IndexBusy = "index_busy";
    public const string IndexMissing = "index_missing";
    public const string IndexDamaged = "index_damaged";
    public const string IndexUnavailable = "index_unavailable";
    public const string ChangeUnknown = "change_unknown";
    public const string IndexRefused = "index_refused";
    public const string UpkeepBusy = "upkeep_busy";
    public const string NothingChanged = "nothing_changed";
    public const string NotConfirmed = "not_confirmed";
    public const string ActionUnknown = "action_unknown";
    public const string KeyMissing = "key_missing";
    public const string KeyReadsOnly = "key_reads_only";
    public const string WritingOff = "writing_off";
    public const string TokenInvalid = "token_invalid";
    public const string TokenExpired = "token_expired";
    public const string TokenAudience = "token_audience";
    public const string TokenScope = "token_scope";
    public const string TokenReadsOnly = "token_reads_only";
    public const string OtherSite = "other_site";
    public const string AddressTooLong = "address_too_long";
    public const string HeadersTooLong = "headers_too_long";
    public const string RequestTooSlow = "request_too_slow";
    public const string TooManyRequests = "too_many_requests";
    public const string Busy = "busy";
    public const string OverBudget = "over_budget";
    public const string NotFound = "not_found";
    public const string MethodNotAllowed = "method_not_allowed";
    public const string Internal = "internal";

    /// <summary>Every kind of fault, each code once.</summary>
    public static ImmutableArray<FaultKind> All { get; } =
    [
        new(QueryEmpty, 400, 2, "没有写检索词", "nothing was asked"),
        new(QuerySyntax, 400, 2, "检索式有误，`offset` 是位置，`proposal` 是可用的写法", "the query cannot be read; see `offset` and `proposal`"),
        new(QueryTooLong, 400, 2, "检索词太长", "the query is too long"),
        new(UnknownFacet, 400, 2, "没有这个筛选项", "there is no such facet"),
        new(UnknownValue, 400, 2, "筛选项没有这个值", "the facet has no such value"),
        new(ParameterInvalid, 400, 2, "参数的取值或格式不对", "a parameter has no such value or form"),
        new(RequestInvalid, 400, null, "请求无法处理；状态码可能是服务器给的另一个", "the request cannot be taken; the status may be another one of the server"),
        new(SizeOutOfRange, 400, 2, "每页条数超出范围", "the size of a page is out of range"),
        new(SampleInvalid, 400, 2, "抽样的处数或种子不对", "the size or seed of a sample is wrong"),
        new(CodingInvalid, 400, 2, "编码列的名称不对", "the columns for coding are wrong"),
        new(CursorInvalid, 400, 2, "翻页标记无效，或不属于这一检索", "the cursor cannot be read or belongs to another search"),
        new(CursorGone, 410, 2, "翻页标记属于不再保留的数据版本", "the cursor belongs to a generation that is gone"),
        new(SinceUnknown, 400, 2, "没有这个数据版本", "there is no such generation"),
        new(SinceGone, 410, 2, "这个数据版本以后的变化不再保留", "what changed since that generation is not known any more"),
        new(ModeNotFollowed, 400, 2, "这种检索不能订阅", "a search of that mode has no feed"),
        new(TooManyMentions, 400, 2, "处数太多，不能按左右文排序", "too many mentions to sort by what is beside them"),
        new(TooManyForWord, 400, 2, "处数太多，不能导出 Word", "too many mentions for a Word document"),
        new(FormatUnknown, 400, 2, "没有这种文件格式", "there is no such format"),
        new(PlanUnknown, 404, 2, "没有这个编号的规划", "there is no plan of that id"),
        new(PlaceUnknown, 400, 2, "规划中没有这个位置", "the plan has no such place"),
        new(SourceMissing, 404, 2, "原文件已不在入库时的位置", "the original file is not there any more"),
        new(SourceChanged, 410, 2, "原文件在入库之后改动过", "the original file has changed since it was read"),
        new(TopicUnknown, 404, 2, "没有这个专题", "there is no such topic"),
        new(TopicWithoutWords, 400, 2, "专题至少要留一个词", "a topic needs at least one word"),
        new(TopicFull, 409, 2, "专题的词已到上限", "the topic has as many words as it may have"),
        new(TopicsNotEditable, 409, 2, "专题文件的写法不能自动改动", "the file of topics cannot be changed by the program"),
        new(TopicsNotWritable, 503, 2, "不能写入专题文件", "the file of topics cannot be written"),
        new(MemberInvalid, 400, 2, "不能作专题的词", "this cannot be a word of a topic"),
        new(MemberExists, 409, 2, "专题已有这个词", "the topic has the word already"),
        new(ScopeInvalid, 400, 2, "令牌的范围不对", "the scope of a token is wrong"),
        new(AudienceInvalid, null, 2, "令牌的网站来源不对", "the audience of a token is wrong"),
        new(ExpiresInvalid, null, 2, "令牌的期限不对", "the end of a token is wrong"),
        new(CertificateUnreadable, 400, 2, "复核单读不懂", "the certificate cannot be read"),
        new(ClipsInvalid, 400, 2, "摘录夹文件有误", "the file of a folder of excerpts is wrong"),
        new(ClipsVersion, 400, 2, "摘录夹来自别的版本", "the folder of excerpts is of another version"),
        new(ClipsLinkBroken, 400, 2, "摘录夹链接不完整", "the link of a folder of excerpts is not whole"),
        new(ClipsFull, 400, 2, "摘录夹已满", "the folder of excerpts is full"),
        new(SelectionUnknown, 400, null, "所选文字与规划中的不一致", "the selected text is not in the plan"),
        new(TemplateInvalid, 503, 2, "Word 模板不能用", "the template of Word documents cannot be used"),
        new(IdInvalid, 400, 2, "编号不能用", "the id cannot be used"),
        new(IdAmbiguous, 409, 2, "编号有两个文件", "two files have the id"),
        new(PlanExists, 409, 2, "已有这个编号的规划或文件", "there is a plan or file of that id"),
        new(PlanElsewhere, 409, 2, "规划的文件不在本服务的规划文件夹中", "the file of the plan is in no folder of this host"),
        new(NoPlansFolder, 409, 2, "没有设置规划文件夹", "no folder of plans is set"),
        new(SidecarExists, 409, 2, "规划文件夹里有同一编号从前的更正", "a former correction of that id lies in the folder"),
        new(CorrectionUnknown, 404, 2, "没有这一项校正", "there is no such correction"),
        new(CorrectionUnfit, 422, 2, "不能这样校正", "a line cannot be corrected so"),
        new(ConfirmationUnknown, 404, 2, "没有这一项校核", "there is no such confirmation"),
        new(OutlineInvalid, 409, 2, "规划旁的校正文件有误", "the file of corrections beside the plan is wrong"),
        new(SidecarInvalid, 409, 2, "规划旁的元数据文件有误", "the metadata file beside the plan is wrong"),
        new(OutlineFull, 409, 2, "校正文件已到上限", "the file of corrections is as large as it may be"),
        new(LineUnknown, 422, 2, "原文没有这一行", "the source has no such line"),
        new(RoleUnknown, 422, 2, "校正成什么，没有这一种", "there is no such role of a line"),
        new(PartUnknown, 422, 2, "校核哪一部分，没有这一种", "there is no such part to confirm"),
        new(DepthInvalid, 422, 2, "标题的级不对", "the depth of a heading is wrong"),
        new(NameMissing, 422, 2, "没有写姓名", "no name was given"),
        new(FormIncomplete, 400, 2, "表单没有填全", "the form lacks something"),
        new(MetadataInvalid, 422, 2, "规划信息的取值不对", "what is said of a plan is wrong"),
        new(FileUnreadable, 422, 2, "文件读不出文字", "no text can be read from the file"),
        new(TypeUnsupported, 415, 2, "不收这种格式的文件", "files of that type are not read"),
        new(UploadMissing, 400, null, "没有收到文件", "no file was sent"),
        new(UploadTooLarge, 413, null, "请求体太大", "the request is too large"),
        new(MediaTypeUnsupported, 415, null, "请求体须为 application/json", "the body must be application/json"),
        new(RootMissing, 409, 2, "规划文件夹不在了", "a folder of plans is not there"),
        new(RootShrunk, 409, 2, "规划文件夹丢了全部或半数以上的规划", "a folder has lost all or more than half of its plans"),
        new(ReferenceInvalid, 503, 2, "行政区划数据有误", "the divisions are wrong"),
        new(DiskFull, 507, 2, "磁盘已满", "a disk is full"),
        new(FolderNotWritable, 503, 2, "规划文件夹不能写入", "the folder of plans cannot be written"),
        new(IndexNotWritable, 503, 2, "索引不能写入", "the index cannot be written"),
        new(IndexBusy, 503, 2, "另一个进程正在更新索引", "another process writes the index"),
        new(IndexMissing, 503, 3, "还没有入库", "there is no index yet"),
        new(IndexDamaged, 503, 3, "索引不能使用，请重建", "the index cannot be used and must be built anew"),
        new(IndexUnavailable, 503, 3, "索引的一部分没有应答", "a part of the index does not answer"),
        new(ChangeUnknown, 503, 3, "不知道修改是否已经生效", "it is not known whether the change is published"),
        new(IndexRefused, 503, 3, "索引所在的集群不能用", "the cluster of the index cannot be used"),
        new(UpkeepBusy, 503, 2, "排队的修改太多", "too many changes are waiting"),
        new(NothingChanged, 400, null, "没有改动任何一项", "nothing would change"),
        new(NotConfirmed, 400, null, "没有确认", "it was not confirmed"),
        new(ActionUnknown, 400, null, "表单不完整", "the form is not whole"),
        new(KeyMissing, 401, null, "须凭密钥；表单上的密钥不对时是 403", "a key is needed; 403 where a form has a wrong one"),
        new(KeyReadsOnly, 403, null, "密钥只能读取", "the key only reads"),
        new(WritingOff, 403, null, "没有设置录入密钥，不能修改", "no write key is set, nothing can be changed"),
        new(TokenInvalid, 401, null, "令牌无效", "the token is not valid"),
        new(TokenExpired, 401, null, "令牌已过期", "the token has expired"),
        new(TokenAudience, 403, null, "令牌不是发给这个网站的", "the token is for another site"),
        new(TokenScope, 403, null, "令牌只开放其范围", "the token opens its scope alone"),
        new(TokenReadsOnly, 403, null, "令牌只能读取", "a token only reads"),
        new(OtherSite, 403, null, "表单不是从本站发来的", "the form comes from another site"),
        new(AddressTooLong, 414, null, "地址太长", "the address is too long"),
        new(HeadersTooLong, 431, null, "请求头太长", "the headers are too long"),
        new(RequestTooSlow, 408, null, "请求发送得太慢", "the request was sent too slowly"),
        new(TooManyRequests, 429, null, "请求过于频繁，见 `Retry-After`", "too many requests; see `Retry-After`"),
        new(Busy, 503, null, "正在处理的请求太多，见 `Retry-After`", "too many requests are being answered; see `Retry-After`"),
        new(OverBudget, 503, null, "检索超过了时限", "the search took longer than it may"),
        new(NotFound, 404, null, "没有这个地址", "there is no such address"),
        new(MethodNotAllowed, 405, null, "这个地址不接受该方法", "the address does not take the method"),
        new(Internal, 500, null, "出了故障，已经记录", "a fault of the program; it is in the log"),
    ];

    private static readonly FrozenDictionary<string, FaultKind> ByCode = All.ToFrozenDictionary(kind => kind.Code, StringComparer.Ordinal);

    /// <summary>The row of the table with this code; codes are compared letter by letter.</summary>
    /// <exception cref="ArgumentException">There is none: a code must be in the table.</exception>
    public static FaultKind Of(string code) =>
        ByCode.GetValueOrDefault(code) ?? throw new ArgumentException($"No kind of fault has the code '{code}'.", nameof(code));
}
