namespace AiOs.Connectors.Email.Imap;

/// <summary>Counts how often one mail stood in the way of those behind it.</summary>
internal sealed class Strikes
{
    /// <summary>With the waits between them these last longer than a server takes to start again.</summary>
    private const int Most = 6;

    private (uint Validity, uint Uid, int Count) _mail;

    public void Note(uint validity, uint uid) =>
        _mail = _mail.Validity == validity && _mail.Uid == uid ? (validity, uid, _mail.Count + 1) : (validity, uid, 1);

    public bool IsOut(uint validity, uint uid) => _mail.Validity == validity && _mail.Uid == uid && _mail.Count >= Most;
}
