using AiOs.Contracts.Cards;
using AiOs.Contracts.Messages;
using AiOs.Kernel.WorkItems;

namespace AiOs.Kernel.Desk.Mails;

/// <summary>Says quietly where a mail is known to come from, and what it belongs to. What must be noticed is among the mail's warnings.</summary>
internal static class MailBlocks
{
    public static IEnumerable<CardBlock> Of(WorkItem item)
    {
        if (item.Content is { Proof: { } proof, ProofBy: { } by } content && OfSender(content, proof, by) is { } sender)
        {
            yield return new CardBlock.Hint(sender);
        }

        if (item.Received?.Answers is { } answers)
        {
            yield return new CardBlock.Hint($"It answers a mail of work item {answers}.");
        }

        if (item.Replies is [.., var newest])
        {
            yield return new CardBlock.Hint(item.Replies.Length == 1
                ? $"An answer came: see work item {newest}."
                : $"{item.Replies.Length} answers came; the newest is work item {newest}.");
        }
    }

    private static string? OfSender(MessageContent content, SenderProof proof, string by) => proof switch
    {
        SenderProof.Proved when content.Origin is ContentOrigin.DirectMail => $"Sent by {DomainOf(content.Sender)}, confirmed by {by}.",
        SenderProof.Proved => $"Forwarded by {DomainOf(content.Forwarder ?? content.Sender)}, confirmed by {by}; what is forwarded is not.",
        SenderProof.Unproved => $"{by} could not confirm who sent this mail.",
        SenderProof.Unchecked => $"{by} says nothing about who sent this mail.",
        _ => null,
    };

    private static string DomainOf(Mailbox? sender) => sender is null ? "somebody" : sender.Address[(sender.Address.LastIndexOf('@') + 1)..];
}
