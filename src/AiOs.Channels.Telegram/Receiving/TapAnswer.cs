using AiOs.Channels.Telegram.Connection;
using Telegram.Bot;

namespace AiOs.Channels.Telegram.Receiving;

/// <summary>
/// The one answer that a tap gets, and soon: whoever tapped sees the button turn until then. Where the outcome takes its time, the answer says so,
/// and the outcome is told in another way.
/// </summary>
internal sealed class TapAnswer : IAsyncDisposable
{
    public const string Later = "Working on it…";
    public const int Longest = 200;
    public static readonly TimeSpan Soon = TimeSpan.FromSeconds(8);

    private readonly TelegramBot _bot;
    private readonly string _tap;
    private readonly CancellationTokenSource _given = new();
    private readonly Task _late;
    private int _count;

    public TapAnswer(TelegramBot bot, string tap, TimeProvider time)
    {
        (_bot, _tap) = (bot, tap);
        _late = SayLaterAsync(time);
    }

    /// <summary>Gives the answer. False where it was given before.</summary>
    public async Task<bool> GiveAsync(string sentence, bool asAlert)
    {
        if (Interlocked.Increment(ref _count) != 1)
        {
            return false;
        }

        await _given.CancelAsync();
        await SendAsync(sentence, asAlert);
        return true;
    }

    public async ValueTask DisposeAsync()
    {
        await _given.CancelAsync();
        await _late;
        _given.Dispose();
    }

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 2]) ? Longest - 2 : Longest - 1)] + "…";

    private async Task SayLaterAsync(TimeProvider time)
    {
        try
        {
            await Task.Delay(Soon, time, _given.Token);
        }
        catch (OperationCanceledException)
        {
            return;
        }

        if (Interlocked.Increment(ref _count) == 1)
        {
            await SendAsync(Later, asAlert: false);
        }
    }

    private async Task SendAsync(string sentence, bool asAlert)
    {
        try
        {
            await _bot.CallAsync(
                (client, stop) => client.AnswerCallbackQuery(_tap, sentence.Length == 0 ? null : Cut(sentence), showAlert: asAlert && sentence.Length > 0, cancellationToken: stop),
                BotPatience.Short,
                CancellationToken.None);
        }
        catch (Exception fault) when (ApiFaults.Read(fault) is not null)
        {
            // Too late, or a repeat: the card shows what came of the tap all the same.
        }
    }
}
