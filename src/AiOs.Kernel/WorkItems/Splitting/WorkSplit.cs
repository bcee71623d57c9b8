using System.Globalization;
using System.Text.Json;
using AiOs.Contracts.Cards;
using AiOs.Contracts.Desk;
using AiOs.Contracts.Effects;
using AiOs.Contracts.Ids;
using AiOs.Contracts.Messages;
using AiOs.Contracts.Proposals;
using AiOs.Contracts.Proposals.Splits;
using AiOs.Kernel.Journal;

namespace AiOs.Kernel.WorkItems.Splitting;

/// <summary>
/// <c>work.split</c>: opens the work item of each part. Each part has a key of the parent and its number, which the journal keeps for ever: however
/// often it is called and wherever it stopped, there is one work item for each.
/// </summary>
internal sealed class WorkSplit(Func<IInbox> inbox, WorkspaceJournal journal) : IEffectConnector
{
    private const char Between = ' ';

    public EffectKind Kind => EffectKind.WorkSplit;

    public EffectCategory Category => EffectCategory.Internal;

    public OutcomeClass OutcomeClass => OutcomeClass.Keyed;

    public bool KeepsKeys => true;

    public Undo Undo => Undo.Final;

    public TimeSpan AttemptTimeout { get; } = TimeSpan.FromMinutes(5);

    /// <summary>The work items in the reference of one that was done.</summary>
    public static IReadOnlyList<WorkItemId> PartsIn(string? reference) =>
        [.. (reference ?? string.Empty).Split(Between, StringSplitOptions.RemoveEmptyEntries).Select(word => WorkItemId.TryParse(word, out var id) ? id : (WorkItemId?)null).OfType<WorkItemId>()];

    public EffectPreview Preview(Effect effect) => Read(effect) is { } arguments
        ? new EffectPreview(string.Create(CultureInfo.InvariantCulture, $"Open {arguments.Parts.Count} work items"), [new CardBlock.Hint("Each of them is prepared, and asked, by itself.")], [])
        : new EffectPreview("Open work items", [], ["its arguments cannot be read"]);

    public EffectFacts Examine(Effect effect) => EffectFacts.None;

    public async Task<EffectResult> PerformAsync(Permit permit, CancellationToken cancellationToken)
    {
        var arguments = Read(permit.Effect) ?? throw new JsonException("The arguments of a work.split that was allowed cannot be read.");
        if (await journal.LoadAsync(StreamId.Of(arguments.Parent), cancellationToken) is not WorkItem { Content: { } content, Received: { } received })
        {
            return new EffectResult.Failed("The message was forgotten, so there is nothing to split.", MayRetry: false);
        }

        var opened = new List<WorkItemId>(arguments.Parts.Count);
        for (var index = 0; index < arguments.Parts.Count; index++)
        {
            var message = Message(content, received.Channel, received.Authority, arguments, index);
            opened.Add((await inbox().ReceiveAsync(message, cancellationToken)).WorkItem);
        }

        return new EffectResult.Done(string.Join(Between, opened), $"Its parts are {string.Join(", ", opened)}.");
    }

    /// <summary>One part as a message: the same sender, files and thread, and of the text that stretch alone.</summary>
    private static InboundMessage Message(MessageContent content, ChannelName channel, Authority authority, WorkSplitArguments arguments, int index)
    {
        var part = arguments.Parts[index];
        return new InboundMessage
        {
            Channel = channel,
            Authority = authority,
            DedupeKey = string.Create(CultureInfo.InvariantCulture, $"part\n{arguments.Parent}\n{index + 1}"),
            Content = content with
            {
                Text = content.Text.Substring(part.Start, part.Length),
                PartOf = new PartOf(arguments.Parent, index + 1, arguments.Parts.Count),
            },
        };
    }

    private static WorkSplitArguments? Read(Effect effect)
    {
        try
        {
            using var document = JsonDocument.Parse(effect.Bytes);
            return document.RootElement.GetProperty("args"u8).Deserialize(ArgumentsJson.Default.WorkSplitArguments);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
