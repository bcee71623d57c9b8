using AiOs.Contracts;
using Microsoft.Extensions.Options;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Connection;

/// <summary>The bot as configured, and the one client through which all of the program speaks to Telegram.</summary>
internal sealed class TelegramBot : IDisposable
{
    private readonly TelegramOptions _options;
    private readonly TimeProvider _time;
    private readonly HttpClient _http = TelegramSocket.Open();
    private readonly Lazy<TelegramBotClient> _client;
    private BotIdentity? _me;

    public TelegramBot(IOptions<TelegramOptions> options, TimeProvider time)
    {
        (_options, _time) = (options.Value, time);
        // Its own repeating is off: it would wait on the wall clock, and the pace would not know of it.
        _client = new(() => new TelegramBotClient(new TelegramBotClientOptions(_options.BotToken!, BaseOf(_options.BaseUrl)) { RetryCount = 0 }, _http));
    }

    public bool IsOn => _options.IsSet;

    public TelegramMode Mode => _options.Mode;

    /// <summary>Makes one call. A call that does not end in time ends in <see cref="TimeoutException"/>, and nobody knows what became of it.</summary>
    public async Task<T> CallAsync<T>(Func<ITelegramBotClient, CancellationToken, Task<T>> call, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var late = new CancellationTokenSource(patience, _time);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            return await call(_client.Value, ends.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException();
        }
    }

    /// <summary>The same for a call without a result.</summary>
    public Task CallAsync(Func<ITelegramBotClient, CancellationToken, Task> call, TimeSpan patience, CancellationToken cancellationToken) =>
        CallAsync(
            async (client, stop) =>
            {
                await call(client, stop);
                return true;
            },
            patience,
            cancellationToken);

    /// <summary>Who the bot is; asked once. Throws a transient <see cref="AiOsException"/> where Telegram does not say.</summary>
    public async Task<BotIdentity> MeAsync(CancellationToken cancellationToken)
    {
        if (_me is { } known)
        {
            return known;
        }

        try
        {
            var me = await CallAsync(static (client, stop) => client.GetMe(stop), BotPatience.Short, cancellationToken);
            return _me = new BotIdentity(me.Id, me.Username ?? string.Empty);
        }
        catch (Exception fault) when (ApiFaults.Read(fault) is not null)
        {
            throw new AiOsException("Telegram does not say who the bot is; it is asked again.") { IsTransient = true };
        }
    }

    public void Dispose() => _http.Dispose();

    private static string? BaseOf(string? url) => string.IsNullOrEmpty(url) ? null : new Uri(url).GetLeftPart(UriPartial.Authority);
}
