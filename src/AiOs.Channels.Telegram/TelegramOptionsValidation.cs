using AiOs.Channels.Telegram.Security;
using Microsoft.Extensions.Options;

namespace AiOs.Channels.Telegram;

/// <summary>Refuses what is set by half, and what would be unsafe, with the name of the key and never with its value.</summary>
internal sealed class TelegramOptionsValidation : IValidateOptions<TelegramOptions>
{
    private const int LongestUrl = 2048;

    public ValidateOptionsResult Validate(string? name, TelegramOptions options)
    {
        List<string> wrong = [];
        if (!Enum.IsDefined(options.Mode))
        {
            wrong.Add("Channels:Telegram:Mode must be Polling or Webhook.");
        }

        wrong.AddRange(options.IsSet ? WhenSet(options) : WhenUnset(options));
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> WhenUnset(TelegramOptions options)
    {
        if (Has(options.BaseUrl) || Has(options.WebhookUrl) || Has(options.SecretToken) || options.Mode == TelegramMode.Webhook)
        {
            yield return "Channels:Telegram:BotToken is missing while other keys of Channels:Telegram are set; set it, or remove them to leave Telegram off.";
        }
    }

    private static IEnumerable<string> WhenSet(TelegramOptions options)
    {
        if (!IsToken(options.BotToken!))
        {
            yield return "Channels:Telegram:BotToken is no bot token; copy it from BotFather whole: digits, a colon, then letters, digits, hyphens and underscores.";
        }

        if (Has(options.BaseUrl) && !IsSafe(options.BaseUrl))
        {
            yield return "Channels:Telegram:BaseUrl must be an https address, or an http one on this machine; the bot token is sent there.";
        }

        if (options.Mode != TelegramMode.Webhook)
        {
            if (Has(options.WebhookUrl) || Has(options.SecretToken))
            {
                yield return "Channels:Telegram:Mode is Polling while a key of the webhook is set; set it to Webhook, or remove WebhookUrl and SecretToken.";
            }

            yield break;
        }

        if (!Has(options.WebhookUrl))
        {
            yield return "Channels:Telegram:WebhookUrl is missing while Channels:Telegram:Mode is Webhook; set the address that Telegram calls.";
        }
        else if (!IsSafe(options.WebhookUrl))
        {
            yield return "Channels:Telegram:WebhookUrl must be an https address, or an http one on this machine.";
        }

        if (!WebhookSecret.IsUsable(options.SecretToken))
        {
            yield return Has(options.SecretToken)
                ? "Channels:Telegram:SecretToken is none that Telegram takes; use 1 to 256 letters, digits, hyphens and underscores."
                : "Channels:Telegram:SecretToken is missing while Channels:Telegram:Mode is Webhook; without it anybody could pretend to be Telegram.";
        }
    }

    private static bool IsToken(string token) => token.Split(':') is [{ Length: > 0 and <= 20 } id, { Length: > 0 and <= 100 } secret]
        && id.All(char.IsAsciiDigit) && long.TryParse(id, out _) && secret.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-');

    private static bool IsSafe(string? url) => url is { Length: <= LongestUrl } && Uri.TryCreate(url, UriKind.Absolute, out var address)
        && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
        && address.UserInfo.Length == 0;

    private static bool Has(string? value) => !string.IsNullOrEmpty(value);
}
