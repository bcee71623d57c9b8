using AiOs.Testing.Telegram;

namespace AiOs.Scenarios.Chat;

/// <summary>The operator's Telegram, as they see it.</summary>
public sealed class TelegramPhone(TelegramDouble telegram)
{
    public const long Operator = 4_711;

    public TelegramUser Me { get; } = telegram.User(Operator, "Ola");

    /// <summary>What stands in a chat from the bot, oldest first.</summary>
    public IReadOnlyList<TelegramSent> Said(long chat = Operator) => [.. telegram.Messages(chat).Where(static one => one.FromBot)];

    public async Task PairAsync(string code)
    {
        Me.Sends($"/start {code}");
        await SeesAsync(static one => one.Text.Length > 0);
    }

    /// <summary>Waits for a message of the bot.</summary>
    public Task<TelegramSent> SeesAsync(Func<TelegramSent, bool> fits, long chat = Operator) => Wait.ForAsync(
        () => Said(chat).LastOrDefault(fits),
        () => string.Join("\n---\n", Said(chat).Select(static one => $"#{one.Id} {one.Text} [{string.Join(", ", one.Buttons.Select(static button => button.Label))}]")));

    /// <summary>Waits for a card that can be decided and shows these words.</summary>
    public Task<TelegramSent> SeesCardAsync(string words, long chat = Operator, int after = 0) =>
        SeesAsync(one => one.Id > after && one.Text.Contains(words, StringComparison.Ordinal) && one.Buttons.Any(static button => button.Label == "Approve"), chat);

    /// <summary>Waits until a message has no button to decide any more.</summary>
    public Task<TelegramSent> SeesRewrittenAsync(int message, long chat = Operator) =>
        SeesAsync(one => one.Id == message && one.Buttons.All(static button => button.Label is not ("Approve" or "Reject" or "Change…")), chat);

    /// <summary>Waits for the answer to a tap.</summary>
    public async Task<string> AnsweredAsync(string tap)
    {
        var calls = await telegram.CalledAsync(call => call.Method.Equals("answerCallbackQuery", StringComparison.OrdinalIgnoreCase) && call["callback_query_id"] == tap, 1, TestContext.Current.CancellationToken)
            .WaitAsync(Testing.Hosting.HostFolder.Patience, TimeProvider.System);
        return calls[0]["text"];
    }
}
