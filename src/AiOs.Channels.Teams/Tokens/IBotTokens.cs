namespace AiOs.Channels.Teams.Tokens;

/// <summary>The bot's token for its connector.</summary>
internal interface IBotTokens
{
    /// <summary>A token that still holds for a while; nothing where none is shown, for a playground. Throws <see cref="Contracts.AiOsException"/> where none is to be had.</summary>
    Task<string?> GetAsync(CancellationToken cancellationToken);

    /// <summary>Forgets a token that the connector did not take; another one than the kept one is left alone.</summary>
    void Drop(string token);
}
