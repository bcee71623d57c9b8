namespace AiOs.Bot.Composition;

/// <summary>Where everything lies, as whole paths.</summary>
/// <param name="Data">The data folder.</param>
/// <param name="Database">The journal's file.</param>
/// <param name="KeyFile">The workspace key.</param>
/// <param name="HeadFile">The second copy of the signed head; nothing where it is to be derived from the key.</param>
/// <param name="Inbox">Mails to take in.</param>
/// <param name="Outbox">Mails that could not be sent for want of a server.</param>
/// <param name="OutboxShown">How that folder is called in a sentence.</param>
internal sealed record HostPlaces(string Data, string Database, string KeyFile, string? HeadFile, string Inbox, string Outbox, string OutboxShown)
{
    private const int LongestSocketPath = 100;

    /// <summary>Whether other hosts, with data folders of their own, may work on the same store.</summary>
    public bool IsStoreShared { get; init; }

    public string Head => Path.Combine(Data, "head.json");

    public string WebKey => Path.Combine(Data, "web.key");

    public string Logs => Path.Combine(Data, "logs");

    /// <summary>Where copies were written.</summary>
    public string Copies => Path.Combine(Data, "copies.jsonl");

    /// <summary>The mark of a copy that was put back.</summary>
    public string Restored => Path.Combine(Data, "restored.json");

    public string Printed => Path.Combine(Data, "printed");

    /// <summary>The socket for verbs. Its path has to be short; where the data folder's is not, one in a private folder stands for it.</summary>
    public string Socket
    {
        get
        {
            var near = Path.Combine(Data, "aios.sock");
            var digest = Contracts.Ids.Digest.Of(System.Text.Encoding.UTF8.GetBytes(Data)).Hex;
            return near.Length <= LongestSocketPath ? near : Path.Combine(Path.GetTempPath(), $"aios-{Environment.UserName}", digest[..16] + ".sock");
        }
    }
}
