namespace AiOs.Channels.Teams.Tokens;

/// <summary>One way to sign in. It keeps nothing.</summary>
internal interface ITokenSource
{
    /// <summary>Asks for a new token. Throws <see cref="Contracts.AiOsException"/> with nothing secret in it.</summary>
    Task<BotToken> FetchAsync(CancellationToken cancellationToken);
}
