using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics;
using PlanSearch.Index.Port;
using PlanSearch.Queries.Requests;
using PlanSearch.Web.Bounds;
using PlanSearch.Web.Faults;

namespace PlanSearch.Web;

/// <summary>The host's edge: what nobody caught, and answers without a body, become problem+json under /api and a page elsewhere.</summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> logger) : IExceptionHandler
{
    /// <inheritdoc/>
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is ConnectionResetException
            || (exception is OperationCanceledException && httpContext.RequestAborted.IsCancellationRequested))
        {
            httpContext.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
            return true;
        }

        if (exception is BusyException)
        {
            await RequestBounds.AnswerBusyAsync(httpContext);
            return true;
        }

        var fault = Describe(exception);
        var status = (exception as BadHttpRequestException)?.StatusCode ?? Problems.StatusOf(fault);
        if (status >= StatusCodes.Status500InternalServerError)
        {
            LogUnanswered(logger, exception, httpContext.Request.Path);
        }

        await FaultAnswers.AnswerAsync(httpContext, status, fault);
        return true;
    }

    /// <summary>Gives a body to an answer that has none: an unknown path, a method that is not taken.</summary>
    public static Task FillEmptyAnswerAsync(StatusCodeContext context)
    {
        var status = context.HttpContext.Response.StatusCode;
        return FaultAnswers.AnswerAsync(context.HttpContext, status, status switch
        {
            StatusCodes.Status404NotFound => new RequestFault(FaultKinds.NotFound, "没有这个页面。"),
            StatusCodes.Status405MethodNotAllowed => new RequestFault(FaultKinds.MethodNotAllowed, "这个地址不接受该方法。"),
            StatusCodes.Status408RequestTimeout => new RequestFault(FaultKinds.RequestTooSlow, "请求发送得太慢。"),
            StatusCodes.Status413PayloadTooLarge => new RequestFault(FaultKinds.UploadTooLarge, "请求体太大。"),
            StatusCodes.Status415UnsupportedMediaType => new RequestFault(FaultKinds.MediaTypeUnsupported, "请求体须为 application/json。"),
            _ => new RequestFault(FaultKinds.RequestInvalid, "无法处理这个请求。"),
        });
    }

    private static RequestFault Describe(Exception exception) => exception switch
    {
        BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge } =>
            new RequestFault(FaultKinds.UploadTooLarge, "请求体太大。"),
        BadHttpRequestException { StatusCode: StatusCodes.Status415UnsupportedMediaType } =>
            new RequestFault(FaultKinds.MediaTypeUnsupported, "请求体须为 application/json。"),
        BadHttpRequestException bad => new RequestFault(FaultKinds.ParameterInvalid, "参数的格式不对：" + bad.Message),
        IndexMissingException => new RequestFault(FaultKinds.IndexMissing, "还没有索引：请先入库。"),
        IndexUnusableException or IndexForeignException =>
            new RequestFault(FaultKinds.IndexDamaged, "索引不可用，规划原文不受影响：请重建索引。"),
        IndexUnavailableException =>
            new RequestFault(FaultKinds.IndexUnavailable, "索引的一部分没有应答，没有计数。请稍后再试。"),
        IndexRefusedException =>
            new RequestFault(FaultKinds.IndexRefused, "索引所在的集群现在不能用，没有计数。原因和办法在服务的日志里，请告诉管理员。"),
        GenerationGoneException => new RequestFault(FaultKinds.CursorGone, "规划数据已更新，原来的版本不再保留。请从第一页重新开始。"),
        _ => new RequestFault(FaultKinds.Internal, "出了故障，已经记录。请稍后再试。"),
    };

    [LoggerMessage(LogLevel.Error, "No answer for {Path}")]
    private static partial void LogUnanswered(ILogger logger, Exception exception, PathString path);
}
