using MailKit;

namespace AiOs.Connectors.Email.Sending;

/// <summary>
/// Listens to the conversation with a server and keeps one fact of it: whether the server has said 354, after which the mail's content
/// is on its way. Before that nothing can have been sent; after that only the server's own reply says what became of it.
/// Keeps no bytes: passwords pass here.
/// </summary>
internal sealed class SmtpWatch : IProtocolLogger
{
    private bool _asked;

    /// <summary>Whether the content may have left.</summary>
    public bool ContentMayHaveLeft { get; private set; }

    public IAuthenticationSecretDetector? AuthenticationSecretDetector { get; set; }

    public void LogConnect(Uri uri)
    {
    }

    public void LogClient(byte[] buffer, int offset, int count)
    {
        if (buffer.AsSpan(offset, count).StartsWith("DATA"u8)) _asked = true;
        else if (_asked) ContentMayHaveLeft = true;
    }

    public void LogServer(byte[] buffer, int offset, int count)
    {
        if (_asked && buffer.AsSpan(offset, count).StartsWith("354"u8)) ContentMayHaveLeft = true;
        else if (_asked && !ContentMayHaveLeft) _asked = false;
    }

    public void Dispose()
    {
    }
}
