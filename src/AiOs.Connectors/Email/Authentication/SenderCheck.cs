using AiOs.Connectors.Email.Reading;
using AiOs.Contracts.Messages;
using MimeKit;

namespace AiOs.Connectors.Email.Authentication;

/// <summary>Marks what a mail says with what is known of who sent it. Whatever comes of it, the words stay somebody else's.</summary>
internal sealed class SenderCheck(MailTrust trust)
{
    /// <summary>The same words without anybody's word about the sender: what was pasted passed through no server of ours as it stands.</summary>
    public SenderCheck Unproved { get => field ??= new SenderCheck(trust with { AuthservId = null }); }

    /// <summary>The content with its marks; what must be noticed goes to the draft.</summary>
    public MessageContent Mark(MimeMessage message, MessageContent content, MailDraft draft)
    {
        var proof = Proof(message);
        var back = OwnMail.IsOne(message, trust.SendsFrom);
        foreach (var warning in SenderWarnings.Of(message, content.Origin is not ContentOrigin.DirectMail, proof, trust)) draft.Warn(warning);
        return content with
        {
            Proof = proof,
            ProofBy = proof is null ? null : trust.AuthservId,
            CameBack = back ? true : null,
            Automatic = content.Automatic || back,
        };
    }

    private SenderProof? Proof(MimeMessage message) => string.IsNullOrEmpty(trust.AuthservId)
        ? null
        : SenderVerdict.Of(OwnResults.Find(message.Headers, trust.AuthservId), DomainNames.OfAddress(OneSender(message)?.Address));

    /// <summary>With two From fields a server may have looked at the other one.</summary>
    private static Mailbox? OneSender(MimeMessage message) => message.Headers.Count(header => header.Id == HeaderId.From) == 1 && message.From.Mailboxes.Count() == 1 ? MailHeaders.Sender(message) : null;
}
