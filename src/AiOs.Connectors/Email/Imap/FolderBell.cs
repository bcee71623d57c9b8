using MailKit;

namespace AiOs.Connectors.Email.Imap;

/// <summary>Rings when a folder has other mails than before, whatever the connection was asked at that moment.</summary>
internal sealed class FolderBell : IDisposable
{
    private readonly IMailFolder _folder;
    private CancellationTokenSource _rung = new();

    public FolderBell(IMailFolder folder)
    {
        _folder = folder;
        _folder.CountChanged += Ring;
    }

    /// <summary>Cancelled as soon as it rang.</summary>
    public CancellationToken Rung => _rung.Token;

    /// <summary>From here on it may ring again. Called before the folder is looked at, so that nothing is missed in between.</summary>
    public void Arm()
    {
        if (!_rung.IsCancellationRequested) return;
        _rung.Dispose();
        _rung = new CancellationTokenSource();
    }

    public void Dispose()
    {
        _folder.CountChanged -= Ring;
        _rung.Dispose();
    }

    private void Ring(object? sender, EventArgs change) => _rung.Cancel();
}
