using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace PlanSearch.Web.Bounds;

/// <summary>Keeps an answer in memory while it is made, so that whoever reads it slowly keeps no one from working.</summary>
/// <param name="context">The request that is answered.</param>
/// <param name="outside">Where the answer goes in the end.</param>
internal sealed class HeldAnswer(HttpContext context, IHttpResponseBodyFeature outside) : IHttpResponseBodyFeature
{
    private readonly Pipe _pipe = new(new PipeOptions(pauseWriterThreshold: 0, useSynchronizationContext: false));
    private Stream? _stream;

    /// <inheritdoc/>
    public PipeWriter Writer => _pipe.Writer;

    /// <inheritdoc/>
    public Stream Stream => _stream ??= _pipe.Writer.AsStream(leaveOpen: true);

    /// <summary>From now on an answer is sent as it is made; what is held is not sent.</summary>
    public void DisableBuffering()
    {
        context.Features.Set(outside);
        outside.DisableBuffering();
    }

    /// <summary>Begins with the sending.</summary>
    public Task StartAsync(CancellationToken cancellationToken = default) => Task.CompletedTask;

    /// <inheritdoc/>
    public Task CompleteAsync() => Task.CompletedTask;

    /// <inheritdoc/>
    public Task SendFileAsync(string path, long offset, long? count, CancellationToken cancellationToken = default) =>
        SendFileFallback.SendFileAsync(Stream, path, offset, count, cancellationToken);

    /// <summary>Lets go of what is held, because there is no such answer or all of it has been sent.</summary>
    public void Drop()
    {
        context.Features.Set(outside);
        _pipe.Writer.Complete();
        _pipe.Reader.Complete();
    }

    /// <summary>Sends all of it and states its length; nothing at all where nothing is held. Once.</summary>
    /// <param name="tell">Told how many bytes wait to be sent, and the same below 0 when they do no longer.</param>
    public async Task SendAsync(Action<long> tell)
    {
        context.Features.Set(outside);
        await _pipe.Writer.CompleteAsync();
        if (!_pipe.Reader.TryRead(out var held) || held.Buffer.IsEmpty)
        {
            return;
        }

        var length = held.Buffer.Length;
        if (!context.Response.HasStarted)
        {
            context.Response.ContentLength ??= length;
        }

        tell(length);
        try
        {
            foreach (var part in held.Buffer)
            {
                await outside.Stream.WriteAsync(part, context.RequestAborted);
            }
        }
        finally
        {
            tell(-length);
        }
    }
}
