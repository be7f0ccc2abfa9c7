using Lucene.Net.Codecs;
using Lucene.Net.Codecs.Lucene46;

namespace PlanSearch.Index.Codec;

/// <summary>
/// Lucene's codec with our segments in the place of its stored fields: keys and live documents stay Lucene's, the rest is ours.
/// </summary>
[CodecName("PlanSearch")]
internal sealed class EngineCodec : FilterCodec
{
    private static readonly Lock s_gate = new();
    private static bool s_isRegistered;

    /// <summary>The codec that Lucene makes by its name, to read with.</summary>
    public EngineCodec()
        : this(() => { })
    {
    }

    /// <summary>The codec of a writer.</summary>
    /// <param name="flushing">Called when the segment of new documents takes no more and is about to be written; not for merges.</param>
    public EngineCodec(Action flushing)
        : base(new Lucene46Codec()) => StoredFieldsFormat = new SegmentFormat(flushing);

    /// <inheritdoc/>
    public override StoredFieldsFormat StoredFieldsFormat { get; }

    /// <summary>Makes the codec known to Lucene; once a process, before anything is read or written.</summary>
    public static void Register()
    {
        lock (s_gate)
        {
            if (!s_isRegistered)
            {
                SetCodecFactory(new Factory());
                s_isRegistered = true;
            }
        }
    }

    private sealed class Factory : DefaultCodecFactory
    {
        protected override void Initialize()
        {
            base.Initialize();
            PutCodecType(typeof(EngineCodec));
        }
    }
}
