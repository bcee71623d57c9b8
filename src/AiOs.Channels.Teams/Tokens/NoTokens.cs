namespace AiOs.Channels.Teams.Tokens;

/// <summary>For a playground on this machine: a connector that proved nothing is shown nothing.</summary>
internal sealed class NoTokens : IBotTokens
{
    public Task<string?> GetAsync(CancellationToken cancellationToken) => Task.FromResult<string?>(null);

    public void Drop(string token)
    {
    }
}
