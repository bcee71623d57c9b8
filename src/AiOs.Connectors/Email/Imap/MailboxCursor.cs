using System.Security.Cryptography;
using System.Text;
using AiOs.Contracts;
using AiOs.Contracts.Ports;

namespace AiOs.Connectors.Email.Imap;

/// <summary>The kept position of one folder. It is moved only from where this host read it.</summary>
internal sealed class MailboxCursor(ICursors cursors, ImapOptions options, string folder)
{
    private readonly string _name = "imap/" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{options.Host}\n{options.User}\n{folder}")))[..32];
    private string? _read;

    /// <summary>What was last kept; nothing for a folder that was never read.</summary>
    public async Task<MailboxPosition?> ReadAsync(CancellationToken cancellationToken)
    {
        _read = await cursors.FindAsync(_name, cancellationToken);
        return MailboxPosition.Parse(_read);
    }

    /// <summary>Keeps a position whose mails are all durable. Throws where another host has moved it meanwhile: then what that one knows holds.</summary>
    public async Task MoveAsync(MailboxPosition position, CancellationToken cancellationToken)
    {
        var text = position.ToString();
        if (text == _read) return;
        if (!await cursors.TryMoveAsync(_name, _read, text, cancellationToken))
            throw new AiOsException("Another host reads the same mail folder; what it has kept is looked at again.") { IsTransient = true };
        _read = text;
    }
}
