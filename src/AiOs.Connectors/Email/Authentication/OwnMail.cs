using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Ids;
using MimeKit;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>Knows a mail that went out from here: it has our address, and a Message-ID made of an effect's id.</summary>
internal static class OwnMail
{
    private const int IdLength = 32;
    private const int IdVersion = 7;

    /// <summary>Whether it is one. That can be forged; what is gained by it is that nothing is done about the mail.</summary>
    public static bool IsOne(MimeMessage message, string? sendsFrom)
    {
        if (sendsFrom is null || MailHeaders.Sender(message) is not { } sender || !sender.Address.Equals(sendsFrom, StringComparison.OrdinalIgnoreCase)) return false;
        var id = MailHeaders.MailId(message.MessageId);
        return id is { Length: > IdLength } && id[IdLength] == '@' && !id.AsSpan(0, IdLength).ContainsAny('-', '{', '(')
            && EffectId.TryParse(id[..IdLength], out var effect) && effect.Value.Version == IdVersion;
    }
}
