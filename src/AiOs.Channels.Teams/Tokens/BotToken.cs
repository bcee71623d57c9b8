namespace AiOs.Channels.Teams.Tokens;

/// <summary>A token and until when it holds.</summary>
internal sealed class BotToken(string value, DateTimeOffset until)
{
    public string Value => value;

    public DateTimeOffset Until => until;

    /// <summary>Never the token: this object may end up in a log.</summary>
    public override string ToString() => "(token)";
}
