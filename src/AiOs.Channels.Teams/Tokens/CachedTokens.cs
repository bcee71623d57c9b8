namespace AiOs.Channels.Teams.Tokens;

/// <summary>Keeps a token until shortly before its end. One asks at a time; the others wait and share what comes.</summary>
internal sealed class CachedTokens(ITokenSource source, TimeProvider time) : IBotTokens, IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _gate = new(1);
    private BotToken? _kept;

    public async Task<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (Fresh() is { } kept)
        {
            return kept.Value;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (Fresh() is { } meanwhile)
            {
                return meanwhile.Value;
            }

            var token = await source.FetchAsync(cancellationToken);
            Volatile.Write(ref _kept, token);
            return token.Value;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Drop(string token)
    {
        if (Volatile.Read(ref _kept) is { } kept && kept.Value == token)
        {
            Interlocked.CompareExchange(ref _kept, null, kept);
        }
    }

    public void Dispose() => _gate.Dispose();

    private BotToken? Fresh() => Volatile.Read(ref _kept) is { } kept && time.GetUtcNow() < kept.Until - Early ? kept : null;
}
