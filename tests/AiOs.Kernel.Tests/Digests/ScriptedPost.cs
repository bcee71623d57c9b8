using AiOs.Contracts.Chat;
using AiOs.Contracts.Ids;

namespace AiOs.Kernel.Tests.Digests;

/// <summary>A mailbox of the operator's that does as it is told.</summary>
internal sealed class ScriptedPost : IOperatorPost
{
    public ChannelName Channel => ChannelName.Mail;

    public string Place => "olga@studio.example";

    public List<ChatNote> Notes { get; } = [];

    /// <summary>What comes of a mail; sent where it says nothing.</summary>
    public Func<SendOutcome?> Answer { get; set; } = static () => null;

    public Task<SendOutcome> SayAsync(ChatNote note, CancellationToken cancellationToken)
    {
        Notes.Add(note);
        return Task.FromResult(Answer() ?? new SendOutcome.Sent(new ShownMessages(Place, [], "1")));
    }
}
