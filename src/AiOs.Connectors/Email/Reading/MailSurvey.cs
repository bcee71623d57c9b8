using MimeKit;

namespace AiOs.Connectors.Email.Reading;

/// <summary>
/// Runs over a mail once without keeping anything and stops where a bound is passed, so that the tree is only built for mails within
/// them. Also sees what the tree does not show: a multipart whose end is missing.
/// </summary>
internal sealed class MailSurvey(Stream stream, ParserOptions options, MailBounds bounds, int outerDepth)
    : MimeReader(options, stream, MimeFormat.Entity)
{
    private readonly Stack<bool> _closed = new();
    private int _parts;
    private int _depth = outerDepth;
    private int _headerBytes;

    /// <summary>Whether the outermost multipart ends with its own last boundary; true where there is none.</summary>
    public bool Whole { get; private set; } = true;

    protected override void OnHeaderRead(Header header, int beginLineNumber, CancellationToken cancellationToken)
    {
        _headerBytes += header.RawField.Length + header.RawValue.Length + 1;
        if (_headerBytes > bounds.HeaderBytes) throw new UnreadableMailException(Unreadables.HeaderTooLarge());
    }

    protected override void OnMimePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        Enter();
        _depth--;
    }

    protected override void OnMessagePartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken) => Enter();

    protected override void OnMessagePartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken) =>
        _depth--;

    protected override void OnMultipartBegin(ContentType contentType, long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        Enter();
        // Without a boundary parameter there is no end to miss: the parser takes all of it as preamble.
        _closed.Push(contentType.Boundary is null);
    }

    protected override void OnMultipartEndBoundaryBegin(long beginOffset, int beginLineNumber, CancellationToken cancellationToken)
    {
        if (_closed.Count == 0) return;
        _closed.Pop();
        _closed.Push(true);
    }

    protected override void OnMultipartEnd(ContentType contentType, long beginOffset, int beginLineNumber, long headersEndOffset, long endOffset, int lines, CancellationToken cancellationToken)
    {
        _depth--;
        var closed = _closed.Pop();
        if (_closed.Count == 0) Whole &= closed;
    }

    private void Enter()
    {
        if (++_parts > bounds.Parts) throw new UnreadableMailException(Unreadables.TooManyParts(bounds.Parts));
        if (++_depth > bounds.Depth) throw new UnreadableMailException(Unreadables.TooDeep(bounds.Depth));
    }
}
